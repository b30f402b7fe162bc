import { describe, expect, it } from 'vitest';
import { sandbox } from '../../app/lessons';
import { freshLab } from '../../../src/app/restore';
import { input } from '../../../src/lab/lab';
import { emptyScreen, foldScreen } from '../../../src/shell/screen';
import { keysToBecome, linesBefore, pasteKeys, plainKey } from '../../../src/views/terminal/plain-keys';

function desk() {
  const lab = freshLab(sandbox);
  const terminal = lab.lesson.world.terminals[0]!.name;
  const type = (keys: string) => input(lab, { type: 'keys', terminal, keys });
  const screen = () => foldScreen(emptyScreen(), lab.world.trace, terminal);
  return { lab, terminal, type, screen };
}

describe('the plain terminal', () => {
  it('types what makes the line in the lab the line in its field', () => {
    const { type, screen } = desk();
    for (const wanted of ['telnet mx1', 'telnet mx2.campus', 'tel', 'Grüße 👋🏽', '', 'dig']) {
      const { edit, cursor } = screen();
      type(keysToBecome(edit, cursor, wanted));
      expect(screen()).toMatchObject({ edit: wanted, cursor: wanted.length });
    }
  });

  it('finds the end of the line wherever the cursor was', () => {
    const { type, screen } = desk();
    type('abcdef\x1b[D\x1b[D\x1b[D');
    const { edit, cursor } = screen();
    expect(cursor).toBe(3);
    type(keysToBecome(edit, cursor, 'abcx'));
    expect(screen()).toMatchObject({ edit: 'abcx', cursor: 4 });
  });

  it('erases also what a program is reading', () => {
    const { type, screen } = desk();
    type('cat\rhalf a line');
    const { edit, cursor } = screen();
    type(keysToBecome(edit, cursor, 'another'));
    expect(screen().edit).toBe('another');
  });

  it('types nothing where nothing differs', () => {
    expect(keysToBecome('same', 4, 'same')).toBe('');
  });

  it('hands over many lines as pasted text', () => {
    const { type, screen } = desk();
    type(pasteKeys('echo one\necho \x1b[201~two\n'));
    const text = screen().lines.map((line) => line.map((span) => span.text).join(''));
    expect(text).toContain('one');
    expect(text).toContain('[201~two');
  });

  it('remembers the lines before, newest first, each once in a row', () => {
    const { lab, terminal, type } = desk();
    type('echo a\recho a\r\recho b\r');
    expect(linesBefore(lab.world.trace, lab.world.trace.length, terminal)).toEqual(['echo b', 'echo a']);
    expect(linesBefore(lab.world.trace, lab.world.trace.length, 'another')).toEqual([]);
  });
});

describe('keys of the input line', () => {
  const press = (key: string, held: { ctrlKey?: boolean; altKey?: boolean } = {}) => ({
    key,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    ...held,
  });
  const ctrl = (key: string) => press(key, { ctrlKey: true });

  it('go back and forth through earlier lines, and complete', () => {
    expect(plainKey(press('ArrowUp'), 'x', false)).toBe('older');
    expect(plainKey(press('ArrowDown'), 'x', false)).toBe('newer');
    expect(plainKey(ctrl('i'), 'tel', false)).toBe('complete');
  });

  it('interrupt, end input, and escape from telnet', () => {
    expect(plainKey(ctrl('c'), 'x', false)).toEqual({ keys: '\x03' });
    expect(plainKey(ctrl('d'), '', false)).toEqual({ keys: '\x04' });
    expect(plainKey(ctrl(']'), 'x', false)).toEqual({ keys: '\x1d' });
  });

  it('are the field’s own where it has something to do', () => {
    expect(plainKey(ctrl('c'), 'x', true)).toBeNull(); // copies
    expect(plainKey(ctrl('d'), 'x', false)).toBeNull();
    expect(plainKey(press('Backspace'), 'x', false)).toBeNull();
    expect(plainKey(press('Tab'), 'x', false)).toBeNull(); // the way out
    expect(plainKey(press('ArrowUp', { altKey: true }), '', false)).toBeNull(); // the page's
  });

  it('let Backspace travel where there is nothing to take away', () => {
    expect(plainKey(press('Backspace'), '', false)).toEqual({ keys: '\x7f' });
  });
});
