// What HELO and EHLO share: the client's name (RFC 5321, 4.1.1.1). RFC 2034 forbids enhanced codes here.

import { isAscii, type Bytes } from '../../kernel/bytes';
import { isDomain, literalAddress } from '../../mail/domain';
import { answer, type Outcome, type Turn } from '../turn';
import { USAGE } from './usage';

/** Why the name is refused; null if it is taken. */
export function helloFault(turn: Turn, verb: 'HELO' | 'EHLO', name: Bytes): Outcome | null {
  if (name === '') return answer(turn, 'helloSyntax', { usage: USAGE[verb].usage });
  const proper = isAscii(name) && (isDomain(name, true) || literalAddress(name) !== null);
  return turn.settings.strictness.helloNameChecked && !proper ? answer(turn, 'helloName', { argument: name }) : null;
}
