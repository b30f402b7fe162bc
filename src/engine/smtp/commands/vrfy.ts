// VRFY (RFC 5321, 3.5 and 4.1.1.6). A server need not say who exists (7.3); then every answer is the same 252.

import { parseMailboxOrUser } from '../../mail/grammar';
import { isInside, recipientFault } from '../policy';
import { answer, type Run } from '../turn';
import { pathRefused, pathRules } from './path';
import { USAGE } from './usage';

export const vrfy: Run = (turn, argument) => {
  const text = argument.replace(/[ \t]+SMTPUTF8$/i, '');
  if (text === '') return answer(turn, 'syntax', { usage: USAGE.VRFY.usage });
  const result = parseMailboxOrUser(text, pathRules(turn, text !== argument));
  if ('fault' in result) return pathRefused(turn, 'badRecipient', result.fault);

  const fault = turn.settings.strictness.verifyDiscloses ? recipientFault(turn.server, result.mailbox) : null;
  // What lies elsewhere is not refused to the site's own machines, but cannot be verified either.
  const open = fault === 'relayDenied' && isInside(turn.server, turn.session.peer);
  return fault && !open ? answer(turn, fault, { path: result.mailbox }) : answer(turn, 'verified', { argument: text });
};
