// What a list of lessons says of one: little enough to be on the first page for all of them.

import type { Lesson } from './types';

export interface LessonEntry {
  readonly slug: string;
  readonly number: number;
  /** RFC and section: `RFC 5321, 4.1.1.8`. */
  readonly rfc: readonly string[];
  readonly steps: readonly { readonly id: string }[];
  /** By language tag; `en` is always there. */
  readonly prose: Readonly<Record<string, EntryProse>>;
}

export interface EntryProse {
  readonly title: string;
  readonly summary: string;
  readonly objectives: readonly string[];
  readonly steps: Readonly<Record<string, { readonly title: string }>>;
}

/** The entry of a lesson, with nothing else of it. */
export function entryOf({ slug, number, rfc, steps, prose }: Lesson): LessonEntry {
  return {
    slug,
    number,
    rfc,
    steps: steps.map(({ id }) => ({ id })),
    prose: mapValues(prose, ({ title, summary, objectives, steps }) => ({
      title,
      summary,
      objectives,
      steps: mapValues(steps, (step) => ({ title: step.title })),
    })),
  };
}

function mapValues<From, To>(record: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
