// Transparency (RFC 5321, 4.5.2) and the end of mail data (4.1.1.4). Rule: only CR LF "." CR LF ends a
// letter. A reader told to be lenient also takes LF "." LF and its relatives, as old servers did; that is
// what SMTP smuggling used.

import { CR, CRLF, LF, type Bytes } from '../kernel/bytes';

/** Where a reader stands in mail data: after a CR LF, after a bare LF, or inside a line. */
export type Place = 'after-crlf' | 'after-lf' | 'in-line';

export interface ContentRead {
  /** Octets of the input that were content, as received. */
  wire: Bytes;
  /** The same with the dot-stuffing removed. */
  content: Bytes;
  place: Place;
  /** The line that ended the content, if it came: `.` CR LF. */
  end?: Bytes;
  /** True if a line of it ended with a bare LF. */
  bareLf: boolean;
  /** Index of the first octet not read: after the end line, or where octets must wait for the next ones. */
  next: number;
}

// Lenient readers overlook CR before a line end. Not without bound: what may become such a line has to be held back.
const LONE_DOT = /^\.\r{0,63}\n$/;
const PERHAPS_LONE_DOT = /^\.\r{0,63}$/;

/** The content with a dot put before each line that starts with one (4.5.2); CR LF line ends in and out. */
export function stuffDots(content: Bytes): Bytes {
  return content.replace(/(^|\r\n)\./g, '$1..');
}

/**
 * Reads mail data from `from` until its end or the end of the input. With `lenient`, any line that is a
 * lone dot ends the content, whatever line ends surround it. Time is linear in the input. Up to a few
 * octets stay unread (`next`) where what they mean depends on octets that have not come.
 */
export function readContent(input: Bytes, from: number, place: Place, lenient: boolean): ContentRead {
  const read: ContentRead = { wire: '', content: '', place, bareLf: false, next: from };
  for (;;) {
    const start = read.next;
    const lf = input.indexOf(LF, start);
    const line = input.slice(start, lf < 0 ? firstUndecided(input, start, read.place) : lf + 1);
    const dotted = read.place !== 'in-line' && line.startsWith('.');
    if (lf >= 0 && dotted && endsContent(line, read.place, lenient)) {
      return { ...read, wire: input.slice(from, start), end: line, next: lf + 1 };
    }
    read.content += dotted ? line.slice(1) : line;
    read.next = start + line.length;
    if (lf < 0) {
      if (line !== '') read.place = 'in-line';
      return { ...read, wire: input.slice(from, read.next) };
    }
    read.place = line.endsWith(CRLF) ? 'after-crlf' : 'after-lf';
    read.bareLf ||= read.place === 'after-lf';
  }
}

function endsContent(line: Bytes, before: Place, lenient: boolean): boolean {
  return lenient ? LONE_DOT.test(line) : before === 'after-crlf' && line === '.' + CRLF;
}

/** In a line without LF: a final CR may be half of a CR LF, and a lone dot may be the end. */
function firstUndecided(input: Bytes, start: number, place: Place): number {
  if (place !== 'in-line' && PERHAPS_LONE_DOT.test(input.slice(start))) return start;
  return input.endsWith(CR) && input.length > start ? input.length - 1 : input.length;
}
