import { describe, expect, it } from 'vitest';
import { advanceTimeline } from '../../../src/views/project/timeline';
import { placeOf, scaleOf, silences } from '../../../src/views/project/timeline-scale';
import { NEAREST, scrolledTo, zoomed } from '../../../src/views/project/timeline-zoom';
import { HOUR, traceWith } from '../../support/moving-world';

describe('zoom', () => {
  it('doubles and halves between the whole and the nearest', () => {
    expect(zoomed(1, 1)).toBe(2);
    expect(zoomed(4, -1)).toBe(2);
    expect(zoomed(1, -1)).toBe(1);
    expect(zoomed(NEAREST, 1)).toBe(NEAREST);
  });

  it('scrolls so that the head is in sight, and never past the ends', () => {
    expect(scrolledTo(10, 800, 200)).toBe(0);
    expect(scrolledTo(400, 800, 200)).toBe(300);
    expect(scrolledTo(800, 800, 200)).toBe(600);
    expect(scrolledTo(100, 150, 200)).toBe(0);
  });
});

describe('a timeline of days', () => {
  const WIDTH = 620;
  const trace = traceWith([['bram@partner.example'], ['cleo@island.example']], 130 * HOUR);
  const { marks } = advanceTimeline(null, trace, trace.length);
  const now = trace.at(-1)!.at;
  const scale = scaleOf(marks, now, WIDTH, 4.5);

  it('fits, however many tries there were', () => {
    expect(marks.filter(({ kind }) => kind === 'try').length).toBeGreaterThan(50);
    expect(placeOf(scale, now)).toBeCloseTo(WIDTH);
  });

  it('has room for the first seconds and for each pause when it is seen from nearer', () => {
    const near = scaleOf(marks, now, WIDTH * 16, 4.5 * 16);
    const first = marks.find(({ at }) => at >= 30_000)!;
    expect(placeOf(near, first.at)).toBeGreaterThan(200);
    const pauses = silences(near, 50);
    expect(pauses.filter(({ milliseconds }) => milliseconds > HOUR).length).toBeGreaterThan(40);
    expect(silences(scale, 50).length).toBeLessThan(pauses.length);
  });
});
