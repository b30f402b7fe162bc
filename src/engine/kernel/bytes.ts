// Octets. A wire carries octets, not characters; text turns into octets and back only at the edges
// (a terminal, a socket). One-byte strings are compact, compare with === and survive JSON.

/** Octets as a string whose every char code is 0..255. */
export type Bytes = string;

export const CR = '\r';
export const LF = '\n';
export const CRLF = '\r\n';

const isSurrogate = (code: number) => code >= 0xd800 && code <= 0xdfff;

/** Text to UTF-8 octets. A lone surrogate becomes U+FFFD. */
export function encodeUtf8(text: string): Bytes {
  let out = '';
  for (const character of text) {
    let code = character.codePointAt(0) ?? 0;
    if (isSurrogate(code)) code = 0xfffd;
    if (code < 0x80) out += String.fromCharCode(code);
    else if (code < 0x800) out += String.fromCharCode(0xc0 | (code >> 6), tail(code));
    else if (code < 0x10000) out += String.fromCharCode(0xe0 | (code >> 12), tail(code >> 6), tail(code));
    else out += String.fromCharCode(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code));
  }
  return out;
}

const tail = (code: number) => 0x80 | (code & 0x3f);

/** UTF-8 octets to text. Each octet that is not valid UTF-8 becomes one U+FFFD (RFC 3629). */
export function decodeUtf8(bytes: Bytes): string {
  if (isAscii(bytes)) return bytes;
  let out = '';
  for (let i = 0; i < bytes.length;) {
    const { code, length } = sequenceAt(bytes, i);
    out += code < 0 ? '\ufffd' : String.fromCodePoint(code);
    i += length;
  }
  return out;
}

/** True if the octets are well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates). */
export function isUtf8(bytes: Bytes): boolean {
  if (isAscii(bytes)) return true;
  for (let i = 0; i < bytes.length;) {
    const { code, length } = sequenceAt(bytes, i);
    if (code < 0) return false;
    i += length;
  }
  return true;
}

/** True if no octet is above 0x7F. */
export function isAscii(bytes: Bytes): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes.charCodeAt(i) > 0x7f) return false;
  return true;
}

/** Two lower-case hexadecimal digits per octet, separated by blanks. */
export function hex(bytes: Bytes): string {
  const out: string[] = [];
  for (let i = 0; i < bytes.length; i++) out.push(bytes.charCodeAt(i).toString(16).padStart(2, '0'));
  return out.join(' ');
}

const SMALLEST = [0, 0, 0x80, 0x800, 0x10000];

/** The code point that starts at `i`; code -1 and length 1 where the octets are not valid UTF-8. */
function sequenceAt(bytes: Bytes, i: number): { code: number; length: number } {
  const invalid = { code: -1, length: 1 };
  const first = bytes.charCodeAt(i);
  if (first < 0x80) return { code: first, length: 1 };
  const length = first >> 5 === 0b110 ? 2 : first >> 4 === 0b1110 ? 3 : first >> 3 === 0b11110 ? 4 : 0;
  if (length === 0 || i + length > bytes.length) return invalid;
  let code = first & (0x7f >> length);
  for (let k = 1; k < length; k++) {
    const next = bytes.charCodeAt(i + k);
    if (next >> 6 !== 0b10) return invalid;
    code = (code << 6) | (next & 0x3f);
  }
  if (code < (SMALLEST[length] ?? 0) || code > 0x10ffff || isSurrogate(code)) return invalid;
  return { code, length };
}
