// Which connections servers opened, to hand letters on. Rule: a try turns to an address in one breath, so the event that says
// so stands right behind the connection's beginning (world/transfer.ts).

import type { ConnectionId, TraceEvent, TraceEventOf } from './trace';

/** What the try says that opened the connection which begins at `index`; undefined if a program at a terminal opened it, or none begins there. */
export function carrierAt(trace: readonly TraceEvent[], index: number): TraceEventOf<'mail.exchanger'> | undefined {
  const connect = trace[index];
  const next = trace[index + 1];
  if (connect?.type !== 'net.connect' || next?.type !== 'mail.exchanger') return undefined;
  return next.connection === connect.connection ? next : undefined;
}

/** True if a server opened this connection, which has begun before event `before`, to hand a letter on. */
export function isCarried(trace: readonly TraceEvent[], connection: ConnectionId, before: number): boolean {
  for (let i = Math.min(before, trace.length) - 1; i >= 0; i--) {
    const event = trace[i]!;
    if (event.type === 'net.connect' && event.connection === connection) return carrierAt(trace, i) !== undefined;
  }
  return false;
}
