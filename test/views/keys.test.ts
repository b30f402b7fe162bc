import { describe, expect, it } from 'vitest';
import { pageKey, type Press } from '../../src/views/keys';
import { meaningOf } from '../../src/views/terminal/keyboard';

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  code: '',
  ctrlKey: false,
  shiftKey: false,
  altKey: false,
  metaKey: false,
  ...held,
});
const alt = (key: string, held: Partial<Press> = {}) => press(key, { altKey: true, ...held });

describe('the page’s own keys', () => {
  it('take Alt', () => {
    const all = ['p', '.', ',', 'z', 'l', 'ArrowUp', 'ArrowDown', 'Enter', 'End'].map((key) => pageKey(alt(key)));
    expect(all).toEqual(['pause', 'step', 'stepBack', 'undo', 'timeline', 'faster', 'slower', 'continue', 'now']);
    expect(pageKey(alt('Z', { shiftKey: true }))).toBe('redo');
    expect(pageKey(alt('P'))).toBe('pause'); // CapsLock
  });

  it('are known by their place where Alt makes another character of them', () => {
    expect(pageKey(alt('Ω', { code: 'KeyZ' }))).toBe('undo');
    expect(pageKey(alt('π', { code: 'KeyP' }))).toBe('pause');
    expect(pageKey(alt('≥', { code: 'Period' }))).toBe('step');
    expect(pageKey(alt('¸', { code: 'KeyZ', shiftKey: true }))).toBe('redo');
    expect(pageKey(alt('w', { code: 'KeyZ' }))).toBeNull(); // another layout: what is printed on the key counts
  });

  it('leave everything else alone', () => {
    expect(pageKey(press('z'))).toBeNull();
    expect(pageKey(press('z', { ctrlKey: true }))).toBeNull();
    expect(pageKey(alt('z', { ctrlKey: true }))).toBeNull(); // AltGr
    expect(pageKey(alt('z', { metaKey: true }))).toBeNull();
    expect(pageKey(alt('b'))).toBeNull();
    expect(pageKey(alt('p', { shiftKey: true }))).toBeNull();
    expect(pageKey(alt('toString'))).toBeNull();
  });

  it('do not reach the terminal', () => {
    expect(meaningOf(alt('z'), false, false)).toBe('browser');
    expect(meaningOf(alt('b'), false, false)).toBe('send');
  });
});
