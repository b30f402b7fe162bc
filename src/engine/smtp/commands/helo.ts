// HELO (RFC 5321, 4.1.1.1): the name of the client, no extensions.

import type { Run } from '../turn';
import { answer } from '../turn';
import { helloFault } from './hello';

export const helo: Run = (turn, argument) => {
  const fault = helloFault(turn, 'HELO', argument);
  if (fault) return fault;
  Object.assign(turn.session, { helloName: argument, extended: false });
  return answer(turn, 'hello', { name: argument });
};
