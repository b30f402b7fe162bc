// Something the person must be told outside the lesson: a sentence, perhaps a file to keep, perhaps something to do about it.

import type { MessageKey, Values } from '../messages/t';

export interface Notice {
  key: MessageKey;
  values?: Values;
  /** Text that would otherwise be lost, offered as a file. A function is asked at the moment it is wanted. */
  file?: { name: string; text: string | (() => string) };
  actions?: readonly { label: MessageKey; run: () => void }[];
  /** It says how things are, not what happened: it cannot be closed while they are so. */
  stays?: boolean;
}
