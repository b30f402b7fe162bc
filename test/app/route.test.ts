import { describe, expect, it } from 'vitest';
import { compareAddress, isCompareAddress, isWhatIfAddress, lessonAddress, parseRoute, whatIfAddress } from '../../src/app/route';

describe('addresses', () => {
  it('finds start, notes for teachers, lessons and the sandbox', () => {
    expect(parseRoute('')).toEqual({ page: 'start' });
    expect(parseRoute('#/')).toEqual({ page: 'start' });
    expect(parseRoute('#/teach')).toEqual({ page: 'teach' });
    expect(parseRoute('#/lesson/one-message-by-hand')).toEqual({ page: 'lesson', slug: 'one-message-by-hand' });
    expect(parseRoute('#/sandbox')).toEqual({ page: 'lesson', slug: 'sandbox' });
  });

  it('goes to the start for anything else', () => {
    for (const hash of ['#/lesson', '#/lesson/', '#/lesson/../x', '#/lesson/<b>', '#nonsense'])
      expect(parseRoute(hash)).toEqual({ page: 'start' });
  });

  it('knows the compare view over a lesson', () => {
    for (const slug of ['sandbox', 'knock-on-port-25']) {
      expect(parseRoute(compareAddress(slug))).toEqual({ page: 'lesson', slug });
      expect(isCompareAddress(compareAddress(slug))).toBe(true);
      expect(isCompareAddress(lessonAddress(slug))).toBe(false);
    }
    expect(isCompareAddress('#/teach/compare')).toBe(false);
  });

  it('knows what-if over a lesson', () => {
    for (const slug of ['sandbox', 'knock-on-port-25']) {
      expect(parseRoute(whatIfAddress(slug))).toEqual({ page: 'lesson', slug });
      expect([whatIfAddress(slug), compareAddress(slug), lessonAddress(slug)].map(isWhatIfAddress)).toEqual([true, false, false]);
    }
  });

  it('writes addresses that it can read', () => {
    for (const slug of ['sandbox', 'knock-on-port-25']) expect(parseRoute(lessonAddress(slug))).toEqual({ page: 'lesson', slug });
  });
});
