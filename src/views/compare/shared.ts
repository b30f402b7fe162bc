// What several replies to one line have in common, beyond their digits.

import type { ReplyGiven } from '../../engine/kernel/trace';
import type { Agreement, ComparedLine } from '../../lab/compare';

/** How many digits of the codes are the same in every reply that was heard. */
export function sharedDigits(agreement: Agreement): number {
  return { code: 3, digit: 1, none: 0 }[agreement ?? 'none'];
}

/** What every long reply to one line says, as `saidIn` writes it; nothing where fewer than two replies have more lines than one. */
export function sharedLines({ answers }: ComparedLine): ReadonlySet<string> {
  const replies = answers.flatMap(({ ended, replies }) => (ended === 'before' ? [] : replies)).filter(({ lines }) => lines.length > 1);
  const [first = [], ...others] = replies.map((reply) => reply.lines.map((_, line) => saidIn(reply, line)));
  if (others.length === 0) return new Set();
  return new Set(first.filter((line) => line !== '' && others.every((lines) => lines.includes(line))));
}

/** A line of a reply as it is compared: letters in either case, and of what EHLO offers the keyword alone (RFC 5321, 4.1.1.1). */
export function saidIn({ reason, lines }: ReplyGiven, line: number): string {
  const said = (lines[line] ?? '').toUpperCase();
  if (reason !== 'hello') return said;
  return line === 0 ? '' : (said.split(' ')[0] ?? '');
}
