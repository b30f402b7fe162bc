// How far each lesson has come, for the list of lessons. Nobody stores progress: it is worked out by
// playing what was recorded.

import { advance, startProgress } from '../lesson/progress';
import type { Lesson } from '../lesson/types';
import { playBack } from './play-back';
import { readRecording } from './recording-text';
import type { Recordings } from './storage';

export interface Standing {
  done: number;
  /** Id of the first step not done; null if all are. */
  current: string | null;
}

/** Where a lesson stands; null if it was never begun. Never rejects. */
export async function standingOf(lesson: Lesson, recordings: Recordings): Promise<Standing | null> {
  const entry = await recordings.peek(lesson.slug);
  return entry && standingIn(lesson, entry.text);
}

/** Where the recording in `text` stands in its lesson; null if it cannot be read or nothing was done in it. */
export function standingIn(lesson: Lesson, text: string): Standing | null {
  const recording = readRecording(text);
  if (!recording || recording.inputs.length === 0) return null;
  const lab = playBack(lesson, recording)?.lab;
  if (!lab) return null; // opening the lesson says what is wrong with the recording
  const { steps, current } = advance(lab.lesson, startProgress(lab.lesson), lab.world.trace);
  return { done: steps.filter((step) => step.done !== null).length, current: steps[current]?.id ?? null };
}
