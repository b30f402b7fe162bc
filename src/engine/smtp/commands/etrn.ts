// ETRN (RFC 1985): starts the queue for a domain. No domain's mail waits here, so every domain is refused.

import { isDomain } from '../../mail/domain';
import { answer, type Run } from '../turn';
import { USAGE } from './usage';

export const etrn: Run = (turn, argument) => {
  if (argument === '' || /[ \t]/.test(argument)) return answer(turn, 'etrnSyntax', { usage: USAGE.ETRN.usage });
  const known = isDomain(argument.replace(/^[@#]/, ''), false);
  return answer(turn, known ? 'etrnRefused' : 'etrnDomain', { argument });
};
