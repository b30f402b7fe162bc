// Who is told what about a letter (RFC 3461, 4.1 and 5.2; RFC 5321, 6.1): the sender, that is the reverse-path, and never
// about a report. A report is a letter with the null reverse-path; it is handed in at the host that writes it, as the next
// thing that happens there.

import { isAscii, type Bytes } from '../kernel/bytes';
import { schedule, type Instant } from '../kernel/schedule';
import type { ReportAction, Seq } from '../kernel/trace';
import { reportContent, type ReportedRecipient } from '../mta/report';
import type { Trouble } from '../mta/types';
import type { AcceptedMessage, Envelope, Recipient } from '../smtp/types';
import type { Host, World } from '../world-types';
import { drawQueueId, mailSoftware } from './queue-id';
import { record } from './trace';

/** A letter, as far as reports need to know it. */
export interface Letter extends AcceptedMessage {
  arrived: Instant;
  expires: Instant;
  /** The latest trace event about it. */
  cause: Seq;
}

/** A recipient who was given up, and why. */
export interface Failure {
  recipient: Recipient;
  expandedFrom?: Bytes;
  trouble: Trouble;
}

/** Recipients are given up: their sender is told, if there is one and it wants to know. */
export function reportFailures(world: World, host: Host, letter: Letter, failures: Failure[]): void {
  const { queueId, envelope } = letter;
  if (envelope.reversePath === '') {
    for (const { recipient, trouble } of failures) {
      const reason = `${trouble.diagnostic} (a letter without a sender is not reported)`;
      const facts = { host: host.name, queueId, forwardPath: recipient.forwardPath, reason };
      record(world, { type: 'mail.discarded', ...facts }, trouble.cause);
    }
    return;
  }
  const told = failures.filter(({ recipient }) => wants(recipient, 'FAILURE'));
  const report = told.length > 0 ? drawQueueId(world, host) : null;
  let cause = letter.cause;
  for (const failure of failures) {
    const { forwardPath } = failure.recipient;
    const { status, diagnostic, exchanger, cause: because } = failure.trouble;
    const facts = { host: host.name, queueId, forwardPath, status, diagnostic, exchanger };
    cause = record(world, { type: 'mail.bounced', ...facts, report: told.includes(failure) ? report : null }, because);
  }
  if (report !== null) write(world, host, letter, { action: 'failed', queueId: report, recipients: told.map(reported), cause });
}

/** The sender is told that these recipients still wait. */
export function reportDelay(world: World, host: Host, letter: Letter, waiting: Failure[]): void {
  const told = waiting.filter(({ recipient }) => recipient.notify === undefined || wants(recipient, 'DELAY'));
  if (letter.envelope.reversePath === '' || told.length === 0) return;
  const queueId = drawQueueId(world, host);
  write(world, host, letter, { action: 'delayed', queueId, recipients: told.map(reported), cause: letter.cause });
}

/** The sender is told of success, if it asked to be (RFC 3461, 5.2.2 to 5.2.7). */
export function reportSuccess(
  world: World,
  host: Host,
  letter: Letter,
  action: 'delivered' | 'relayed' | 'expanded',
  recipient: Recipient,
  diagnostic: Bytes,
): void {
  if (letter.envelope.reversePath === '' || !recipient.notify?.includes('SUCCESS')) return;
  const { forwardPath: finalRecipient, originalRecipient } = recipient;
  const original = originalRecipient === undefined ? {} : { originalRecipient };
  const recipients = [{ finalRecipient, ...original, status: '2.0.0', diagnostic }];
  write(world, host, letter, { action, queueId: drawQueueId(world, host), recipients, cause: letter.cause });
}

interface Report {
  action: ReportAction;
  queueId: string;
  recipients: ReportedRecipient[];
  cause: Seq;
}

function write(world: World, host: Host, letter: Letter, { action, queueId, recipients, cause }: Report): void {
  const { reversePath, envelopeId, returnContent } = letter.envelope;
  const content = reportContent({
    action,
    host: host.name,
    product: mailSoftware(host)?.trace.product ?? '',
    about: letter.queueId,
    queueId,
    reversePath,
    ...(envelopeId === undefined ? {} : { envelopeId }),
    recipients,
    arrived: world.epoch + letter.arrived,
    now: world.epoch + world.now,
    retriedUntil: world.epoch + letter.expires,
    domain: world.sites[host.site ?? '']?.domains[0] ?? host.name,
    content: letter.content,
    returns: returnContent ?? 'FULL',
  });
  const forwardPaths = recipients.map(({ finalRecipient }) => finalRecipient);
  const facts = { host: host.name, queueId, about: letter.queueId, to: reversePath, action, forwardPaths };
  const seq = record(world, { type: 'mail.reported', ...facts }, cause);
  const envelope: Envelope = { reversePath: '', recipients: [{ forwardPath: reversePath }], utf8: !isAscii(reversePath) };
  schedule(world.agenda, world.now, { type: 'handIn', host: host.name, queueId, envelope, content, cause: seq });
}

function reported({ recipient, expandedFrom, trouble }: Failure): ReportedRecipient {
  const { forwardPath: finalRecipient, originalRecipient } = recipient;
  const { status, diagnostic, exchanger, reply } = trouble;
  return {
    finalRecipient,
    ...(originalRecipient === undefined ? {} : { originalRecipient }),
    ...(expandedFrom === undefined ? {} : { expandedFrom }),
    status,
    diagnostic,
    ...(exchanger === null || reply === null ? {} : { remote: { exchanger, reply } }),
  };
}

/** Without NOTIFY a failure is reported (RFC 3461, 4.1). */
function wants({ notify }: Recipient, what: 'FAILURE' | 'DELAY'): boolean {
  return notify === undefined ? what === 'FAILURE' : notify.includes(what);
}
