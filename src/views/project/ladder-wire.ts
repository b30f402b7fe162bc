// What the ladder remembers of one connection.

import type { Bytes } from '../../engine/kernel/bytes';
import type { Instant } from '../../engine/kernel/schedule';
import type { TraceEventOf } from '../../engine/kernel/trace';
import type { GlassLabels } from '../../messages/en-glass';
import { fill } from './labels';
import type { Ends } from './row';
import { shortName, showText } from './text';

export interface Wire {
  ends: Ends;
  /** The connection in one line, with the server's full name. */
  caption: string;
  /** Who speaks, for sentences. */
  client: string;
  server: string;
  /** Octets from the client that the server has not yet made anything of. */
  unread: Bytes;
  /** The line of the letter that has begun and not ended. */
  letterLine: Bytes;
  /** The server reads a letter. */
  inLetter: boolean;
  /** When the last row was added. */
  lastAt: Instant;
}

/** A new connection. `number` counts connections from 1; `user` sits at the client's host, if anyone does. */
export function wireOf(event: TraceEventOf<'net.connect'>, number: number, user: string | undefined, labels: GlassLabels): Wire {
  const { connection, port } = event;
  const from = showText(event.from);
  const to = showText(event.to ?? event.toAddress);
  const host = shortName(from);
  return {
    ends: {
      connection,
      client: user === undefined ? host : fill(labels['ends.you'], { host, user: showText(user) }),
      server: fill(labels['ends.port'], { host: shortName(to), port }),
      clientTitle: `${from} (${event.fromAddress})`,
      serverTitle: `${to} (${event.toAddress})`,
    },
    caption: fill(labels['ends.caption'], { number, server: to, port }),
    client: user === undefined ? host : labels['spoken.you'],
    server: shortName(to),
    unread: '',
    letterLine: '',
    inLetter: false,
    lastAt: event.at,
  };
}

/** Takes octets the server has consumed off what is unread. Octets that never were on the wire change nothing. */
export function consume(wire: Pick<Wire, 'unread'>, bytes: Bytes): void {
  if (wire.unread.startsWith(bytes)) wire.unread = wire.unread.slice(bytes.length);
  else {
    // The server threw something away before it (an oversized line); what it consumed is still further on.
    const at = wire.unread.indexOf(bytes);
    if (at >= 0) wire.unread = wire.unread.slice(at + bytes.length);
  }
}
