// NOOP (RFC 5321, 4.1.1.9): the reply is all. An argument is ignored.

import { answer, type Run } from '../turn';

export const noop: Run = (turn) => answer(turn, 'ok');
