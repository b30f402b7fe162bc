// A letter's whole journey over all hosts, as steps and as stretches of the way. What the path shows is worked out here, from
// the trace and the instant alone.

import type { Instant } from '../../engine/kernel/schedule';
import type { ConnectionId, HostName, SmtpClientState, TraceEvent } from '../../engine/kernel/trace';
import { stepOf, type JourneyStep } from './journey-steps';
import { familyOf, originOf, waitingFor, type Letter, type LetterEvent, type Letters } from './letters';

/** A stretch of the way: one connection over which a letter was handed in or on, or should have been. */
export interface Hop {
  connection: ConnectionId;
  from: HostName;
  to: HostName;
  /** How often this stretch was tried. `connection` is the latest of them. */
  times: number;
  /** The letter of the latest try, on the host that sends; null while somebody at a terminal types it. */
  carried: Letter | null;
  outcome: 'under way' | 'passed' | 'failed';
}

export interface Journey {
  origin: Letter;
  family: Letter[];
  steps: JourneyStep[];
  /** In the order in which they were first tried. */
  hops: Hop[];
}

/** The journey to which this letter belongs. */
export function journeyOf(letters: Letters, letter: Letter): Journey {
  const origin = originOf(letters, letter);
  const family = familyOf(letters, origin);
  const steps = family.flatMap((each) => each.events.flatMap((event) => stepOf(each, event)));
  return { origin, family, steps: steps.sort((a, b) => a.seq - b.seq), hops: hopsOf(letters, family) };
}

/** Where the journey has come to: its worst news that still holds, for one word beside its name. */
export function stateOf({ family }: Journey): 'waiting' | 'arrived' | 'bounced' | 'mixed' {
  const own = family.filter(({ report }) => report === null);
  if (own.some((letter) => waitingFor(letter).length > 0)) return 'waiting';
  const has = (...types: LetterEvent['type'][]) => own.some(({ events }) => events.some(({ type }) => types.includes(type)));
  if (!has('mail.bounced', 'mail.discarded')) return 'arrived';
  return has('mail.delivered') ? 'mixed' : 'bounced';
}

function hopsOf(letters: Letters, family: readonly Letter[]): Hop[] {
  const hops = new Map<string, Hop>();
  const add = (connection: ConnectionId, carried: Letter | null, outcome: Hop['outcome']) => {
    const connect = letters.connects.get(connection);
    if (!connect) return;
    const { from, to } = { from: connect.from, to: connect.to ?? connect.toAddress };
    const hop = hops.get(`${from} ${to}`);
    if (hop?.connection === connection) return;
    hops.set(`${from} ${to}`, { connection, from, to, times: (hop?.times ?? 0) + 1, carried, outcome });
  };
  for (const letter of family) {
    if (letter.connection !== null && !letters.hops.has(letter.connection)) add(letter.connection, null, 'passed');
    for (const event of letter.events) if (event.type === 'mail.exchanger') add(event.connection, letter, outcomeOf(letter, event));
  }
  return [...hops.values()];
}

/** A stretch is passed once its server took somebody's letter, and failed once the try turned elsewhere or ended. */
function outcomeOf({ events }: Letter, { transfer, connection, seq }: Extract<LetterEvent, { type: 'mail.exchanger' }>): Hop['outcome'] {
  if (events.some((event) => event.type === 'mail.relayed' && event.connection === connection)) return 'passed';
  const over = events.some((event) => {
    if (event.seq <= seq) return false;
    if (event.type === 'mail.exchanger' || event.type === 'mail.deferred') return event.transfer === transfer;
    return event.type === 'mail.bounced' || event.type === 'mail.discarded' || event.type === 'mail.try';
  });
  return over ? 'failed' : 'under way';
}

/** States in which the text has been answered. */
const OVER = new Set<SmtpClientState>(['leaving', 'closed']);

/** How far a letter has come over a connection at an instant: 0 until its text leaves, 1 when all of it is there. */
export function progressOn(trace: readonly TraceEvent[], connection: ConnectionId, now: Instant, count: number): number {
  for (let i = count - 1; i >= 0; i--) {
    const event = trace[i]!;
    if (!('connection' in event) || event.connection !== connection) continue;
    if (event.type === 'mail.accepted') return 1;
    if (event.type === 'net.connect' || (event.type === 'smtp.client' && !OVER.has(event.after))) return 0;
    if (event.type !== 'net.bytes' || event.side !== 'client' || !/(^|\n)\.\r\n$/.test(event.bytes)) continue;
    return Math.min(1, (now - event.at) / Math.max(1, event.arrives - event.at));
  }
  return 0;
}
