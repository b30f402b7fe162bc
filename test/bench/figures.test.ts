import { describe, expect, it, vi } from 'vitest';
import { exponent, line, print, quantile } from './figures';

describe('a figure', () => {
  it.each([
    [1, 100, 1],
    [10, 100_000, 2],
    [5, 5, 0],
  ])('grows from %d to %d over a factor of 100 with the exponent %d', (small, large, expected) => {
    expect(exponent(small, large, 100)).toBeCloseTo(expected);
  });

  it('is taken from a sample in its order, and the sample stays as it is', () => {
    const sample = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
    expect([0, 0.5, 0.95, 1].map((share) => quantile(sample, share))).toEqual([1, 6, 10, 10]);
    expect(sample[0]).toBe(10);
    expect(quantile([], 0.5)).toBeNaN();
  });

  it('meets its goal or misses it', () => {
    const said = vi.spyOn(console, 'log').mockReturnValue();
    print(line('a', 1.2, 1.2, 'at the goal'));
    print(line('b', 1.21, 1.2, 'above it'));
    expect(said.mock.calls.flat()).toEqual(['a: 1.20 (goal 1.2, met) · at the goal', 'b: 1.21 (goal 1.2, missed) · above it']);
    said.mockRestore();
  });
});
