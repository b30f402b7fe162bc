import { describe, expect, it } from 'vitest';
import { Stopwatch } from '../../src/app/pump';

describe('the stopwatch', () => {
  it('counts whole milliseconds and loses no fraction', () => {
    const watch = new Stopwatch();
    let sum = 0;
    for (let frame = 0; frame <= 60; frame++) sum += watch.lap(1000 + (frame * 1000) / 60, 1);
    expect(sum).toBeGreaterThanOrEqual(999);
    expect(sum).toBeLessThanOrEqual(1000);
  });

  it('starts at its first lap', () => {
    expect(new Stopwatch().lap(123_456, 1)).toBe(0);
  });

  it('does not count while it rests', () => {
    const watch = new Stopwatch();
    watch.lap(0, 1);
    watch.rest();
    expect(watch.lap(3_600_000, 1)).toBe(0);
    expect(watch.lap(3_600_010, 1)).toBe(10);
  });

  it('takes a stalled page for a short moment, and a clock set back for none', () => {
    const watch = new Stopwatch();
    watch.lap(0, 1);
    expect(watch.lap(60_000, 1)).toBe(250);
    expect(watch.lap(59_000, 1)).toBe(0);
    expect(watch.lap(59_007, 1)).toBe(7);
  });

  it('goes at the pace it is told, and stands still at none', () => {
    const watch = new Stopwatch();
    watch.lap(0, 10);
    expect(watch.lap(16, 10)).toBe(160);
    expect(watch.lap(32, 0)).toBe(0);
    expect(watch.lap(48.25, 100)).toBe(1625);
  });
});
