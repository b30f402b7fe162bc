// What a host does with a letter it has taken responsibility for (RFC 5321, 4.2.5): into mailboxes, where it is for users of
// its site; into its queue, where it is for elsewhere; and back to the sender, where it is for nobody.

import { CRLF, isAscii, type Bytes } from '../kernel/bytes';
import type { HostName, Seq } from '../kernel/trace';
import { destinations } from '../mail/destinations';
import { deliveryHeader, localUsers } from '../mail/local';
import { headerLength, withoutField } from '../mail/message';
import { store } from '../mail/site';
import { isElsewhere } from '../smtp/policy';
import type { AcceptedMessage, Envelope, Recipient } from '../smtp/types';
import type { Host, World } from '../world-types';
import { enqueue } from './queue';
import { mailSoftware } from './queue-id';
import { reportFailures, reportSuccess, type Failure, type Letter } from './reports';
import { hostNamed } from './topology';
import { record } from './trace';

/** Postfix’s words for a delivery to a maildir. */
const DELIVERED = 'delivery via virtual: delivered to maildir';

/** A host takes a letter over, for all recipients of its envelope. Nobody elsewhere gets it twice, whatever aliases lead there. */
export function takeOver(world: World, host: Host, message: AcceptedMessage, cause: Seq): void {
  const letter: Letter = { ...message, arrived: world.now, expires: world.now, cause };
  const site = siteOf(world, host);
  const onward = message.envelope.recipients.filter(({ forwardPath }) => isElsewhere(site, forwardPath));
  const full = fullMailboxes(world, host, message.content.length);
  for (const recipient of message.envelope.recipients) {
    if (!onward.includes(recipient)) onward.push(...deliver(world, host, letter, recipient, { onward, full }));
  }
  if (onward.length > 0) enqueue(world, host, letter, onward);
}

/** Users without room for a letter of so many octets. It is judged once for a letter, as the server did when it took it. */
function fullMailboxes(world: World, host: Host, octets: number): string[] {
  const mailboxes = Object.entries(world.sites[host.site ?? '']?.mailboxes ?? {});
  return mailboxes.filter(([, { used, quota }]) => quota !== undefined && used + octets > quota).map(([user]) => user);
}

/** What is handed in at a host without a connection: by a program on it, or by the host itself. */
export interface HandedIn {
  host: HostName;
  queueId: string;
  envelope: Envelope;
  content: Bytes;
  /** Absent for what was handed in before the trace began. */
  cause?: Seq;
}

/** A letter that was handed in. The content gets no Received field here. */
export function onHandIn(world: World, { host: name, queueId, envelope, content, cause }: HandedIn): void {
  const host = hostNamed(world, name);
  const message = { queueId, content, envelope: isAscii(content) ? envelope : { ...envelope, body: '8BITMIME' as const } };
  const forwardPaths = envelope.recipients.map(({ forwardPath }) => forwardPath);
  const facts = { host: name, connection: null, queueId, reversePath: envelope.reversePath, forwardPaths, octets: content.length };
  takeOver(world, host, message, record(world, { type: 'mail.accepted', ...facts }, cause));
}

/** What is settled about a letter's recipients: who gets it elsewhere, and which users have no room. */
interface Already {
  onward: readonly Recipient[];
  full: readonly string[];
}

/**
 * Delivers to the users behind a local forward-path (4.4). Returns the recipients elsewhere to whom an alias leads, but those
 * who get the letter already. Where an alias leads to several, success is told of once, here (RFC 3461, 5.2.7.3).
 */
function deliver(world: World, host: Host, letter: Letter, recipient: Recipient, already: Already): Recipient[] {
  const site = world.sites[host.site ?? ''];
  const { forwardPath } = recipient;
  const { users, missing, isAlias, ...lead } = localUsers(site?.mailboxes ?? {}, site?.aliases ?? {}, forwardPath);
  const elsewhere = lead.elsewhere.filter((path) => !already.onward.some((other) => other.forwardPath === path));
  const isSeveral = users.length + lead.elsewhere.length > 1;
  const domain = site?.domains[0] ?? host.name;
  const home = (name: string) => `${name}@${domain}`;
  if (isAlias) {
    const into = [...users.map(home), ...missing.map(home), ...elsewhere];
    record(world, { type: 'mail.expanded', host: host.name, queueId: letter.queueId, forwardPath, into }, letter.cause);
  }
  const failures: Failure[] = [];
  const fail = (mailbox: Bytes, status: string, diagnostic: string) =>
    failures.push({
      recipient: { ...recipient, forwardPath: isAlias ? mailbox : forwardPath },
      ...(isAlias ? { expandedFrom: forwardPath } : {}),
      trouble: { status, diagnostic, exchanger: null, reply: null, at: world.now, cause: letter.cause },
    });
  for (const user of users) {
    if (already.full.includes(user)) fail(home(user), '5.2.2', `mailbox of "${home(user)}" is full`);
    else deliverTo(world, host, letter, forwardPath, user, home(user));
  }
  for (const name of missing) fail(home(name), '5.1.1', `unknown user: "${home(name)}"`);
  if (isSeveral) reportSuccess(world, host, letter, 'expanded', recipient, DELIVERED);
  else if (users.length > failures.length) reportSuccess(world, host, letter, 'delivered', recipient, DELIVERED);
  if (failures.length > 0) reportFailures(world, host, letter, failures);
  return elsewhere.map((path) => ({ ...(isSeveral ? withoutSuccess(recipient) : recipient), forwardPath: path }));
}

/** The sender has been told of success already; of nothing, if it asked for nothing else. */
function withoutSuccess({ notify, ...recipient }: Recipient): Recipient {
  if (!notify?.includes('SUCCESS')) return notify ? { ...recipient, notify } : recipient;
  const rest = notify.filter((word) => word !== 'SUCCESS');
  return { ...recipient, notify: rest.length > 0 ? rest : ['NEVER'] };
}

/** Into one mailbox: the reverse-path becomes the only Return-Path (4.4). */
function deliverTo(
  world: World,
  host: Host,
  { queueId, envelope, content: accepted, cause }: Letter,
  forwardPath: Bytes,
  user: string,
  mailbox: Bytes,
): void {
  const siteName = host.site ?? '';
  const box = world.sites[siteName]?.mailboxes[user];
  if (!box) return;
  const content = deliveryHeader(deliveryFields(host), envelope.reversePath, forwardPath, mailbox) + withoutField(accepted, 'Return-Path');
  const uid = store(box, world.now, content);
  const facts = { host: host.name, queueId, forwardPath, site: siteName, user, mailbox, uid };
  record(world, { type: 'mail.delivered', ...facts, ...stored(content) }, cause);
}

function stored(content: Bytes) {
  const header = content.slice(0, headerLength(content));
  return { octets: content.length, header, body: content.slice(header.length + CRLF.length), destinations: destinations(content) };
}

function deliveryFields(host: Host): readonly string[] {
  return mailSoftware(host)?.trace.deliveryHeaders ?? [];
}

function siteOf(world: World, host: Host) {
  return { addresses: host.addresses, localDomains: world.sites[host.site ?? '']?.domains ?? [] };
}
