// EXPN (RFC 5321, 3.5 and 4.1.1.7): who is on a list. Nobody is told (7.3).

import { answer, type Run } from '../turn';
import { USAGE } from './usage';

export const expn: Run = (turn, argument) =>
  argument === '' ? answer(turn, 'syntax', { usage: USAGE.EXPN.usage }) : answer(turn, 'listRefused');
