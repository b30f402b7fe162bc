// What a server does to a letter it accepts: it gives it a queue id, takes out fields that are not for the
// author to write, completes the header for its own clients, and writes its Received field on top (RFC 5321, 4.4).

import type { Bytes } from '../kernel/bytes';
import { dateDigits } from '../kernel/calendar';
import { completeHeader, withoutField, type Completion } from '../mail/message';
import { writeMailbox } from '../mail/mailbox';
import { receivedField, traceDate } from '../mail/received';
import { drawId } from './ids';
import { isInside } from './policy';
import type { Turn } from './turn';
import type { AcceptedMessage, Envelope } from './types';

/** The letter as accepted. `content` has CR LF line ends. Draws a queue id from the session's generator. */
export function stamped({ session, server, settings, now }: Turn, envelope: Envelope, content: Bytes): AcceptedMessage {
  const { id: queueId, random } = drawId(settings.dialect.trace.queueId, session.random);
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
        messageId: `${dateDigits(date)}.${queueId}@${server.hostname}`,
        date: traceDate(date),
      }
    : null;
  const cleaned = (settings.dialect.droppedFields ?? []).reduce(withoutField, content);
  return { queueId, envelope, content: received + completeHeader(cleaned, completion) };
}
