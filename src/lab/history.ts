// Time goes both ways. To look at a past moment nothing is replayed: everything a person sees is a fold
// of the trace, so a moment is the first so many of its events. To go on from a moment takes the world
// of then: the recording, cut there, is replayed, from the nearest lab that was kept on the way.

import type { Instant } from '../engine/kernel/schedule';
import type { TraceEvent } from '../engine/kernel/trace';
import { copy, nextDue, restore, snapshot, type Snapshot } from '../engine/world';
import { replay, resume, runUntil } from './lab';
import { nextSilence } from './silence';
import { nextInTrial } from './trial';
import type { Input, Lab, Recording } from './types';

/** A lab as it was after its first `inputs`, without its trace. */
export interface Kept {
  at: Instant;
  inputs: readonly Input[];
  world: Snapshot;
  rest: Pick<Lab, 'terminals' | 'silences' | 'trial'>;
}

/** A lab is kept after so many inputs. */
const SPACING = 100;
/** Something due later than this (ms) is not on its way: somebody waits for somebody. */
const UNDER_WAY = 60_000;

/** How many events had happened at an instant, those of that very millisecond included. */
export function countAt(trace: readonly TraceEvent[], at: Instant): number {
  let low = 0;
  let high = trace.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (trace[middle]!.at <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Keeps the lab as it is if the last one was kept long enough ago. `kept` belongs to this lab, oldest first. */
export function remember(kept: readonly Kept[], lab: Lab): readonly Kept[] {
  const { inputs } = lab.recording;
  if (inputs.length - (kept.at(-1)?.inputs.length ?? 0) < SPACING) return kept;
  const { terminals, silences, trial, world } = lab;
  const rest = copy({ terminals, silences, trial });
  return [...kept, { at: world.now, inputs: inputs.slice(), world: snapshot(world), rest }];
}

/**
 * A new lab in the state of `recording`, made from whatever `lab` and the labs kept of it have in common with it. Gives
 * also which of the kept are of use to the new one. `lab` stays as it is.
 */
export function rebuild(lab: Lab, kept: readonly Kept[], recording: Recording): { lab: Lab; kept: readonly Kept[] } {
  const usable = kept.filter((each) => leadsTo(each, recording));
  const nearest = usable.at(-1);
  const rebuilt = nearest ? resume(takeUp(lab, nearest, recording), recording) : replay(lab.lesson, recording);
  rebuilt.recording = { ...recording, inputs: recording.inputs.slice() };
  return { lab: rebuilt, kept: usable };
}

/** The recording up to and including an instant. */
export function cutAt(recording: Recording, at: Instant): Recording {
  const end = Math.min(at, recording.end);
  return { ...recording, inputs: recording.inputs.filter((input) => input.at <= end), end };
}

/** The first `count` inputs of a recording, up to the instant at which the next thing was done. */
export function cutTo(recording: Recording, count: number): Recording {
  return { ...recording, inputs: recording.inputs.slice(0, count), end: recording.inputs[count]?.at ?? recording.end };
}

/**
 * Where each thing a person did begins, as indices of inputs. A line is one thing from its first key to its Enter, and so
 * are the keys after the last Enter; ^C, ^D and ^] end one too. A prediction, a hint and a new terminal are one each.
 */
export function deeds(inputs: readonly Input[]): number[] {
  return inputs.flatMap((input, i) => (continuesDeed(inputs[i - 1], input) ? [] : [i]));
}

/** The recording without the last thing done; null if nothing was done yet. */
export function undone(recording: Recording): Recording | null {
  const last = deeds(recording.inputs).at(-1);
  return last === undefined ? null : cutTo(recording, last);
}

/** More of a recording: as far as it goes with one thing more than its first `count` inputs. */
export function redone(recording: Recording, count: number): Recording {
  const next = deeds(recording.inputs).find((index) => index > count);
  return cutTo(recording, next ?? recording.inputs.length);
}

/** True if the inputs of `long` begin with those of `short`. */
export function beginsWith(long: readonly Input[], short: readonly Input[]): boolean {
  return short.length <= long.length && short.every((input, i) => isSame(input, long[i]!));
}

/**
 * Lets the next thing on its way happen: time moves to the instant at which the wire has something new to show. False, and
 * nothing is changed, if nothing is on its way.
 */
export function stepOnWire(lab: Lab): boolean {
  const { world } = lab;
  for (;;) {
    const due = Math.min(nextDue(world), nextSilence(lab), nextInTrial(lab));
    if (due > world.now + UNDER_WAY || Math.min(nextDue(world), nextInTrial(lab)) > world.now + UNDER_WAY) return false;
    const before = world.trace.length;
    runUntil(lab, due);
    if (world.trace.length > before) return true;
  }
}

/** When the first event after the first `count` happened, keys apart; null if there is none. */
export function nextShown(trace: readonly TraceEvent[], count: number): Instant | null {
  for (let i = count; i < trace.length; i++) if (trace[i]!.type !== 'terminal.edit') return trace[i]!.at;
  return null;
}

const ENDS_A_LINE = /[\r\n\x03\x04\x1d]/;

function continuesDeed(before: Input | undefined, input: Input): boolean {
  if (before?.type !== 'keys' || input.type !== 'keys') return false;
  return before.terminal === input.terminal && !ENDS_A_LINE.test(before.keys);
}

/** True if whoever replays the recording comes by this very state. */
function leadsTo({ at, inputs }: Kept, recording: Recording): boolean {
  const next = recording.inputs[inputs.length];
  return recording.end >= at && (next === undefined || next.at >= at) && beginsWith(recording.inputs, inputs);
}

function takeUp(lab: Lab, { at, inputs, world, rest }: Kept, recording: Recording): Lab {
  const { lesson } = lab;
  return { lesson, world: restore(world, lab.world.trace), ...copy(rest), recording: { ...recording, inputs: [...inputs], end: at } };
}

/** Equality of plain data: a fault is an object in an input. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const names = Object.keys(a);
  const value = (from: object, name: string) => (from as Record<string, unknown>)[name];
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && isSame(value(a, name), value(b, name)));
}
