// A lesson being played. Inputs go in, time is moved, and everything that comes of it is in the trace.
// Each input is recorded with its instant; replaying the recording gives the same trace to the byte.

import {
  addFault,
  createWorld,
  endFaults,
  nextDue,
  record,
  replaceZone,
  runUntil as runWorld,
  step,
  switchDialect,
  takeNotices,
} from '../engine/world';
import type { Instant } from '../engine/kernel/schedule';
import { withSeed } from '../lesson/load';
import { isRight } from '../lesson/task';
import type { Lesson } from '../lesson/types';
import { begin, createTerminal, notify, typeKeys } from '../shell/terminal';
import { sleepsUntil } from '../shell/foreground';
import { nextSilence, tellSilence } from './silence';
import { beginTrial, goOnWithTrial, nextInTrial, stopTrial } from './trial';
import type { Deed, Lab, Recording } from './types';
import { editableZones } from './zones';

/** Nothing due within this much virtual time counts as rest. Milliseconds. */
const REST = 60_000;
/** A program that never rests (ping) is left running after this much. Milliseconds. */
const PATIENCE = 15 * 60_000;

/**
 * A lab at instant 0, with the lesson's terminals at their prompts. The seed decides about chance in the world and, where
 * the lesson has variants, about the names in it: `lab.lesson` is the lesson with these. Throws a WorldFault if the world
 * cannot be built, and an Error if the lesson has no such variant.
 */
export function createLab(written: Lesson, seed: number): Lab {
  const lesson = withSeed(written, seed);
  const world = createWorld(lesson.world, seed);
  const recording: Recording = {
    format: 'helo-world-recording/1',
    lesson: lesson.slug,
    lessonHash: lesson.hash,
    seed,
    inputs: [],
    end: 0,
  };
  const lab: Lab = { lesson, world, terminals: {}, silences: {}, trial: null, recording };
  for (const { name, host, user } of lesson.world.terminals) addTerminal(lab, name, host, user);
  return lab;
}

/** Does one thing a person did, at the present instant, and records it. What does not exist or is not allowed is a RangeError. */
export function input(lab: Lab, what: Deed): void {
  // What is due now happens first, live as in a replay.
  runUntil(lab, lab.world.now);
  play(lab, what);
  lab.recording.inputs.push({ at: lab.world.now, ...what });
}

/** Keys typed or pasted at a terminal, as a keyboard sends them. */
export function type(lab: Lab, terminal: string, keys: string): void {
  input(lab, { type: 'keys', terminal, keys });
}

/** Everything up to and including the instant `until`; then it is that time. Never turns the clock back. */
export function runUntil(lab: Lab, until: Instant): void {
  const { world } = lab;
  for (;;) {
    const silence = nextSilence(lab);
    const trial = nextInTrial(lab);
    const due = nextDue(world);
    if (Math.min(silence, trial, due) > until) break;
    if (trial < Math.min(silence, due)) {
      runWorld(world, trial);
      goOnWithTrial(lab);
    } else if (due <= silence) {
      step(world);
      dispatch(lab);
    } else {
      runWorld(world, silence);
      tellSilence(lab);
    }
  }
  runWorld(world, until);
  lab.recording.end = world.now;
}

/** Runs until nothing is due within 60 virtual seconds and no program in the foreground sleeps. */
export function settle(lab: Lab): void {
  const limit = lab.world.now + PATIENCE;
  for (;;) {
    const wake = sleepingUntil(lab);
    const due = Math.min(nextDue(lab.world), nextInTrial(lab));
    if (wake !== null) runUntil(lab, wake);
    else if (due <= Math.min(lab.world.now + REST, limit)) runUntil(lab, due);
    else return;
  }
}

/** The instant until which a terminal only waits for time to pass (`sleep 30m`); null if none does. */
export function sleepingUntil(lab: Lab): Instant | null {
  const wakes = Object.values(lab.terminals).flatMap((terminal) => sleepsUntil(terminal) ?? []);
  return wakes.length > 0 ? Math.min(...wakes) : null;
}

/** Plays a recording from the start. The lab afterwards equals the one that made it. */
export function replay(lesson: Lesson, recording: Recording): Lab {
  const lab = createLab(lesson, recording.seed);
  lab.recording = { ...recording, inputs: [], end: 0 };
  return resume(lab, recording);
}

/** Plays on with a recording, of which the lab already is as far as its own recording goes. Returns the same lab. */
export function resume(lab: Lab, recording: Recording): Lab {
  for (const { at, ...what } of recording.inputs.slice(lab.recording.inputs.length)) {
    runUntil(lab, at);
    input(lab, what);
  }
  runUntil(lab, recording.end);
  return lab;
}

function play(lab: Lab, what: Deed): void {
  switch (what.type) {
    case 'keys': {
      const terminal = Object.hasOwn(lab.terminals, what.terminal) ? lab.terminals[what.terminal] : undefined;
      if (!terminal) throw new RangeError(`there is no terminal "${what.terminal}"`);
      lab.silences[what.terminal] = { since: lab.world.now, told: false };
      typeKeys(terminal, what.keys, lab.world);
      dispatch(lab);
      return;
    }
    case 'predict':
      record(lab.world, { type: 'lesson.predicted', step: what.step, option: what.option });
      return;
    case 'answer': {
      const { step, item, value } = what;
      const task = lab.lesson.steps.find(({ id }) => id === step)?.task ?? null;
      record(lab.world, { type: 'lesson.answered', step, item, value, right: isRight(task, item, value) });
      return;
    }
    case 'hint':
      record(lab.world, { type: 'lesson.hinted', step: what.step, hint: what.hint });
      return;
    case 'open': {
      const first = lab.lesson.world.terminals[0];
      if (first && !Object.hasOwn(lab.terminals, what.terminal)) addTerminal(lab, what.terminal, first.host, first.user);
      return;
    }
    case 'dialect':
      // What a step asks for was thought out for the servers it was written with.
      if (lab.lesson.steps.length > 0) throw new RangeError(`the servers of "${lab.lesson.slug}" keep their dialects`);
      switchDialect(lab.world, what.host, what.dialect);
      return;
    case 'fault':
    case 'mend':
      if (lab.lesson.steps.length > 0) throw new RangeError(`in "${lab.lesson.slug}" only what the lesson planned goes wrong`);
      if (what.type === 'fault') addFault(lab.world, what.fault);
      else endFaults(lab.world, what.host, what.kind);
      return;
    case 'zone': {
      if (!editableZones(lab.lesson).includes(what.apex)) throw new RangeError(`the zone "${what.apex}" cannot be changed here`);
      const [fault] = replaceZone(lab.world, what.apex, what.text);
      if (fault) throw new RangeError(`line ${fault.line} of "${what.apex}": ${fault.message}`);
      return;
    }
    case 'schedule': {
      const { step, first, factor, longest, lifetime } = what;
      beginTrial(lab, step, { first, factor, longest, lifetime });
      return;
    }
    case 'stop':
      stopTrial(lab);
      return;
  }
}

function addTerminal(lab: Lab, name: string, host: string, user: string): void {
  const terminal = createTerminal(name, host, user);
  lab.terminals[name] = terminal;
  lab.silences[name] = { since: lab.world.now, told: false };
  begin(terminal, lab.world);
}

/** Tells programs what their sockets and timers did; what they do about it may cause more. */
function dispatch(lab: Lab): void {
  for (let told = takeNotices(lab.world); told.length > 0; told = takeNotices(lab.world)) {
    for (const { owner, notice } of told) {
      const terminal = lab.terminals[owner];
      if (terminal) notify(terminal, notice, lab.world);
    }
  }
}
