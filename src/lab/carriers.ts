// Which connections servers opened, to hand letters on. Rule: a try turns to an address in one breath, so the event that says
// so stands right behind the connection's beginning (engine/world/transfer.ts).

import type { TraceEvent, TraceEventOf } from '../engine/kernel/trace';

/** What the try says that opened the connection which begins at `index`; undefined if a program at a terminal opened it, or none begins there. */
export function carrierAt(trace: readonly TraceEvent[], index: number): TraceEventOf<'mail.exchanger'> | undefined {
  const connect = trace[index];
  const next = trace[index + 1];
  if (connect?.type !== 'net.connect' || next?.type !== 'mail.exchanger') return undefined;
  return next.connection === connect.connection ? next : undefined;
}
