// What of a trace a ladder and the timeline show. Rule: what people at terminals say is one ladder; each conversation that a server opened
// to hand a letter on is another, which is asked for. That a server sets out, and what comes of it, is told among the people's. What a
// resolver asks for somebody has a view of its own (names.ts).

import type { ConnectionId, Seq, TraceEvent } from '../../engine/kernel/trace';
import { carrierAt } from '../../engine/kernel/carriers';
import { causeOf } from './cause';

/** The conversation that is shown alone; null: all that people at terminals have. */
export type Scope = ConnectionId | null;

/** What is hidden so far. */
export interface Hidden {
  /** Connections that servers opened to hand letters on. */
  carried: Set<ConnectionId>;
  /** Events of tries, from which look-ups follow. */
  ways: Set<Seq>;
}

/** True if event `index` of the trace belongs to what is shown; notes what later events depend on. */
export function isInScope(hidden: Hidden, scope: Scope, trace: readonly TraceEvent[], index: number): boolean {
  const event = trace[index]!;
  if (carrierAt(trace, index)) hidden.carried.add((event as { connection: ConnectionId }).connection);
  if (isForAnother(trace, event)) return false;
  if (isOfWay(hidden, event)) {
    hidden.ways.add(event.seq);
    return event.type === 'mail.try';
  }
  const connection = 'connection' in event ? event.connection : null;
  // Where one address fails, the way to the next one is looked up.
  if (connection !== null && hidden.carried.has(connection)) hidden.ways.add(event.seq);
  if (scope !== null) return connection === scope || KNOWS.has(event.type);
  return connection === null || event.type === 'mail.relayed' || !hidden.carried.has(connection);
}

/** Who sits where is no row, and names the ends of every conversation. */
const KNOWS: ReadonlySet<TraceEvent['type']> = new Set(['terminal.login', 'shell.command']);

/** A resolver's question comes of somebody's question, and its answer of that. */
function isForAnother(trace: readonly TraceEvent[], event: TraceEvent): boolean {
  if (event.type !== 'dns.query' && event.type !== 'dns.answer') return false;
  const question = event.type === 'dns.query' ? event : causeOf(trace, event);
  return question !== undefined && causeOf(trace, question)?.type === 'dns.query';
}

function isOfWay({ ways }: Hidden, { type, cause }: TraceEvent): boolean {
  if (type === 'mail.try') return true;
  return (type === 'dns.query' || type === 'dns.answer' || type === 'mail.route') && cause !== undefined && ways.has(cause);
}
