// What to do with a recording found on this device. It is played; if that cannot be, it is set aside, a
// fresh lab begins, and the person is told and can take the old one away. Nothing is lost.

import { clock, civil } from '../engine/kernel/calendar';
import { createLab } from '../lab/lab';
import type { Lab } from '../lab/types';
import type { Lesson } from '../lesson/types';
import { AS_WRITTEN } from '../lesson/variants';
import type { MessageKey, Values } from '../messages/t';
import { versionOf, whatChanged } from './lesson-version';
import { proseOf } from './lessons';
import type { Notice } from './notice';
import { offeredRecording } from './offered-recording';
import { playBack } from './play-back';
import { read, writeRecording } from './recording-text';
import type { Entry, KeptReason, Recordings } from './storage';

export interface Restored {
  lab: Lab;
  notice: Notice | null;
}

/** A lab without a past. Everybody starts from the lesson as it was written, so that what the lecturer shows is what the student sees. */
export function freshLab(lesson: Lesson, seed = AS_WRITTEN): Lab {
  try {
    return createLab(lesson, seed);
  } catch {
    return createLab(lesson, AS_WRITTEN); // a lesson from a disk may have variants that nobody mended
  }
}

/** The lab as it was left, or a fresh one. Never rejects. */
export async function restore(lesson: Lesson, recordings: Recordings): Promise<Restored> {
  const entry = await recordings.load(lesson.slug, versionOf(lesson));
  if (!entry) return { lab: freshLab(lesson), notice: null };
  const text = read(entry.text);
  if ('fault' in text)
    return setAside(lesson, recordings, entry, 'damaged', text.fault === 'newer' ? 'notice.newFormat' : 'notice.damaged');
  const { recording } = text;
  if (recording.lesson !== lesson.slug) return setAside(lesson, recordings, entry, 'damaged', 'notice.damaged');

  const played = playBack(lesson, recording);
  if (recording.lessonHash === lesson.hash) {
    if (played?.complete) return { lab: played.lab, notice: null };
    return setAside(lesson, recordings, entry, 'damaged', 'notice.damaged');
  }
  const changed = { what: whatChanged(entry.version, lesson) };
  // What was typed is still what was typed; on a newer version of the lesson it gets that version's answers.
  if (!played || played.lab.recording.inputs.length === 0) return setAside(lesson, recordings, entry, 'older', 'notice.tooOld', changed);
  const { lab, complete } = played;
  await recordings.keep(lesson.slug, 'older', entry.text, writeRecording(lab.recording));
  if (complete) return { lab, notice: notice(lesson, 'notice.newer', entry, changed) };
  const time = clock(civil(lab.world.epoch + lab.world.now));
  return { lab, notice: notice(lesson, 'notice.newerPart', entry, { ...changed, time }) };
}

async function setAside(
  lesson: Lesson,
  recordings: Recordings,
  entry: Entry,
  reason: KeptReason,
  key: MessageKey,
  values?: Values,
): Promise<Restored> {
  await recordings.keep(lesson.slug, reason, entry.text);
  return { lab: freshLab(lesson), notice: notice(lesson, key, entry, values) };
}

function notice(lesson: Lesson, key: MessageKey, { text }: Entry, values: Values = {}): Notice {
  return { key, values: { lesson: proseOf(lesson).title, ...values }, file: offeredRecording(lesson.slug, text) };
}
