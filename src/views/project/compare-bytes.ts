// What was sent of a letter's text, and what was stored of it, line beside line. Where a line differs, it is the dot
// that the sender put in front and the receiver took away (RFC 5321, 4.5.2).

import { CRLF, type Bytes } from '../../engine/kernel/bytes';
import type { TraceEvent, TraceEventOf } from '../../engine/kernel/trace';
import { headerLength } from '../../engine/mail/message';

/** Lines compared at most. */
export const LINES_COMPARED = 100;

export interface ComparedLine {
  /** As it travelled, without its line end. */
  sent: Bytes;
  /** As it lies in the mailbox; null if it does not. */
  stored: Bytes | null;
  /** dot: one was taken away. end: the line that ends the letter, which is no part of it. */
  what: 'same' | 'dot' | 'end';
}

export interface Comparison {
  lines: ComparedLine[];
  /** Lines left out. */
  more: number;
  /** The letter is in a mailbox. */
  stored: boolean;
}

/** The letter begun last among the first `count` events; null if there is none. */
export function compareLetter(trace: readonly TraceEvent[], count: number): Comparison | null {
  const start = latestStart(trace, count);
  if (start < 0) return null;
  const { connection } = trace[start] as TraceEventOf<'smtp.exchange'>;
  let wire = '';
  let content = '';
  let end: Bytes | null = null;
  let queueId: string | null = null;
  let body: Bytes | null = null;
  for (let i = start + 1; i < count; i++) {
    const event = trace[i]!;
    if (event.type === 'mail.delivered' && event.queueId === queueId) body ??= event.body;
    if (!('connection' in event) || event.connection !== connection) continue;
    if (event.type === 'smtp.content') {
      wire += event.wire;
      content += event.content;
    } else if (event.type === 'smtp.exchange' && event.verb === 'END') end ??= event.line;
    else if (event.type === 'mail.accepted') queueId ??= event.queueId;
  }
  return compared(textLines(wire, content), end !== null, body);
}

function latestStart(trace: readonly TraceEvent[], count: number): number {
  for (let i = count - 1; i >= 0; i--) {
    const event = trace[i]!;
    if (event.type === 'smtp.exchange' && event.after === 'content') return i;
  }
  return -1;
}

/** The lines of the text, as sent. No dot-stuffing changes how many lines there are. */
function textLines(wire: Bytes, content: Bytes): Bytes[] {
  const header = headerLength(content);
  const divider = content.startsWith(CRLF, header) ? CRLF.length : 0;
  const before = linesOf(content.slice(0, header + divider)).length;
  return linesOf(wire).slice(before);
}

function linesOf(bytes: Bytes): Bytes[] {
  const lines = bytes.split(CRLF);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function compared(sent: readonly Bytes[], ended: boolean, body: Bytes | null): Comparison {
  const stored = body === null ? [] : linesOf(body);
  const lines = sent.slice(0, LINES_COMPARED).map((line, i): ComparedLine => {
    const kept = stored[i] ?? null;
    return { sent: line, stored: kept, what: kept !== null && line === `.${kept}` ? 'dot' : 'same' };
  });
  if (ended) lines.push({ sent: '.', stored: null, what: 'end' });
  return { lines, more: Math.max(0, sent.length - LINES_COMPARED), stored: body !== null };
}
