// EHLO (RFC 5321, 4.1.1.1): the name of the client; the reply lists the extensions, one a line.

import type { Run } from '../turn';
import { answer } from '../turn';
import { helloFault } from './hello';

export const ehlo: Run = (turn, argument) => {
  const fault = helloFault(turn, 'EHLO', argument);
  if (fault) return fault;
  Object.assign(turn.session, { helloName: argument, extended: true });
  const { offered, limits } = turn.settings;
  const keywords = offered.map((keyword) => (keyword === 'SIZE' ? `SIZE ${limits.messageOctets}` : keyword));
  return answer(turn, 'hello', { name: argument }, [...keywords, ...(turn.server.extraKeywords ?? [])]);
};
