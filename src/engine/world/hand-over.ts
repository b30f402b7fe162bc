// The conversation in which a letter is handed over: the client's session (smtp/client.ts) gets what the connection brings,
// and what it asks for is done.

import type { Seq } from '../kernel/trace';
import { clientExpire, clientLost, clientReceive, openClient } from '../smtp/client';
import type { ClientStep } from '../smtp/client-types';
import { mannerOf } from '../mta/defaults';
import type { Transfer } from '../mta/types';
import type { Notice, World } from '../world-types';
import { awaitUntil } from './patience';
import { letterIn } from './queue';
import { endTransfer, onVerdict } from './settle';
import { abort, finish, send } from './sockets';
import { hostNamed } from './topology';
import { record } from './trace';
import { goOn, onNoConnection, onTransferAnswer } from './way';

const OWNER = /^transfer (\d+)$/;

/** Tells a try what happened; false if the notice is for somebody else. */
export function notifyTransfer(world: World, owner: string, notice: Notice, cause: Seq): boolean {
  const [, id] = OWNER.exec(owner) ?? [];
  if (id === undefined) return false;
  const transfer = world.transfers[Number(id)];
  if (transfer && isAwaited(transfer, notice)) {
    transfer.cause = cause;
    onNotice(world, transfer, notice);
  }
  return true;
}

/** False for what an earlier question or connection of this try still brings. */
function isAwaited({ waiting }: Transfer, notice: Notice): boolean {
  if (waiting?.for === 'session') return 'connection' in notice && notice.connection === waiting.connection;
  return notice.type === 'answer' && notice.query === waiting?.query;
}

function onNotice(world: World, transfer: Transfer, notice: Notice): void {
  const { session } = transfer;
  const manner = mannerOf(transfer.host, hostNamed(world, transfer.host).mta);
  switch (notice.type) {
    case 'answer':
      return onTransferAnswer(world, transfer, notice.response);
    case 'opened':
      return open(world, transfer);
    case 'failed':
      return onNoConnection(world, transfer, notice.reason);
    case 'data':
      if (session) carryOut(world, transfer, clientReceive(session, notice.bytes, world.now, manner));
      return;
    case 'finished':
    case 'reset':
      if (session) carryOut(world, transfer, clientLost(session, world.now, manner));
      return;
    case 'timer':
    case 'pong':
      return;
  }
}

function open(world: World, transfer: Transfer): void {
  const letter = letterIn(world, transfer.host, transfer.queueId);
  if (!letter) return;
  const manner = mannerOf(transfer.host, hostNamed(world, transfer.host).mta);
  const envelope = { ...letter.envelope, recipients: transfer.recipients };
  const session = openClient({ envelope, content: letter.content }, manner, world.now);
  transfer.session = session;
  awaitUntil(world, transfer, session.deadline);
}

/** A try has waited long enough. */
export function onTransferDeadline(world: World, id: number): void {
  const transfer = world.transfers[id];
  if (!transfer) return;
  transfer.deadlineAt = null;
  if (transfer.waiting?.for !== 'session') return;
  const { waiting, session } = transfer;
  if (session) {
    const manner = mannerOf(transfer.host, hostNamed(world, transfer.host).mta);
    carryOut(world, transfer, clientExpire(session, world.now, manner));
    // A server that has gone silent would never answer a FIN.
    if (transfer.session === null || transfer.waiting?.for !== 'session' || transfer.waiting.connection !== waiting.connection)
      abort(world, waiting.connection);
    return;
  }
  abort(world, waiting.connection);
  onNoConnection(world, transfer, 'timeout');
}

function carryOut(world: World, transfer: Transfer, { session, effects }: ClientStep): void {
  const { waiting } = transfer;
  if (waiting?.for !== 'session') return;
  const { connection } = waiting;
  transfer.session = session;
  let latest = transfer.cause;
  for (const effect of effects) {
    if (effect.type === 'record') latest = record(world, { ...effect.event, connection, host: transfer.host }, latest);
    else if (effect.type === 'send') send(world, connection, effect.bytes, latest);
    else if (effect.type === 'verdict') onVerdict(world, transfer, effect.verdict, latest);
    else finish(world, connection);
  }
  if (session.state !== 'closed') return awaitUntil(world, transfer, session.deadline);
  finish(world, connection);
  transfer.session = null;
  transfer.cause = latest;
  transfer.deadline = null;
  if (transfer.recipients.length === 0) endTransfer(world, transfer);
  else goOn(world, transfer);
}
