// Cuts octets into lines. Rule (RFC 5321, 2.3.8): a line ends with CR LF. A bare LF is found too, and
// named as such, so that a server can accept or refuse it; a bare CR never ends a line. No octet is lost:
// the lines' wires, one after the other, are the input.

import { CR, CRLF, LF, type Bytes } from '../kernel/bytes';

/** How a line ended on the wire. */
export type LineEnd = 'crlf' | 'lf';

export interface Line {
  /** The line as received, with its line end. */
  wire: Bytes;
  /** The line without its line end. */
  text: Bytes;
  end: LineEnd;
}

/** The line that starts at `from`; null if its end has not come yet. */
export function takeLine(input: Bytes, from: number): Line | null {
  const lf = input.indexOf(LF, from);
  if (lf < 0) return null;
  const end: LineEnd = lf > from && input[lf - 1] === CR ? 'crlf' : 'lf';
  return { wire: input.slice(from, lf + 1), text: input.slice(from, end === 'crlf' ? lf - 1 : lf), end };
}

/** The same text with CR LF line ends: a bare LF becomes one, and so do several CR before an LF. */
export function canonicalLineEnds(content: Bytes): Bytes {
  // The look-behind keeps a long run of CR from being tried again at each of its octets.
  return content.replace(/(?<!\r)\r*\n/g, CRLF);
}

/**
 * Each CR that is not part of a CR LF made a blank. A CR that is passed on could be taken for a line end
 * by the next server, and end a letter where its author did not (2.3.8).
 */
export function withoutBareCr(content: Bytes): Bytes {
  return content.replace(/\r(?!\n)/g, ' ');
}
