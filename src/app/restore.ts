// What to do with a recording found on this device. It is replayed; if that cannot be, it is set
// aside, a fresh lab begins, and the person is told and can take the old one away. Nothing is lost.

import { createLab, replay } from '../lab/lab';
import type { Lab } from '../lab/types';
import { proseOf } from './lessons';
import type { Lesson } from '../lesson/types';
import { AS_WRITTEN } from '../lesson/variants';
import type { MessageKey } from '../messages/t';
import type { Notice } from './notice';
import { readRecording } from './recording-text';
import type { KeptReason, Recordings } from './storage';

export interface Restored {
  lab: Lab;
  notice: Notice | null;
}

/** A lab without a past. Everybody starts from the lesson as it was written, so that what the lecturer shows is what the student sees. */
export function freshLab(lesson: Lesson, seed = AS_WRITTEN): Lab {
  return createLab(lesson, seed);
}

/** The lab as it was left, or a fresh one. Never rejects. */
export async function restore(lesson: Lesson, recordings: Recordings): Promise<Restored> {
  const text = await recordings.load(lesson.slug);
  if (text === null) return { lab: freshLab(lesson), notice: null };
  const recording = readRecording(text);
  if (!recording || recording.lesson !== lesson.slug) return setAside(lesson, recordings, text, 'damaged', 'notice.damaged');

  const older = recording.lessonHash !== lesson.hash;
  if (older) await recordings.keep(lesson.slug, 'older', text);
  try {
    // What was typed is still what was typed; on a newer version of the lesson it gets that version's answers.
    const lab = replay(lesson, { ...recording, lessonHash: lesson.hash });
    return { lab, notice: older ? notice(lesson, 'notice.newer', text) : null };
  } catch {
    if (older) return { lab: freshLab(lesson), notice: notice(lesson, 'notice.tooOld', text) };
    return setAside(lesson, recordings, text, 'damaged', 'notice.damaged');
  }
}

async function setAside(lesson: Lesson, recordings: Recordings, text: string, reason: KeptReason, key: MessageKey): Promise<Restored> {
  await recordings.keep(lesson.slug, reason, text);
  return { lab: freshLab(lesson), notice: notice(lesson, key, text) };
}

function notice(lesson: Lesson, key: MessageKey, text: string): Notice {
  return { key, values: { lesson: proseOf(lesson).title }, file: { name: `${lesson.slug}-recording.json`, text } };
}
