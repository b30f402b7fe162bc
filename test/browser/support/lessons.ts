// The lessons as they lie on the disk, so that a test names a step by its id and not by its prose.

import { readdirSync } from 'node:fs';
import { findFolder } from '../../../src/cli/read-lesson';
import { loadLesson } from '../../../src/lesson/load';
import type { Lesson } from '../../../src/lesson/types';

/** All lessons by their slugs, in their order. */
export const LESSONS: readonly string[] = readdirSync('lessons').flatMap((folder) => /^\d+-(.+)$/.exec(folder)?.[1] ?? []);

/** The lesson with this slug, or the sandbox. Throws if it does not load. */
export function lessonOnDisk(slug: string): Lesson {
  const { name, files } = findFolder(slug);
  const loaded = loadLesson(name, files);
  if (!('lesson' in loaded)) throw new Error(`${slug}: ${JSON.stringify(loaded.faults)}`);
  return loaded.lesson;
}

/** The English title of a step. */
export function titleOf(lesson: Lesson, step: string): string {
  const title = lesson.prose['en']?.steps[step]?.title;
  if (title === undefined) throw new Error(`${lesson.slug} has no step "${step}"`);
  return title;
}
