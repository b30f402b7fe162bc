import { describe, expect, it } from 'vitest';
import { paneColumns, paneWidths } from '../../src/views/panes';

describe('the widths of panes', () => {
  it('are the usual ones where nobody moved anything', () => {
    const widths = paneWidths({}, 100);
    expect([widths.lesson.now, widths.glass.now, widths.half.now]).toEqual([25, 31, 40]);
    expect(paneColumns('three', widths)).toBe('25% minmax(0, 1fr) 31%');
    expect(paneColumns('two', widths)).toBe('40% minmax(0, 1fr)');
    expect(paneColumns('one', widths)).toBe('minmax(0, 1fr)');
  });

  it('are never too narrow to read', () => {
    const { lesson, glass } = paneWidths({}, 75);
    expect(lesson.now).toBeCloseTo(26.7, 1); // 20 rem
    expect(glass.now).toBe(32); // 24 rem
    expect(paneWidths({ lesson: 2 }, 100).lesson.now).toBe(15);
  });

  it('are as somebody moved them, as far as the terminal keeps its place', () => {
    expect(paneWidths({ lesson: 40, glass: 20 }, 100)).toMatchObject({ lesson: { now: 40 }, glass: { now: 20 } });
    const { lesson, glass } = paneWidths({ lesson: 90, glass: 90 }, 100);
    expect(100 - lesson.now - glass.now).toBeCloseTo(18);
    expect([lesson.now, glass.now]).toEqual([15, 67]);
    expect(lesson.most).toBe(15);
    expect(glass.most).toBe(67);
  });

  it('can be moved between their limits', () => {
    const { lesson, glass, half } = paneWidths({}, 100);
    expect([lesson.least, lesson.most]).toEqual([15, 51]);
    expect([glass.least, glass.most]).toEqual([18, 57]);
    expect([half.least, half.most]).toEqual([16, 82]);
  });

  it('are the usual ones before the window has been measured', () => {
    expect(paneWidths({}, 0)).toMatchObject({ lesson: { now: 25 }, glass: { now: 31 } });
  });
});
