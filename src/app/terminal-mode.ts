import type { Choices } from './preferences.svelte';

/** A media query for screens on which a terminal that takes every key is of little use. */
export const TOUCH = '(pointer: coarse), (width < 700px)';

/** True if the terminal is a log and an input line. `touch` says whether TOUCH matches. */
export function isPlain(mode: Choices['terminal'], touch: boolean): boolean {
  return mode === 'plain' || (mode === 'auto' && touch);
}
