// What MAIL and RCPT share: the path in their argument (RFC 5321, 4.1.2), and words for what is wrong with one.

import type { Bytes } from '../../kernel/bytes';
import type { PathFault, PathRules } from '../../mail/grammar';
import { parsePathArgument, type PathArgument } from '../../mail/parameters';
import { answer, type Outcome, type Turn } from '../turn';
import { USAGE } from './usage';

const WHY: Readonly<Record<PathFault, Bytes>> = {
  'no-brackets': 'a path is written in < and >',
  'unclosed-bracket': 'the > at the end is missing',
  'text-after-bracket': 'after > comes a blank or the end of the line',
  'null-path': 'an address is missing between < and >',
  'source-route': 'the source route is malformed',
  'local-part': 'the part before @ is malformed',
  'no-domain': 'the part after @ is missing',
  domain: 'the part after @ is neither a domain nor an address literal',
  utf8: 'octets above 127 need SMTPUTF8',
  'local-part-too-long': 'the part before @ has more than 64 octets',
  'domain-too-long': 'the domain has more than 255 octets',
  'path-too-long': 'a path has 256 octets at most',
};

/** The argument taken apart, or the reply that says what is missing in it. */
export function pathArgument(turn: Turn, verb: 'MAIL' | 'RCPT', argument: Bytes): PathArgument | Outcome {
  const { usage } = USAGE[verb];
  const parsed = parsePathArgument(argument, verb === 'MAIL' ? 'FROM' : 'TO');
  if (!parsed) return answer(turn, 'pathSyntax', { usage, argument });
  return parsed.spaced && turn.settings.strictness.refuseSpaceAfterColon ? answer(turn, 'spaceAfterColon', { usage }) : parsed;
}

/** What this server insists on in a path; `utf8` is true once SMTPUTF8 was declared (RFC 6531, 3.4); `domain` if one must be there. */
export function pathRules({ settings }: Turn, utf8: boolean, domain: boolean): PathRules {
  const { bracketsRequired, exactPaths, lengthsChecked, utf8NeedsDeclaration } = settings.strictness;
  const undeclared = utf8NeedsDeclaration ? 'none' : 'local-part';
  return { brackets: bracketsRequired, exact: exactPaths, domain, lengths: lengthsChecked, utf8: utf8 ? 'all' : undeclared };
}

/** The reply to a malformed path; `path` as received. */
export function pathRefused(turn: Turn, key: 'badSender' | 'badRecipient', path: Bytes, fault: PathFault): Outcome {
  const { reply = fault === 'utf8' ? 'utf8Needed' : key, why = WHY[fault] } = turn.settings.dialect.pathFaults[fault] ?? {};
  const role = key === 'badSender' ? 'sender' : 'recipient';
  return answer(turn, reply, { argument: path, path: path.replace(/^<|>$/g, ''), why, role });
}
