// How marks look: a shape and a place for each kind, so that colour is never all. What is sent rises above
// the line, what is answered hangs below it, connections stand on it.

import type { Mark, MarkKind } from '../project/timeline';
import { t } from '../../messages/t';

/** SVG paths around the point (0, 0) on the line, in units of a sixteenth of the text size. */
export const SHAPES: Readonly<Record<MarkKind, string>> = {
  client: 'M0 -3V-14',
  ok: 'M0 3V14',
  refusal: 'M0 3V9M-4 9L4 17M4 9L-4 17',
  delivery: 'M-6.5 -19H6.5V-10H-6.5ZM-6.5 -19L0 -14L6.5 -19',
  connection: 'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0',
  ending: 'M-3.5 -3.5H3.5V3.5H-3.5Z',
  failure: 'M-4.5 -4.5L4.5 4.5M4.5 -4.5L-4.5 4.5',
  name: 'M0 -5.5L5.5 0L0 5.5L-5.5 0Z',
};

/** A mark as a sentence. */
export function sentence({ kind, who, text }: Mark): string {
  return t(`mark.${kind}`, { who, text: kind === 'failure' ? failureText(text) : text });
}

const FAILURES = { refused: 'net.refused', unreachable: 'net.unreachable', timeout: 'net.timeout', abandoned: 'net.abandoned' } as const;

function failureText(reason: string): string {
  return t(Object.hasOwn(FAILURES, reason) ? FAILURES[reason as keyof typeof FAILURES] : 'net.reset');
}
