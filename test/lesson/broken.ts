// Broken lessons: each is the sound lesson of test/lessons-broken/good with one thing changed.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault, LessonFiles } from '../../src/lesson/types';

const FOLDER = 'test/lessons-broken';

/** One change: a piece of a file replaced, or a whole file with a new text; null takes the file away. */
type Edit = { file: string; find: string; replace: string } | { file: string; text: string | null };

export interface Broken {
  name: string;
  about: string;
  edits: Edit[];
  faults: Fault[];
}

export function goodLesson(): LessonFiles {
  const folder = join(FOLDER, 'good');
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

export function brokenLessons(): Broken[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  return names.map((name) => ({ name, ...(JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Omit<Broken, 'name'>) }));
}

/** The sound lesson after these edits. Throws if a piece to replace is not there. */
export function edited(files: LessonFiles, edits: readonly Edit[]): LessonFiles {
  const result = { ...files };
  for (const edit of edits) {
    if ('find' in edit) {
      const text = result[edit.file] ?? '';
      if (!text.includes(edit.find)) throw new Error(`${edit.file} has no ${JSON.stringify(edit.find)}`);
      result[edit.file] = text.replace(edit.find, () => edit.replace);
    } else if (edit.text === null) {
      delete result[edit.file];
    } else {
      result[edit.file] = edit.text;
    }
  }
  return result;
}
