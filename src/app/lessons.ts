// The lessons that were built into this page.

import { loadLesson } from '../lesson/load';
import type { Lesson, LessonFiles, LessonProse, StepProse } from '../lesson/types';
import { SANDBOX } from './route';

export interface Catalogue {
  /** In teaching order, without the sandbox. */
  readonly lessons: readonly Lesson[];
  readonly sandbox: Lesson | null;
}

/** Sorts raw files (`/lessons/02-one-message-by-hand/lesson.md` to text) into lessons. A faulty lesson is left out: the linter is its place. */
export function readCatalogue(files: Readonly<Record<string, string>>): Catalogue {
  const folders = new Map<string, LessonFiles>();
  for (const [path, text] of Object.entries(files)) {
    const [folder = '', file = ''] = path.split('/').slice(-2);
    folders.set(folder, { ...folders.get(folder), [file]: text });
  }
  const all = [...folders].flatMap(([folder, content]) => {
    const loaded = loadLesson(folder, content);
    return 'lesson' in loaded ? [loaded.lesson] : [];
  });
  return {
    lessons: all.filter(({ slug }) => slug !== SANDBOX).sort((a, b) => a.number - b.number),
    sandbox: all.find(({ slug }) => slug === SANDBOX) ?? null,
  };
}

/** The lesson or sandbox with this slug. */
export function findLesson(catalogue: Catalogue, slug: string): Lesson | null {
  if (slug === SANDBOX) return catalogue.sandbox;
  return catalogue.lessons.find((lesson) => lesson.slug === slug) ?? null;
}

/** What comes after a lesson: the next one, else the sandbox, else nothing. */
export function followingLesson(catalogue: Catalogue, slug: string): Lesson | null {
  const index = catalogue.lessons.findIndex((lesson) => lesson.slug === slug);
  return (index < 0 ? undefined : catalogue.lessons[index + 1]) ?? (slug === SANDBOX ? null : catalogue.sandbox);
}

/** The lesson's prose in the language of this page. */
export function proseOf(lesson: Lesson): LessonProse {
  return lesson.prose['en']!;
}

/** The prose of one step. */
export function stepProse(lesson: Lesson, step: string): StepProse {
  return proseOf(lesson).steps[step]!;
}

/** The lessons in the build. */
export function builtIn(): Catalogue {
  return readCatalogue(import.meta.glob<string>('/lessons/*/*', { query: '?raw', import: 'default', eager: true }));
}
