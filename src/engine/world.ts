// The simulator: a heap of things that are due, and what happens when each is. Time is only a number
// that the caller moves; nothing here waits.

import { peek, postpone, takeNext, type Instant } from './kernel/schedule';
import type { Connection } from './net/types';
import type { Due, OwnedNotice, World } from './world-types';
import { onAnswer, onQuestion } from './world/name-server';
import { onAck, onDeadline, onFinish, onSegment } from './world/serve';
import { onFaultEdge } from './world/faults';
import { notifyTransfer, onTransferDeadline } from './world/hand-over';
import { onHandIn } from './world/post';
import { nextLook } from './world/patience';
import { isWarningDue, letterIn, onWarn } from './world/queue';
import { lastSeq, record } from './world/trace';
import { onTry } from './world/transfer';
import { awaitFinish, connectionNamed, end, fail, forget, onSyn, onSynAck, retrySyn, tell } from './world/transport';

export { createWorld, WorldFault } from './world/build';
export { copy, restore, snapshot, type Snapshot } from './world/snapshot';
export { abort, connect, finish, ping, send, startTimer } from './world/sockets';
export { serverDialect, switchDialect } from './world/manner';
export { hostNamed, networkOf } from './world/topology';
export { readZone, replaceZone } from './world/zones';
export { ask, type Manner, type Patience } from './world/names';
export { serverAt } from './world/serve';
export { addFault, endFaults } from './world/faults';
export { handIn, hasMailSystem } from './world/hand-in';
export { flush, lettersInQueue } from './world/queue';
export { record } from './world/trace';

/** When the next thing is due; Infinity if nothing is. What has become pointless is cleared away first. */
export function nextDue(world: World): Instant {
  for (let next = peek(world.agenda); next; next = peek(world.agenda)) {
    const real = realInstant(world, next.what, next.at);
    if (real === next.at) return real;
    if (real === null) takeNext(world.agenda);
    else postpone(world.agenda, real);
  }
  return Infinity;
}

/** When a planned look is really needed: later if the session has been busy since, never if what it waits for has come. */
function realInstant(world: World, due: Due, at: Instant): Instant | null {
  if (due.type === 'sessionDeadline') {
    const session = world.sessions[due.connection];
    return session ? Math.max(at, session.deadline) : null;
  }
  if (due.type === 'question' || due.type === 'answer') return world.queries[due.query] ? at : null;
  if (due.type === 'finishDeadline') return world.connections[due.connection] ? at : null;
  if (due.type === 'transferDeadline') return nextLook(world.transfers[due.transfer], at);
  if (due.type === 'try') return letterIn(world, due.host, due.queueId)?.nextTry === at ? at : null;
  if (due.type === 'warn') {
    const letter = letterIn(world, due.host, due.queueId);
    return letter && isWarningDue(letter, at) ? at : null;
  }
  if (due.type === 'synRetry') return world.connections[due.connection]?.state === 'opening' ? at : null;
  return at;
}

/** Does the next thing that is due and moves the clock there; false if there is none. */
export function step(world: World): boolean {
  nextDue(world);
  const next = takeNext(world.agenda);
  if (!next) return false;
  world.now = next.at;
  happen(world, next.what);
  serveTransfers(world);
  return true;
}

/** What happened may concern a queue manager: it is told at once, as part of the same step. */
function serveTransfers(world: World): void {
  if (world.notices.length === 0) return;
  const others = world.notices
    .splice(0)
    .filter(({ owner, notice, cause }) => !notifyTransfer(world, owner, notice, cause ?? lastSeq(world)));
  world.notices.unshift(...others);
}

/** Does everything due up to and including `until` (ms), and leaves the clock there. Never turns it back. */
export function runUntil(world: World, until: Instant): void {
  while (nextDue(world) <= until) step(world);
  world.now = Math.max(world.now, until);
}

/** What programs must be told since the last call, oldest first. */
export function takeNotices(world: World): OwnedNotice[] {
  return world.notices.splice(0);
}

function happen(world: World, due: Due): void {
  if (due.type === 'timer') {
    world.notices.push({ owner: due.owner, notice: { type: 'timer', timer: due.timer } });
  } else if (due.type === 'pong') {
    const { from, toAddress, number, outcome, milliseconds } = due;
    record(world, { type: 'net.ping', from, toAddress, number, outcome, milliseconds });
    world.notices.push({ owner: due.owner, notice: { type: 'pong', ping: due.ping, outcome, milliseconds } });
  } else if (due.type === 'question' || due.type === 'answer') {
    const query = world.queries[due.query];
    if (!query) return;
    if (due.type === 'question') onQuestion(world, query);
    else onAnswer(world, query, due.response);
  } else if (due.type === 'faultEdge') {
    onFaultEdge(world, due.index);
  } else if (due.type === 'try') {
    onTry(world, due.host, due.queueId);
  } else if (due.type === 'warn') {
    onWarn(world, due.host, due.queueId);
  } else if (due.type === 'transferDeadline') {
    onTransferDeadline(world, due.transfer);
  } else if (due.type === 'handIn') {
    onHandIn(world, due);
  } else {
    const connection = connectionNamed(world, due.connection);
    if (connection) onConnection(world, connection, due);
  }
}

/** True if the machine that this would reach is down. */
function isDeaf(world: World, { client, server }: Connection, due: ConnectionDue): boolean {
  const receiver = 'side' in due ? (due.side === 'client' ? server.host : client.host) : due.type === 'ack' ? server.host : null;
  return receiver !== null && Boolean(world.hosts[receiver]?.down);
}

type ConnectionDue = Extract<Due, { connection: number }>;

function onConnection(world: World, connection: Connection, due: ConnectionDue): void {
  if (isDeaf(world, connection, due)) {
    // What a machine that is down would have been told, its other end need not wait for.
    if (due.type === 'reset') forget(world, connection);
    if (due.type === 'finish') awaitFinish(world, connection);
    return;
  }
  switch (due.type) {
    case 'syn':
      return onSyn(world, connection);
    case 'synRetry':
      return retrySyn(world, connection, due.attempt);
    case 'refusal':
      return fail(world, connection, due.reason);
    case 'synAck':
      return onSynAck(world, connection);
    case 'ack':
      return onAck(world, connection);
    case 'segment':
      return onSegment(world, connection, due.side, due.bytes, due.cause);
    case 'finish':
      return onFinish(world, connection, due.side);
    case 'sessionDeadline':
      return onDeadline(world, connection);
    case 'finishDeadline':
      return end(world, connection);
    case 'reset':
      if (due.side === 'server') tell(world, connection, { type: 'reset', connection: connection.id });
      return forget(world, connection);
  }
}
