// A reply that says no, as a line of the terminal shows it: 4yz or 5yz (RFC 5321, 4.2.1).

import type { Line } from '../../shell/screen';

const REFUSAL = /^([45])\d\d[ -]/;

/** What makes a line bad news. later: 4yz. refused: 5yz. error: a program complains. */
export type BadNews = 'later' | 'refused' | 'error';

/** Whether a server's line says no; null if it does not. */
export function refusalIn(line: string): 'later' | 'refused' | null {
  const [, digit] = REFUSAL.exec(line) ?? [];
  return digit === undefined ? null : digit === '4' ? 'later' : 'refused';
}

/** What a screen reader should hear before a line, because its colour says it too; null for most lines. */
export function badNewsIn(line: Line): BadNews | null {
  const [first] = line;
  if (first?.tone === 'server') return refusalIn(first.text);
  return first?.tone === 'error' ? 'error' : null;
}
