import { describe, expect, it } from 'vitest';
import { judged, OUTAGE, OUTAGES, SOON, tryEndless, tryOutage } from '../../src/lesson/outages';
import { BOUNDS, scheduleFault, type ChosenSchedule } from '../../src/lesson/schedule';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const good: ChosenSchedule = { first: 15 * MINUTE, factor: 1.4, longest: 6 * HOUR, lifetime: 5 * DAY };

describe('a schedule in an outage', () => {
  it('brings the letter after the server is back, within the gap that is running then', () => {
    for (const number of [0, 17, OUTAGES - 1]) {
      const { wait, tries } = tryOutage(good, number);
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThan(good.longest);
      expect(tries).toBeGreaterThan(0);
    }
  });

  it('tries less often the later in the outage the letter came', () => {
    const early = tryOutage(good, 0).tries;
    const late = tryOutage(good, OUTAGES - 1).tries;
    expect(early).toBeGreaterThan(late);
    expect(late).toBeLessThanOrEqual(2);
  });

  it('is the same every time', () => {
    expect(tryOutage(good, 3)).toEqual(tryOutage(good, 3));
  });

  it('waits no longer than an even gap', () => {
    const even = { ...good, first: 30 * MINUTE, factor: 1, longest: 30 * MINUTE };
    const { wait, tries } = tryOutage(even, 0);
    // One try at once, and one every half hour from then on, until the outage is over.
    expect(tries).toBe(Math.ceil(OUTAGE / (30 * MINUTE)) + 1);
    expect(wait).toBeLessThan(31 * MINUTE);
  });
});

describe('a schedule in an outage without an end', () => {
  it('counts the tries of the fullest day, and how long the letter was kept', () => {
    const hourly = { first: HOUR, factor: 1, longest: HOUR, lifetime: 2 * DAY };
    const { triesADay, givenUpAfter } = tryEndless(hourly);
    expect(triesADay).toBe(24);
    expect(givenUpAfter).toBeGreaterThanOrEqual(2 * DAY);
    expect(givenUpAfter).toBeLessThan(2 * DAY + MINUTE);
  });

  it('has fewer tries where gaps grow', () => {
    expect(tryEndless(good).triesADay).toBe(12);
  });
});

describe('the judgement', () => {
  it('counts what was soon, the limit included, and finds the middle', () => {
    expect(judged([1, SOON, SOON + 1, null])).toEqual({ soon: 2, middle: SOON });
    expect(judged([null, null, 5])).toEqual({ soon: 1, middle: null });
  });
});

describe('what may be chosen', () => {
  it.each(Object.keys(BOUNDS) as (keyof ChosenSchedule)[])('%s has bounds', (part) => {
    expect(scheduleFault(good)).toBeNull();
    expect(scheduleFault({ ...good, [part]: BOUNDS[part].least - 0.01 })).toBe(part);
    expect(scheduleFault({ ...good, [part]: BOUNDS[part].most + 0.01 })).toBe(part);
    expect(scheduleFault({ ...good, [part]: NaN })).toBe(part);
  });

  it('is whole milliseconds, but any factor', () => {
    expect(scheduleFault({ ...good, first: good.first + 0.5 })).toBe('first');
    expect(scheduleFault({ ...good, factor: 1.333 })).toBeNull();
  });

  it('is no longest gap that is shorter than the first', () => {
    expect(scheduleFault({ ...good, longest: good.first - 1 })).toBe('longest');
  });
});
