// HELP (RFC 5321, 4.1.1.8): all commands, or how one is written.

import { upper } from '../../mail/ascii';
import { allowedVerbs } from '../settings';
import { answer, type Run } from '../turn';
import { USAGE } from './usage';

export const help: Run = (turn, argument) => {
  const { dialect, strictness } = turn.settings;
  if (argument === '' || !strictness.helpTopics) {
    const now = allowedVerbs(turn.settings, turn.session.state);
    return answer(turn, 'help', { verbs: dialect.verbs.join(' '), now: now.join(' ') });
  }
  const verb = dialect.verbs.find((known) => known === upper(argument));
  return verb ? answer(turn, 'helpTopic', USAGE[verb]) : answer(turn, 'helpUnknown', { argument });
};
