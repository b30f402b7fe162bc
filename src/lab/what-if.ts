// The same recording twice, once as it was and once with one thing changed at some moment. Nothing here touches the lab that a
// person plays, and nothing is recorded: it is an experiment. So it may change what a lesson with steps keeps as it is.

import type { Instant } from '../engine/kernel/schedule';
import type { TraceEvent } from '../engine/kernel/trace';
import { addFault, endFaults, replaceZone, switchDialect } from '../engine/world';
import type { World } from '../engine/world-types';
import type { Lesson } from '../lesson/types';
import { createLab, input, runUntil } from './lab';
import type { Lab, Recording } from './types';

/** The one thing that is changed. */
export type Change =
  /** A host's mail servers speak another dialect from the next connection on. */
  | { type: 'dialect'; host: string; dialect: string }
  /** A zone says something else: the whole of its text. */
  | { type: 'zone'; apex: string; text: string }
  /** A machine is off from then on, or on again. */
  | { type: 'power'; host: string; on: boolean };

/** What came of it, with the change and without. */
export interface WhatIf {
  as: readonly TraceEvent[];
  changed: readonly TraceEvent[];
  /** Events that both have in common: what was before the change. */
  shared: number;
}

/** The world has no such host, dialect or zone, or the zone's text has a fault. */
export class ChangeFault extends Error {}

/**
 * Plays a recording as it is, and with a change at the instant `at` (ms; what is due then happens first). Both go on until
 * `until`. `lesson` is the one that was played, with the names of its variant. Throws a ChangeFault if the change cannot be made.
 */
export function whatIf(lesson: Lesson, recording: Recording, at: Instant, change: Change, until: Instant): WhatIf {
  const as = played(lesson, recording, until, null);
  const changed = played(lesson, recording, until, { at, change });
  return { as: as.lab.world.trace, changed: changed.lab.world.trace, shared: changed.shared };
}

function played(
  lesson: Lesson,
  recording: Recording,
  until: Instant,
  turn: { at: Instant; change: Change } | null,
): { lab: Lab; shared: number } {
  const lab = createLab(lesson, recording.seed);
  const inputs = recording.inputs.filter((each) => each.at <= until);
  const before = turn ? inputs.filter((each) => each.at <= turn.at) : inputs;
  play(lab, before);
  let shared = lab.world.trace.length;
  if (turn) {
    runUntil(lab, turn.at);
    shared = lab.world.trace.length;
    apply(lab.world, turn.change);
    play(lab, inputs.slice(before.length));
  }
  runUntil(lab, until);
  return { lab, shared };
}

function play(lab: Lab, inputs: Recording['inputs']): void {
  for (const { at, ...what } of inputs) {
    runUntil(lab, at);
    input(lab, what);
  }
}

function apply(world: World, change: Change): void {
  try {
    make(world, change);
  } catch (fault) {
    if (fault instanceof RangeError) throw new ChangeFault(fault.message);
    throw fault;
  }
}

function make(world: World, change: Change): void {
  switch (change.type) {
    case 'dialect':
      switchDialect(world, change.host, change.dialect);
      return;
    case 'zone': {
      const [fault] = replaceZone(world, change.apex, change.text);
      if (fault) throw new ChangeFault(`line ${fault.line}: ${fault.message}`);
      return;
    }
    case 'power':
      if (change.on) endFaults(world, change.host, 'down');
      else addFault(world, { kind: 'down', host: change.host, from: world.now });
      return;
  }
}
