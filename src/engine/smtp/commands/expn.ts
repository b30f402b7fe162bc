// EXPN (RFC 5321, 3.5 and 4.1.1.7): who is on a list, one a line. A server need not tell (7.3).

import { encodeUtf8 } from '../../kernel/bytes';
import { parseMailboxOrUser } from '../../mail/grammar';
import { isList, namesOf, recipientFault } from '../policy';
import { answer, type Run } from '../turn';
import { pathRefused, pathRules } from './path';
import { USAGE } from './usage';

export const expn: Run = (turn, argument) => {
  if (argument === '') return answer(turn, 'missingArgument', { usage: USAGE.EXPN.usage, verb: 'EXPN' });
  if (!turn.settings.strictness.expandsLists) return answer(turn, 'listRefused');
  const result = parseMailboxOrUser(argument, pathRules(turn, false, false));
  if ('fault' in result) return pathRefused(turn, 'badRecipient', argument, result.fault);
  const fault = recipientFault(turn.server, turn.session.peer, result.mailbox);
  if (fault === 'relayDenied') return answer(turn, fault, { argument, path: result.mailbox });
  const [first, ...more] = namesOf(turn.server, result.mailbox);
  if (first === undefined) return answer(turn, 'noMatch', { argument });
  return isList(turn.server, result.mailbox)
    ? answer(turn, 'mailbox', { mailbox: encodeUtf8(first) }, more)
    : answer(turn, 'userNotList', { argument });
};
