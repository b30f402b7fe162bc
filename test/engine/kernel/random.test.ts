import { describe, expect, it } from 'vitest';
import { draw, drawFrom, seedFor } from '../../../src/engine/kernel/random';

describe('seeded chance', () => {
  it('gives each source its own stream, whatever other sources do', () => {
    const alone: Record<string, number> = {};
    const crowded: Record<string, number> = {};
    const a = Array.from({ length: 20 }, () => drawFrom(alone, 7, 'link a > b', 1000));
    const b = Array.from({ length: 20 }, () => {
      drawFrom(crowded, 7, 'host x', 1000);
      return drawFrom(crowded, 7, 'link a > b', 1000);
    });
    expect(b).toEqual(a);
  });

  it('differs between neighbouring seeds and between directions', () => {
    const starts = [1, 2, 3].flatMap((seed) => ['a > b', 'b > a'].map((source) => seedFor(seed, source)));
    expect(new Set(starts).size).toBe(starts.length);
  });

  it('spreads evenly over its range', () => {
    let state = seedFor(1, 'even');
    const buckets = new Array<number>(10).fill(0);
    for (let i = 0; i < 10_000; i++) {
      const drawn = draw(state);
      state = drawn.state;
      buckets[Math.floor(drawn.value * 10)]!++;
    }
    for (const count of buckets) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
