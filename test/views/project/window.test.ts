import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extendTops, rowAt, scrollToShow, topOf, windowOf, type Extra } from '../../../src/views/project/window';

const heights = [10, 20, 30, 40];
const tops = () => {
  const sums = [0];
  extendTops(sums, heights.length, (i) => heights[i]!);
  return sums;
};

describe('a windowed list', () => {
  it('adds heights once', () => {
    const sums = tops();
    expect(sums).toEqual([0, 10, 30, 60, 100]);
    const asked: number[] = [];
    extendTops(sums, 5, (i) => asked.push(i));
    expect(asked).toEqual([4]);
  });

  it('finds the row at a place', () => {
    expect([0, 9, 10, 59, 60, 99, 500, -5].map((y) => rowAt(tops(), y, null))).toEqual([0, 0, 1, 2, 3, 3, 3, 0]);
    expect(rowAt([0], 0, null)).toBe(-1);
  });

  it('makes room below an open row', () => {
    const extra: Extra = { index: 1, height: 100 };
    expect([0, 1, 2, 4].map((i) => topOf(tops(), i, extra))).toEqual([0, 10, 130, 200]);
    expect([30, 129, 130].map((y) => rowAt(tops(), y, extra))).toEqual([1, 1, 2]);
  });

  it('draws nothing for an empty list', () => {
    const { first, last } = windowOf([0], 0, 400, 100, null);
    expect(last).toBeLessThan(first);
  });

  it('scrolls no more than it must', () => {
    const show = (first: number, last: number, scrollTop: number, height: number) =>
      scrollToShow(tops(), { first, last }, scrollTop, height, null);
    expect(show(3, 3, 0, 50)).toBe(50);
    expect(show(0, 0, 30, 50)).toBe(0);
    expect(show(1, 1, 5, 50)).toBe(5);
    expect(show(3, 3, 0, 20)).toBe(60);
    expect(show(1, 2, 0, 50)).toBe(10);
  });

  it('covers the screen with the fewest rows, for any heights', () => {
    const arbitrary = fc.record({
      list: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 200 }),
      scrollTop: fc.integer({ min: 0, max: 5000 }),
      screen: fc.integer({ min: 1, max: 800 }),
      open: fc.option(fc.record({ index: fc.nat(199), height: fc.integer({ min: 0, max: 900 }) })),
    });
    fc.assert(
      fc.property(arbitrary, ({ list, scrollTop, screen, open }) => {
        const extra = open && open.index < list.length ? open : null;
        const sums = [0];
        extendTops(sums, list.length, (i) => list[i]!);
        const total = topOf(sums, list.length, extra);
        const at = Math.min(scrollTop, Math.max(0, total - screen));
        const { first, last } = windowOf(sums, at, screen, 0, extra);
        expect(topOf(sums, first, extra)).toBeLessThanOrEqual(at);
        expect(topOf(sums, first + 1, extra)).toBeGreaterThan(at);
        expect(topOf(sums, last + 1, extra)).toBeGreaterThanOrEqual(Math.min(total, at + screen));
        expect(topOf(sums, last, extra)).toBeLessThanOrEqual(at + screen);
      }),
    );
  });
});
