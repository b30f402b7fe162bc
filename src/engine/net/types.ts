// The network as plain data: hosts with addresses on networks, links with latency, byte-stream
// connections, and filters that drop or reject on the way.

import type { RandomState } from '../kernel/random';
import type { Instant } from '../kernel/schedule';
import type { ConnectionId, HostName, Seq, Side } from '../kernel/trace';

/** A network: a block of addresses, the name server its hosts ask, and how far it is from the core (ms, one way). */
export interface Network {
  prefix: string;
  resolver: string;
  latency: number;
}

/** An explicit link between two hosts; where there is none, latency follows from the two networks. */
export interface Link {
  between: [HostName, HostName];
  /** One way, ms. */
  latency: number;
  /** At most this many ms more, drawn per segment from the direction's own generator. */
  jitter?: number;
}

/** What stands in the way. The first filter that matches decides. `*` matches any address. */
export interface Filter {
  /** Address, CIDR block or `*`. */
  from: string;
  to: string;
  /** TCP port; absent means any. */
  port?: number;
  /** drop: silence; reject: refused at once; reset: the connection opens and is then torn down. */
  action: 'drop' | 'reject' | 'reset';
}

/** One direction of a connection. */
export interface Pipe {
  /** Nothing sent later may arrive earlier. */
  lastArrival: Instant;
  /** Octets put on the wire so far. */
  sent: number;
  finished: boolean;
  /** The FIN has reached the other end. */
  finishArrived: boolean;
}

export interface Connection {
  id: ConnectionId;
  client: { host: HostName; address: string; port: number };
  /** `host` is null if no host has the address. */
  server: { host: HostName | null; address: string; port: number };
  state: 'opening' | 'open' | 'closed';
  /** The line is dead: nothing sent arrives any more, and nobody is told. */
  severed?: true;
  /** The other end has answered the first SYN; a repeated one changes nothing. */
  answered: boolean;
  /** Whoever opened it is told what happens by this name; null once nobody wants to know. */
  owner: string | null;
  from: Record<Side, Pipe>;
  /** When the server's patience is next looked at; null if that is not on the agenda. */
  deadlineAt: Instant | null;
  /** Trace event that caused what happens next, for the why-chain. */
  cause: Seq;
}

export type RandomSources = Record<string, RandomState>;
