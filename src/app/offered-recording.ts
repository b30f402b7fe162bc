// A recording that would otherwise be lost, as the file that a notice offers.

import type { Notice } from './notice';

/** `lesson` is a slug. `text` is as it is stored; a function is asked at the moment it is wanted. */
export function offeredRecording(lesson: string, text: string | (() => string)): NonNullable<Notice['file']> {
  return { name: `${lesson}-recording.json`, text };
}
