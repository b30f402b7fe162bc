// The plain terminal edits a line in the browser's own field and then types it, so that the lab gets
// the same keys as from a keyboard.

import type { TraceEvent } from '../../engine/kernel/trace';

/** ^E: to the end of the line. */
const END = '\x05';
/** ^E ^U: nothing is left of the line, wherever the cursor was, at the prompt and in a program that reads lines. */
const ERASE = END + '\x15';

/** Keys that turn the line under edit (`cursor` in code units) into `wanted`, with the cursor at its end. */
export function keysToBecome(edit: string, cursor: number, wanted: string): string {
  if (edit === wanted) return cursor === edit.length ? '' : END;
  return edit === '' ? wanted : ERASE + wanted;
}

/** What a key of the input line means besides editing it: a line typed before or after, completion, or keys for the terminal. */
export type PlainMeaning = 'older' | 'newer' | 'complete' | { keys: string };

/**
 * The meaning of a key press in the input line; null if the browser's field does what it always does. `selected`: some of its
 * text is selected. Tab is left alone, because it is the way out; ^I, which is what Tab sends, completes.
 */
export function plainKey(
  press: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>,
  draft: string,
  selected: boolean,
): PlainMeaning | null {
  const { key, ctrlKey, altKey, metaKey } = press;
  if (altKey || metaKey) return null;
  // With nothing in the field it can only be meant for a program that takes keys one by one.
  if (key === 'Backspace' && !ctrlKey && draft === '') return { keys: '\x7f' };
  if (!ctrlKey) return key === 'ArrowUp' ? 'older' : key === 'ArrowDown' ? 'newer' : null;
  switch (key.toLowerCase()) {
    case 'i':
      return 'complete';
    case 'c':
      return selected ? null : { keys: '\x03' };
    case 'd':
      return draft === '' ? { keys: '\x04' } : null;
    case ']':
      return { keys: '\x1d' };
    default:
      return null;
  }
}

/** Keys for pasted text of many lines, marked as pasted: what is in it is text and not commands to the terminal. */
export function pasteKeys(text: string): string {
  return `\x1b[200~${text.replaceAll('\x1b', '')}\x1b[201~`;
}

/** Lines finished at a terminal, newest first, without empty ones, repetitions and those given up with ^C. */
export function linesBefore(trace: readonly TraceEvent[], count: number, terminal: string): string[] {
  const lines: string[] = [];
  for (let i = count - 1; i >= 0; i--) {
    const event = trace[i]!;
    if (event.type !== 'terminal.enter' || event.terminal !== terminal) continue;
    if (event.text.trim() === '' || event.text.endsWith('^C')) continue;
    if (lines.at(-1) !== event.text) lines.push(event.text);
  }
  return lines;
}
