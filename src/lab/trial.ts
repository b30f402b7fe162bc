// A schedule of tries on trial (lesson/outages.ts), one outage at a time. What is recorded is the choice; the trial itself is
// done again in every replay, at the same virtual instants, because it follows from the choice. So nobody has to
// believe a result, and the page is never busy for long: as the clock goes on, the trial does.

import type { Instant } from '../engine/kernel/schedule';
import { record } from '../engine/world';
import { judged, OUTAGES, tryEndless, tryOutage } from '../lesson/outages';
import { scheduleFault, type ChosenSchedule } from '../lesson/schedule';
import type { Lab, Trial } from './types';

/** Virtual milliseconds from one outage to the next. */
const PACE = 100;

/** Begins a trial; one that is under way ends without a result. Throws a RangeError for what no step asks for, or cannot be chosen. */
export function beginTrial(lab: Lab, step: string, schedule: ChosenSchedule): void {
  if (lab.lesson.steps.find(({ id }) => id === step)?.panel !== 'schedule') throw new RangeError(`"${step}" tries no schedule out`);
  const fault = scheduleFault(schedule);
  if (fault) throw new RangeError(`"${fault}" of the schedule is out of bounds`);
  stopTrial(lab);
  record(lab.world, { type: 'lesson.trial', step, ...schedule, outages: OUTAGES });
  lab.trial = { step, schedule, waits: [], at: lab.world.now + PACE };
}

/** Ends a trial that is under way. */
export function stopTrial(lab: Lab): void {
  if (!lab.trial) return;
  record(lab.world, { type: 'lesson.stopped', step: lab.trial.step, after: lab.trial.waits.length });
  lab.trial = null;
}

/** When a trial goes on; Infinity if there is none. */
export function nextInTrial({ trial }: Lab): Instant {
  return trial?.at ?? Infinity;
}

/** Does the next part of the trial: an outage, or after the last the one without an end, and the judgement. */
export function goOnWithTrial(lab: Lab): void {
  const { trial, world } = lab;
  if (!trial) return;
  lab.trial = trial.waits.length < OUTAGES ? oneMore(lab, trial) : null;
  if (lab.trial) return;
  const { step, schedule, waits } = trial;
  record(world, { type: 'lesson.judged', step, ...judged(waits), ...tryEndless(schedule) });
}

function oneMore({ world }: Lab, { waits, at, ...trial }: Trial): Trial {
  const number = waits.length;
  const { wait, tries } = tryOutage(trial.schedule, number);
  record(world, { type: 'lesson.outage', step: trial.step, number: number + 1, wait, tries });
  return { ...trial, waits: [...waits, wait], at: at + PACE };
}
