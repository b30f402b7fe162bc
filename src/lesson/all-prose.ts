// The prose of a lesson in every language there is, each of them complete.

import { missing as missingFile } from './checked-json';
import { readFrontMatter, type FrontMatter } from './front-matter';
import { readProse } from './prose';
import { withEnglish } from './translation';
import type { Fault, LessonFiles, LessonProse } from './types';

/** `lesson.md`, `lesson.de.md`; the language tag is captured. */
export const PROSE_FILE = /^lesson(?:\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*))?\.md$/;

export interface AllProse {
  front: FrontMatter | null;
  /** By language tag. Where a translation says nothing, it has the English sentence. */
  prose: Record<string, LessonProse>;
  /** What the translations do not have: nothing wrong, but an author may want to know. */
  missing: Fault[];
}

/** Reads every prose file; what is wrong in them is added to `faults`. */
export function allProse(files: LessonFiles, faults: Fault[]): AllProse {
  const english = readOne('lesson.md', files['lesson.md'] ?? '', false);
  if (files['lesson.md'] === undefined) faults.push(missingFile('lesson.md'));
  else faults.push(...english.faults);
  const prose: Record<string, LessonProse> = { en: english.prose };
  const missing: Fault[] = [];
  for (const [file, text] of Object.entries(files)) {
    const tag = PROSE_FILE.exec(file)?.[1];
    if (tag === undefined) continue;
    const translated = readOne(file, text, true);
    const complete = withEnglish(english.prose, translated.prose);
    faults.push(...translated.faults);
    missing.push(...complete.missing.map((field) => ({ file, field, message: 'missing, English is shown' })));
    prose[tag] = complete.prose;
  }
  return { front: files['lesson.md'] === undefined ? null : english.front, prose, missing };
}

function readOne(file: string, text: string, translation: boolean): { front: FrontMatter; prose: LessonProse; faults: Fault[] } {
  const { front, rest, faults } = readFrontMatter(file, text, translation);
  const read = readProse(file, front, rest, translation);
  return { front, prose: read.prose, faults: [...faults, ...read.faults] };
}
