// How a terminal reads lines for a program that does not edit itself (termios, canonical mode): Backspace,
// ^U and ^W edit, Enter and ^D hand over, and everything else is part of the line, arrow keys too: their
// octets (ESC [ D) go where the line goes. The cursor is always at the end.

import { nextCharacter } from './keys';

export type LineEvent =
  | { type: 'line' }
  /** The line so far, changed. */
  | { type: 'edit'; text: string }
  /** ^D: at the start of a line the end of input, else "hand over what there is". */
  | { type: 'push' }
  /** A key that a program may want for itself; `character` is what it is as part of a line. */
  | { type: 'key'; key: '^C' | '^]'; character: string };

const WANTED: Record<string, '^C' | '^]'> = { '\x03': '^C', '\x1d': '^]' };
/** ^O ^Q ^R ^S ^Z ^\: flow control and job control, which this terminal does not have. */
const SWALLOWED = '\x0f\x11\x12\x13\x1a\x1c';

/** What the first character of `keys` does to the line `text`; null if it is not complete yet. */
export function discipline(text: string, keys: string): { event: LineEvent; length: number } | null {
  const next = nextCharacter(keys);
  return next && { event: eventFor(text, next.character, next.quoted), length: next.length };
}

function eventFor(text: string, character: string, quoted: boolean): LineEvent {
  if (quoted) return { type: 'edit', text: text + character };
  const wanted = WANTED[character];
  if (wanted) return { type: 'key', key: wanted, character };
  if (SWALLOWED.includes(character)) return { type: 'edit', text };
  switch (character) {
    case '\r':
    case '\n':
      return { type: 'line' };
    case '\x04':
      return { type: 'push' };
    case '\x7f':
    case '\b':
      return { type: 'edit', text: Array.from(text).slice(0, -1).join('') };
    case '\x15':
      return { type: 'edit', text: '' };
    case '\x17':
      return { type: 'edit', text: text.replace(/\S*\s*$/u, '') };
    default:
      return { type: 'edit', text: text + character };
  }
}
