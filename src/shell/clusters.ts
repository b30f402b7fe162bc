// One press of an arrow key or Backspace passes one thing a person sees. The rule is a simple one: a
// base with its marks, joined emoji, and flags. Enough for names and subjects in any script.

const CLUSTER = /\p{RI}\p{RI}|\P{M}(?:[\p{M}\u{1f3fb}-\u{1f3ff}]|\u200d\P{M})*|\p{M}+/u;
const CLUSTERS = new RegExp(CLUSTER, 'gu');

/** Where the thing before `cursor` begins, in code units. */
export function before(text: string, cursor: number): number {
  let start = 0;
  for (const match of text.slice(0, cursor).matchAll(CLUSTERS)) start = match.index;
  return start;
}

/** Where the thing at `cursor` ends, in code units. */
export function after(text: string, cursor: number): number {
  const [cluster = ''] = CLUSTER.exec(text.slice(cursor)) ?? [];
  return cursor + cluster.length;
}
