// What a program reads of a conversation: replies keep their digits, their hyphens and their number of lines, and lose
// their words (RFC 5321, 4.3.2). An event becomes another of its kind, so that every view can show either.

import { encodeUtf8, type Bytes } from '../../engine/kernel/bytes';
import type { TraceEvent } from '../../engine/kernel/trace';

/** Stands for any words. */
const HIDDEN = '····';

const REPLY_LINE = /^(\d{3})([ -])(\d\.\d{1,3}\.\d{1,3}(?= |$))?(.*)$/;

/** An event without the words of replies; the same event if it holds none. */
export function withoutWords(event: TraceEvent): TraceEvent {
  switch (event.type) {
    case 'smtp.greeting':
    case 'smtp.exchange':
    case 'smtp.notice':
      return { ...event, lines: event.lines.map((line) => (line === '' ? '' : HIDDEN)), wire: hideOctets(event.wire) };
    case 'net.bytes':
      return event.side === 'server' ? { ...event, bytes: hideOctets(event.bytes) } : event;
    case 'terminal.print':
      return event.tone === 'server' ? { ...event, text: hideText(event.text) } : event;
    default:
      return event;
  }
}

/** Text that a server sent, with line feeds between lines, without its words. */
export function hideText(text: string): string {
  return text.split('\n').map(hideLine).join('\n');
}

function hideOctets(bytes: Bytes): Bytes {
  return bytes.split('\r\n').map((line) => encodeUtf8(hideLine(line))).join('\r\n'); // prettier-ignore
}

function hideLine(line: string): string {
  const [whole, code = '', sign = '', detail = '', words = ''] = REPLY_LINE.exec(line) ?? [];
  if (whole === undefined) return line.trim() === '' ? line : HIDDEN;
  if (words.trim() === '') return line;
  return `${code}${sign}${detail}${detail === '' ? '' : ' '}${HIDDEN}`;
}

/** A growing trace without words, beside the trace it is made from. */
export interface Wordless {
  source: readonly TraceEvent[];
  trace: TraceEvent[];
}

/**
 * The first `count` events of `source` without words. What was made before is kept, event by event, as long as it is the
 * same trace. Every event is a new object, so that who has read the source so far notices that this is another trace.
 */
export function wordless(before: Wordless | null, source: readonly TraceEvent[], count: number): Wordless {
  const after = before?.source === source ? before : { source, trace: [] };
  for (let i = after.trace.length; i < count; i++) after.trace.push({ ...withoutWords(source[i]!) });
  return after;
}
