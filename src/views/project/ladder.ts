// The ladder: the trace as rows, oldest first. Rows are only ever added; what is still under way (a
// line without its end, octets in flight, an unanswered question) stands in `tail`, made anew each time.
// Whoever drags the timeline asks for moments at random, so the fold leaves copies of itself on its way.

import type { ConnectionId, HostName, Seq, TraceEvent, TraceEventOf } from '../../engine/kernel/trace';
import type { GlassLabels } from '../../messages/en-glass';
import { continues, handle, type Folded, type Handlers } from './fold';
import { elapsed } from './labels';
import { conversationRows } from './ladder-conversation';
import { moveRow } from './ladder-moves';
import { lookupRow, mannerRow, pendingLookup, segmentRows, zoneRow } from './ladder-network';
import { isInScope, type Hidden, type Scope } from './scope';
import { inFlight } from './ladder-tail';
import { type Wire, wireOf } from './ladder-wire';
import type { Ends, Row } from './row';
import type { Verdict } from './verdict';

export interface Ladder extends Kept {
  labels: GlassLabels;
  scope: Scope;
  /** What is under way. */
  tail: Row[];
  /** Copies of earlier, and perhaps of later, moments. */
  kept: Kept[];
}

interface Kept extends Folded, Hidden {
  /** What has happened. */
  rows: Row[];
  wires: Map<ConnectionId, Wire>;
  /** How many connections there were, shown or not: they are numbered. */
  connections: number;
  /** Who sits at a host. */
  users: Map<HostName, string>;
  /** Questions to name servers without an answer yet. */
  lookups: Map<number, TraceEventOf<'dns.query'>>;
  /** The connection whose rows came last. */
  shown: ConnectionId | null;
}

/** Silence shorter than this (ms) is the network's own pace and not worth a row. */
const NOTABLE = 500;
/** Events between two copies. */
const SPACING = 500;

/**
 * The ladder of the first `count` events of a trace: of what people at terminals say, or of one conversation alone. Continues
 * `before` in place where it can; the old value must not be used any more. Never throws, whatever the trace holds.
 */
export function advanceLadder(
  before: Ladder | null,
  trace: readonly TraceEvent[],
  count: number,
  labels: GlassLabels,
  scope: Scope = null,
): Ladder {
  const ladder = before?.labels === labels && before.scope === scope ? resumed(before, trace, count) : emptyLadder(labels, scope);
  for (let i = ladder.count; i < count; i++) {
    if (trace[i]!.type === 'net.connect') ladder.connections += 1;
    if (isInScope(ladder, scope, trace, i)) handle(HANDLERS, ladder, trace[i]!);
    if ((i + 1) % SPACING === 0) keep(ladder, { count: i + 1, last: trace[i] });
  }
  ladder.count = count;
  ladder.last = trace[count - 1];
  ladder.tail = tailOf(ladder);
  return ladder;
}

/** The life lines of a connection; undefined for one that the ladder has not seen. */
export function endsOf(ladder: Ladder, connection: ConnectionId | null): Ends | undefined {
  return connection === null ? undefined : ladder.wires.get(connection)?.ends;
}

/** The ladder itself if it goes on, else its nearest copy that does, else nothing. */
function resumed(ladder: Ladder, trace: readonly TraceEvent[], count: number): Ladder {
  if (continues(ladder, trace, count)) return { ...ladder };
  const nearest = ladder.kept.filter((each) => continues(each, trace, count)).at(-1);
  return { ...emptyLadder(ladder.labels, ladder.scope), ...(nearest && copyOf(nearest)), kept: ladder.kept };
}

function keep(ladder: Ladder, at: Folded): void {
  const later = ladder.kept.findIndex(({ count }) => count >= at.count);
  if (later >= 0 && ladder.kept[later]!.last === at.last) return;
  const earlier = later < 0 ? ladder.kept : ladder.kept.slice(0, later);
  ladder.kept = [...earlier, { ...copyOf(ladder), ...at }];
}

function copyOf({ count, last, rows, wires, connections, users, lookups, carried, ways, shown }: Kept): Kept {
  const copies = new Map([...wires].map(([connection, wire]) => [connection, { ...wire }]));
  return {
    count,
    last,
    rows: rows.slice(),
    wires: copies,
    connections,
    users: new Map(users),
    lookups: new Map(lookups),
    carried: new Set(carried),
    ways: new Set(ways),
    shown,
  };
}

function emptyLadder(labels: GlassLabels, scope: Scope): Ladder {
  const maps = { wires: new Map(), users: new Map(), lookups: new Map() };
  const sets = { carried: new Set<ConnectionId>(), ways: new Set<Seq>() };
  return { labels, scope, count: 0, last: undefined, rows: [], connections: 0, ...maps, ...sets, shown: null, tail: [], kept: [] };
}

const HANDLERS: Handlers<Ladder> = {
  'terminal.login': (ladder, event) => ladder.users.set(event.host, event.user),
  'shell.command': (ladder, event) => ladder.users.set(event.host, event.user),
  'dns.query': (ladder, event) => ladder.lookups.set(event.query, event),
  'dns.answer': (ladder, event) => {
    ladder.lookups.delete(event.query);
    ladder.rows.push(lookupRow(event, ladder.labels));
  },
  'mail.relayed': addVerdict,
  'mail.deferred': addVerdict,
  'mail.bounced': addVerdict,
  'mail.discarded': addVerdict,
  'lab.zone': (ladder, event) => ladder.rows.push(zoneRow(event, ladder.labels)),
  'lab.dialect': (ladder, event) => ladder.rows.push(mannerRow(event, ladder.labels)),
  'net.connect': (ladder, event) => {
    ladder.wires.set(event.connection, wireOf(event, ladder.connections, ladder.users.get(event.from), ladder.labels));
    onWire(ladder, event, (wire) => segmentRows(wire, event, ladder.labels));
  },
  'net.bytes': (ladder, event) => {
    const wire = ladder.wires.get(event.connection);
    if (wire && event.side === 'client') wire.unread += event.bytes;
  },
  'net.retry': addSegment,
  'net.open': addSegment,
  'net.failed': addSegment,
  'net.finish': addSegment,
  'net.reset': addSegment,
  'net.closed': addSegment,
  'smtp.greeting': addConversation,
  'smtp.exchange': addConversation,
  'smtp.content': addConversation,
  'smtp.notice': addConversation,
};

type SegmentType = 'net.connect' | 'net.retry' | 'net.open' | 'net.failed' | 'net.finish' | 'net.reset' | 'net.closed';
type ConversationType = 'smtp.greeting' | 'smtp.exchange' | 'smtp.content' | 'smtp.notice';

function addVerdict(ladder: Ladder, event: Verdict): void {
  ladder.rows.push(moveRow(event, ladder.labels));
}

function addSegment(ladder: Ladder, event: TraceEventOf<SegmentType>): void {
  onWire(ladder, event, (wire) => segmentRows(wire, event, ladder.labels));
}

function addConversation(ladder: Ladder, event: TraceEventOf<ConversationType>): void {
  onWire(ladder, event, (wire) => conversationRows(wire, event, ladder.labels));
}

/** Adds the rows of one event, and above them whose life lines these are and how long nothing was said. */
function onWire(ladder: Ladder, event: TraceEvent & { connection: ConnectionId }, rowsOf: (wire: Wire) => Row[]): void {
  const wire = ladder.wires.get(event.connection);
  if (!wire) return;
  const rows = rowsOf(wire);
  const first = rows[0];
  if (!first) return;
  if (ladder.shown !== event.connection) ladder.rows.push(endsRow(wire, event));
  ladder.shown = event.connection;
  const silence = event.at - wire.lastAt;
  wire.lastAt = event.at;
  // Between the lines of a letter time is the writer's own; a row for it would tear the sheet.
  const writing = first.kind === 'content' && ladder.rows.at(-1)?.kind === 'content';
  if (silence >= NOTABLE && !writing) ladder.rows.push(timeRow(event, silence, ladder.labels));
  for (const row of rows) ladder.rows.push(row);
}

function endsRow(wire: Wire, event: TraceEvent): Row {
  const { connection } = wire.ends;
  const { seq, at } = event;
  return { id: `${seq}:ends`, seq, at, connection, side: null, kind: 'ends', text: wire.caption, spoken: wire.caption, opens: true };
}

function timeRow(event: TraceEvent & { connection: ConnectionId }, silence: number, labels: GlassLabels): Row {
  const text = elapsed(silence, labels);
  const { seq, at, connection } = event;
  return { id: `${seq}:time`, seq, at, connection, side: null, kind: 'time', text, spoken: text, opens: false };
}

function tailOf(ladder: Ladder): Row[] {
  const tail: Row[] = [];
  const last = ladder.last;
  if (!last) return tail;
  for (const query of ladder.lookups.values()) tail.push(pendingLookup(query, ladder.labels));
  for (const wire of ladder.wires.values()) {
    const rows = inFlight(wire, last, ladder.labels);
    if (rows.length > 0 && wire.ends.connection !== ladder.shown)
      tail.push({ ...endsRow(wire, last), id: `tail:${wire.ends.connection}:ends` });
    for (const row of rows) tail.push(row);
  }
  return tail;
}
