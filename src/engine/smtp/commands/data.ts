// DATA (RFC 5321, 4.1.1.4): what follows is the letter, until the lone dot.

import { answer, type Run } from '../turn';
import { USAGE } from './usage';

export const data: Run = (turn, argument) =>
  argument === '' ? answer(turn, 'startContent') : answer(turn, 'surplusArgument', { usage: USAGE.DATA.usage });
