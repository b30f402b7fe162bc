// Letter case of octets. `toUpperCase` would also change octets above 0x7F, which are parts of UTF-8 sequences.

import type { Bytes } from '../kernel/bytes';

const BLANKS = ' \t\r';

/** The octets with a-z made A-Z. */
export function upper(bytes: Bytes): Bytes {
  return bytes.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

/** The octets with A-Z made a-z. */
export function lower(bytes: Bytes): Bytes {
  return bytes.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** The octets without blanks (SP, HT, CR) at either end. `trim` would also take 0xA0, part of a UTF-8 sequence. */
export function trimBlanks(bytes: Bytes): Bytes {
  let start = 0;
  let end = bytes.length;
  while (start < end && BLANKS.includes(bytes.charAt(start))) start++;
  while (end > start && BLANKS.includes(bytes.charAt(end - 1))) end--;
  return bytes.slice(start, end);
}

/** The words between blanks (SP, HT). */
export function words(bytes: Bytes): Bytes[] {
  return bytes.split(/[ \t]+/).filter((word) => word !== '');
}

/** The octets with every control octet (0-31, 127) made a question mark. */
export function printable(bytes: Bytes): Bytes {
  return bytes.replace(/[\x00-\x1f\x7f]/g, '?');
}
