// Keys that belong to the page wherever the focus is, the terminal included. They take Alt, because a
// terminal wants every key without it and browsers most keys with Ctrl.

export type PageKey = 'pause' | 'step' | 'stepBack' | 'undo' | 'redo' | 'faster' | 'slower' | 'continue' | 'now' | 'timeline';

/** What is read of a KeyboardEvent. */
export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey'>;

const PLAIN: Readonly<Record<string, PageKey>> = {
  p: 'pause',
  '.': 'step',
  ',': 'stepBack',
  z: 'undo',
  l: 'timeline',
  ArrowUp: 'faster',
  ArrowDown: 'slower',
  Enter: 'continue',
  End: 'now',
};
const SHIFTED: Readonly<Record<string, PageKey>> = { z: 'redo' };

/** With Alt some systems compose other characters (Ω on a Mac); then the key's place tells what it is. */
const BY_PLACE: Readonly<Record<string, string>> = { Period: '.', Comma: ',' };

/** What a key press means to the page; null if it is none of its keys. */
export function pageKey({ key, code, ctrlKey, shiftKey, altKey, metaKey }: Press): PageKey | null {
  if (!altKey || ctrlKey || metaKey) return null;
  const name = /^([!-~]|[A-Z][A-Za-z]+)$/.test(key) ? key : (BY_PLACE[code] ?? code.replace(/^Key/, ''));
  const found = name.length === 1 ? name.toLowerCase() : name;
  return (shiftKey ? SHIFTED : PLAIN)[found] ?? null;
}
