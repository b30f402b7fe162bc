// Where a conversation stands: the server's state at a moment, and what the last exchange did to it.

import type { HostName, SmtpState, TraceEventOf } from '../../engine/kernel/trace';
import type { ConversationEvent, Moment } from './conversations';

/** moved: to another state. stayed: fine, same state. refused: a negative reply. illegal: the table has no such arrow. hungUp: the server ended it. */
export type Outcome = 'moved' | 'stayed' | 'refused' | 'illegal' | 'hungUp';

export interface LastStep {
  verb: string;
  code: number;
  before: SmtpState;
  outcome: Outcome;
}

export interface StateAt {
  host: HostName;
  dialect: string;
  /** This server wants HELO or EHLO first. */
  helloRequired: boolean;
  /** The state at this moment. */
  state: SmtpState;
  /** What led here; null right after the greeting. */
  step: LastStep | null;
}

/** The server's state at a moment; null before it greeted. */
export function stateAt(moment: Moment): StateAt | null {
  const greeting = moment.events.find((event) => event.type === 'smtp.greeting');
  if (!greeting || greeting.seq > (moment.events[moment.count - 1]?.seq ?? -1)) return null;
  const { host, dialect, helloRequired } = greeting;
  const server = { host, dialect, helloRequired };
  let ending: ConversationEvent | undefined;
  for (let i = moment.count - 1; i >= 0; i--) {
    const event = moment.events[i]!;
    if (event.type === 'smtp.exchange') return { ...server, ...afterExchange(event, ending) };
    if (ENDING.has(event.type)) ending = event;
  }
  return { ...server, ...afterGreeting(ending) };
}

type Standing = Pick<StateAt, 'state' | 'step'>;

function afterExchange(exchange: TraceEventOf<'smtp.exchange'>, ending: ConversationEvent | undefined): Standing {
  if (ending?.type === 'smtp.notice') return hungUp(ending.code, exchange.after);
  return { state: ending ? 'closed' : exchange.after, step: stepOf(exchange) };
}

function afterGreeting(ending: ConversationEvent | undefined): Standing {
  if (ending?.type === 'smtp.notice') return hungUp(ending.code, 'connected');
  return { state: ending ? 'closed' : 'connected', step: null };
}

function hungUp(code: number, before: SmtpState): Standing {
  return { state: 'closed', step: { verb: '', code, before, outcome: 'hungUp' } };
}

const ENDING = new Set<ConversationEvent['type']>(['smtp.notice', 'net.reset', 'net.closed']);

function stepOf({ verb, code, before, after, legal }: TraceEventOf<'smtp.exchange'>): LastStep {
  return { verb, code, before, outcome: outcomeOf(code, before, after, legal) };
}

function outcomeOf(code: number, before: SmtpState, after: SmtpState, legal: boolean): Outcome {
  const negative = code >= 400;
  // A lone dot that is refused ends the content all the same; a verb that is refused and ends the session led nowhere.
  if (after === 'closed' && before !== after && (negative || !legal)) return 'hungUp';
  if (!legal) return 'illegal';
  if (before !== after) return 'moved';
  return negative ? 'refused' : 'stayed';
}
