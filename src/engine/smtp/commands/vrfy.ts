// VRFY (RFC 5321, 3.5 and 4.1.1.6). A server need not say who exists (7.3); then every answer is the same 252.

import { encodeUtf8, type Bytes } from '../../kernel/bytes';
import { parseMailboxOrUser } from '../../mail/grammar';
import { isInside, namesOf, recipientFault } from '../policy';
import { answer, type Outcome, type Run, type Turn } from '../turn';
import { pathRefused, pathRules } from './path';
import { USAGE } from './usage';

export const vrfy: Run = (turn, argument) => {
  const { verify, verifyNeedsDomain } = turn.settings.strictness;
  const text = argument.replace(/[ \t]+SMTPUTF8$/i, '');
  if (verify === 'unread') return answer(turn, 'verified', { argument: text });
  if (text === '') return answer(turn, 'missingArgument', { usage: USAGE.VRFY.usage, verb: 'VRFY' });
  const result = parseMailboxOrUser(text, pathRules(turn, text !== argument, verifyNeedsDomain));
  if ('fault' in result) return pathRefused(turn, 'badRecipient', text, result.fault);
  if (verify === 'names') return named(turn, text, result.mailbox);

  const fault = verify === 'existence' ? recipientFault(turn.server, turn.session.peer, result.mailbox) : null;
  // What lies elsewhere is not refused to the site's own machines, but cannot be verified either.
  const open = fault === 'relayDenied' && isInside(turn.server, turn.session.peer);
  return fault && !open ? answer(turn, fault, { argument: text, path: result.mailbox }) : answer(turn, 'verified', { argument: text });
};

/** The full name and mailbox of a user (3.5.1); a list is none. */
function named(turn: Turn, argument: Bytes, mailbox: Bytes): Outcome {
  const fault = recipientFault(turn.server, turn.session.peer, mailbox);
  if (fault === 'relayDenied') return answer(turn, fault, { argument, path: mailbox });
  const [first, ...more] = namesOf(turn.server, mailbox);
  if (first === undefined) return answer(turn, 'noMatch', { argument });
  return more.length > 0 ? answer(turn, 'listNotUser', { argument }) : answer(turn, 'mailbox', { mailbox: encodeUtf8(first) });
}
