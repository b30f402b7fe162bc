// The end of content (RFC 5321, 4.1.1.4): the server takes responsibility for the letter, or refuses it whole.

import { CRLF, type Bytes } from '../../kernel/bytes';
import { canonicalLineEnds, withoutBareCr } from '../../mail/lines';
import { countFields, parseMessage } from '../../mail/message';
import { hasRoom } from '../policy';
import { stamped } from '../stamp';
import { answer, type Outcome, type Turn } from '../turn';

/** Answers the lone dot, or the last chunk, with `key` if the letter is accepted. */
export function end(turn: Turn, key: 'queued' | 'chunksQueued' = 'queued', values: Record<string, number> = {}): Outcome {
  const { session, server, settings } = turn;
  const { envelope, contentFault } = session;
  const limit = settings.limits.messageOctets;
  if (contentFault === 'bareLf') return { ...answer(turn, contentFault), hangUp: true };
  if (contentFault !== null || envelope === null) return answer(turn, contentFault ?? 'noValidRecipients', { limit });

  const content = withoutBareCr(lastLineEnded(canonicalLineEnds(session.content ?? '')));
  if (content.length > limit) return answer(turn, 'tooBig', { limit });
  if (countFields(parseMessage(content).fields, 'Received') > settings.limits.hops) return answer(turn, 'tooManyHops');
  // One reply stands for all recipients: who has no room makes the client try all again, or give up all.
  const full = envelope.recipients.find(({ forwardPath }) => !hasRoom(server, forwardPath, content.length));
  if (full) return answer(turn, 'mailboxFull', { path: full.forwardPath });

  const accepted = stamped(turn, envelope, content);
  return { ...answer(turn, key, { ...values, octets: content.length, queueId: accepted.queueId }), accepted };
}

/** A chunk may end in the middle of a line. */
const lastLineEnded = (content: Bytes): Bytes => (content === '' || content.endsWith(CRLF) ? content : content + CRLF);
