// The two parts of a letter (RFC 5322, 2.1): header fields, then after the first empty line the body.
// Input has CR LF line ends. Rule: a header section ends at the first line that is no field, even where
// the empty line is missing; that line already belongs to the body.

import { CRLF, type Bytes } from '../kernel/bytes';
import { lower, trimBlanks } from './ascii';

export interface HeaderField {
  /** As written, without the colon. */
  name: Bytes;
  /** Unfolded (RFC 5322, 2.2.3), without blanks at either end. */
  value: Bytes;
}

export interface Message {
  fields: HeaderField[];
  body: Bytes;
}

const FIELD = /^([!-9;-~]+)[ \t]*:/;
const CONTINUATION = /^[ \t]/;

/** Octets of the header section of a letter, without the empty line after it. */
export function headerLength(content: Bytes): number {
  let start = 0;
  while (start < content.length) {
    const next = nextLine(content, start);
    const line = content.slice(start, next);
    if (!FIELD.test(line) && !(start > 0 && CONTINUATION.test(line))) break;
    start = next;
  }
  return start;
}

/** A letter taken apart for reading. */
export function parseMessage(content: Bytes): Message {
  const length = headerLength(content);
  const rest = content.slice(length);
  return { fields: parseFields(content.slice(0, length)), body: rest.startsWith(CRLF) ? rest.slice(CRLF.length) : rest };
}

/** The fields of a header section, in their order. */
function parseFields(header: Bytes): HeaderField[] {
  const unfolded = header.replace(/\r\n(?=[ \t])/g, '');
  return unfolded
    .split(CRLF)
    .filter((line) => line !== '')
    .map((line) => {
      const colon = line.indexOf(':');
      return { name: trimBlanks(line.slice(0, colon)), value: trimBlanks(line.slice(colon + 1)) };
    });
}

/** How many fields of this name a header section has; letter case does not count. */
export function countFields(fields: readonly HeaderField[], name: string): number {
  return fields.filter((field) => lower(field.name) === lower(name)).length;
}

/** The value of the first field of this name; undefined if there is none. Letter case does not count. */
export function fieldNamed(fields: readonly HeaderField[], name: string): Bytes | undefined {
  return fields.find((field) => lower(field.name) === lower(name))?.value;
}

/** The letter without its header fields of this name, folded lines and all; letter case does not count. */
export function withoutField(content: Bytes, name: string): Bytes {
  const length = headerLength(content);
  const fields = content.slice(0, length).split(/(?<=\r\n)(?![ \t])/);
  const kept = fields.filter((field) => lower(FIELD.exec(field)?.[1] ?? '') !== lower(name));
  return kept.join('') + content.slice(length);
}

/** What a server needs to complete a header. */
export interface Completion {
  /** `local@domain`, for the left side of From. */
  sender: Bytes;
  messageId: string;
  date: string;
}

/**
 * The letter with an empty line between header and body where it is missing, and, if there is a
 * completion, with the Message-Id, Date and From that a submitter left out (RFC 6409, 8.1 to 8.3).
 */
export function completeHeader(content: Bytes, completion: Completion | null): Bytes {
  const length = headerLength(content);
  const header = content.slice(0, length);
  const rest = content.slice(length);
  const divided = rest === '' || rest.startsWith(CRLF) ? rest : CRLF + rest;
  return header + (completion ? missingFields(parseFields(header), completion) : '') + divided;
}

function missingFields(fields: readonly HeaderField[], { sender, messageId, date }: Completion): Bytes {
  const wanted: [string, Bytes][] = [
    ['Message-Id', `<${messageId}>`],
    ['Date', date],
    ['From', sender],
  ];
  return wanted
    .filter(([name]) => countFields(fields, name) === 0)
    .map(([name, value]) => `${name}: ${value}${CRLF}`)
    .join('');
}

function nextLine(content: Bytes, start: number): number {
  const end = content.indexOf(CRLF, start);
  return end < 0 ? content.length : end + CRLF.length;
}
