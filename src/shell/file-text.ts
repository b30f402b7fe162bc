// A world's files are text, because a lesson writes them as JSON. An octet that is not UTF-8 is kept as the
// lone surrogate U+DC80..U+DCFF, so that every file gives back exactly the octets that were written.

import { decodeUtf8, encodeUtf8, isUtf8, type Bytes } from '../engine/kernel/bytes';

/** The octets of a file. */
export function toBytes(text: string): Bytes {
  return text.replaceAll(/[^\udc80-\udcff]+|[\udc80-\udcff]/gu, (run) => {
    const code = run.charCodeAt(0);
    return run.length === 1 && code >= 0xdc80 && code <= 0xdcff ? String.fromCharCode(code - 0xdc00) : encodeUtf8(run);
  });
}

/** The text in which a file with these octets is kept. */
export function fromBytes(bytes: Bytes): string {
  if (isUtf8(bytes)) return decodeUtf8(bytes);
  let text = '';
  for (let i = 0; i < bytes.length;) {
    const length = [4, 3, 2, 1].find(
      (n) => i + n <= bytes.length && isUtf8(bytes.slice(i, i + n)) && Array.from(decodeUtf8(bytes.slice(i, i + n))).length === 1,
    );
    text += length ? decodeUtf8(bytes.slice(i, i + length)) : String.fromCharCode(0xdc00 + bytes.charCodeAt(i));
    i += length ?? 1;
  }
  return text;
}
