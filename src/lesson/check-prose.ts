// Whether what a reader reads belongs to the steps, in every language, and holds no markup and no link that a lesson may not have.

import { Lexer, walkTokens, type Token, type Tokens } from 'marked';
import { foreignNames } from './reserved';
import type { Fault, Lesson, LessonFiles, LessonProse, Step, StepProse, TaskProse } from './types';

const LINK_HOSTS = ['www.rfc-editor.org', 'datatracker.ietf.org', 'www.iana.org'];
const LINK = /^https:\/\/([\w.-]+)\//;
const NO_SECTION = 'steps.json has this step, but there is no section for it.';
const LESSON_LINK = /^lesson:(.*)$/;

/** Every fault of lesson.md and its translations, and foreign names in the scripts. */
export function checkProse(lesson: Lesson, files: LessonFiles, slugs: readonly string[]): Fault[] {
  const faults: Fault[] = [];
  for (const [language, prose] of Object.entries(lesson.prose)) {
    const file = language === 'en' ? 'lesson.md' : `lesson.${language}.md`;
    // Where a translation shows the English sentence, its faults have been told already.
    const told = language === 'en' ? [] : faults.map(({ field, message }) => field + message);
    const report: Report = (field, message) => void (told.includes(field + message) || faults.push({ file, field, message }));
    checkSections(lesson, prose, report);
    for (const [field, markdown] of texts(prose)) checkMarkdown(field, markdown, slugs, report);
  }
  for (const file of ['solution.txt', 'also.txt', 'miss.txt']) {
    for (const name of foreignNames(files[file] ?? ''))
      faults.push({ file, field: name, message: 'This name or address may belong to somebody.' });
  }
  return faults;
}

type Report = (field: string, message: string) => void;

/** Faults of the English prose without which the page has no words for a step. */
export function wordless({ steps, prose }: Lesson): Fault[] {
  const faults: Fault[] = [];
  const report: Report = (field, message) => void faults.push({ file: 'lesson.md', field, message });
  for (const step of steps) {
    const section = prose['en']?.steps[step.id];
    if (!section) report(step.id, NO_SECTION);
    else checkWords(step, section, report);
  }
  return faults;
}

function checkSections({ steps, prose: all }: Lesson, prose: LessonProse, report: Report): void {
  const english = all['en']?.steps ?? {};
  for (const step of steps) {
    const section = prose.steps[step.id];
    if (!section) report(step.id, NO_SECTION);
    else checkSection(step, section, english[step.id] ?? section, report);
  }
  const ids = steps.map(({ id }) => id);
  for (const id of Object.keys(prose.steps)) if (!ids.includes(id)) report(id, 'There is a section, but steps.json has no such step.');
}

function checkSection(step: Step, section: StepProse, english: StepProse, report: Report): void {
  const { id } = step;
  checkWords(step, section, report);
  for (const [part, key] of [
    ['Look', 'look'],
    ['Rule', 'rule'],
  ] as const) {
    if (step.challenge && section[key] !== null) report(`${id}.${part}`, 'A challenge is unguided; it has no such hint.');
    if (!step.challenge && section[key] === null) report(`${id}.${part}`, 'The step needs this hint.');
  }
  if (section.rule !== null && !/\]\(https:/.test(section.rule))
    report(`${id}.Rule`, 'The rule needs a link to its section of the standard.');
  if ((section.after === null) !== (english.after === null)) report(`${id}.After`, 'This part is not in the English section.');
}

/** Whether there are words for all that the step asks. */
function checkWords(step: Step, section: StepProse, report: Report): void {
  const { id } = step;
  if (step.prediction && section.question === null)
    report(`${id}.Predict`, 'steps.json has a prediction for this step, but the section asks none.');
  if (!step.prediction && section.question !== null)
    report(`${id}.Predict`, 'The section asks a prediction, but steps.json has none for this step.');
  if (step.prediction && section.question !== null)
    compare(step.prediction.options, Object.keys(section.options), `${id}.Predict`, 'option', report);
  checkTask(step, section, report);
}

function checkTask({ id, task }: Step, { task: prose }: StepProse, report: Report): void {
  if (task && !prose) report(`${id}.Task`, 'steps.json has a task for this step, but the section asks none.');
  if (!task && prose) report(`${id}.Task`, 'The section has a task, but steps.json has none for this step.');
  if (!task || !prose) return;
  const items = task.items.map((item) => item.id);
  compare(items, Object.keys(prose.items), `${id}.Task`, 'item', report);
  compare(task.options, Object.keys(prose.answers), `${id}.Answers`, 'option', report);
}

function compare(wanted: readonly string[], there: readonly string[], field: string, what: string, report: Report): void {
  for (const name of wanted)
    if (!there.includes(name)) report(`${field}.${name}`, `steps.json has this ${what}, but the section does not.`);
  for (const name of there) if (!wanted.includes(name)) report(`${field}.${name}`, `steps.json has no such ${what}.`);
}

/** Every piece of Markdown with the field it stands in. */
function texts(prose: LessonProse): [field: string, markdown: string][] {
  const steps = Object.entries(prose.steps).flatMap(([id, step]): [string, string | null][] => [
    [id, step.body],
    [`${id}.Predict`, step.question],
    ...Object.entries(step.options).map(([option, { label, feedback }]): [string, string] => [
      `${id}.Predict.${option}`,
      `${label}\n\n${feedback}`,
    ]),
    ...taskTexts(id, step.task),
    [`${id}.Look`, step.look],
    [`${id}.Rule`, step.rule],
    [`${id}.After`, step.after],
  ]);
  const all: [string, string | null][] = [
    ['summary', prose.summary],
    ['objectives', prose.objectives.join('\n\n')],
    ['intro', prose.intro],
    ...steps,
  ];
  return all.filter((entry): entry is [string, string] => entry[1] !== null);
}

function taskTexts(id: string, task: TaskProse | null): [string, string][] {
  if (!task) return [];
  return [
    [`${id}.Task`, task.question],
    ...Object.entries(task.items).map(([item, { label, remark }]): [string, string] => [
      `${id}.Task.${item}`,
      `${label}\n\n${remark ?? ''}`,
    ]),
    ...Object.entries(task.answers).map(([option, { label, feedback }]): [string, string] => [
      `${id}.Answers.${option}`,
      `${label}\n\n${feedback}`,
    ]),
  ];
}

function checkMarkdown(field: string, markdown: string, slugs: readonly string[], report: Report): void {
  for (const name of foreignNames(markdown, LINK_HOSTS))
    report(field, `${name} may belong to somebody; use a name below .example or .test, or a documentation address.`);
  void walkTokens(Lexer.lex(markdown), (token: Token) => {
    if (token.type === 'html') report(field, `Prose is Markdown without HTML: ${token.raw.trim()}`);
    if (token.type === 'image') report(field, 'Prose has no pictures.');
    if (token.type === 'link') checkLink(field, token as Tokens.Link, slugs, report);
  });
}

function checkLink(field: string, { href }: Tokens.Link, slugs: readonly string[], report: Report): void {
  const [, slug] = LESSON_LINK.exec(href) ?? [];
  const [, host] = LINK.exec(href) ?? [];
  if (slug !== undefined) {
    if (!slugs.includes(slug)) report(field, `There is no lesson "${slug}" to link to.`);
  } else if (href.startsWith('mailto:')) {
    report(field, `${href.slice(7)} would become a link; write mail addresses in backticks.`);
  } else if (host === undefined || !LINK_HOSTS.includes(host)) {
    report(field, `A link leads to ${LINK_HOSTS.join(', ')} (https) or to a lesson ("lesson:slug"); this one leads to ${href}.`);
  }
}
