// What a try comes to. Each recipient of it is handed over, put off, or refused; a letter whose tries have all ended waits on.

import type { Seq } from '../kernel/trace';
import type { QueuedLetter, Transfer, Trouble } from '../mta/types';
import { replyText, serverName, verdictWords } from '../mta/words';
import type { Verdict } from '../smtp/client-types';
import type { Recipient } from '../smtp/types';
import type { World } from '../world-types';
import { letterIn, nextTryOf, removeRecipient, waitOn } from './queue';
import { reportFailures, reportSuccess } from './reports';
import { hostNamed } from './topology';
import { record } from './trace';

/** A server, or its silence, has decided about one recipient. */
export function onVerdict(world: World, transfer: Transfer, verdict: Verdict, cause: Seq): void {
  const letter = letterIn(world, transfer.host, transfer.queueId);
  const recipient = transfer.recipients.find(({ forwardPath }) => forwardPath === verdict.forwardPath);
  if (!letter || !recipient || transfer.waiting?.for !== 'session') return;
  if (verdict.kind === 'relayed') return onRelayed(world, transfer, letter, recipient, verdict, cause);
  const { exchanger, address } = transfer.waiting;
  const trouble: Trouble = {
    status: verdict.status,
    diagnostic: verdictWords(serverName(exchanger.name, address), verdict),
    exchanger: exchanger.name,
    reply: verdict.reply ? replyText(verdict.reply) : null,
    at: world.now,
    cause,
  };
  if (verdict.kind === 'deferred') {
    transfer.deferred[recipient.forwardPath] = trouble;
    return;
  }
  transfer.recipients = transfer.recipients.filter((other) => other !== recipient);
  transfer.failed.push({ recipient, trouble });
}

function onRelayed(world: World, transfer: Transfer, letter: QueuedLetter, recipient: Recipient, verdict: Verdict, cause: Seq): void {
  if (transfer.waiting?.for !== 'session') return;
  const { exchanger, address, connection } = transfer.waiting;
  const { forwardPath } = recipient;
  const { host, queueId, id } = transfer;
  const reply = verdict.reply ? replyText(verdict.reply) : '';
  const facts = { host, queueId, transfer: id, forwardPath, exchanger: exchanger.name, address, connection, reply };
  letter.cause = record(world, { type: 'mail.relayed', ...facts }, cause);
  transfer.recipients = transfer.recipients.filter((other) => other !== recipient);
  const { notify, ...plain } = recipient;
  // A server that knows nothing of DSN will not report success, so this is the last to know of it (RFC 3461, 5.2.2).
  if (notify && !verdict.passedOnDsn)
    reportSuccess(
      world,
      hostNamed(world, host),
      letter,
      'relayed',
      { ...plain, notify },
      `delivery via ${serverName(exchanger.name, address)}:25: ${reply}`,
    );
  removeRecipient(world, host, letter, forwardPath);
}

/** The try has nowhere left to go, or nobody left to go for: its recipients wait on, or are given up. */
export function endTransfer(world: World, transfer: Transfer): void {
  const host = hostNamed(world, transfer.host);
  const letter = letterIn(world, transfer.host, transfer.queueId);
  delete world.transfers[transfer.id];
  if (!letter) return;
  letter.transfers = letter.transfers.filter((id) => id !== transfer.id);
  for (const recipient of transfer.recipients) judge(world, transfer, letter, recipient);
  const { failed } = transfer;
  for (const { recipient } of failed) removeRecipient(world, host.name, letter, recipient.forwardPath);
  if (failed.length > 0) reportFailures(world, host, letter, failed);
  if (letter.transfers.length === 0 && letter.envelope.recipients.length > 0) waitOn(world, host, letter);
}

/** A recipient whom no server has taken or refused. */
function judge(world: World, transfer: Transfer, letter: QueuedLetter, recipient: Recipient): void {
  const { forwardPath } = recipient;
  const trouble = transfer.deferred[forwardPath] ?? transfer.trouble;
  if (!trouble) return;
  if (trouble.status.startsWith('5')) {
    transfer.failed.push({ recipient, trouble });
    return;
  }
  const { status, diagnostic, exchanger } = trouble;
  const { host, queueId, id, attempt } = transfer;
  const nextTry = nextTryOf(hostNamed(world, host), letter, world.now);
  const facts = { host, queueId, transfer: id, forwardPath, status, diagnostic, exchanger, attempt, nextTry };
  letter.cause = record(world, { type: 'mail.deferred', ...facts }, trouble.cause);
  letter.troubles[forwardPath] = { ...trouble, cause: letter.cause };
}
