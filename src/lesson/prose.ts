// lesson.md and its translations: everything a reader reads. Markdown, never HTML.
//
//   ---
//   title: Knock on port 25
//   summary: One sentence.
//   support: worked              (lesson.md only: worked, faded or goal)
//   objectives:
//     - What you can do afterwards.
//   rfc:                         (lesson.md only)
//     - RFC 5321, 3.1
//   ---
//   What is said before the first step.
//
//   ## step-id The step's title
//   What to do, in a few sentences.
//
//   ### Predict
//   The question?
//   - `option-id` The answer to choose
//     > What is said to whoever chose it.
//
//   ### Task
//   What is asked?
//   - `item-id` One thing to answer
//     > What is said when the answer is right (may be left out).
//
//   ### Answers   what can be chosen for each item, written like the options of a prediction
//   ### Look      H1: where on the screen the answer is
//   ### Rule      H2: the rule, with its RFC section
//   ### After     said when the step is done
//
// These names stay in English in a translation; they are marks, not prose.

import { Lexer, type Token, type Tokens } from 'marked';
import type { FrontMatter } from './front-matter';
import type { Fault, LessonProse, StepProse, TaskProse } from './types';

const PARTS = ['Predict', 'Task', 'Answers', 'Look', 'Rule', 'After'] as const;
type Part = (typeof PARTS)[number];

interface Section {
  id: string;
  title: string;
  body: string;
  parts: Partial<Record<Part, Token[]>>;
}

/** The prose below the front matter. Faults name step and part; in a translation it is none if something is not said. */
export function readProse(
  file: string,
  front: FrontMatter,
  markdown: string,
  translation = false,
): { prose: LessonProse; faults: Fault[] } {
  const faults: Fault[] = [];
  const add = (field: string, message: string) => void faults.push({ file, field, message });
  const report: Report = Object.assign(add, { lack: translation ? () => undefined : add });
  const { intro, sections } = split(Lexer.lex(markdown), report);
  const steps: Record<string, StepProse> = {};
  for (const section of sections) {
    if (Object.hasOwn(steps, section.id)) report(section.id, 'Two sections have this id.');
    if (section.body === '') report.lack(section.id, 'The section says nothing; it needs a sentence on what to do.');
    steps[section.id] = stepProse(section, report);
  }
  const { title, summary, objectives } = front;
  return { prose: { title, summary, objectives, intro, steps }, faults };
}

type Say = (field: string, message: string) => void;
/** Reports what is wrong; `lack` reports what is not there. */
type Report = Say & { lack: Say };

function split(tokens: Token[], report: Report): { intro: string; sections: Section[] } {
  let intro = '';
  const sections: Section[] = [];
  let part: Token[] | null = null;
  for (const token of tokens) {
    const section = sections.at(-1);
    if (token.type !== 'heading') {
      if (part) part.push(token);
      else if (section) section.body += token.raw;
      else intro += token.raw;
      continue;
    }
    const { depth, text } = token as Tokens.Heading;
    if (depth === 2) {
      const [, id = '', title = ''] = /^([a-z0-9-]+)\s+(.+)$/.exec(text) ?? [];
      if (id === '') report(text, 'A step\'s heading is its id and its title: "## step-id The title".');
      sections.push({ id: id || text, title, body: '', parts: {} });
      part = null;
    } else if (depth === 3 && section && isPart(text)) {
      if (section.parts[text]) report(`${section.id}.${text}`, 'This part is there twice.');
      part = section.parts[text] = [];
    } else {
      report(section?.id ?? 'intro', `The heading "${text}" has no place here; a section has ### ${PARTS.join(', ### ')}.`);
    }
  }
  return { intro: intro.trim(), sections: sections.map((section) => ({ ...section, body: section.body.trim() })) };
}

const isPart = (text: string): text is Part => (PARTS as readonly string[]).includes(text);

function stepProse({ id, title, body, parts }: Section, report: Report): StepProse {
  const source = (part: Part) => {
    const tokens = parts[part];
    if (!tokens) return null;
    const text = sourceOf(tokens);
    if (text === '') report.lack(`${id}.${part}`, 'This part is empty.');
    return text;
  };
  const predicted = parts.Predict ? choice(`${id}.Predict`, parts.Predict, report) : null;
  if (predicted?.question === '') report.lack(`${id}.Predict`, 'The prediction asks nothing; write the question above its options.');
  const { question, options } = { question: predicted?.question ?? null, options: predicted?.options ?? {} };
  const task = taskProse(id, parts, report);
  return { title, body, question, options, task, look: source('Look'), rule: source('Rule'), after: source('After') };
}

function taskProse(id: string, { Task, Answers }: Section['parts'], report: Report): TaskProse | null {
  if (!Task) {
    if (Answers) report(`${id}.Answers`, 'There are answers, but no task.');
    return null;
  }
  const { question, items } = listOf(Task);
  if (question === '') report.lack(`${id}.Task`, 'The task asks nothing; write the question above its items.');
  const named: TaskProse['items'] = {};
  for (const item of items) {
    const { name, label, quote } = entryOf(`${id}.Task`, item, named, report);
    if (name !== '') named[name] = { label, remark: quote === '' ? null : quote };
  }
  return { question, items: named, answers: Answers ? choice(`${id}.Answers`, Answers, report).options : {} };
}

/** A list of options, each with its feedback, and what stands above it. */
function choice(field: string, tokens: Token[], report: Report): Pick<StepProse, 'options'> & { question: string } {
  const options: StepProse['options'] = {};
  const { question, items } = listOf(tokens);
  for (const item of items) {
    const { name, label, quote } = entryOf(field, item, options, report);
    if (quote === '') report.lack(`${field}.${name || label}`, 'The option has no feedback; write it below, behind ">".');
    if (name !== '') options[name] = { label, feedback: quote };
  }
  return { question, options };
}

function listOf(tokens: Token[]): { question: string; items: Tokens.ListItem[] } {
  const list = tokens.find((token): token is Tokens.List => token.type === 'list');
  return { question: sourceOf(tokens.filter((token) => token !== list)), items: list?.items ?? [] };
}

/** One entry of such a list: "- `id` Words", and below it a quote. */
function entryOf(field: string, item: Tokens.ListItem, before: object, report: Report): { name: string; label: string; quote: string } {
  const quote = item.tokens.find((token): token is Tokens.Blockquote => token.type === 'blockquote');
  const line = sourceOf(item.tokens.filter((token) => token !== quote));
  const [, name = '', label = ''] = /^`([a-z0-9-]+)`\s*([\s\S]*)$/.exec(line) ?? [];
  const here = `${field}.${name || item.text.split('\n')[0]}`;
  if (name === '') report(here, 'An option begins with its id in backticks: "- `id` The answer".');
  else if (Object.hasOwn(before, name)) report(here, 'Two options have this id.');
  else if (label === '') report.lack(here, 'The option has no words to choose it by.');
  return { name, label: name === '' ? (item.text.split('\n')[0] ?? '') : label, quote: quote?.text.trim() ?? '' };
}

const sourceOf = (tokens: Token[]) =>
  tokens
    .map((token) => token.raw)
    .join('')
    .trim();
