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
  if (ms < MINUTE) return t('wait.s', { n: Math.round(ms / SECOND) });
  if (ms < HOUR) return t('wait.min', { n: Math.round(ms / MINUTE) });
  if (ms < DAY) return t('wait.h', { n: Math.round((ms / HOUR) * 2) / 2 });
  const [d, h] = [Math.floor(ms / DAY), Math.floor((ms % DAY) / HOUR)];
  return h === 0 ? t('wait.days', { n: d }) : t('wait.d', { d, h });
}
