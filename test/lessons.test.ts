// Every lesson is played. Broken ones are refused, each with file, field and a sentence.

import { describe, expect, it } from 'vitest';
import { findFolders, slugs } from '../src/cli/read-lesson';
import { checkLessonFolder } from '../src/lab/check';
import { slugOf } from '../src/lesson/folder';
import { loadLesson } from '../src/lesson/load';
import type { Lesson } from '../src/lesson/types';
import { brokenLessons, edited, goodLesson } from './lesson/broken';

const folders = findFolders([]);

describe('the lessons of this program', () => {
  it('are these', () => {
    expect(folders.map(({ name }) => name)).toEqual([
      '01-knock-on-port-25',
      '02-one-message-by-hand',
      '03-envelope-letter-and-bytes',
      '04-three-digits',
      '05-ask-before-you-use',
      '06-who-takes-mail',
      '07-patience',
      '08-failures-that-report',
      'sandbox',
    ]);
  });

  // Days pass in some lessons, and schedules are tried out.
  it.each(folders)('$name is sound with the names of any seed', { timeout: 60_000 }, ({ name, files }) => {
    for (const seed of [1, 2, 3, 4, 5]) expect(checkLessonFolder(name, files, slugs(), seed)).toEqual([]);
  });

  it.each(folders.filter(({ name }) => slugOf(name) !== name))('$name has what a lesson needs', ({ name, files }) => {
    const { steps, also, miss, prose } = load(name, files);
    expect(steps.at(-1)?.challenge).toBe(true);
    expect(also.length).toBeGreaterThan(0);
    expect(miss.length).toBeGreaterThan(0);
    for (const step of steps) {
      expect(step.show.length > 0 || step.task !== null).toBe(true);
      expect(step.prediction === null).toBe(step.challenge);
      expect(prose['en']?.steps[step.id]?.after).toEqual(expect.any(String));
    }
  });

  it.each(folders)('$name is plain data', ({ name, files }) => {
    const lesson = load(name, files);
    expect(JSON.parse(JSON.stringify(lesson))).toEqual(lesson);
  });

  it.each(folders)('$name ticks nothing without its solution', ({ name, files }) => {
    const faults = checkLessonFolder(name, { ...files, 'solution.txt': '' }, slugs());
    expect(faults[0]?.message).toBe(load(name, files).steps.length > 0 ? 'The solution is empty.' : undefined);
  });
});

describe('a lesson is refused', () => {
  it('but not the sound one that the broken ones are made from', () => {
    expect(check({})).toEqual([]);
  });

  it.each(brokenLessons())('$name: $about', ({ edits, faults }) => {
    expect(faults.length).toBeGreaterThan(0);
    expect(checkLessonFolder('01-good', edited(goodLesson(), edits), ['sandbox'])).toEqual(faults);
  });
});

describe('the hash of a lesson', () => {
  it('changes with what decides how a recording plays, and with nothing else', () => {
    const hash = (files: Record<string, string>) => load('01-good', { ...goodLesson(), ...files }).hash;
    const { 'world.json': world = '', 'steps.json': steps = '', 'lesson.md': prose = '' } = goodLesson();
    expect(hash({})).toMatch(/^[0-9a-f]{64}$/);
    expect(hash({ 'world.json': world.replace('"latency": 1', '"latency": 2') })).not.toBe(hash({}));
    expect(hash({ 'world.json': world.replaceAll('\n', '\r\n') })).toBe(hash({}));
    expect(hash({ 'lesson.md': prose.replace('Well.', 'Fine.') })).toBe(hash({}));
    expect(hash({ 'world.json': world.replace('{', '{ "$schema": "world.schema.json",') })).toBe(hash({}));
    expect(hash({ 'steps.json': `{ "$schema": "steps.schema.json", "steps": ${steps} }` })).toBe(hash({}));
  });
});

function check(files: Record<string, string>) {
  return checkLessonFolder('01-good', { ...goodLesson(), ...files }, ['sandbox']);
}

function load(name: string, files: Record<string, string>): Lesson {
  const loaded = loadLesson(name, files);
  if ('faults' in loaded) throw new Error(JSON.stringify(loaded.faults));
  return loaded.lesson;
}
