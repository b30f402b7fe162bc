// MAIL (RFC 5321, 4.1.1.2) begins a mail transaction and gives the reverse-path.

import { parseReversePath } from '../../mail/grammar';
import { qualified } from '../policy';
import { answer, type Run } from '../turn';
import type { Envelope } from '../types';
import { MAIL_PARAMETERS, readParameters } from './parameters';
import { pathArgument, pathRefused, pathRules } from './path';

export const mail: Run = (turn, argument) => {
  const parsed = pathArgument(turn, 'MAIL', argument);
  if ('reply' in parsed) return parsed;
  // The path is judged first, yet a parameter behind it says which octets it may hold.
  const utf8 = parsed.parameters.some(({ keyword }) => keyword === 'SMTPUTF8') && turn.settings.offered.includes('SMTPUTF8');
  const result = parseReversePath(parsed.path, pathRules(turn, utf8, turn.settings.strictness.senderNeedsDomain));
  if ('fault' in result) return pathRefused(turn, 'badSender', parsed.path, result.fault);

  const path = result.mailbox;
  const envelope: Envelope = { reversePath: qualified(turn.server, path), recipients: [], utf8: false };
  const fault = readParameters(turn, parsed, MAIL_PARAMETERS, envelope);
  if (fault) return { ...fault, path };
  const limit = turn.settings.limits.messageOctets;
  if ((envelope.declaredOctets ?? 0) > limit) return { ...answer(turn, 'declaredTooBig', { limit }), path };

  turn.session.envelope = envelope;
  return { ...answer(turn, 'senderOk', { argument: parsed.path }), path };
};
