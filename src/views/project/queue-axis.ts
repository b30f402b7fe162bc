// A letter's waiting as a small axis from its coming into the queue to its end. Rule: as on the great timeline a length is the
// logarithm of a time, so that the first half hour and the fifth day both have room.

import type { Instant } from '../../engine/kernel/schedule';
import type { Waiting } from './queue';

export type AxisMark = 'tried' | 'next' | 'planned' | 'warning' | 'expiry' | 'now';

export interface AxisPoint {
  mark: AxisMark;
  at: Instant;
  /** 0 at the beginning, 1 at the end. */
  place: number;
}

export interface AxisHour {
  /** Milliseconds since the beginning. */
  after: number;
  place: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Parts of the axis: how near words may stand, and planned tries. */
const WORDS = 0.15;
const TICKS = 0.014;
/** What is worth a line and a word. */
const SCALE = [10 * MINUTE, HOUR, 4 * HOUR, DAY, 2 * DAY, 5 * DAY, 10 * DAY];

/** The marks of one waiting letter at an instant, in the order of their time. */
export function axisOf(waiting: Waiting, now: Instant): AxisPoint[] {
  const { since, expires, tries, nextTry, planned, warnAt } = waiting;
  const point = (mark: AxisMark, at: Instant): AxisPoint => ({ mark, at, place: placeOn(at - since, expires - since) });
  return [
    ...tries.map((at) => point('tried', at)),
    ...(nextTry === null ? [] : [point('next', nextTry)]),
    ...apart(
      planned.map((at) => point('planned', at)),
      TICKS,
    ),
    ...(warnAt === null ? [] : [point('warning', warnAt)]),
    point('expiry', expires),
    point('now', now),
  ].sort((a, b) => a.at - b.at);
}

/** Hours and days along the axis. */
export function hoursOf({ since, expires }: Waiting): AxisHour[] {
  const hours = SCALE.filter((after) => after < expires - since).map((after) => ({ after, place: placeOn(after, expires - since) }));
  return apart(hours, WORDS);
}

/** Without those that stand too near to the one before. */
function apart<T extends { place: number }>(points: readonly T[], least: number): T[] {
  const kept: T[] = [];
  for (const point of points) if (point.place - (kept.at(-1)?.place ?? -Infinity) >= least) kept.push(point);
  return kept;
}

/** Where a time after the beginning stands, on an axis that is so long (ms). The first ten minutes take little room. */
function placeOn(after: number, length: number): number {
  const of = (ms: number) => Math.log(1 + Math.max(0, ms) / (10 * MINUTE));
  return Math.min(1, of(after) / (of(length) || 1));
}
