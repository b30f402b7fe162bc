// How far each lesson has come, for the list of lessons. Nobody stores progress: it is worked out by
// replaying what was recorded.

import { replay } from '../lab/lab';
import { advance, startProgress } from '../lesson/progress';
import type { Lesson } from '../lesson/types';
import { readRecording } from './recording-text';
import type { Recordings } from './storage';

export interface Standing {
  done: number;
  /** Id of the first step not done; null if all are. */
  current: string | null;
}

/** Where a lesson stands; null if it was never begun. Never rejects. */
export async function standingOf(lesson: Lesson, recordings: Recordings): Promise<Standing | null> {
  const text = await recordings.load(lesson.slug);
  const recording = text === null ? null : readRecording(text);
  if (!recording || recording.inputs.length === 0) return null;
  try {
    const lab = replay(lesson, recording);
    const { steps, current } = advance(lab.lesson, startProgress(lab.lesson), lab.world.trace);
    return { done: steps.filter((step) => step.done !== null).length, current: steps[current]?.id ?? null };
  } catch {
    return null; // opening the lesson says what is wrong with the recording
  }
}
