// What the client said in one conversation, and to whom, read from the trace: enough to say it again elsewhere.

import { nameOf } from '../engine/dns/resolve';
import type { ConnectionId, TraceEvent, TraceEventOf } from '../engine/kernel/trace';
import { inDialect } from '../engine/smtp/settings';
import { createWorld, serverAt } from '../engine/world';
import type { WorldData } from '../engine/world-types';
import type { Script } from './compare';

/**
 * The client's side of a conversation within the first `count` events; null if no server has greeted in it. Servers know
 * the sites as the world began: what was delivered since is left out.
 */
export function scriptOf(data: WorldData, trace: readonly TraceEvent[], count: number, connection: ConnectionId): Script | null {
  let connect: TraceEventOf<'net.connect'> | undefined;
  let greeting: TraceEventOf<'smtp.greeting'> | undefined;
  const segments: Script['segments'][number][] = [];
  for (let i = 0; i < count; i++) {
    const event = trace[i]!;
    if (!('connection' in event) || event.connection !== connection) continue;
    if (event.type === 'net.connect') connect = event;
    else if (event.type === 'smtp.greeting') greeting = event;
    else if (event.type === 'net.bytes' && event.side === 'client') segments.push({ at: event.arrives, bytes: event.bytes });
  }
  if (!connect || !greeting) return null;
  const world = createWorld(data, 0);
  const server = serverAt(world, greeting.host, connect.port);
  if (!server) return null;
  const peer = { address: connect.fromAddress, name: nameOf(world.zones, connect.fromAddress) };
  return { server: inDialect(server, greeting.dialect), peer, opened: greeting.at, segments };
}
