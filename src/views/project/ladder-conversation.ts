// Rows of an SMTP conversation: greeting, command and reply, lines of the letter, and the reply nobody asked for.

import type { ReplyFacts, TraceEvent, TraceEventOf } from '../../engine/kernel/trace';
import type { GlassLabels } from '../../messages/en-glass';
import { fill } from './labels';
import { consume, type Wire } from './ladder-wire';
import { replyKind, type Row } from './row';
import { showBytes, showText, withoutLineEnd } from './text';

type Conversation = TraceEventOf<'smtp.greeting' | 'smtp.exchange' | 'smtp.content' | 'smtp.notice'>;

/** The rows of one event; advances what the wire remembers. */
export function conversationRows(wire: Wire, event: Conversation, labels: GlassLabels): Row[] {
  switch (event.type) {
    case 'smtp.greeting':
      return [{ ...replyRow(wire, event, event, labels), opens: true }];
    case 'smtp.exchange':
      return exchangeRows(wire, event, labels);
    case 'smtp.content':
      return contentRows(wire, event, labels);
    case 'smtp.notice': {
      const row = replyRow(wire, event, event, labels);
      return [{ ...row, opens: true, spoken: fill(labels['spoken.unasked'], { who: wire.server, text: row.text }) }];
    }
  }
}

function exchangeRows(wire: Wire, event: TraceEventOf<'smtp.exchange'>, labels: GlassLabels): Row[] {
  consume(wire, event.line);
  wire.letterLine = '';
  wire.inLetter = event.after === 'content';
  const command = commandRow(wire, event, labels);
  // A server may hang up without a word; then there is no reply to draw.
  return event.wire === '' ? [command] : [command, replyRow(wire, event, event, labels)];
}

function commandRow(wire: Wire, event: TraceEventOf<'smtp.exchange'>, labels: GlassLabels): Row {
  const { text, bare } = withoutLineEnd(event.line);
  const shown = text === '' ? labels['line.empty'] : showBytes(text);
  const row: Row = { ...rowOf(event, 'command'), side: 'client', kind: 'client', text: shown, spoken: '', opens: true };
  row.spoken = fill(labels['spoken.sent'], { who: wire.client, text: shown });
  if (event.verb === 'END') row.mark = 'end';
  else if (bare) row.mark = 'bare';
  return row;
}

function replyRow(wire: Wire, event: TraceEvent & { connection: number }, reply: ReplyFacts, labels: GlassLabels): Row {
  const text = headline(event, reply, labels);
  const spoken = fill(labels['spoken.answered'], { who: wire.server, text });
  const row: Row = { ...rowOf(event, 'reply'), side: 'server', kind: replyKind(reply.code), text, spoken, opens: false };
  if (reply.lines.length > 1) row.lines = reply.lines.length;
  return row;
}

/** Digits and first line; an EHLO reply says how much is offered (RFC 5321, 4.1.1.1: one keyword a line after the first). */
function headline(event: TraceEvent, reply: ReplyFacts, labels: GlassLabels): string {
  const code = reply.enhanced === undefined ? `${reply.code}` : `${reply.code} ${reply.enhanced}`;
  if (event.type === 'smtp.exchange' && event.verb === 'EHLO' && reply.code === 250) {
    const n = reply.lines.length - 1;
    const key = n === 1 ? 'reply.offers.one' : n < 1 ? 'reply.offers.none' : 'reply.offers.many';
    return `${code} ${fill(labels[key], { n })}`;
  }
  return `${code} ${showText(reasonOf(reply))}`.trimEnd();
}

// What servers put before the reason of a refusal: the path, the host, `Error:`, `Recipient address rejected:`.
const PREAMBLE = /^(<[^>]*>: )?((\S+ )?Error: |\S+ address rejected: )?(?=\S)/;

/** The reason of a negative reply without its preamble, because a row is short; the whole is one click away. */
function reasonOf({ code, lines }: ReplyFacts): string {
  const first = lines[0] ?? '';
  return code >= 400 ? first.replace(PREAMBLE, '') : first;
}

function contentRows(wire: Wire, event: TraceEventOf<'smtp.content'>, labels: GlassLabels): Row[] {
  consume(wire, event.wire);
  const lines = (wire.letterLine + event.wire).split('\n');
  wire.letterLine = lines.pop() ?? '';
  return lines.map((line, i) => ({ ...contentRow(wire, event, `${line}\n`, labels), id: `${event.seq}:${i}` }));
}

function contentRow(wire: Wire, event: TraceEventOf<'smtp.content'>, line: string, labels: GlassLabels): Row {
  const { text, bare } = withoutLineEnd(line);
  const shown = showBytes(text);
  const spoken = fill(labels['spoken.content'], { who: wire.client, text: shown === '' ? labels['line.empty'] : shown });
  const row: Row = { ...rowOf(event, 'content'), side: 'client', kind: 'content', text: shown, spoken, opens: false };
  if (text.length > 1 && text.startsWith('.')) row.mark = 'stuffed';
  else if (bare) row.mark = 'bare';
  return row;
}

function rowOf(event: TraceEvent & { connection: number }, part: string) {
  return { id: `${event.seq}:${part}`, seq: event.seq, at: event.at, connection: event.connection };
}
