// Lessons that a teacher opened from a disk. They live in the memory of this page only; recordings of them are kept as
// all are. Their slugs begin with a mark that no lesson of this page has, so that nothing is taken for something else.

import type { LessonEntry } from '../lesson/entry';
import type { Lesson } from '../lesson/types';
import type { Catalogue } from './lessons';
import { FOREIGN } from './route';

const LONGEST_SLUG = 60;

/** The name that a lesson folder gets here: `03-file--dots` for `03-dots`, and a slug for a name that is none. Files without a folder go by their title. */
export function foreignFolder(folder: string, prose: string | undefined): string {
  const name = folder || (/^title: *(.+)$/m.exec(prose ?? '')?.[1] ?? '');
  const [, digits = '', rest = ''] = /^(?:(\d{1,4})-)?(.*)$/.exec(name.toLowerCase()) ?? [];
  const slug = rest
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-|-$/g, '');
  return `${digits && `${digits}-`}${FOREIGN}${slug || 'lesson'}`;
}

export class ForeignLessons {
  readonly #lessons = new Map<string, Lesson>();

  /** From now on the lesson can be opened, in place of one with the same slug. */
  hold(lesson: Lesson): void {
    this.#lessons.set(lesson.slug, lesson);
  }

  /** A catalogue that knows these lessons too, though it does not list them. A link of one finds its neighbours. */
  beside(catalogue: Catalogue): Catalogue {
    const held = (slug: string) => this.#lessons.get(slug) ?? null;
    return {
      ...catalogue,
      find: (slug): LessonEntry | null => held(slug) ?? catalogue.find(slug),
      fetch: async (slug) => held(slug) ?? (await catalogue.fetch(slug)) ?? held(FOREIGN + slug),
    };
  }
}
