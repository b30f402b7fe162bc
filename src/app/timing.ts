// Which moment the page shows, and how fast time passes there. Time stands still at now while somebody
// looks at the past: the server must not lose its patience meanwhile.

import type { Instant } from '../engine/kernel/schedule';
import { nextShown } from '../lab/history';
import type { Lab } from '../lab/types';

/** Virtual milliseconds in one of the wall's. */
export const PACES = [1, 10, 100] as const;
export type Pace = (typeof PACES)[number];

/** When the past is played again, a silence is cut to this (ms). */
const SILENCE = 2_000;

export interface Timing {
  pace: Pace;
  /** Time stands still at now. */
  paused: boolean;
  /** The past moment that is looked at; null for now. */
  looking: Instant | null;
  /** The past goes on by itself, up to now. */
  playing: boolean;
}

export const RUNNING: Timing = { pace: 1, paused: false, looking: null, playing: false };

/** Virtual milliseconds that pass in one of the wall's. */
export function rateOf({ pace, paused, looking, playing }: Timing): number {
  const still = looking === null ? paused : !playing;
  return still ? 0 : pace;
}

/** Looks at an instant (ms), which is now if nothing newer has happened; null is now. */
export function lookAt(timing: Timing, lab: Lab, at: Instant | null): Timing {
  const past = at !== null && at < lab.world.now;
  return { ...timing, looking: past ? Math.max(0, Math.round(at)) : null, playing: past && timing.playing };
}

/** The past after some milliseconds of being played again. `count` events have happened where it stands. */
export function playOn(timing: Timing, lab: Lab, count: number, milliseconds: number): Timing {
  const { trace, now } = lab.world;
  const next = nextShown(trace, count) ?? now;
  return lookAt(timing, lab, Math.max((timing.looking ?? now) + milliseconds, next - SILENCE));
}
