// One octet in words and in the two characters or so that a cell has room for.

import { visible, visibleText } from '../../engine/kernel/visible';
import type { Phrase } from './phrase';
import type { Cell } from './octets';

// ANSI X3.4: the names of the control characters.
const NAMES = 'NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(
  ' ',
);
const DELETE = 0x7f;
const BLANK = 0x20;
/** `=` */
const FILLER = 0x3d;

/** Two hexadecimal digits, upper case; nothing for a hole. */
export function hexOf({ octet }: Cell): string {
  return octet === null ? '' : octet.toString(16).toUpperCase().padStart(2, '0');
}

/** What the cell shows below its hexadecimal digits: a character, a control's name, a sign. */
export function glyphOf({ octet, purpose, part, together }: Cell): string {
  if (octet === null) return '';
  if (purpose === 'utf8') return part === 0 ? visibleText(together) : '·';
  if (purpose === 'telnet') return part === 0 ? 'IAC' : '·';
  if (octet >= 0x80) return '?';
  return controlName(octet) ?? (octet === BLANK ? '␣' : String.fromCharCode(octet));
}

/** What the octet is for, as a sentence without its full stop. */
export function explain(cell: Cell): Phrase {
  const { octet, purpose, part, of } = cell;
  if (purpose === 'text' && octet === BLANK) return { key: 'octet.blank' };
  if (purpose === 'text') return { key: 'octet.text', values: { character: String.fromCharCode(octet ?? 0) } };
  if (purpose === 'control') return controlWords(octet ?? 0);
  const values = { part: part + 1, of, together: togetherOf(cell), codePoint: codePointOf(cell.together) };
  return { key: purpose === 'base64' && octet === FILLER ? 'octet.base64pad' : `octet.${purpose}`, values };
}

function togetherOf({ purpose, together }: Cell): string {
  return purpose === 'base64' ? visible(together) : visibleText(together);
}

function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function controlName(octet: number): string | undefined {
  return octet === DELETE ? 'DEL' : NAMES[octet];
}

const TOLD = {
  0: 'octet.code.0',
  7: 'octet.code.7',
  8: 'octet.code.8',
  9: 'octet.code.9',
  27: 'octet.code.27',
  127: 'octet.code.127',
} as const;

function controlWords(octet: number): Phrase {
  if (Object.hasOwn(TOLD, octet)) return { key: TOLD[octet as keyof typeof TOLD] };
  return { key: 'octet.control', values: { name: controlName(octet) ?? '' } };
}
