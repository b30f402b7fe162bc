// Time as a length. Between two marks a silence is as long as the logarithm of its milliseconds, so that
// days do not lose the seconds. What has room stands at its natural length; what has not is pressed together.

import type { Instant } from '../../engine/kernel/schedule';
import type { Mark, MarkKind } from './timeline';

/** A place on the timeline, in natural units from its beginning. */
interface Stop {
  at: Instant;
  place: number;
}

export interface Scale {
  /** The beginning, every instant with a mark, and now. */
  stops: readonly Stop[];
  /** Pixels for one unit. */
  unit: number;
}

/** A silence worth telling: longer than this (ms). */
const LONG = 60_000;

/** The scale of marks up to the instant `now`, on `width` pixels, at most `natural` of them for one unit. */
export function scaleOf(marks: readonly Mark[], now: Instant, width: number, natural: number): Scale {
  const stops: Stop[] = [{ at: 0, place: 0 }];
  for (const { at } of marks) follow(stops, at);
  follow(stops, now);
  const length = stops.at(-1)!.place;
  return { stops, unit: length === 0 ? natural : Math.min(natural, width / length) };
}

function follow(stops: Stop[], at: Instant): void {
  const last = stops.at(-1)!;
  if (at > last.at) stops.push({ at, place: last.place + lengthOf(at - last.at) });
}

/** Pixels from the beginning to an instant between 0 and now. */
export function placeOf({ stops, unit }: Scale, at: Instant): number {
  const { at: from, place } = stops[lastStop(stops, (stop) => stop.at <= at)]!;
  return (place + lengthOf(Math.max(0, at - from))) * unit;
}

/** The instant at a place, whole milliseconds: a mark's own if it stands within `reach` pixels. */
export function instantAt({ stops, unit }: Scale, pixels: number, reach: number): Instant {
  const place = Math.max(0, pixels / unit);
  const index = lastStop(stops, (stop) => stop.place <= place);
  const before = stops[index]!;
  const after = stops[index + 1];
  const near = [before, after].filter((stop) => stop && Math.abs(stop.place - place) * unit <= reach);
  const nearest = near.sort((a, b) => Math.abs(a!.place - place) - Math.abs(b!.place - place))[0];
  if (nearest) return nearest.at;
  return after ? Math.min(after.at, before.at + Math.round(Math.exp(place - before.place) - 1)) : before.at;
}

/** Silences long enough to be told, where there is room for it: the place of their middle in pixels, and milliseconds. */
export function silences({ stops, unit }: Scale, room: number): { place: number; milliseconds: number }[] {
  if (unit === 0) return []; // nobody knows yet how wide it will be
  return stops.slice(1).flatMap(({ at, place }, i) => {
    const before = stops[i]!;
    if (at - before.at < LONG || (place - before.place) * unit < room) return [];
    return [{ place: ((place + before.place) / 2) * unit, milliseconds: at - before.at }];
  });
}

/** Marks with their places in pixels, without those that stand nearer than `gap` to the one of their kind before. */
export function spread(marks: readonly Mark[], scale: Scale, gap: number): { mark: Mark; place: number }[] {
  const last: Partial<Record<MarkKind, number>> = {};
  return marks.flatMap((mark) => {
    const place = placeOf(scale, mark.at);
    if (place - (last[mark.kind] ?? -Infinity) < gap) return [];
    last[mark.kind] = place;
    return [{ mark, place }];
  });
}

/** Length of a silence in natural units. */
function lengthOf(milliseconds: number): number {
  return Math.log(1 + milliseconds);
}

/** Index of the last stop for which `holds`; the first one always counts. */
function lastStop(stops: readonly Stop[], holds: (stop: Stop) => boolean): number {
  let low = 0;
  let high = stops.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(stops[middle]!)) low = middle;
    else high = middle - 1;
  }
  return low;
}
