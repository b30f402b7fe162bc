// A recording that may be of another version of its lesson, or not made by this page at all, is played as
// far as it makes sense. The work it can cause has a limit: `ping` in a recording of ten years never ends.

import type { Instant } from '../engine/kernel/schedule';
import { createLab, input, runUntil } from '../lab/lab';
import type { Lab, Recording } from '../lab/types';
import type { Lesson } from '../lesson/types';

export interface Played {
  lab: Lab;
  /** True if all of it could be played; else the lab is where it stopped. */
  complete: boolean;
}

/** Events. An hour of work makes some ten thousand. */
const MOST_EVENTS = 250_000;
/** Virtual milliseconds after which the events are counted, at first. */
const STRIDE = 10 * 60_000;

/** Plays a recording on the lesson as it is now, up to so many events. Null if the lesson has no such variant. Never throws. */
export function playBack(lesson: Lesson, recording: Recording, mostEvents = MOST_EVENTS): Played | null {
  const lab = emptyLab(lesson, recording);
  if (!lab) return null;
  try {
    for (const { at, ...what } of recording.inputs) {
      passTo(lab, at, mostEvents);
      input(lab, what);
    }
    passTo(lab, recording.end, mostEvents);
    return { lab, complete: true };
  } catch {
    return { lab, complete: false };
  }
}

function emptyLab(lesson: Lesson, recording: Recording): Lab | null {
  try {
    const lab = createLab(lesson, recording.seed);
    lab.recording = { ...recording, lessonHash: lesson.hash, inputs: [], end: 0 };
    return lab;
  } catch {
    return null;
  }
}

/** Strides grow while nothing happens, so that ten quiet years are soon over. */
function passTo(lab: Lab, at: Instant, mostEvents: number): void {
  let stride = STRIDE;
  while (lab.world.now < at) {
    const before = lab.world.trace.length;
    runUntil(lab, Math.min(at, lab.world.now + stride));
    const { length } = lab.world.trace;
    if (length > mostEvents) throw new RangeError('this recording never comes to rest');
    stride = length === before ? stride * 2 : STRIDE;
  }
  runUntil(lab, at);
}
