// Lesson folders before the linter, one after the other, as `sim check` does it. This is plain work without a page: it runs in
// a worker (foreign-worker.ts), because a lesson from anywhere may keep it busy for ever.

import { checkLessonFolder, openLesson } from '../lab/check';
import { untranslated } from '../lesson/check';
import { folderFaults, slugOf } from '../lesson/folder';
import type { Fault, Lesson } from '../lesson/types';
import { VARIANTS } from '../lesson/variant-parameters';
import { AS_WRITTEN } from '../lesson/variants';
import { foreignFolder } from './foreign';
import type { ReadFolder } from './foreign-files';

/** Seeds with which a lesson with variants is played. */
const SEEDS = 10;

export interface CheckedFault extends Fault {
  /** The first seed that shows it, if that is not the lesson as written. */
  seed?: number;
}

/** What becomes of the folder with this index. */
export type FolderNews =
  /** It can be played, or not, for these faults. */
  | { type: 'opened'; index: number; lesson: Lesson | null; faults: Fault[] }
  /** It has been played with so many seeds. */
  | { type: 'played'; index: number; played: number; all: number }
  /** All that is wrong with it, and what its translations lack. */
  | { type: 'checked'; index: number; faults: CheckedFault[]; notes: Fault[] };

/** Opens and checks folders; `slugs` are the lessons of this page, which prose may link to. Never throws. */
export function* checkFolders(folders: readonly ReadFolder[], slugs: readonly string[]): Generator<FolderNews> {
  const known = [...slugs, ...folders.map(({ name }) => slugOf(name))];
  for (const [index, folder] of folders.entries()) {
    try {
      yield* checkFolder(index, folder, known);
    } catch (error) {
      const faults = [brokenOff(error)];
      yield { type: 'opened', index, lesson: null, faults };
      yield { type: 'checked', index, faults, notes: [] };
    }
  }
}

function* checkFolder(index: number, { name, files, faults: unread }: ReadFolder, slugs: readonly string[]): Generator<FolderNews> {
  const folder = foreignFolder(name, files['lesson.md']);
  const named = name === '' ? [] : folderFaults(name);
  if (unread.length > 0) {
    yield { type: 'opened', index, lesson: null, faults: [...unread] };
    return yield { type: 'checked', index, faults: [...named, ...unread], notes: [] };
  }
  const opened = openLesson(folder, files);
  yield { type: 'opened', index, lesson: 'lesson' in opened ? opened.lesson : null, faults: 'faults' in opened ? opened.faults : [] };
  const found = new Map<string, CheckedFault>(named.map((fault) => [keyOf(fault), fault]));
  const all = files[VARIANTS] === undefined || 'faults' in opened ? 1 : SEEDS;
  for (let seed = AS_WRITTEN; seed < AS_WRITTEN + all; seed++) {
    for (const fault of checkLessonFolder(folder, files, slugs, seed))
      if (!found.has(keyOf(fault))) found.set(keyOf(fault), seed === AS_WRITTEN ? fault : { ...fault, seed });
    yield { type: 'played', index, played: seed - AS_WRITTEN + 1, all };
  }
  yield { type: 'checked', index, faults: [...found.values()], notes: untranslated(files) };
}

const keyOf = ({ file, field, message }: Fault) => JSON.stringify([file, field, message]);

/** What is nested ten thousand times over is no lesson, but it must not be the end of the page either. */
function brokenOff(error: unknown): Fault {
  const why = error instanceof RangeError ? 'something in it is nested too deeply' : error instanceof Error ? error.message : String(error);
  return { file: 'lesson', field: 'all of it', message: `The check had to give up: ${why}.` };
}
