import { describe, expect, it } from 'vitest';
import { parseScript, parseScripts } from '../../src/lesson/script';

const read = (text: string) => parseScript('solution.txt', text);

describe('a script', () => {
  it('types plain lines, empty ones too', () => {
    expect(read('telnet mx1.campus.example 25\n\nQUIT\n').script).toEqual([
      { type: 'line', text: 'telnet mx1.campus.example 25' },
      { type: 'line', text: '' },
      { type: 'line', text: 'QUIT' },
    ]);
  });

  it('keeps blanks at both ends of a line', () => {
    expect(read('  MAIL \n').script).toEqual([{ type: 'line', text: '  MAIL ' }]);
  });

  it('reads every directive', () => {
    expect(
      read('@sleep 30m\n@keys NO\\x08\\u{4f}\\n\\\\\n@predict first yes\n@answer first lines 7\n@terminal two\n✓ first\n').script,
    ).toEqual([
      { type: 'sleep', milliseconds: 1_800_000 },
      { type: 'keys', keys: 'NO\bO\n\\' },
      { type: 'predict', step: 'first', option: 'yes' },
      { type: 'answer', step: 'first', item: 'lines', value: '7' },
      { type: 'terminal', name: 'two' },
      { type: 'ticks', step: 'first' },
    ]);
  });

  it('leaves out notes, but not a line that only begins with #', () => {
    expect(read('# a note\n#\n#1 fan\n').script).toEqual([{ type: 'line', text: '#1 fan' }]);
  });

  it.each([
    ['\\@sleep 1h', '@sleep 1h'],
    ['\\✓ step', '✓ step'],
    ['\\# heading', '# heading'],
    ['\\---', '---'],
    ['\\\\@x', '\\@x'],
    ['\\o/', '\\o/'],
    ['\\\\host', '\\\\host'],
  ])('types %s as %s', (written, typed) => {
    expect(read(written).script).toEqual([{ type: 'line', text: typed }]);
  });

  it.each([
    ['@sleep', /@sleep takes/],
    ['@sleep 30', /@sleep takes/],
    ['@sleep -1s', /@sleep takes/],
    ['@keys ', /@keys has an escape|nothing/],
    ['@keys \\x1', /@keys has an escape/],
    ['@keys \\u{110000}', /@keys has an escape/],
    ['@keys tail\\', /@keys has an escape/],
    ['@predict one', /@predict takes a step and an option/],
    ['@predict a b c', /@predict takes/],
    ['@answer one two', /@answer takes a step, an item and a value/],
    ['@terminal', /@terminal takes one name/],
    ['@toString', /There is no directive @toString/],
    ['@', /There is no directive @;/],
    ['✓', /A tick needs the id/],
  ])('names the line of %j', (line, message) => {
    const { faults } = read(`ok\n\n${line}\n`);
    expect(faults).toEqual([{ file: 'solution.txt', field: 'line 3', message: expect.stringMatching(message) }]);
  });
});

describe('several scripts', () => {
  it('are separated by three hyphens, and faults count lines through the file', () => {
    const { scripts, faults } = parseScripts('also.txt', 'a\n---\nb\n@oops\n---\nc\n');
    expect(scripts.map((script) => script.map((line) => (line.type === 'line' ? line.text : '')))).toEqual([['a'], ['b'], ['c']]);
    expect(faults.map((fault) => fault.field)).toEqual(['line 4']);
  });

  it('an empty file holds none', () => {
    expect(parseScripts('miss.txt', '').scripts).toEqual([]);
  });
});
