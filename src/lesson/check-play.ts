// Whether a lesson can be done: its solution ticks each step, exactly where it says; every other right way
// passes too; near misses tick nothing; and nothing ticks by itself.

import type { TraceEvent } from '../engine/kernel/trace';
import { advance, startProgress, type Progress } from './progress';
import type { Fault, Lesson, ScriptLine } from './types';

/** A script played from the start. */
export interface Played {
  trace: readonly TraceEvent[];
  /** Events before the first line. */
  start: number;
  /** Events after each line of the script. */
  after: readonly number[];
}

/** Plays a script in a fresh lab and gives what happened, or a sentence about what could not be played. */
export type Play = (lesson: Lesson, script: readonly ScriptLine[]) => Played | string;

/** A wait that is longer than any timeout of a server. Milliseconds. */
const LONG = 3_600_000;

/** Every fault that playing shows. */
export function checkPlay(lesson: Lesson, play: Play): Fault[] {
  const idle = play(lesson, [{ type: 'sleep', milliseconds: LONG }]);
  if (typeof idle === 'string') return [{ file: 'world.json', field: 'all of it', message: idle }];
  const early = lesson.steps.filter((_, i) => doneAt(lesson, idle)[i] !== null);
  if (early.length > 0)
    return early.map(({ id }) => ({ file: 'steps.json', field: id, message: 'This step ticks before anything was done.' }));
  return [
    ...checkSolution(lesson, play),
    ...lesson.also.flatMap((script, i) => checkOther(lesson, play, 'also.txt', i, script)),
    ...lesson.miss.flatMap((script, i) => checkOther(lesson, play, 'miss.txt', i, script)),
  ];
}

function checkSolution(lesson: Lesson, play: Play): Fault[] {
  const file = 'solution.txt';
  const { solution, steps } = lesson;
  const faults: Fault[] = [];
  const ticked = solution.flatMap((line) => (line.type === 'ticks' ? [line.step] : []));
  for (const { id } of steps)
    if (!ticked.includes(id)) faults.push({ file, field: `✓ ${id}`, message: 'The solution does not tick this step.' });
  const ordered = steps.map(({ id }) => id).filter((id) => ticked.includes(id));
  const astray = ticked.findIndex((id, i) => id !== ordered[i]);
  if (astray >= 0) faults.push({ file, field: `✓ ${ticked[astray]}`, message: 'Steps tick once each, in the order of steps.json.' });
  if (faults.length > 0) return faults;
  const played = play(lesson, solution);
  if (typeof played === 'string') return [{ file, field: 'all of it', message: played }];
  const done = doneAt(lesson, played);
  return solution.flatMap((line, i): Fault[] => {
    if (line.type !== 'ticks') return [];
    const at = done[steps.findIndex(({ id }) => id === line.step)] ?? null;
    const field = `✓ ${line.step}`;
    if (at === null || at >= (played.after[i] ?? 0)) return [{ file, field, message: 'The step is not done here.' }];
    if (at < lengthBeforeAction(played, solution, i)) return [{ file, field, message: 'The step ticks earlier than here.' }];
    return [];
  });
}

/** Events before the last line that did something, seen from a tick. */
function lengthBeforeAction({ start, after }: Played, script: readonly ScriptLine[], tick: number): number {
  let action = tick - 1;
  while (action >= 0 && (script[action]?.type === 'ticks' || script[action]?.type === 'predict')) action--;
  return action <= 0 ? start : (after[action - 1] ?? start);
}

function checkOther(lesson: Lesson, play: Play, file: string, index: number, script: readonly ScriptLine[]): Fault[] {
  const named = script.flatMap((line) => (line.type === 'ticks' ? [line.step] : []));
  const field = (step: string) => `script ${index + 1}, ✓ ${step}`;
  if (file === 'also.txt' && named.length === 0)
    return [{ file, field: `script ${index + 1}`, message: 'It names no step that it ticks.' }];
  const played = play(lesson, script);
  if (typeof played === 'string') return [{ file, field: `script ${index + 1}`, message: played }];
  const done = doneAt(lesson, played);
  const faults = script.flatMap((line, i): Fault[] => {
    if (line.type !== 'ticks') return [];
    const at = done[lesson.steps.findIndex(({ id }) => id === line.step)] ?? null;
    return at !== null && at < (played.after[i] ?? 0) ? [] : [{ file, field: field(line.step), message: 'The step is not done here.' }];
  });
  if (file === 'also.txt') return faults;
  const extra = lesson.steps.filter(({ id }, i) => done[i] !== null && !named.includes(id));
  return [...faults, ...extra.map(({ id }) => ({ file, field: field(id), message: 'A near miss ticks this step.' }))];
}

/** For each step the event that ticked it. */
function doneAt(lesson: Lesson, { trace }: Played): (number | null)[] {
  const progress: Progress = advance(lesson, startProgress(lesson), trace);
  return progress.steps.map(({ done }) => done);
}
