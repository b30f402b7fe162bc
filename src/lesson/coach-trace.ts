// What the coach's rules share: what they say, and how they look back.

import type { ConnectionId, TraceEvent, TraceEventOf } from '../engine/kernel/trace';
import type { enCoach } from '../messages/en-coach';

export type CoachKey = keyof typeof enCoach;
type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type Numbers = `${0 | 1}${Digit}` | `2${Exclude<Digit, 7 | 8>}` | '51' | '52';

/** A sentence of the catalogue with what goes into its blanks. */
export interface Advice {
  /** A misconception of the catalogue, or a common slip. */
  id: `M${Numbers}` | 'order' | 'unfinished';
  key: CoachKey;
  values: Record<string, string | number>;
}

export type Exchange = TraceEventOf<'smtp.exchange'>;
export type Trace = readonly TraceEvent[];

type Of<T extends TraceEvent['type']> = TraceEventOf<T> & { connection: number };

/** Whether an event is of this type and belongs to this connection. */
export function isOf<T extends 'net.connect' | 'smtp.exchange' | 'smtp.greeting' | 'smtp.content' | 'mail.accepted'>(
  event: TraceEvent,
  type: T,
  connection: ConnectionId | null,
): event is Of<T> {
  return event.type === type && (event as { connection: number }).connection === connection;
}

/** The last wanted event before another. */
export function latest<E extends TraceEvent>(trace: Trace, before: TraceEvent, wanted: (event: TraceEvent) => event is E): E | undefined {
  for (let i = before.seq - 1; i >= 0; i--) {
    const event = trace[i];
    if (event && wanted(event)) return event;
  }
  return undefined;
}

/** How a connection was asked for, before an event. */
export function connectOf(trace: Trace, before: TraceEvent, connection: ConnectionId | null): TraceEventOf<'net.connect'> | undefined {
  return latest(trace, before, (event): event is TraceEventOf<'net.connect'> => isOf(event, 'net.connect', connection));
}

/** The exchange before this one in the same conversation. */
export function exchangeBefore(trace: Trace, exchange: Exchange): Exchange | undefined {
  return latest(trace, exchange, (event): event is Exchange => isOf(event, 'smtp.exchange', exchange.connection));
}

/** What was typed as a verb may be anything; the sentence stays one line. */
export const short = (text: string) => (text.length > 16 ? `${text.slice(0, 15)}…` : text);
