// The lesson check, with a lab to play in.

import { checkLesson } from '../lesson/check';
import type { Played } from '../lesson/check-play';
import type { Fault, Lesson, LessonFiles, ScriptLine } from '../lesson/types';
import { createLab, settle } from './lab';
import { playLine } from './play-script';

const SEED = 1;

/** Every fault of a lesson folder; none if it is sound. `slugs` are the lessons that its prose may link to. */
export function checkLessonFolder(folder: string, files: LessonFiles, slugs: readonly string[]): Fault[] {
  return checkLesson(folder, files, { play: playAll, slugs });
}

function playAll(lesson: Lesson, script: readonly ScriptLine[]): Played {
  const lab = createLab(lesson, SEED);
  settle(lab);
  const start = lab.world.trace.length;
  const after: number[] = [];
  let terminal = lesson.world.terminals[0]?.name ?? '';
  for (const line of script) {
    terminal = playLine(lab, terminal, line);
    after.push(lab.world.trace.length);
  }
  return { trace: lab.world.trace, start, after };
}
