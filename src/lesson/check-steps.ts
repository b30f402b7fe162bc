// Whether goals, predictions and scripts name things that exist, and whether a goal can be reached and missed.

import type { TraceBody } from '../engine/kernel/trace';
import { EVENT_FIELDS, TYPED, type FieldKind } from './event-fields';
import { isCodeClass, subject } from './goal';
import type { Condition, Fault, Goal, Lesson, Pattern, PatternValue, ScriptLine, Task } from './types';

type Report = (field: string, message: string) => void;

/** Every fault of steps.json and of the names in the scripts. */
export function checkSteps(lesson: Lesson): Fault[] {
  const faults: Fault[] = [];
  const report: Report = (field, message) => void faults.push({ file: 'steps.json', field, message });
  const ids = lesson.steps.map(({ id }) => id);
  lesson.steps.forEach(({ id, goal, task, prediction, challenge }, i) => {
    const field = id;
    if (ids.indexOf(id) < i) report(`${field}.id`, 'Two steps have this id.');
    if (challenge && i < ids.length - 1) report(`${field}.challenge`, 'The challenge is the last step.');
    if (prediction && !prediction.options.includes(prediction.truth))
      report(`${field}.prediction.truth`, `"${prediction.truth}" is not among the options.`);
    if (prediction && new Set(prediction.options).size < prediction.options.length)
      report(`${field}.prediction.options`, 'Two options have the same id.');
    if (task) checkTask(task, `${field}.task`, report);
    checkGoal(goal, `${field}.goal`, task !== null, ids.slice(0, i), lesson, report);
  });
  if (ids.length > 0 && lesson.solution.length === 0)
    faults.push({ file: 'solution.txt', field: 'file', message: 'The solution is empty.' });
  faults.push(...checkScript('solution.txt', lesson.solution, lesson));
  for (const script of lesson.also) faults.push(...checkScript('also.txt', script, lesson));
  for (const script of lesson.miss) faults.push(...checkScript('miss.txt', script, lesson));
  return faults;
}

function checkTask({ options, items }: Task, field: string, report: Report): void {
  if (new Set(options).size < options.length) report(`${field}.options`, 'Two options have the same id.');
  for (const { id, truth } of items) {
    if (typeof truth === 'string' && !options.includes(truth)) report(`${field}.items.${id}`, `"${truth}" is not among the options.`);
  }
  if (options.length > 0 && items.every(({ truth }) => typeof truth === 'number'))
    report(`${field}.options`, 'Every answer is a number, so there is nothing to choose from.');
}

function checkGoal(goal: Goal, field: string, hasTask: boolean, earlier: readonly string[], lesson: Lesson, report: Report): void {
  if (goal.after !== undefined && !earlier.includes(goal.after))
    report(`${field}.after`, `"${goal.after}" is not the id of an earlier step.`);
  const demands = goal.all.some((condition) => condition.saw || (condition.count && (condition.atLeast ?? 0) > 0));
  if (goal.all.length === 0 && !hasTask) report(field, 'A step needs a goal, a task, or both.');
  else if (goal.all.length > 0 && !demands) report(field, 'Nothing has to happen for this goal; it needs saw, or count with atLeast.');
  goal.all.forEach((condition, i) => {
    const here = goal.all.length > 1 ? `${field}.all[${i}]` : field;
    const pattern = subject(condition);
    const fields = fieldsOf(pattern);
    if (!fields) return report(`${here}.type`, `There is no event "${pattern.type}".`);
    checkCondition(condition, here, goal, report);
    const typed = [pattern.type, ...Object.keys(pattern).map((name) => `${pattern.type}.${name}`)].find((name) => TYPED.includes(name));
    if (typed) report(here, `A goal looks at what happened, not at what was typed or shown (${typed}).`);
    for (const word of [goal.within, condition.distinct]) {
      if (word !== undefined && !Object.hasOwn(fields, word)) report(here, `${pattern.type} has no field "${word}".`);
    }
    for (const [name, value] of Object.entries(pattern)) {
      if (name === 'type') continue;
      const kind = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (!kind) report(`${here}.${name}`, `${pattern.type} has no field "${name}".`);
      else for (const message of valueFaults(value, kind)) report(`${here}.${name}`, message);
      for (const message of strangers(pattern.type, name, value, lesson)) report(`${here}.${name}`, message);
    }
  });
}

function checkCondition(condition: Condition, field: string, goal: Goal, report: Report): void {
  if (condition.count && condition.atLeast === undefined && condition.atMost === undefined)
    report(field, 'A count needs atLeast or atMost.');
  const spoils = condition.never ?? condition.atMost;
  if (spoils !== undefined && goal.within === undefined)
    report(field, 'One slip would close this goal for good; say within which field it holds, such as "connection".');
}

const fieldsOf = ({ type }: Pattern): Record<string, FieldKind> | null =>
  Object.hasOwn(EVENT_FIELDS, type) ? EVENT_FIELDS[type as TraceBody['type']] : null;

function valueFaults(value: PatternValue, kind: FieldKind): string[] {
  if (Array.isArray(value)) return value.flatMap((option) => valueFaults(option, kind));
  if (value === null) return [];
  if (typeof value === 'object') {
    if ('contains' in value) return kind === 'text' || kind === 'texts' ? [] : ['contains is for text.'];
    return kind === 'number' ? [] : ['atLeast and atMost are for numbers.'];
  }
  if (typeof kind !== 'string')
    return typeof value === 'string' && kind.includes(value) ? [] : [`This is one of ${kind.join(', ')}; not ${JSON.stringify(value)}.`];
  const fits = {
    text: typeof value === 'string',
    texts: typeof value === 'string',
    flag: typeof value === 'boolean',
    number: isNumeric(value),
  }[kind];
  return fits ? [] : [`${JSON.stringify(value)} can never stand in this field; it holds ${NAMES[kind]}.`];
}

const isNumeric = (value: string | number | boolean) => typeof value === 'number' || (typeof value === 'string' && isCodeClass(value));
const NAMES = { text: 'text', texts: 'a list of texts', flag: 'true or false', number: 'a number' };

/** Hosts, sites and users that this world does not have. */
function strangers(type: string, field: string, value: PatternValue, { world }: Lesson): string[] {
  const users = Object.values(world.sites).flatMap((site) => Object.keys(site.users));
  const accounts = Object.values(world.hosts).flatMap((host) => host.users ?? []);
  const known: Record<string, string[]> = {
    host: Object.keys(world.hosts),
    from: Object.keys(world.hosts),
    // A report goes to an address.
    ...(type === 'mail.reported' ? {} : { to: Object.keys(world.hosts) }),
    asker: Object.keys(world.hosts),
    site: Object.keys(world.sites),
    user: [...users, ...accounts],
  };
  const names = Object.hasOwn(known, field) ? known[field] : undefined;
  const wanted = (Array.isArray(value) ? value : [value]).filter((option) => typeof option === 'string');
  return names
    ? wanted
        .filter((name) => !names.includes(name))
        .map((name) => `This world has no ${field === 'site' || field === 'user' ? field : 'host'} "${name}".`)
    : [];
}

/** Ticks, predictions and answers of a script that name what the lesson does not have. */
export function checkScript(file: string, script: readonly ScriptLine[], { steps }: Lesson): Fault[] {
  return script.flatMap((line): Fault[] => {
    if (line.type !== 'ticks' && line.type !== 'predict' && line.type !== 'answer' && line.type !== 'schedule') return [];
    const step = steps.find(({ id }) => id === line.step);
    const field = line.type === 'ticks' ? `✓ ${line.step}` : `@${line.type} ${line.step}`;
    if (!step) return [{ file, field, message: `There is no step "${line.step}".` }];
    if (line.type === 'schedule' && step.panel !== 'schedule') return [{ file, field, message: 'The step tries no schedule out.' }];
    if (line.type === 'predict' && !step.prediction?.options.includes(line.option))
      return [{ file, field, message: `The step has no option "${line.option}".` }];
    return line.type === 'answer' ? answerFaults(step.task, line.item, line.value).map((message) => ({ file, field, message })) : [];
  });
}

function answerFaults(task: Task | null, item: string, value: string): string[] {
  const asked = task?.items.find(({ id }) => id === item);
  if (!asked) return [`The step does not ask for "${item}".`];
  const fits = typeof asked.truth === 'number' ? /^\d+$/.test(value) : task?.options.includes(value);
  return fits ? [] : [`"${value}" is no answer to "${item}".`];
}
