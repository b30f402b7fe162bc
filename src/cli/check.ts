// `sim check`: the lesson linter.

import { join } from 'node:path';
import { checkLessonFolder } from '../lab/check';
import { findFolders, slugOf, slugs } from './read-lesson';

/** Checks the lessons in some folders (without any: this program's). Gives what to print and whether all are sound. */
export function check(paths: readonly string[]): { text: string; sound: boolean } {
  const folders = findFolders(paths);
  const known = [...slugs(), ...folders.map(({ name }) => slugOf(name))];
  const results = folders.map(({ name, path, files }) => ({ path, faults: checkLessonFolder(name, files, known) }));
  const lines = results.flatMap(({ path, faults }) =>
    faults.map(({ file, field, message }) => `${join(path, file)}: ${field}: ${message}`),
  );
  const failed = results.filter(({ faults }) => faults.length > 0).length;
  const text = [...lines, `${results.length - failed} passed, ${failed} failed`].map((line) => `${line}\n`).join('');
  return { text, sound: failed === 0 };
}
