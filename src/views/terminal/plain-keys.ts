// The plain terminal edits a line in the browser's own field and then types the difference, so that
// the lab gets the same keys as from a keyboard.

import type { TraceEvent } from '../../engine/kernel/trace';

const RIGHT = '\x1b[C';
const BACKSPACE = '\x7f';

/** Keys that turn the line under edit (`cursor` in code units) into `wanted`, with the cursor at its end. */
export function keysToBecome(edit: string, cursor: number, wanted: string): string {
  const from = Array.from(edit);
  const to = Array.from(wanted);
  let same = 0;
  while (same < from.length && same < to.length && from[same] === to[same]) same++;
  if (same === from.length && same === to.length) return '';
  return RIGHT.repeat(Array.from(edit.slice(cursor)).length) + BACKSPACE.repeat(from.length - same) + to.slice(same).join('');
}

/** Keys for pasted text of many lines, marked as pasted: what is in it is text and not commands to the terminal. */
export function pasteKeys(text: string): string {
  return `\x1b[200~${text.replaceAll('\x1b', '')}\x1b[201~`;
}

/** Lines finished at a terminal, newest first, without empty ones and repetitions. */
export function linesBefore(trace: readonly TraceEvent[], count: number, terminal: string): string[] {
  const lines: string[] = [];
  for (let i = count - 1; i >= 0; i--) {
    const event = trace[i]!;
    if (event.type !== 'terminal.enter' || event.terminal !== terminal || event.text.trim() === '') continue;
    if (lines.at(-1) !== event.text) lines.push(event.text);
  }
  return lines;
}
