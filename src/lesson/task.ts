// Questions whose proof is an answer of the learner: chosen from options, or a number entered. An answer
// may be corrected freely; the latest one counts.

import type { Task } from './types';

/** What a learner has answered so far, by item. */
export type Answers = Readonly<Record<string, { value: string; right: boolean }>>;

/** Whether `value` is right for an item. Numbers are as typed: blanks around them and zeros before them do not count. */
export function isRight(task: Task | null, item: string, value: string): boolean {
  const truth = task?.items.find(({ id }) => id === item)?.truth;
  if (truth === undefined) return false;
  return typeof truth === 'string' ? value === truth : /^\s*\d{1,15}\s*$/.test(value) && Number(value) === truth;
}

/** Whether every item has the right answer. True where nothing is asked. */
export function isAnswered(task: Task | null, answers: Answers): boolean {
  return task === null || task.items.every(({ id }) => Object.hasOwn(answers, id) && answers[id]?.right === true);
}
