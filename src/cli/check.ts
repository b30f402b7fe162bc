// `sim check`: the lesson linter. Every lesson is played once for each seed, with the names that the seed draws.

import { join } from 'node:path';
import { checkLessonFolder } from '../lab/check';
import { untranslated } from '../lesson/check';
import { slugOf } from '../lesson/folder';
import { AS_WRITTEN } from '../lesson/variants';
import { de } from '../messages/de';
import { missingIn } from '../messages/missing';
import { UserFault } from './fault';
import { findFolders, slugs } from './read-lesson';

export interface CheckOptions {
  /** Folders of lessons; without any those of this program. */
  paths: readonly string[];
  /** `1..50`, or one seed. Without it the lessons are played as they were written, and faults name no seed. */
  seeds?: string | undefined;
}

/** Is told how many lessons have been played, of how many. */
export type Progress = (played: number, all: number) => void;

/**
 * Checks lessons. Gives what to print and whether all are sound. A fault that several seeds show is named once, with the
 * first of them; in the last line each lesson counts once for each seed. What translations lack is noted and no fault; without
 * paths the interface's translations are looked at too. Throws a UserFault.
 */
export function check({ paths, seeds }: CheckOptions, progress: Progress): { text: string; sound: boolean } {
  const numbers = seeds === undefined ? [AS_WRITTEN] : readSeeds(seeds);
  const folders = findFolders(paths);
  const known = [...slugs(), ...folders.map(({ name }) => slugOf(name))];
  const lines = new Map<string, number>();
  const all = folders.length * numbers.length;
  let failed = 0;
  let played = 0;
  for (const { name, path, files } of folders) {
    for (const seed of numbers) {
      const faults = checkLessonFolder(name, files, known, seed);
      if (faults.length > 0) failed++;
      for (const { file, field, message } of faults) {
        const line = `${join(path, file)}: ${field}: ${message}`;
        if (!lines.has(line)) lines.set(line, seed);
      }
      progress(++played, all);
    }
  }
  const notes = folders.flatMap(({ path, files }) =>
    untranslated(files).map((note) => `${join(path, note.file)}: ${note.field}: ${note.message}`),
  );
  if (paths.length === 0) notes.push(...missingIn(de).map((key) => `src/messages/de.ts: ${key}: missing, English is shown`));
  const said = [...lines].map(([line, seed]) => (seeds === undefined ? line : `${line} (seed ${seed})`));
  const text = [...said, ...notes.map((note) => `note: ${note}`), `${all - failed} passed, ${failed} failed`]
    .map((line) => `${line}\n`)
    .join('');
  return { text, sound: failed === 0 };
}

/** At most a thousand, so that nobody waits for ever. */
function readSeeds(text: string): number[] {
  const [, first, last = first] = /^(\d{1,9})(?:\.\.(\d{1,9}))?$/.exec(text) ?? [];
  const [from, to] = [Number(first), Number(last)];
  if (first === undefined || to < from || to - from >= 1000)
    throw new UserFault(`Seeds are a number, or two such as 1..50, the smaller first and at most a thousand in all; "${text}" is not.`);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
