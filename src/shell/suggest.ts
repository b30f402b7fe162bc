// The answer to a command that is not there, with the nearest one that is.

import { programs } from './registry';

/** What bash says about an unknown command, and which one may have been meant. */
export function notFound(word: string): string {
  if (word.includes('/')) return `bash: ${word}: No such file or directory\n`;
  if (/^[A-Za-z_]\w*=/.test(word)) return "bash: setting variables is not available here; see 'man bash'\n";
  const near = VERBS.has(word.toUpperCase()) ? undefined : nearest(word);
  return `bash: ${word}: command not found\n${near === undefined ? '' : `Did you mean: ${near}?\n`}`;
}

/** What bash says to a dot alone, a command that reads another file: the end of a letter may well be typed here. */
export const LONE_DOT = 'bash: .: filename argument required\n.: usage: . filename [arguments]\n';

/** Words for a mail server, typed at the wrong prompt: EHLO is not meant to be echo. */
const VERBS = new Set('HELO EHLO MAIL RCPT DATA RSET VRFY EXPN NOOP QUIT AUTH STARTTLS'.split(' '));

function nearest(word: string): string | undefined {
  return programs
    .map(({ name }) => ({ name, distance: editDistance(word.toLowerCase(), name) }))
    .filter(({ name, distance }) => distance <= (Math.min(name.length, word.length) <= 3 ? 1 : 2) && distance < name.length)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))[0]?.name;
}

/** Letters inserted, removed, exchanged or swapped with their neighbour to get from `a` to `b`. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
