// Final delivery (RFC 5321, 4.4): the reverse-path becomes the only Return-Path, and the letter goes into the
// mailbox of each user it is for. A letter that was accepted ends in a mailbox or is discarded with a reason.

import { CRLF, type Bytes } from '../kernel/bytes';
import type { Seq } from '../kernel/trace';
import { destinations } from '../mail/destinations';
import { deliveryHeader, localUsers } from '../mail/local';
import { headerLength, withoutField } from '../mail/message';
import { store } from '../mail/site';
import { dialectNamed } from '../smtp/dialects';
import type { AcceptedMessage } from '../smtp/types';
import type { Host, World } from '../world-types';
import { dialectOf } from './manner';
import { record } from './trace';

/** Delivers an accepted letter to the mailboxes of this host's site. */
export function deliver(world: World, host: Host, message: AcceptedMessage, cause: Seq): void {
  for (const { forwardPath } of message.envelope.recipients) deliverTo(world, host, message, forwardPath, cause);
}

function deliverTo(world: World, host: Host, message: AcceptedMessage, forwardPath: string, cause: Seq): void {
  const siteName = host.site ?? '';
  const site = world.sites[siteName];
  const { queueId, envelope } = message;
  const { users, missing } = localUsers(site?.mailboxes ?? {}, site?.aliases ?? {}, forwardPath);
  for (const user of users) {
    const mailbox = site?.mailboxes[user];
    if (!mailbox) continue;
    const delivered = `${user}@${site.domains[0]}`;
    const content =
      deliveryHeader(deliveryFields(host), envelope.reversePath, forwardPath, delivered) + withoutField(message.content, 'Return-Path');
    const uid = store(mailbox, world.now, content);
    record(world, { type: 'mail.delivered', host: host.name, queueId, forwardPath, site: siteName, user, uid, ...stored(content) }, cause);
  }
  for (const name of missing) {
    const reason = `unknown user: "${name}"`;
    record(world, { type: 'mail.discarded', host: host.name, queueId, forwardPath, reason }, cause);
  }
}

function stored(content: Bytes) {
  const header = content.slice(0, headerLength(content));
  return { octets: content.length, header, body: content.slice(header.length + CRLF.length), destinations: destinations(content) };
}

function deliveryFields(host: Host): readonly string[] {
  const service = host.services.find((candidate) => candidate.protocol === 'smtp');
  return service ? dialectNamed(dialectOf(host, service)).trace.deliveryHeaders : [];
}
