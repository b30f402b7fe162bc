// A letter's try: one transfer for each domain of its recipients. Where it goes is in way.ts, what befalls the conversation in
// hand-over.ts, and what comes of it in settle.ts.

import type { HostName } from '../kernel/trace';
import { lower } from '../mail/ascii';
import { splitMailbox } from '../mail/mailbox';
import type { QueuedLetter, Transfer } from '../mta/types';
import type { Recipient } from '../smtp/types';
import type { Host, World } from '../world-types';
import { letterIn } from './queue';
import { hostNamed } from './topology';
import { record } from './trace';
import { findWay } from './way';

/** A letter's next try is due: one transfer for each domain. Nothing happens if it was tried meanwhile, or has left. */
export function onTry(world: World, name: HostName, queueId: string): void {
  const letter = letterIn(world, name, queueId);
  if (!letter || letter.transfers.length > 0 || letter.nextTry !== world.now || hostNamed(world, name).down) return;
  const byDomain = new Map<string, Recipient[]>();
  for (const recipient of letter.envelope.recipients) {
    const domain = lower(splitMailbox(recipient.forwardPath).domain ?? '').replace(/\.$/, '');
    byDomain.set(domain, [...(byDomain.get(domain) ?? []), recipient]);
  }
  letter.tried = world.now;
  const host = hostNamed(world, name);
  const transfers = [...byDomain].map(([domain, recipients]) => newTransfer(world, host, letter, domain, recipients));
  letter.transfers = transfers.map(({ id }) => id);
  for (const transfer of transfers) findWay(world, host, transfer);
}

function newTransfer(world: World, host: Host, letter: QueuedLetter, domain: string, recipients: Recipient[]): Transfer {
  const id = world.nextId++;
  const attempt = letter.attempts + 1;
  const forwardPaths = recipients.map(({ forwardPath }) => forwardPath);
  const facts = { host: host.name, queueId: letter.queueId, transfer: id, domain, forwardPaths, attempt };
  const cause = record(world, { type: 'mail.try', ...facts }, letter.cause);
  letter.cause = cause;
  const transfer: Transfer = {
    id,
    host: host.name,
    queueId: letter.queueId,
    domain,
    recipients,
    attempt,
    source: 'mx',
    exchangers: [],
    addresses: [],
    waiting: null,
    session: null,
    deferred: {},
    failed: [],
    trouble: null,
    deadline: null,
    deadlineAt: null,
    cause,
  };
  world.transfers[id] = transfer;
  return transfer;
}
