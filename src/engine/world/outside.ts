// The edge of a world: where somebody from outside comes in, through a real socket. Rule: to the world it is a
// host like any other, one that stands beside every server, so that no delay comes on top of the real one.

import type { ConnectionId, HostName } from '../kernel/trace';
import type { World } from '../world-types';
import { connect } from './sockets';
import { hostNamed } from './topology';

/** The host that all from outside are to the world. */
const OUTSIDE: HostName = 'outside.test';
/** Where they come from: loopback, the only network that a real socket is opened on. */
const ADDRESSES = ['127.0.0.1', '::1'];

/** Makes a world reachable from outside. Changes it in place, once, before anything happens in it. */
export function openEdge(world: World): void {
  world.networks[OUTSIDE] = { prefix: '127.0.0.0/8', resolver: ADDRESSES[0]!, latency: 0 };
  for (const name of Object.keys(world.hosts)) world.links.unshift({ between: [OUTSIDE, name], latency: 0 });
  world.hosts[OUTSIDE] = { name: OUTSIDE, addresses: ADDRESSES, network: OUTSIDE, services: [], files: {} };
}

export interface OutsideRequest {
  /** Under this name the caller is told what happens (takeNotices). */
  owner: string;
  host: HostName;
  port: number;
}

/**
 * Opens a connection from outside to a listener. `send`, `finish` and `abort` of sockets.ts do the rest, as for any
 * program. Throws a RangeError for a host that the world does not have.
 */
export function connectOutside(world: World, { owner, host, port }: OutsideRequest): ConnectionId {
  return connect(world, { owner, from: OUTSIDE, toAddress: hostNamed(world, host).addresses[0] ?? '', port });
}

/** Forgets all of the trace but its end. For whoever keeps a world running without a limit and reads no past; others replay. */
export function forgetPast(world: World): void {
  world.trace.splice(0, world.trace.length - 1);
}
