// What a program on a host hands to its mail system (the `sendmail` interface): the letter is completed as one of the site's
// own (RFC 6409, 8), gets a Received field, and is taken over as the next thing that happens there.

import { CRLF, isAscii, type Bytes } from '../kernel/bytes';
import { dateDigits } from '../kernel/calendar';
import { schedule } from '../kernel/schedule';
import type { HostName, Seq } from '../kernel/trace';
import { completeHeader } from '../mail/message';
import { splitMailbox, writeMailbox } from '../mail/mailbox';
import { traceDate } from '../mail/received';
import type { Envelope } from '../smtp/types';
import type { Host, World } from '../world-types';
import { drawQueueId, mailSoftware } from './queue-id';
import { hostNamed } from './topology';

/** True if the host has a mail system: it takes letters from programs, and carries them on. */
export function hasMailSystem(host: Host): boolean {
  return host.mta !== undefined || mailSoftware(host) !== null;
}

/**
 * Hands a letter in. Names without a domain get that of the host's site; who is named twice gets it once. `content` has CR LF line ends; `user` is the number of
 * who hands it in; `cause` what led to it, if the trace knows. Returns the queue id.
 */
export function handIn(
  world: World,
  name: HostName,
  { envelope, content, user }: { envelope: Envelope; content: Bytes; user: number },
  cause?: Seq,
): string {
  const host = hostNamed(world, name);
  const domain = host.mta?.origin ?? world.sites[host.site ?? '']?.domains[0] ?? host.name;
  const home = (mailbox: Bytes) => (mailbox === '' || splitMailbox(mailbox).domain !== null ? mailbox : `${mailbox}@${domain}`);
  const named = envelope.recipients.map((recipient) => ({ ...recipient, forwardPath: home(recipient.forwardPath) }));
  const recipients = named.filter(({ forwardPath }, i) => named.findIndex((other) => other.forwardPath === forwardPath) === i);
  const reversePath = home(envelope.reversePath);
  const queueId = drawQueueId(world, host);
  const date = traceDate(world.epoch + world.now);
  const completed = completeHeader(content, {
    sender: writeMailbox(reversePath === '' ? `MAILER-DAEMON@${domain}` : reversePath),
    messageId: `${dateDigits(world.epoch + world.now)}.${queueId}@${name}`,
    date,
  });
  const product = mailSoftware(host)?.trace.product ?? '';
  const by = product === '' ? `by ${name}` : `by ${name} (${product}, from userid ${user})`;
  const whole = `Received: ${by}${CRLF}\tid ${queueId}; ${date}${CRLF}${completed}`;
  const ready: Envelope = {
    ...envelope,
    reversePath,
    recipients,
    utf8: envelope.utf8 || !isAscii(reversePath + recipients.map((r) => r.forwardPath).join('')),
  };
  schedule(world.agenda, world.now, {
    type: 'handIn',
    host: name,
    queueId,
    envelope: ready,
    content: whole,
    ...(cause === undefined ? {} : { cause }),
  });
  return queueId;
}
