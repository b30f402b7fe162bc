// The lab of another branch. A branch left behind in an older version of a lesson may hold what the lesson as it is now
// has no place for (a terminal that is gone): then it cannot be played, and stays where it is.

import { withOthers, type Branches } from '../lab/branches';
import { rebuild, type Kept } from '../lab/history';
import type { Lab } from '../lab/types';
import { proseOf } from './lessons';
import type { Notice } from './notice';
import { offeredRecording } from './offered-recording';
import { writeRecording } from './recording-text';

/** The lab of `branches.current`, and which of the kept labs are of use to it; null if the lesson as it is now cannot play it. */
export function labOf(branches: Branches, lab: Lab, kept: readonly Kept[]): { lab: Lab; kept: readonly Kept[] } | null {
  try {
    return rebuild(lab, kept, { ...withOthers(branches), lessonHash: lab.lesson.hash });
  } catch {
    return null;
  }
}

/** Says that a branch cannot be played any more, and offers the recording with all its branches as a file. */
export function cannotReturn({ lesson, recording }: Lab): Notice {
  const file = offeredRecording(lesson.slug, writeRecording(recording));
  return { key: 'notice.branchTooOld', values: { lesson: proseOf(lesson).title }, file };
}
