// Backslash escapes of echo -e and printf, as octets.

import { encodeUtf8, type Bytes } from '../engine/kernel/bytes';

const LETTERS: Record<string, string> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
};

const ESCAPE = /\\(?:x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|0?([0-7]{1,3})|([abefnrtv\\"c]))/g;

/** Octets of a text with its escapes replaced. `stop` is true after `\c`: nothing more is to be printed. */
export function unescape(text: string): { bytes: Bytes; stop: boolean } {
  const octets = encodeUtf8(text);
  let bytes = '';
  let at = 0;
  for (const match of octets.matchAll(ESCAPE)) {
    const [whole, hex, unicode, octal, letter] = match;
    bytes += octets.slice(at, match.index);
    at = match.index + whole.length;
    if (letter === 'c') return { bytes, stop: true };
    if (hex !== undefined) bytes += String.fromCharCode(parseInt(hex, 16));
    else if (unicode !== undefined) bytes += encodeUtf8(String.fromCharCode(parseInt(unicode, 16)));
    else if (octal !== undefined) bytes += String.fromCharCode(parseInt(octal, 8) & 255);
    else bytes += LETTERS[letter ?? ''] ?? whole;
  }
  return { bytes: bytes + octets.slice(at), stop: false };
}
