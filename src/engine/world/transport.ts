// Byte-stream connections as the world carries them: handshake, segments in order, half-close, reset.
// Simplified from TCP (RFC 9293): no loss of single segments and no windows; what a program can see is kept.

import { schedule } from '../kernel/schedule';
import type { ConnectionId, Seq, Side, TraceEventOf } from '../kernel/trace';
import type { Connection } from '../net/types';
import type { Notice, World } from '../world-types';
import { distance, filterFor, latency, smtpService, hostNamed, UNREACHABLE_AFTER } from './topology';
import { cutAtOctets } from './faults';
import { record } from './trace';

/** Waits between SYNs as Linux does with tcp_syn_retries 6: given up after 127 s. */
const SYN_WAITS = [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000];

/** Linux's tcp_fin_timeout: so long an end that has finished waits for the other one to finish too (FIN-WAIT-2). Milliseconds. */
const FINISH_WAIT = 60_000;

type FailureReason = TraceEventOf<'net.failed'>['reason'];

/** Tells the program that opened a connection, if it still wants to know. */
export function tell(world: World, connection: Connection, notice: Notice, cause: Seq = connection.cause): void {
  if (connection.owner !== null) world.notices.push({ owner: connection.owner, notice, cause });
}

/** Milliseconds one way across a connection. */
function delay(world: World, connection: Connection, from: Side): number {
  const { client, server } = connection;
  if (server.host === null) return distance(world, client.host, null);
  return from === 'client' ? latency(world, client.host, server.host) : latency(world, server.host, client.host);
}

/** Sends a SYN and plans the next one. */
export function sendSyn(world: World, connection: Connection, attempt: number): void {
  schedule(world.agenda, world.now + delay(world, connection, 'client'), { type: 'syn', connection: connection.id });
  schedule(world.agenda, world.now + (SYN_WAITS[attempt - 1] ?? 0), { type: 'synRetry', connection: connection.id, attempt: attempt + 1 });
}

/** Nothing came back in time: once more, or give up. */
export function retrySyn(world: World, connection: Connection, attempt: number): void {
  if (connection.state !== 'opening') return;
  if (attempt > SYN_WAITS.length) {
    fail(world, connection, 'timeout');
    return;
  }
  record(world, { type: 'net.retry', connection: connection.id, attempt }, connection.cause);
  sendSyn(world, connection, attempt);
}

/** A SYN reached the other end, or the place where the other end would be. */
export function onSyn(world: World, connection: Connection): void {
  if (connection.state !== 'opening' || connection.answered) return;
  const { client, server, id } = connection;
  const back = world.now + delay(world, connection, 'server');
  const filter = filterFor(world, client.address, server.address, server.port);
  if (filter?.action === 'drop') return;
  if (server.host !== null && hostNamed(world, server.host).down) return;
  connection.answered = true;
  if (filter?.action === 'reject') schedule(world.agenda, back, { type: 'refusal', connection: id, reason: 'refused' });
  else if (server.host === null)
    schedule(world.agenda, back + UNREACHABLE_AFTER, { type: 'refusal', connection: id, reason: 'unreachable' });
  else if (!smtpService(hostNamed(world, server.host), server.port))
    schedule(world.agenda, back, { type: 'refusal', connection: id, reason: 'refused' });
  else schedule(world.agenda, back, { type: 'synAck', connection: id });
}

/** The attempt ended without a connection. */
export function fail(world: World, connection: Connection, reason: FailureReason): void {
  if (connection.state !== 'opening') return;
  connection.cause = record(world, { type: 'net.failed', connection: connection.id, reason }, connection.cause);
  if (reason !== 'abandoned') tell(world, connection, { type: 'failed', connection: connection.id, reason });
  forget(world, connection);
}

/** The client's half of the handshake is done. */
export function onSynAck(world: World, connection: Connection): void {
  if (connection.state !== 'opening') return;
  connection.state = 'open';
  connection.cause = record(world, { type: 'net.open', connection: connection.id }, connection.cause);
  tell(world, connection, { type: 'opened', connection: connection.id });
  schedule(world.agenda, world.now + delay(world, connection, 'client'), { type: 'ack', connection: connection.id });
}

/** Puts octets on the wire. They arrive after everything sent before them. Ignored once this side has finished. */
export function transmit(world: World, connection: Connection, side: Side, bytes: string, cause?: Seq, late = 0): void {
  const pipe = connection.from[side];
  if (bytes === '' || connection.state !== 'open' || pipe.finished) return;
  const broken = connection.severed ? null : cutAtOctets(world, connection, side, bytes.length);
  const arrives = nextArrival(world, connection, side, late);
  const seq = record(world, { type: 'net.bytes', connection: connection.id, side, bytes, arrives }, cause);
  pipe.sent += bytes.length;
  const passing = broken ? bytes.slice(0, broken.pass) : bytes;
  if (passing !== '' && !connection.severed)
    schedule(world.agenda, arrives, { type: 'segment', connection: connection.id, side, bytes: passing, cause: seq });
  if (broken) sever(world, connection, side, broken.how, seq);
}

/** The connection breaks. What is under way still arrives; nothing sent from now on does. */
export function sever(world: World, connection: Connection, side: Side, how: 'silence' | 'reset', cause: Seq): void {
  connection.severed = true;
  connection.cause = record(world, { type: 'net.severed', connection: connection.id, side, how }, cause);
  if (how === 'silence') return;
  // The client's program is the one that is told; by then the server's has heard of it too, and has lost its session.
  const both = Math.max(nextArrival(world, connection, 'client'), nextArrival(world, connection, 'server'));
  schedule(world.agenda, both, { type: 'reset', connection: connection.id, side: 'server' });
}

/** Half-close: this side will send nothing more. */
export function finishSide(world: World, connection: Connection, side: Side, cause?: Seq): void {
  const pipe = connection.from[side];
  if (connection.state !== 'open' || pipe.finished) return;
  pipe.finished = true;
  record(world, { type: 'net.finish', connection: connection.id, side }, cause);
  if (connection.severed) awaitFinish(world, connection);
  else schedule(world.agenda, nextArrival(world, connection, side), { type: 'finish', connection: connection.id, side });
}

/** Tears the connection down from one side; what is under way is lost. */
export function resetSide(world: World, connection: Connection, side: Side): void {
  if (connection.state === 'closed') return;
  record(world, { type: 'net.reset', connection: connection.id, side }, connection.cause);
  connection.state = 'closed';
  schedule(world.agenda, world.now + delay(world, connection, side), { type: 'reset', connection: connection.id, side });
}

/** Both directions are done: the connection ends and is forgotten. */
export function closeIfDone(world: World, connection: Connection): void {
  if (connection.from.client.finishArrived && connection.from.server.finishArrived) end(world, connection);
}

/** One end has finished, and the other one may never do so, or never hear of it: the machines wait for that, but not for ever. */
export function awaitFinish(world: World, connection: Connection): void {
  const acknowledged = world.now + delay(world, connection, 'client');
  schedule(world.agenda, acknowledged + FINISH_WAIT, { type: 'finishDeadline', connection: connection.id });
}

/** The connection ends and is forgotten. */
export function end(world: World, connection: Connection): void {
  record(world, { type: 'net.closed', connection: connection.id }, connection.cause);
  forget(world, connection);
}

/** Drops a connection's state; later arrivals for it are ignored. */
export function forget(world: World, connection: Connection): void {
  connection.state = 'closed';
  delete world.connections[connection.id];
  delete world.sessions[connection.id];
}

/** The live connection with this id. */
export function connectionNamed(world: World, id: ConnectionId): Connection | undefined {
  return world.connections[id];
}

function nextArrival(world: World, connection: Connection, side: Side, late = 0): number {
  const pipe = connection.from[side];
  pipe.lastArrival = Math.max(pipe.lastArrival, world.now + delay(world, connection, side) + late);
  return pipe.lastArrival;
}
