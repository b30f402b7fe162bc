// What a lesson folder is: its name, and the files in it.

import { PROSE_FILE } from './all-prose';
import { TRANSCRIPT } from './transcript';
import type { Fault } from './types';
import { VARIANTS } from './variant-parameters';

/** Number and slug of a lesson are in the name of its folder. */
const NAME = /^(?:(\d+)-)?([a-z0-9-]+)$/;
/** A folder with one of these is meant as a lesson. */
const TELLING_FILES = ['lesson.md', 'world.json', 'steps.json'];
const OTHER_FILES = ['world.json', 'steps.json', 'solution.txt', 'also.txt', 'miss.txt', TRANSCRIPT, VARIANTS];

/** Number and slug in a name without faults; number 0 if it has none. */
export function numberAndSlug(folder: string): { number: number; slug: string } {
  const [, digits = '', slug = ''] = NAME.exec(folder) ?? [];
  return { number: Number(digits), slug };
}

/** Any name without the number it begins with: `knock-on-port-25` of `01-knock-on-port-25`. */
export const slugOf = (folder: string) => folder.replace(/^\d+-/, '');

/** Whether a folder is meant as a lesson; `has` tells whether a file is in it. */
export const isLesson = (has: (file: string) => boolean) => TELLING_FILES.some(has);

/** What is wrong with the name of a folder. */
export function folderFaults(folder: string): Fault[] {
  if (NAME.test(folder)) return [];
  return [{ file: folder, field: 'name', message: 'A lesson folder is a number and a slug, such as 03-dots-and-bytes.' }];
}

/** What is wrong with the name of a file: nothing, if a lesson may have it. */
export function fileFaults(file: string): Fault[] {
  if (PROSE_FILE.test(file) || OTHER_FILES.includes(file)) return [];
  return [{ file, field: 'name', message: `A lesson has no such file; it has lesson.md, ${OTHER_FILES.join(', ')}.` }];
}
