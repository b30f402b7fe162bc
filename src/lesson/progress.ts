// How far a learner has come: a fold over the trace, never a flag that somebody sets. Done stays done;
// steps tick in any order unless their goal says `after`.

import type { Seq, TraceEvent, TraceEventOf } from '../engine/kernel/trace';
import { isReached, tally, type Tallies } from './goal';
import { isAnswered, type Answers } from './task';
import type { Lesson, Step } from './types';

export interface StepProgress {
  id: string;
  /** The event that ticked it; null while it is open. */
  done: Seq | null;
  /** The option chosen first; null before. */
  predicted: string | null;
  /** Hints opened, in the order they were opened. */
  hints: TraceEventOf<'lesson.hinted'>['hint'][];
  /** Answers to its task; what was answered last counts. */
  answers: Answers;
  /** What its goal has met so far. */
  tallies: Tallies;
}

export interface Progress {
  /** Events folded so far. */
  seen: number;
  steps: StepProgress[];
  /** Index of the first step not done; the number of steps when all are. */
  current: number;
}

/** Progress before anything has happened. */
export function startProgress(lesson: Lesson): Progress {
  const steps = lesson.steps.map(({ id }): StepProgress => ({ id, done: null, predicted: null, hints: [], answers: {}, tallies: {} }));
  return { seen: 0, steps, current: 0 };
}

/** Progress after the events of `trace` not yet seen, up to `count` of them in all (default: every one). */
export function advance(lesson: Lesson, progress: Progress, trace: readonly TraceEvent[], count = trace.length): Progress {
  if (count <= progress.seen) return progress;
  let { steps } = progress;
  for (let i = progress.seen; i < count; i++) {
    const event = trace[i];
    if (event) steps = take(lesson, steps, event);
  }
  const open = steps.findIndex((step) => step.done === null);
  return { seen: count, steps, current: open < 0 ? steps.length : open };
}

function take(lesson: Lesson, steps: StepProgress[], event: TraceEvent): StepProgress[] {
  if (event.type === 'lesson.predicted') {
    return change(steps, event.step, (step) => ({ ...step, predicted: step.predicted ?? event.option }));
  }
  if (event.type === 'lesson.hinted') {
    return change(steps, event.step, (step) => (step.hints.includes(event.hint) ? step : { ...step, hints: [...step.hints, event.hint] }));
  }
  const taken = steps.map((step, i) => progressed(lesson.steps[i], step, steps, event));
  return taken.every((step, i) => step === steps[i]) ? steps : taken;
}

function progressed(step: Step | undefined, before: StepProgress, all: readonly StepProgress[], event: TraceEvent): StepProgress {
  if (!step || before.done !== null) return before;
  const tallies = mayCount(step, all) ? tally(step.goal, before.tallies, event) : before.tallies;
  const answers = answersAfter(before, event);
  if (tallies === before.tallies && answers === before.answers) return before;
  const done = isReached(step.goal, tallies) && isAnswered(step.task, answers);
  return { ...before, tallies, answers, done: done ? event.seq : null };
}

function answersAfter({ id, answers }: StepProgress, event: TraceEvent): Answers {
  if (event.type !== 'lesson.answered' || event.step !== id) return answers;
  return { ...answers, [event.item]: { value: event.value, right: event.right } };
}

/** With `after`, only what happens once that step is done counts. `all` is how things stood before this event. */
function mayCount(step: Step, all: readonly StepProgress[]): boolean {
  const { after } = step.goal;
  return after === undefined || all.some(({ id, done }) => id === after && done !== null);
}

function change(steps: StepProgress[], id: string, how: (step: StepProgress) => StepProgress): StepProgress[] {
  return steps.map((step) => (step.id === id ? how(step) : step));
}
