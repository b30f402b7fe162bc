// The lessons of this page: what a list says of each, and a way to fetch the rest.

import type { EntryProse, LessonEntry } from '../lesson/entry';
import type { Lesson, StepProse } from '../lesson/types';
import { language } from '../messages/t';
import { isForeign, SANDBOX } from './route';

export interface Catalogue {
  /** In teaching order, without the sandbox. */
  readonly lessons: readonly LessonEntry[];
  readonly sandbox: LessonEntry | null;
  /** A lesson or the sandbox, if it is there without being fetched. */
  find(slug: string): LessonEntry | null;
  /** Fetches a lesson or the sandbox. Null if there is none with this slug; rejects if it cannot be fetched. */
  fetch(slug: string): Promise<Lesson | null>;
}

/** The catalogue of some lessons in teaching order, the sandbox among them. */
export function catalogueOf(entries: readonly LessonEntry[], fetch: Catalogue['fetch']): Catalogue {
  return {
    lessons: entries.filter(({ slug }) => slug !== SANDBOX),
    sandbox: entries.find(({ slug }) => slug === SANDBOX) ?? null,
    find: (slug) => entries.find((entry) => entry.slug === slug) ?? null,
    fetch,
  };
}

/** What comes after a lesson: the next one, else the sandbox, else nothing. */
export function followingLesson(catalogue: Catalogue, slug: string): LessonEntry | null {
  const index = catalogue.lessons.findIndex((lesson) => lesson.slug === slug);
  return (index < 0 ? undefined : catalogue.lessons[index + 1]) ?? (slug === SANDBOX || isForeign(slug) ? null : catalogue.sandbox);
}

/** The lesson's prose in the language of this page; in English if it has not been translated. */
export function proseOf<Prose extends EntryProse>(lesson: { readonly prose: Readonly<Record<string, Prose>> }): Prose {
  return lesson.prose[proseLanguage(lesson)]!;
}

/** The language that the lesson's prose is read in. */
export function proseLanguage(lesson: { readonly prose: Readonly<Record<string, unknown>> }): string {
  return Object.hasOwn(lesson.prose, language()) ? language() : 'en';
}

/** The prose of one step. */
export function stepProse(lesson: Lesson, step: string): StepProse {
  return proseOf(lesson).steps[step]!;
}
