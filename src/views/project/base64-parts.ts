// Where base64 is meant, and not only looks like it: in a body or a part that declares it (RFC 2045, 6), in
// an encoded word of a header field (RFC 2047, 2), and in AUTH and its answers (RFC 4954, 4).

import { LF, type Bytes } from '../../engine/kernel/bytes';

/** Indices of octets: from the first one to behind the last one. */
export interface Span {
  from: number;
  to: number;
}

const BASE64 = '[A-Za-z0-9+/]+={0,2}';
const ENCODED_WORD = new RegExp(`=\\?[\\w-]+\\?[Bb]\\?(${BASE64})\\?=`, 'g');
const AUTHENTICATION = new RegExp(`^(?:AUTH [\\w-]+|334) (${BASE64})\\r?\\n?$`, 'i');
const WHOLE = new RegExp(`^(${BASE64})\\r?\\n?$`);

/** Base64 in a command or a line of a reply. */
export function base64InCommand(line: Bytes): Span[] {
  return spans(line, AUTHENTICATION);
}

/** Base64 in a line of a letter; `encoded` says that the line lies in a body declared as base64. */
export function base64InLetter(line: Bytes, encoded: boolean): Span[] {
  if (encoded) return spans(line, WHOLE);
  return [...line.matchAll(ENCODED_WORD)].flatMap((match) => spanOf(match));
}

function spans(line: Bytes, pattern: RegExp): Span[] {
  const match = pattern.exec(line);
  return match ? spanOf(match) : [];
}

function spanOf(match: RegExpExecArray): Span[] {
  const found = match[1] ?? '';
  const from = match.index + match[0].indexOf(found, match[0].length - found.length - 4);
  return [{ from, to: from + found.length }];
}

/** For each line of a letter that begins at `from` or later: whether it lies in a body declared as base64. */
export function encodedLines(letter: Bytes, from: number): boolean[] {
  const state = { inHeader: true, encoded: false, boundaries: new Set<Bytes>() };
  const found: boolean[] = [];
  for (let at = 0; at < letter.length;) {
    const end = letter.indexOf(LF, at) + 1 || letter.length;
    const line = letter.slice(at, end).replace(/\r?\n$/, '');
    const delimiter = line.startsWith('--') ? line.slice(2).trimEnd() : '';
    const begins = !state.inHeader && state.boundaries.has(delimiter);
    const closes = !state.inHeader && delimiter.endsWith('--') && state.boundaries.has(delimiter.slice(0, -2));
    if (begins || closes) Object.assign(state, { inHeader: begins, encoded: false });
    if (at >= from) found.push(state.encoded && !state.inHeader);
    if (state.inHeader && !begins) readHeaderLine(state, line);
    at = end;
  }
  return found;
}

function readHeaderLine(state: { inHeader: boolean; encoded: boolean; boundaries: Set<Bytes> }, line: Bytes): void {
  if (line === '') state.inHeader = false;
  if (/^content-transfer-encoding:\s*base64\s*$/i.test(line)) state.encoded = true;
  const boundary = /\bboundary="?([^";]+)"?/i.exec(line)?.[1];
  if (boundary !== undefined) state.boundaries.add(boundary.trimEnd());
}
