import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civil, formatDateTime, parseIso } from '../../../src/engine/kernel/calendar';

describe('civil time', () => {
  it('agrees with the platform for four thousand years', () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_000_000_000, max: 64_000_000_000 }), (seconds) => {
        const there = new Date(seconds * 1000);
        expect(civil(seconds * 1000)).toEqual({
          year: there.getUTCFullYear(),
          month: there.getUTCMonth() + 1,
          day: there.getUTCDate(),
          hour: there.getUTCHours(),
          minute: there.getUTCMinutes(),
          second: there.getUTCSeconds(),
          weekday: there.getUTCDay(),
        });
      }),
    );
  });

  it('reads its own ISO form back, and refuses moments that never were', () => {
    expect(parseIso('2024-01-15T09:00:00Z')).toBe(Date.UTC(2024, 0, 15, 9));
    expect(parseIso('2024-02-29T23:59:59Z')).toBe(Date.UTC(2024, 1, 29, 23, 59, 59));
    for (const text of ['2023-02-29T00:00:00Z', '2024-13-01T00:00:00Z', '2024-01-15T24:00:00Z', '2024-01-15 09:00:00', 'Monday', '']) {
      expect(parseIso(text), text).toBeNaN();
    }
  });

  it('prints the date-time of RFC 5322', () => {
    expect(formatDateTime(parseIso('2024-01-05T09:00:07Z'))).toBe('Fri, 5 Jan 2024 09:00:07 +0000');
  });
});
