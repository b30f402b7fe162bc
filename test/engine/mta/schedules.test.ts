import { describe, expect, it } from 'vitest';
import { gapAfter, scheduleOf, SCHEDULES } from '../../../src/engine/mta/schedules';
import type { RetrySchedule } from '../../../src/engine/mta/types';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Instants of the first tries, in hours since the letter came. */
function instants(schedule: RetrySchedule, count: number): number[] {
  const all = [0];
  while (all.length < count) all.push(all.at(-1)! + gapAfter(schedule, all.length, all.at(-1)!));
  return all.map((at) => Math.round((at / HOUR) * 1000) / 1000);
}

describe('retry schedules', () => {
  it('teach: at once, after half an hour, an hour, then every two hours', () => {
    expect(instants(scheduleOf(), 8)).toEqual([0, 0.5, 1, 3, 5, 7, 9, 11]);
    expect(scheduleOf('teach')).toMatchObject({ warnAfter: 4 * HOUR, lifetime: 120 * HOUR });
  });

  it('postfix: five minutes, then twice the age, up to 4000 seconds', () => {
    const seconds = instants(scheduleOf('postfix'), 9).map((hours) => Math.round(hours * 3600));
    expect(seconds).toEqual([0, 300, 600, 1200, 2401, 4799, 8798, 12798, 16798].map((at) => expect.closeTo(at, -1) as number));
    expect(SCHEDULES['postfix']).not.toHaveProperty('warnAfter');
  });

  it('exim: every quarter of an hour for two hours, then gaps that grow by half, then every six hours', () => {
    const all = instants(scheduleOf('exim'), 40);
    expect(all.slice(0, 9)).toEqual([0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2]);
    const gaps = all.slice(9).map((at, i) => Math.round((at - all[8 + i]!) * 100) / 100);
    expect(gaps.slice(0, 5)).toEqual([1, 1.5, 2.25, 3.38, 5.06]);
    expect(gaps.slice(-5)).toEqual([6, 6, 6, 6, 6]);
  });

  it('a growing gap stays under its limit, and the last rule holds for all that is older', () => {
    const schedule: RetrySchedule = {
      retry: { kind: 'rules', rules: [{ until: HOUR, gap: MINUTE, factor: 10, most: 20 * MINUTE }] },
      lifetime: 5 * HOUR,
    };
    expect([0, MINUTE, 11 * MINUTE, 31 * MINUTE, 9 * HOUR].map((age) => gapAfter(schedule, 1, age) / MINUTE)).toEqual([1, 10, 20, 20, 20]);
  });

  it('a schedule of its own is taken as it is; a name must be one there is', () => {
    const own: RetrySchedule = { retry: { kind: 'gaps', gaps: [HOUR] }, lifetime: HOUR };
    expect(scheduleOf(own)).toBe(own);
    expect(() => scheduleOf('sendmail')).toThrow(/no retry schedule "sendmail"; there are teach, postfix, exim/);
    expect(() => scheduleOf('constructor')).toThrow(RangeError);
  });
});
