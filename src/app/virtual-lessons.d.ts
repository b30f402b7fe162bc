// Made by src/build/lessons.ts.
declare module 'virtual:lessons' {
  import type { LessonEntry } from '../lesson/entry';
  import type { LessonFiles } from '../lesson/types';

  /** In teaching order. */
  export const entries: readonly LessonEntry[];
  /** By slug. */
  export const fetchers: Readonly<Record<string, () => Promise<{ default: { folder: string; files: LessonFiles } }>>>;
}
