// What a program on a host may ask of the world. Each call changes the world in place; what comes of
// it is told later, in a Notice to `owner`.

import { drawFrom } from '../kernel/random';
import { schedule } from '../kernel/schedule';
import type { Bytes } from '../kernel/bytes';
import type { ConnectionId, HostName, Seq } from '../kernel/trace';
import type { Connection, Pipe } from '../net/types';
import type { World } from '../world-types';
import { distance, filterFor, hostByAddress, hostNamed, latency, sourceAddress, UNREACHABLE_AFTER } from './topology';
import { record } from './trace';
import { fail, finishSide, resetSide, sendSyn, transmit } from './transport';

const FIRST_EPHEMERAL_PORT = 49_152;
const EPHEMERAL_PORTS = 16_384;
/** How long `ping` waits for an answer. Milliseconds. */
const PING_LOST_AFTER = 10_000;

const pipe = (): Pipe => ({ lastArrival: 0, sent: 0, finished: false, finishArrived: false });

export interface ConnectRequest {
  owner: string;
  from: HostName;
  toAddress: string;
  port: number;
  cause?: Seq;
}

/** Opens a connection. Told later: `opened` or `failed`. */
export function connect(world: World, { owner, from, toAddress, port, cause }: ConnectRequest): ConnectionId {
  const id = world.nextId++;
  const host = hostNamed(world, from);
  const source = sourceAddress(host, toAddress);
  const target = hostByAddress(world, toAddress);
  const clientPort = FIRST_EPHEMERAL_PORT + drawFrom(world.random, world.seed, `port ${from}`, EPHEMERAL_PORTS);
  const connection: Connection = {
    id,
    client: { host: from, address: source ?? '', port: clientPort },
    server: { host: target?.name ?? null, address: toAddress, port },
    state: 'opening',
    answered: false,
    owner,
    from: { client: pipe(), server: pipe() },
    deadlineAt: null,
    cause: 0,
  };
  world.connections[id] = connection;
  const to = target?.name ?? null;
  connection.cause = record(world, { type: 'net.connect', connection: id, from, fromAddress: source ?? '', to, toAddress, port }, cause);
  // No address of that family: the machine itself knows there is no way (ENETUNREACH).
  if (source === undefined) schedule(world.agenda, world.now, { type: 'refusal', connection: id, reason: 'unreachable' });
  else sendSyn(world, connection, 1);
  return id;
}

/** Sends octets from the client's end. Nothing happens if the connection is gone or this end has finished. */
export function send(world: World, id: ConnectionId, bytes: Bytes, cause?: Seq): void {
  const connection = world.connections[id];
  if (connection) transmit(world, connection, 'client', bytes, cause);
}

/** Half-closes the client's end (FIN). */
export function finish(world: World, id: ConnectionId): void {
  const connection = world.connections[id];
  if (connection) finishSide(world, connection, 'client');
}

/** Gives the connection up: a RST if it is open, silence if it was still opening. Nothing more is told. */
export function abort(world: World, id: ConnectionId): void {
  const connection = world.connections[id];
  if (!connection) return;
  connection.owner = null;
  if (connection.state === 'opening') fail(world, connection, 'abandoned');
  else resetSide(world, connection, 'client');
}

/** Asks to be told after so many milliseconds. */
export function startTimer(world: World, owner: string, milliseconds: number): number {
  const timer = world.nextId++;
  schedule(world.agenda, world.now + milliseconds, { type: 'timer', timer, owner });
  return timer;
}

export interface PingRequest {
  owner: string;
  from: HostName;
  toAddress: string;
  /** Sequence number, from 1. */
  number: number;
}

/** Sends one ICMP echo request. Told later: `pong`. */
export function ping(world: World, { owner, from, toAddress, number }: PingRequest): number {
  const id = world.nextId++;
  const target = hostByAddress(world, toAddress);
  const source = sourceAddress(hostNamed(world, from), toAddress) ?? '';
  const lost = target?.down || filterFor(world, source, toAddress, 0)?.action === 'drop';
  const outcome = !target ? 'unreachable' : lost ? 'lost' : 'reply';
  const there = target ? latency(world, from, target.name) + latency(world, target.name, from) : 2 * distance(world, from, null);
  const milliseconds = outcome === 'lost' ? PING_LOST_AFTER : outcome === 'unreachable' ? there + UNREACHABLE_AFTER : there;
  schedule(world.agenda, world.now + milliseconds, { type: 'pong', ping: id, number, owner, outcome, milliseconds, from, toAddress });
  return id;
}
