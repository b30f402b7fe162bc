// What makes a lesson sound, beyond its form. Each part looks at one thing; none stops the others, so an
// author sees everything at once.

import { allProse } from './all-prose';
import { checkPlay, type Play } from './check-play';
import { checkProse, wordless } from './check-prose';
import { checkSteps } from './check-steps';
import { checkTranscript } from './check-transcript';
import { checkWorld } from './check-world';
import { loadLesson } from './load';
import type { Fault, Lesson, LessonFiles } from './types';
import { instantiate } from './variants';

export interface Surroundings {
  /** Plays scripts; given from above, because a lesson does not know the lab. */
  play: Play;
  /** Slugs of the lessons that prose may link to. */
  slugs: readonly string[];
}

/** Every fault of a lesson with the names of one seed; none if it is sound. Faults name file and field. */
export function checkLesson(folder: string, files: LessonFiles, seed: number, { play, slugs }: Surroundings): Fault[] {
  const loaded = loadLesson(folder, files, seed);
  if ('faults' in loaded) return loaded.faults;
  const { lesson } = loaded;
  const world = checkWorld(lesson.world);
  const named = instantiate(files, seed);
  const rest = [...checkSteps(lesson), ...checkProse(lesson, 'files' in named ? named.files : files, slugs)];
  // A world with faults cannot be built, so nothing can be played in it.
  return [...world, ...rest, ...(world.length + rest.length > 0 ? [] : [...checkPlay(lesson, play), ...checkTranscript(lesson, play)])];
}

/**
 * A lesson as it was written if it can be played, or the faults for which it cannot: its files have no such form, its world
 * cannot be, a goal names what does not exist, or there are no words for a step. Everything else that `checkLesson` finds
 * (scripts, hints, links, what its variants or translations lack) is worth mending and stops nobody.
 */
export function playableLesson(folder: string, files: LessonFiles): { lesson: Lesson } | { faults: Fault[] } {
  const loaded = loadLesson(folder, files);
  if ('faults' in loaded) return loaded;
  const { lesson } = loaded;
  const faults = [...checkWorld(lesson.world), ...checkSteps(lesson).filter(({ file }) => file === 'steps.json'), ...wordless(lesson)];
  return faults.length > 0 ? { faults } : { lesson };
}

/** What the translations of a lesson do not say, so that English is shown. Nothing is wrong with that. */
export function untranslated(files: LessonFiles): Fault[] {
  return allProse(files, []).missing;
}
