// An index of the trace: which events make up each conversation. The views of one moment (state,
// envelope, letter) look back from that moment through their own conversation only.

import type { ConnectionId, Seq, TraceEvent, TraceEventOf } from '../../engine/kernel/trace';
import { advanceFold, type Folded } from './fold';

const TYPES = [
  'smtp.greeting',
  'smtp.exchange',
  'smtp.content',
  'smtp.notice',
  'mail.accepted',
  'net.failed',
  'net.reset',
  'net.closed',
] as const;
const KNOWN = new Set<TraceEvent['type']>(TYPES);

export type ConversationEvent = TraceEventOf<(typeof TYPES)[number]>;

export interface Conversations extends Folded {
  byConnection: Map<ConnectionId, ConversationEvent[]>;
}

/** The index of the first `count` events. Continues `before` in place where it can; the old value must not be used any more. */
export function advanceConversations(before: Conversations | null, trace: readonly TraceEvent[], count: number): Conversations {
  return advanceFold(before, trace, count, empty, (index, event) => {
    if (KNOWN.has(event.type)) add(index.byConnection, event as ConversationEvent);
  });
}

const empty = (): Conversations => ({ count: 0, last: undefined, byConnection: new Map() });

function add(byConnection: Conversations['byConnection'], event: ConversationEvent): void {
  // A letter that a host wrote itself came over no connection.
  if (event.connection === null) return;
  const events = byConnection.get(event.connection);
  if (events) events.push(event);
  else byConnection.set(event.connection, [event]);
}

/** What the glass looks at: a conversation up to one of its events (inclusive). */
export interface Moment {
  connection: ConnectionId;
  events: readonly ConversationEvent[];
  /** How many of the events have happened. */
  count: number;
}

/**
 * The moment to show: with a selected event that belongs to a conversation, that conversation right after it; otherwise
 * the newest moment of `connection`. Null if there is nothing to show.
 */
export function momentOf(
  index: Conversations,
  trace: readonly TraceEvent[],
  selected: Seq | null,
  connection: ConnectionId | null,
): Moment | null {
  const event = selected === null || selected >= index.count ? undefined : trace[selected];
  const chosen = event && 'connection' in event && event.connection !== null ? event.connection : connection;
  const events = chosen === null ? undefined : index.byConnection.get(chosen);
  if (chosen === null || !events) return null;
  const count = event && 'connection' in event && event.connection === chosen ? countUntil(events, event.seq) : events.length;
  return { connection: chosen, events, count };
}

/** How many events have happened when event `seq` has; what the server did in answer to the same line belongs to it. */
function countUntil(events: readonly ConversationEvent[], seq: Seq): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (events[middle]!.seq <= seq) low = middle + 1;
    else high = middle;
  }
  // mail.accepted is recorded right beside the exchange of the dot, on either side of it.
  while (events[low]?.type === 'mail.accepted') low++;
  return low;
}
