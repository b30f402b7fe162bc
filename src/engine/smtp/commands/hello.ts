// What HELO and EHLO share: the client's name (RFC 5321, 4.1.1.1). RFC 2034 forbids enhanced codes here.

import { isAscii, type Bytes } from '../../kernel/bytes';
import { isDomain, literalAddress } from '../../mail/domain';
import { answer, type Outcome, type Turn } from '../turn';
import { USAGE } from './usage';

/** Why the name is refused; null if it is taken. */
export function helloFault(turn: Turn, verb: 'HELO' | 'EHLO', name: Bytes): Outcome | null {
  if (name === '') return answer(turn, 'helloSyntax', { usage: USAGE[verb].usage, verb });
  const { dialect, strictness } = turn.settings;
  const proper = strictness.helloNameChecked ? isAscii(name) && isDomain(name, true) : isMadeOf(name, dialect.helloPunctuation);
  return proper || literalAddress(name) !== null ? null : answer(turn, 'helloName', { argument: name, verb });
}

/** True for letters, digits and this punctuation; for anything if none is given. */
function isMadeOf(name: Bytes, punctuation: string | undefined): boolean {
  return punctuation === undefined || [...name].every((octet) => /[A-Za-z0-9]/.test(octet) || punctuation.includes(octet));
}
