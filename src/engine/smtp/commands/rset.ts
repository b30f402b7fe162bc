// RSET (RFC 5321, 4.1.1.5): the transaction is forgotten. The machine leads back to ready; the envelope goes with the state.

import { answer, type Run } from '../turn';
import { USAGE } from './usage';

export const rset: Run = (turn, argument) =>
  argument === '' ? answer(turn, 'reset') : answer(turn, 'surplusArgument', { usage: USAGE.RSET.usage });
