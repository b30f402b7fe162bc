// Instants and spans of days and weeks, in words.

import { civil, clock } from '../engine/kernel/calendar';
import type { Instant } from '../engine/kernel/schedule';
import { t } from '../messages/t';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** An instant as the clock shows it, from the world's second day on with the day. `epoch`: milliseconds since 1970 at instant 0. */
export function when(epoch: number, at: Instant): string {
  const day = Math.floor((epoch + at) / DAY) - Math.floor(epoch / DAY) + 1;
  const time = clock(civil(epoch + at));
  return day === 1 ? time : t('path.day', { day, clock: time });
}

/** A span (ms) in its largest unit, from a day on in two. */
export function span(milliseconds: number): string {
  const ms = Math.max(0, milliseconds);
  // Rounded first: an hour less half a second is an hour.
  const [seconds, minutes, halfHours] = [SECOND, MINUTE, HOUR / 2].map((unit) => Math.round(ms / unit)) as [number, number, number];
  if (seconds < 60) return t('wait.s', { n: seconds });
  if (minutes < 60) return t('wait.min', { n: minutes });
  if (halfHours < 48) return t('wait.h', { n: halfHours / 2 });
  const [d, h] = [Math.floor(Math.round(ms / HOUR) / 24), Math.round(ms / HOUR) % 24];
  return h === 0 ? t('wait.days', { n: d }) : t('wait.d', { d, h });
}
