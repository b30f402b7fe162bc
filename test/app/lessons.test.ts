import { describe, expect, it } from 'vitest';
import { findLesson, followingLesson, proseOf, readCatalogue, stepProse } from '../../src/app/lessons';
import { catalogue, lessonFiles } from './lessons';

describe('the catalogue of lessons', () => {
  it('has the lessons in their order, and the sandbox apart', () => {
    const numbers = catalogue.lessons.map(({ number }) => number);
    expect(numbers.length).toBeGreaterThanOrEqual(2);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(catalogue.lessons.map(({ slug }) => slug)).not.toContain('sandbox');
    expect(catalogue.sandbox?.steps).toEqual([]);
  });

  it('leaves out a lesson with faults, and keeps the others', () => {
    const files = { ...lessonFiles(), '/lessons/01-knock-on-port-25/world.json': '{' };
    expect(readCatalogue(files).lessons.map(({ slug }) => slug)).toEqual(catalogue.lessons.slice(1).map(({ slug }) => slug));
  });

  it('knows what follows', () => {
    const [first, second] = catalogue.lessons;
    expect(followingLesson(catalogue, first!.slug)).toBe(second);
    expect(followingLesson(catalogue, catalogue.lessons.at(-1)!.slug)).toBe(catalogue.sandbox);
    expect(followingLesson(catalogue, 'sandbox')).toBeNull();
    expect(findLesson(catalogue, 'sandbox')).toBe(catalogue.sandbox);
    expect(findLesson(catalogue, 'nothing')).toBeNull();
  });

  it('has prose for every step', () => {
    for (const lesson of catalogue.lessons) {
      expect(proseOf(lesson).title).not.toBe('');
      for (const { id } of lesson.steps) expect(stepProse(lesson, id).title).not.toBe('');
    }
  });
});
