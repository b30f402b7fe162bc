// The lessons of this repository for tests of the page, read from the disk.

import { readdirSync, readFileSync } from 'node:fs';
import { catalogueOf, type Catalogue } from '../../src/app/lessons';
import { loadLesson } from '../../src/lesson/load';
import type { Lesson } from '../../src/lesson/types';

const ROOT = new URL('../../lessons/', import.meta.url);

function readLesson(folder: string): Lesson[] {
  const path = new URL(`${folder}/`, ROOT);
  const files = Object.fromEntries(readdirSync(path).map((name) => [name, readFileSync(new URL(name, path), 'utf8')]));
  const loaded = loadLesson(folder, files);
  return 'lesson' in loaded ? [loaded.lesson] : [];
}

/** In teaching order, the sandbox first. */
export const lessons: readonly Lesson[] = readdirSync(ROOT, { withFileTypes: true })
  .filter((each) => each.isDirectory())
  .flatMap(({ name }) => readLesson(name))
  .sort((a, b) => a.number - b.number);

export const sandbox = lessons.find(({ slug }) => slug === 'sandbox')!;
export const firstLesson = lessons.find(({ number }) => number === 1)!;

export const catalogue: Catalogue = catalogueOf(lessons, (slug) => Promise.resolve(lessons.find((lesson) => lesson.slug === slug) ?? null));
