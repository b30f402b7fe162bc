// Something the person must be told outside the lesson: a sentence, and perhaps a file to keep.

import type { MessageKey, Values } from '../messages/t';

export interface Notice {
  key: MessageKey;
  values?: Values;
  /** Text that would otherwise be lost, offered as a file. */
  file?: { name: string; text: string };
}
