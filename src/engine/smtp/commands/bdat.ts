// BDAT (RFC 3030, 2): a piece of the letter, counted in octets. Dots and line ends mean nothing in it. A chunk that is refused
// ends the transaction, because the letter would have a hole.

import type { Bytes } from '../../kernel/bytes';
import { sevenBit } from '../seven-bit';
import { answer, type Outcome, type Run, type Turn } from '../turn';
import { end } from './end';
import { USAGE } from './usage';

/** The argument of BDAT; null if it is malformed. */
export function parseChunk(argument: Bytes): { size: number; last: boolean } | null {
  const [, digits, last] = /^(\d{1,15})(?:[ \t]+(LAST))?$/i.exec(argument) ?? [];
  return digits === undefined ? null : { size: Number(digits), last: last !== undefined };
}

/**
 * The answer to BDAT where it is not offered, or where nobody can tell how many octets belong to it, whatever the state; null
 * if it is in order. A server that says 521 hangs up: what follows may be text or commands.
 */
export function chunkFault(turn: Turn, argument: Bytes): Outcome | null {
  const off = !turn.settings.offered.includes('CHUNKING');
  if (!off && parseChunk(argument)) return null;
  const outcome = off ? answer(turn, 'chunkingOff', { verb: 'BDAT' }) : answer(turn, 'chunkSyntax', { usage: USAGE.BDAT.usage });
  return outcome.reply.code === 521 ? { ...outcome, hangUp: true } : outcome;
}

export const bdat: Run = (turn, argument) => {
  const { session, settings } = turn;
  const { size, last } = parseChunk(argument) ?? { size: 0, last: false };
  const limit = settings.limits.messageOctets;
  const octets = session.chunk?.octets ?? null;
  const before = session.content ?? '';
  if (octets === null || before.length + size > limit) return { ...answer(turn, 'chunkTooBig', { limit }), ends: true };

  const content = settings.strictness.stripsEighthBit ? sevenBit(octets) : octets;
  session.content = before + content;
  if (!last) return { ...answer(turn, 'chunkTaken', { size }), content };
  const total = session.content.length;
  if (settings.strictness.bareLf === 'reject' && /(?<!\r)\n/.test(session.content)) session.contentFault = 'bareLf';
  return { ...end(turn, 'chunksQueued', { size, total }), content, ends: true };
};
