import { describe, expect, it } from 'vitest';
import { builtIn } from '../../src/app/built-in';
import { followingLesson, proseOf, stepProse } from '../../src/app/lessons';
import { lessons } from './lessons';

const catalogue = builtIn();

describe('the catalogue of lessons', () => {
  it('has the lessons in their order, and the sandbox apart', () => {
    const numbers = catalogue.lessons.map(({ number }) => number);
    expect(numbers.length).toBeGreaterThanOrEqual(2);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(catalogue.lessons.map(({ slug }) => slug)).not.toContain('sandbox');
    expect(catalogue.sandbox?.steps).toEqual([]);
  });

  it('knows what follows', () => {
    const [first, second] = catalogue.lessons;
    expect(followingLesson(catalogue, first!.slug)).toBe(second);
    expect(followingLesson(catalogue, catalogue.lessons.at(-1)!.slug)).toBe(catalogue.sandbox);
    expect(followingLesson(catalogue, 'sandbox')).toBeNull();
  });

  it('has no prose but titles, summaries and objectives', () => {
    for (const { prose } of lessons) {
      for (const { body, after } of Object.values(prose['en']!.steps)) {
        expect(JSON.stringify(catalogue.lessons)).not.toContain(JSON.stringify(body));
        if (after) expect(JSON.stringify(catalogue.lessons)).not.toContain(JSON.stringify(after));
      }
    }
  });

  it('fetches each lesson as it lies on the disk, without what only the linter reads', async () => {
    for (const lesson of lessons) {
      const { variants, ...fetched } = (await catalogue.fetch(lesson.slug))!;
      const { variants: _, ...whole } = lesson;
      expect(fetched).toEqual({ ...whole, also: [], miss: [] });
      expect(variants?.files ?? {}).not.toHaveProperty(['miss.txt']);
    }
  });

  it('fetches a lesson once, and nothing for a slug that is none', async () => {
    const [first] = catalogue.lessons;
    expect(await catalogue.fetch(first!.slug)).toBe(await catalogue.fetch(first!.slug));
    for (const slug of ['nothing', 'constructor', '']) expect(await catalogue.fetch(slug)).toBeNull();
  });

  it('has prose for every step', () => {
    for (const lesson of lessons) {
      expect(proseOf(lesson).title).not.toBe('');
      for (const { id } of lesson.steps) expect(stepProse(lesson, id).title).not.toBe('');
    }
  });
});
