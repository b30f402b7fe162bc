// RCPT (RFC 5321, 4.1.1.3) names one recipient. Each stands alone: a refused one harms no other.

import { lower } from '../../mail/ascii';
import { parseForwardPath } from '../../mail/grammar';
import { accessRefused, greylisted } from '../access';
import { hasRoom, qualified, recipientFault } from '../policy';
import { answer, type Run } from '../turn';
import type { Envelope, Recipient } from '../types';
import { RCPT_PARAMETERS, readParameters } from './parameters';
import { pathArgument, pathRefused, pathRules } from './path';

export const rcpt: Run = (turn, words) => {
  const outcome = tried(turn, words);
  const { session } = turn;
  if (session.envelope && outcome.reply.code >= 400) session.envelope = { ...session.envelope, refused: true };
  return outcome;
};

const tried: Run = (turn, words) => {
  const { server, session, settings } = turn;
  const envelope = session.envelope ?? { reversePath: '', recipients: [], utf8: false };
  const parsed = pathArgument(turn, 'RCPT', words);
  if ('reply' in parsed) return parsed;
  const result = parseForwardPath(parsed.path, pathRules(turn, envelope.utf8, settings.strictness.recipientNeedsDomain));
  if ('fault' in result) return pathRefused(turn, 'badRecipient', parsed.path, result.fault);

  const path = result.mailbox;
  const argument = parsed.path;
  const recipient: Recipient = { forwardPath: qualified(server, path) };
  const bad = readParameters(turn, parsed, RCPT_PARAMETERS, recipient);
  if (bad) return { ...bad, path };
  const limit = settings.limits.recipients;
  if (envelope.recipients.length >= limit) return { ...answer(turn, 'tooManyRecipients', { argument, limit }), path };
  const fault = recipientFault(server, session.peer, path);
  if (fault) return { ...answer(turn, fault, { argument, path }), path };
  const refused = accessRefused(turn, path) ?? greylisted(turn, path);
  if (refused) return { ...refused, path };
  if (!hasRoom(server, path, envelope.declaredOctets ?? 0)) return { ...answer(turn, 'mailboxFull', { argument, path }), path };

  session.envelope = withRecipient(envelope, recipient);
  return { ...answer(turn, 'recipientOk', { argument }), path };
};

/** A recipient given twice gets one copy; the latest parameters count. */
function withRecipient(envelope: Envelope, recipient: Recipient): Envelope {
  const others = envelope.recipients.filter(({ forwardPath }) => lower(forwardPath) !== lower(recipient.forwardPath));
  return { ...envelope, recipients: [...others, recipient] };
}
