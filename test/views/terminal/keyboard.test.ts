import { describe, expect, it } from 'vitest';
import type { Press } from '../../../src/views/keys';
import { meaningOf } from '../../../src/views/terminal/keyboard';

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  code: '',
  ctrlKey: false,
  shiftKey: false,
  altKey: false,
  metaKey: false,
  ...held,
});
const ctrl = (key: string, held: Partial<Press> = {}) => press(key, { ctrlKey: true, ...held });

describe('keys at the terminal', () => {
  it('go to the terminal, Tab for completion too', () => {
    for (const key of ['a', 'Enter', 'Tab', 'ArrowUp', 'Backspace']) expect(meaningOf(press(key), false, false)).toBe('send');
    for (const key of [']', 'a', 'd']) expect(meaningOf(ctrl(key), false, false)).toBe('send');
  });

  it('leave it with Escape and then Tab', () => {
    expect(meaningOf(press('Escape'), false, false)).toBe('hold');
    expect(meaningOf(press('Tab'), true, false)).toBe('browser');
    expect(meaningOf(press('Tab', { shiftKey: true }), true, false)).toBe('browser');
  });

  it('send the Escape that was kept back if something else follows', () => {
    expect(meaningOf(press('b'), true, false)).toBe('sendHeld');
    expect(meaningOf(press('Escape'), true, false)).toBe('sendHeld');
    expect(meaningOf(press('Shift'), true, false)).toBe('send'); // a modifier alone decides nothing
  });

  it('copy what is selected, and interrupt otherwise', () => {
    expect(meaningOf(ctrl('c'), false, true)).toBe('copy');
    expect(meaningOf(ctrl('c'), false, false)).toBe('send');
    expect(meaningOf(ctrl('C', { shiftKey: true }), false, false)).toBe('copy');
  });

  it('paste, and belong to the page where the page needs them', () => {
    expect(meaningOf(ctrl('v'), false, false)).toBe('browser');
    expect(meaningOf(ctrl('V', { shiftKey: true }), false, false)).toBe('browser');
    expect(meaningOf(ctrl('Enter'), false, false)).toBe('browser');
  });

  it('may be written with AltGr', () => {
    expect(meaningOf(ctrl('@', { altKey: true }), false, false)).toBe('send');
    expect(meaningOf(ctrl('v', { altKey: true }), false, false)).toBe('send');
  });
});
