// When a letter that could not be handed over is tried again (RFC 5321, 4.5.4.1): data, by name. Times in milliseconds.

import type { RetrySchedule } from './types';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const SCHEDULES: Readonly<Record<string, RetrySchedule>> = {
  /** As the RFC advises, in round numbers: at 0, 30 min and 1 h, then every two hours, for five days. */
  teach: { retry: { kind: 'gaps', gaps: [30 * MINUTE, 30 * MINUTE, 2 * HOUR] }, warnAfter: 4 * HOUR, lifetime: 5 * DAY },
  /** minimal_backoff_time 300 s, maximal_backoff_time 4000 s, maximal_queue_lifetime 5 d; no warning unless asked for. */
  postfix: { retry: { kind: 'age', least: 300_000, most: 4_000_000 }, lifetime: 5 * DAY },
  /** `F,2h,15m; G,16h,1h,1.5; F,4d,6h`, and delay_warning after a day. */
  exim: {
    retry: {
      kind: 'rules',
      rules: [
        { until: 2 * HOUR, gap: 15 * MINUTE },
        { until: 16 * HOUR, gap: HOUR, factor: 1.5 },
        { until: 4 * DAY, gap: 6 * HOUR },
      ],
    },
    warnAfter: DAY,
    lifetime: 4 * DAY,
  },
};

/** A host's schedule: by name, its own, or `teach`. Throws a RangeError for a name there is none of. */
export function scheduleOf(schedule: string | RetrySchedule = 'teach'): RetrySchedule {
  if (typeof schedule !== 'string') return schedule;
  const named = Object.hasOwn(SCHEDULES, schedule) ? SCHEDULES[schedule] : undefined;
  if (!named) throw new RangeError(`there is no retry schedule "${schedule}"; there are ${Object.keys(SCHEDULES).join(', ')}`);
  return named;
}

/**
 * How long to wait after a try. `attempts` counts those that have ended, the present one included; `age` is how long the
 * letter has waited (ms).
 */
export function gapAfter({ retry }: RetrySchedule, attempts: number, age: number): number {
  switch (retry.kind) {
    case 'gaps':
      return retry.gaps[Math.min(attempts, retry.gaps.length) - 1] ?? HOUR;
    case 'age':
      return Math.min(Math.max(age, retry.least), retry.most);
    case 'rules':
      return gapByRules(retry.rules, age);
  }
}

/** A gap that grows begins with the time at which its rule does, so that only the age need be known. */
function gapByRules(rules: { until: number; gap: number; factor?: number; most?: number }[], age: number): number {
  const index = rules.findIndex(({ until }) => age < until);
  const rule = rules.at(index < 0 ? -1 : index);
  if (!rule) return HOUR;
  let gap = rule.gap;
  let reached = index > 0 ? (rules[index - 1]?.until ?? 0) : 0;
  while (rule.factor !== undefined && reached + gap <= age) {
    reached += gap;
    gap = Math.min(Math.round(gap * rule.factor), rule.most ?? Infinity);
  }
  return gap;
}
