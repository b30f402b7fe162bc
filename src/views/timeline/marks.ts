// How marks look: a shape and a place for each kind, so that colour is never all. What is sent rises above
// the line, what is answered hangs below it, connections stand on it, the lesson goes above them all.

import type { Mark, MarkKind } from '../project/timeline';
import { t } from '../../messages/t';

/** SVG paths around a point on the line, from where it is (so that many can be one path), in units of a sixteenth of the text size. */
export const SHAPES: Readonly<Record<MarkKind, string>> = {
  client: 'm0 -3v-11',
  ok: 'm0 3v11',
  refusal: 'm0 3v6m-4 0l8 8m0 -8l-8 8',
  delivery: 'm-6.5 -19h13v9h-13zm0 0l6.5 5l6.5 -5',
  connection: 'm-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0',
  ending: 'm-3.5 -3.5h7v7h-7z',
  failure: 'm-4.5 -4.5l9 9m0 -9l-9 9',
  try: 'm-7 -17l13 5l-13 5l3 -5z',
  relay: 'm-6.5 -19h13v9h-13zm0 0l6.5 5l6.5 -5m-3 -3h7m-3 -3l3 3l-3 3',
  deferral: 'm-5 -17h10l-10 11h10z',
  bounce: 'm-6.5 8h13v9h-13zm0 0l13 9m0 -9l-13 9',
  report: 'm-6.5 8h13v9h-13zm0 0l6.5 5l6.5 -5',
  name: 'm0 -5.5l5.5 5.5l-5.5 5.5l-5.5 -5.5z',
  manner: 'm-5.5 4.5l5.5 -9l5.5 9z',
  zone: 'm-5 -5.5h10v11h-10zm2 3.5h6m-6 4h6',
  down: 'm-5 -5h10v10h-10zm2.5 2.5l5 5m0 -5l-5 5',
  up: 'm-5 -5h10v10h-10zm2.5 5l2 2l3.5 -4.5',
  choice: 'm0 -21.5a2.2 2.2 0 1 0 0.01 0z',
  tick: 'm-3.6 -18.6l2.6 2.6l4.6 -5.6',
};

/** A mark as a sentence. */
export function sentence({ kind, who, text }: Mark): string {
  return t(`mark.${kind}`, { who, text: kind === 'failure' ? failureText(text) : text });
}

const FAILURES = { refused: 'net.refused', unreachable: 'net.unreachable', timeout: 'net.timeout', abandoned: 'net.abandoned' } as const;

function failureText(reason: string): string {
  return t(Object.hasOwn(FAILURES, reason) ? FAILURES[reason as keyof typeof FAILURES] : 'net.reset');
}
