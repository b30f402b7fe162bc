// The lesson check, with a lab to play in.

import { checkLesson, playableLesson } from '../lesson/check';
import type { Played } from '../lesson/check-play';
import type { Fault, Lesson, LessonFiles, ScriptLine } from '../lesson/types';
import { AS_WRITTEN } from '../lesson/variants';
import { createLab, settle } from './lab';
import { playLine } from './play-script';

/** Every fault of a lesson folder played with one seed; none if it is sound. `slugs` are the lessons that its prose may link to. */
export function checkLessonFolder(folder: string, files: LessonFiles, slugs: readonly string[], seed = AS_WRITTEN): Fault[] {
  return checkLesson(folder, files, seed, { play: (lesson, script) => playAll(lesson, script, seed), slugs });
}

/** A lesson that a lab can be made of, as it was written, or why none can. */
export function openLesson(folder: string, files: LessonFiles): { lesson: Lesson } | { faults: Fault[] } {
  const opened = playableLesson(folder, files);
  if ('lesson' in opened) settle(createLab(opened.lesson, AS_WRITTEN));
  return opened;
}

function playAll(lesson: Lesson, script: readonly ScriptLine[], seed: number): Played {
  const lab = createLab(lesson, seed);
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
