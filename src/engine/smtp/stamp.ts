// What a server does to a letter it accepts: it gives it a queue id, completes its header for its own
// clients, and writes its Received field on top (RFC 5321, 4.4).

import type { Bytes } from '../kernel/bytes';
import { civil, type EpochMs } from '../kernel/calendar';
import { draw, type RandomState } from '../kernel/random';
import { completeHeader, type Completion } from '../mail/message';
import { writeMailbox } from '../mail/mailbox';
import { receivedField, traceDate } from '../mail/received';
import { isInside } from './policy';
import type { Turn } from './turn';
import type { AcceptedMessage, Envelope } from './types';

/** The letter as accepted. `content` has CR LF line ends. Draws a queue id from the session's generator. */
export function stamped({ session, server, settings, now }: Turn, envelope: Envelope, content: Bytes): AcceptedMessage {
  const { queueId, random } = drawQueueId(session.random);
  session.random = random;
  const date = server.epoch + now;
  const only = envelope.recipients.length === 1 ? (envelope.recipients[0]?.forwardPath ?? null) : null;
  const received = receivedField({
    helloName: session.helloName,
    client: { name: session.peer.name ?? settings.dialect.trace.unknownClient, address: session.peer.address },
    by: server.hostname,
    product: settings.dialect.trace.product,
    protocol: session.extended ? (envelope.utf8 ? 'UTF8SMTP' : 'ESMTP') : 'SMTP',
    queueId,
    forwardPath: only,
    date,
  });
  const completion: Completion | null = isInside(server, session.peer)
    ? {
        sender: writeMailbox(envelope.reversePath || `MAILER-DAEMON@${server.localDomains[0] ?? server.hostname}`),
        messageId: `${digits(date)}.${queueId}@${server.hostname}`,
        date: traceDate(date),
      }
    : null;
  return { queueId, envelope, content: received + completeHeader(content, completion) };
}

const MICROSECONDS = 1_000_000;
const FIRST_INODE = 0x186000;
const INODES = 0x1000;

/** A queue id as Postfix makes them: the microseconds of the clock, then the number of a file. */
function drawQueueId(random: RandomState): { queueId: string; random: RandomState } {
  const time = draw(random);
  const file = draw(time.state);
  const hex = (n: number) => Math.floor(n).toString(16).toUpperCase();
  return { queueId: hex(time.value * MICROSECONDS).padStart(5, '0') + hex(FIRST_INODE + file.value * INODES), random: file.state };
}

/** `20240115090000` */
function digits(date: EpochMs): string {
  const t = civil(date);
  return [t.year, t.month, t.day, t.hour, t.minute, t.second].map((n) => String(n).padStart(2, '0')).join('');
}
