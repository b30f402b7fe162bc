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
import type { Trouble } from '../mta/types';
import type { Host, World } from '../world-types';
import { enqueue } from './queue';
import { mailSoftware } from './queue-id';
import { reportFailures, reportSuccess, type Letter } from './reports';
import { hostNamed } from './topology';
import { record } from './trace';

/** Postfix’s words for a delivery to a maildir. */
const DELIVERED = 'delivery via virtual: delivered to maildir';

/** A host takes a letter over, for all recipients of its envelope. */
export function takeOver(world: World, host: Host, message: AcceptedMessage, cause: Seq): void {
  const letter: Letter = { ...message, arrived: world.now, expires: world.now, cause };
  const onward: Recipient[] = [];
  for (const recipient of message.envelope.recipients) {
    if (isElsewhere(siteOf(world, host), recipient.forwardPath)) onward.push(recipient);
    else onward.push(...deliver(world, host, letter, recipient));
  }
  if (onward.length > 0) enqueue(world, host, letter, onward);
}

/** What is handed in at a host without a connection: by a program on it, or by the host itself. */
export interface HandedIn {
  host: HostName;
  queueId: string;
  envelope: Envelope;
  content: Bytes;
  cause: Seq;
}

/** A letter that was handed in. The content gets no Received field here. */
export function onHandIn(world: World, { host: name, queueId, envelope, content, cause }: HandedIn): void {
  const host = hostNamed(world, name);
  const message = { queueId, content, envelope: isAscii(content) ? envelope : { ...envelope, body: '8BITMIME' as const } };
  const forwardPaths = envelope.recipients.map(({ forwardPath }) => forwardPath);
  const facts = { host: name, connection: null, queueId, reversePath: envelope.reversePath, forwardPaths, octets: content.length };
  takeOver(world, host, message, record(world, { type: 'mail.accepted', ...facts }, cause));
}

/** Delivers to the users behind a local forward-path (4.4). Returns the recipients elsewhere to whom an alias leads. */
function deliver(world: World, host: Host, letter: Letter, recipient: Recipient): Recipient[] {
  const site = world.sites[host.site ?? ''];
  const { forwardPath } = recipient;
  const { users, missing, elsewhere, isAlias } = localUsers(site?.mailboxes ?? {}, site?.aliases ?? {}, forwardPath);
  const domain = site?.domains[0] ?? host.name;
  const home = (name: string) => `${name}@${domain}`;
  if (isAlias) {
    const into = [...users.map(home), ...missing.map(home), ...elsewhere];
    record(world, { type: 'mail.expanded', host: host.name, queueId: letter.queueId, forwardPath, into }, letter.cause);
  }
  for (const user of users) deliverTo(world, host, letter, forwardPath, user, home(user));
  if (users.length > 0) reportSuccess(world, host, letter, users.length > 1 ? 'expanded' : 'delivered', recipient, DELIVERED);
  if (missing.length > 0) {
    const failures = missing.map((name) => ({
      recipient: { ...recipient, forwardPath: home(name) },
      ...(isAlias ? { expandedFrom: forwardPath } : {}),
      trouble: unknownUser(world, home(name), letter.cause),
    }));
    reportFailures(world, host, letter, failures);
  }
  return elsewhere.map((path) => ({ ...recipient, forwardPath: path }));
}

function unknownUser(world: World, mailbox: Bytes, cause: Seq): Trouble {
  return { status: '5.1.1', diagnostic: `unknown user: "${mailbox}"`, exchanger: null, reply: null, at: world.now, cause };
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
