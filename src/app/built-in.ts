// The lessons that were built into this page. The list is on the first page; a lesson, and what reads
// lessons, is fetched when one is opened.

import { entries, fetchers } from 'virtual:lessons';
import type { Lesson } from '../lesson/types';
import { catalogueOf, type Catalogue } from './lessons';

/** The catalogue of this page. */
export function builtIn(): Catalogue {
  const fetched = new Map<string, Promise<Lesson | null>>();
  return catalogueOf(entries, (slug) => {
    const lesson = fetched.get(slug) ?? fetchLesson(slug);
    fetched.set(slug, lesson);
    lesson.catch(() => fetched.delete(slug)); // may be tried again
    return lesson;
  });
}

async function fetchLesson(slug: string): Promise<Lesson | null> {
  const fetcher = Object.hasOwn(fetchers, slug) ? fetchers[slug] : undefined;
  if (!fetcher) return null;
  const [{ loadLesson }, { default: content }] = await Promise.all([import('../lesson/load'), fetcher()]);
  const loaded = loadLesson(content.folder, content.files);
  return 'lesson' in loaded ? loaded.lesson : null;
}
