import { describe, expect, it } from 'vitest';
import { isOverlayAddress, lessonAddress, overlayAddress, parseRoute } from '../../src/app/route';

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
      expect(parseRoute(overlayAddress(slug, 'compare'))).toEqual({ page: 'lesson', slug });
      expect(isOverlayAddress(overlayAddress(slug, 'compare'), 'compare')).toBe(true);
      expect(isOverlayAddress(lessonAddress(slug), 'compare')).toBe(false);
    }
    expect(isOverlayAddress('#/teach/compare', 'compare')).toBe(false);
  });

  it('knows what-if over a lesson', () => {
    for (const slug of ['sandbox', 'knock-on-port-25']) {
      expect(parseRoute(overlayAddress(slug, 'what-if'))).toEqual({ page: 'lesson', slug });
      const addresses = [overlayAddress(slug, 'what-if'), overlayAddress(slug, 'compare'), lessonAddress(slug)];
      expect(addresses.map((address) => isOverlayAddress(address, 'what-if'))).toEqual([true, false, false]);
    }
  });

  it('writes addresses that it can read', () => {
    for (const slug of ['sandbox', 'knock-on-port-25']) expect(parseRoute(lessonAddress(slug))).toEqual({ page: 'lesson', slug });
  });
});
