// Keys that mean something to the page before they mean something to the terminal.
//
//   Tab            completes; Escape and then Tab leaves the terminal
//   Ctrl C         copies what is selected, else interrupts; Ctrl Shift C always copies
//   Ctrl V         pastes, with Shift or without
//   Ctrl Enter     belongs to the page (next step), and so do its keys with Alt (views/keys.ts)

import { pageKey, type Press } from '../keys';

export type KeyMeaning =
  /** The terminal sends it. */
  | 'send'
  /** The browser does what it always does. */
  | 'browser'
  | 'copy'
  /** Kept back until the next key is known. */
  | 'hold'
  /** The Escape that was kept back is sent first. */
  | 'sendHeld';

const MODIFIERS = ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'];

/** The meaning of a key press. `held`: an Escape is being kept back. `selected`: some text is selected. */
export function meaningOf(press: Press, held: boolean, selected: boolean): KeyMeaning {
  const { key, ctrlKey, shiftKey, altKey, metaKey } = press;
  const plain = !ctrlKey && !altKey && !metaKey;
  if (MODIFIERS.includes(key)) return 'send';
  if (key === 'Escape' && plain && !held) return 'hold';
  if (key === 'Tab' && plain && held) return 'browser';
  if (ctrlKey && !altKey && key === 'Enter') return 'browser';
  if (pageKey(press)) return 'browser';
  if (ctrlKey && !altKey && key.toLowerCase() === 'v') return 'browser';
  if (ctrlKey && !altKey && key.toLowerCase() === 'c' && (shiftKey || selected)) return 'copy';
  return held ? 'sendHeld' : 'send';
}
