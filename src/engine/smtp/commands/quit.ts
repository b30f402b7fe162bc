// QUIT (RFC 5321, 4.1.1.10): the server says goodbye, then closes.

import { answer, type Run } from '../turn';
import { USAGE } from './usage';

export const quit: Run = (turn, argument) => {
  const refused = argument !== '' && turn.settings.strictness.refuseQuitArgument;
  return refused ? answer(turn, 'surplusArgument', { usage: USAGE.QUIT.usage }) : answer(turn, 'goodbye');
};
