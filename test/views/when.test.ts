import { describe, expect, it } from 'vitest';
import { span, when } from '../../src/views/when';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('when', () => {
  const epoch = Date.UTC(2024, 0, 15, 9);

  it('is the clock on the first day, and the day with it from then on', () => {
    expect(when(epoch, 0)).toBe('09:00:00');
    expect(when(epoch, 15 * HOUR - 1)).toBe('23:59:59');
    expect(when(epoch, 15 * HOUR)).toBe('day 2, 00:00:00');
    expect(when(epoch, 5 * DAY)).toBe('day 6, 09:00:00');
  });
});

describe('a span', () => {
  it('is said in its largest unit, rounded', () => {
    expect([0, 400, 59_400, 59_600, 30 * MINUTE, HOUR - 500].map(span)).toEqual(['0 s', '0 s', '59 s', '1 min', '30 min', '1 h']);
    expect([90 * MINUTE, 5 * HOUR, DAY - 1, DAY, 2 * DAY + 3 * HOUR].map(span)).toEqual(['1.5 h', '5 h', '1 d', '1 d', '2 d 3 h']);
    expect(span(-5)).toBe('0 s');
  });
});
