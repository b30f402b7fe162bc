// What goes wrong in a world, as data: planned by a lesson or added by hand. Instants and times in milliseconds; a fault
// without `to` stays, one without `times` happens every time.

import type { Instant } from '../kernel/schedule';
import type { HostName, Side } from '../kernel/trace';

/** From when to when; with `every`, again and again, counted from `from`. */
export interface Window {
  from: Instant;
  to?: Instant;
  every?: number;
}

export type Fault =
  /** A host answers nothing at all. What it was doing is lost; what it had written to disk is not. */
  | ({ kind: 'down'; host: HostName } & Window)
  /** A mailbox takes nothing more. */
  | ({ kind: 'full'; site: string; user: string } & Window)
  /** What a host's servers say takes this much longer. */
  | ({ kind: 'slow'; host: HostName; delay: number } & Window)
  /** A server answers a verb (END is the lone dot) with this reply, whatever it would have said; `path` narrows MAIL and RCPT. */
  | { kind: 'reply'; host: HostName; verb: string; reply: string; path?: string; times?: number }
  /**
   * A connection to a host breaks: as the reply to a verb is sent, or after so many octets from one side. `silence`: nothing
   * arrives any more; `reset`: both ends are told.
   */
  | { kind: 'cut'; host: HostName; at: { verb: string } | { side: Side; octets: number }; how: 'silence' | 'reset'; times?: number };

export type FaultKind = Fault['kind'];

/** A fault in a running world. */
export interface ActiveFault {
  fault: Fault;
  /** How often it is still to happen; null for always. */
  left: number | null;
}

/** True if an instant lies in the window. */
export function isWithinWindow({ from, to = Infinity, every }: Window, now: Instant): boolean {
  if (now < from) return false;
  const since = every === undefined ? now - from : (now - from) % every;
  return since < to - from;
}

/** The next instant after `now` at which a window begins or ends; null if there is none. */
export function nextEdge({ from, to = Infinity, every }: Window, now: Instant): Instant | null {
  const length = to - from;
  const rounds = every === undefined ? 0 : Math.max(Math.floor((now - from) / every), 0);
  const begin = from + rounds * (every ?? 0);
  const edges = [begin, begin + length, ...(every === undefined ? [] : [begin + every])];
  const next = edges.find((edge) => edge > now);
  return next === undefined || next === Infinity ? null : next;
}
