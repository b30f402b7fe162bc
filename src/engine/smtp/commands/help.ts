// HELP (RFC 5321, 4.1.1.8): all commands and those in order now, or how one is written.

import { upper } from '../../mail/ascii';
import { allowedVerbs } from '../settings';
import { answer, type Run } from '../turn';
import { USAGE } from './usage';

export const help: Run = (turn, argument) => {
  const { verbs } = turn.settings.dialect;
  if (argument === '') {
    const now = allowedVerbs(turn.settings, turn.session.state);
    const more = [`In order now: ${now.join(' ')}`, 'HELP and a command tells how to write it.'];
    return answer(turn, 'help', { text: `Commands: ${verbs.join(' ')}` }, more);
  }
  const verb = verbs.find((known) => known === upper(argument));
  if (!verb) return answer(turn, 'helpUnknown', { argument });
  const { usage, purpose } = USAGE[verb];
  return answer(turn, 'help', { text: `Syntax: ${usage}` }, [purpose]);
};
