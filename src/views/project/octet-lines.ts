// Which octets the bytes view shows: those of one event of a conversation, or what the client has sent and the
// server has not yet made anything of.

import { LF, type Bytes } from '../../engine/kernel/bytes';
import type { ConnectionId, Seq, TraceEvent, TraceEventOf } from '../../engine/kernel/trace';
import { encodedLines } from './base64-parts';
import { momentOf, type Conversations, type Moment } from './conversations';
import { transactionAt } from './envelope';
import { consume } from './ladder-wire';
import { cellsOf, linesOf, storedCells, type Cell, type LineKind } from './octets';

/** More than this of one event is counted, not shown. Octets. */
export const OCTETS_SHOWN = 16_384;

export interface OctetLine {
  wire: Cell[];
  /** The same line as it is in the letter; null for what is no part of a letter. */
  stored: Cell[] | null;
}

export interface OctetGroup {
  /** travelling: whole lines that the server has not read yet. waiting: a line whose end has not been sent. */
  kind: 'command' | 'end' | 'letter' | 'reply' | 'travelling' | 'waiting';
  lines: OctetLine[];
  /** Octets in all. */
  octets: number;
  /** Octets left out at the end. */
  more: number;
}

export interface Dump {
  /** Tells one dump from another: where its octets come from. */
  id: string;
  groups: OctetGroup[];
}

type Spoken = TraceEventOf<'smtp.greeting' | 'smtp.exchange' | 'smtp.content' | 'smtp.notice'>;

/**
 * The octets to show: of the selected event where it has any, else of what waits for its line end or is on its way, else of
 * the latest event. Null if nothing was said.
 */
export function dumpOf(
  index: Conversations,
  trace: readonly TraceEvent[],
  selected: Seq | null,
  connection: ConnectionId | null,
): Dump | null {
  const moment = momentOf(index, trace, selected, connection);
  if (!moment) return null;
  const unread = selected === null ? unreadOf(trace, index.count, moment.connection) : '';
  if (unread !== '') return { id: 'unread', groups: [groupOf(unread.endsWith(LF) ? 'travelling' : 'waiting', unread, 'command')] };
  const chosen = latest(moment);
  return chosen ? { id: `${chosen.seq}`, groups: groupsOf(chosen, moment) } : null;
}

/** The event before or after the shown one that has octets to show; null if there is none. */
export function nextSpoken(
  index: Conversations,
  trace: readonly TraceEvent[],
  selected: Seq | null,
  connection: ConnectionId | null,
  step: 1 | -1,
): Seq | null {
  const moment = momentOf(index, trace, selected, connection);
  const here = moment && latest(moment);
  if (!here) return null;
  const spoken = moment.events.filter(isSpoken);
  return spoken[spoken.findIndex(({ seq }) => seq === here.seq) + step]?.seq ?? null;
}

function latest({ events, count }: Moment): Spoken | undefined {
  for (let i = count - 1; i >= 0; i--) if (isSpoken(events[i])) return events[i] as Spoken;
  return undefined;
}

function isSpoken(event: TraceEvent | undefined): event is Spoken {
  return (
    event !== undefined &&
    (event.type === 'smtp.exchange' || event.type === 'smtp.content' || event.type === 'smtp.greeting' || event.type === 'smtp.notice')
  );
}

function groupsOf(event: Spoken, moment: Moment): OctetGroup[] {
  if (event.type === 'smtp.content') return [letterGroup(event, transactionAt(moment)?.content ?? '')];
  const reply = groupOf('reply', event.wire, 'reply');
  if (event.type !== 'smtp.exchange') return [reply];
  const kind = event.verb === 'END' ? 'end' : 'command';
  const command = groupOf(kind, event.line, kind);
  return event.wire === '' ? [command] : [command, reply];
}

function groupOf(kind: OctetGroup['kind'], bytes: Bytes, as: LineKind): OctetGroup {
  const lines = linesOf(bytes.slice(0, OCTETS_SHOWN)).map((line) => ({ wire: cellsOf(line, as), stored: null }));
  return { kind, lines, octets: bytes.length, more: Math.max(0, bytes.length - OCTETS_SHOWN) };
}

/** Both sides of lines of a letter. `letter` is the letter up to and including them. */
function letterGroup({ wire, content }: TraceEventOf<'smtp.content'>, letter: Bytes): OctetGroup {
  const start = letter.length - content.length;
  const encoded = encodedLines(letter, start);
  const stored = linesOf(content);
  const lines = linesOf(wire.slice(0, OCTETS_SHOWN)).map((line, i): OctetLine => {
    const begins = i > 0 || start <= 0 || letter[start - 1] === LF;
    const cells = cellsOf(line, encoded[i] ? 'encoded' : 'letter', begins && line.startsWith('.'));
    return { wire: cells, stored: storedCells(cells, stored[i] ?? '') };
  });
  return { kind: 'letter', lines, octets: wire.length, more: Math.max(0, wire.length - OCTETS_SHOWN) };
}

/** What the client has sent and the server has not consumed. */
function unreadOf(trace: readonly TraceEvent[], count: number, connection: ConnectionId): Bytes {
  const wire = { unread: '' };
  for (let i = 0; i < count; i++) {
    const event = trace[i]!;
    if (!('connection' in event) || event.connection !== connection) continue;
    if (event.type === 'net.bytes' && event.side === 'client') wire.unread += event.bytes;
    else if (event.type === 'smtp.exchange') consume(wire, event.line);
    else if (event.type === 'smtp.content') consume(wire, event.wire);
    else if (event.type === 'net.reset' || event.type === 'net.closed') wire.unread = '';
  }
  return wire.unread;
}
