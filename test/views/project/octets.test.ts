import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../src/engine/kernel/bytes';
import { t } from '../../../src/messages/t';
import { encodedLines } from '../../../src/views/project/base64-parts';
import { cellsOf, linesOf, storedCells, type Cell, type LineKind } from '../../../src/views/project/octets';
import { explain, glyphOf, hexOf } from '../../../src/views/project/octet-words';

const say = (cell: Cell) => {
  const { key, values } = explain(cell);
  return t(key, values);
};
const purposes = (line: string, kind: LineKind = 'command') => cellsOf(line, kind).map(({ purpose }) => purpose);
const words = (line: string, at: number, kind: LineKind = 'command') => say(cellsOf(line, kind)[at]!);
const glyphs = (line: string, kind: LineKind = 'command') => cellsOf(line, kind).map(glyphOf).join(' ');

describe('an octet', () => {
  it('is text, a line end, or shown by its name', () => {
    expect(purposes('A \r\n')).toEqual(['text', 'text', 'cr', 'lf']);
    expect(glyphs('A \t\x08\x1b\x7f\0\r\n')).toBe('A ␣ TAB BS ESC DEL NUL CR LF');
    expect(cellsOf('A\r\n', 'command').map(hexOf)).toEqual(['41', '0D', '0A']);
    expect(words('A', 0)).toBe('the character “A”');
    expect(words('A B', 1)).toBe('a blank');
  });

  it('is no line end when its other half is missing', () => {
    expect(purposes('A\n')).toEqual(['text', 'missingCr', 'bareLf']);
    expect(hexOf(cellsOf('A\n', 'command')[1]!)).toBe('');
    expect(purposes('A\rB\r\n')).toEqual(['text', 'bareCr', 'text', 'cr', 'lf']);
    expect(purposes('A\r')).toEqual(['text', 'cr']);
    expect(words('A\n', 1)).toMatch(/CR is missing/);
  });

  it('is a control that is told what it does, or does not', () => {
    expect(words('\x08', 0)).toMatch(/^BS, backspace: on the wire it rubs nothing out/);
    expect(words('\x7f', 0)).toMatch(/^DEL/);
    expect(words('\x05', 0)).toBe('ENQ, a control octet: it is shown, not obeyed');
  });

  it('belongs to a character of several octets', () => {
    const cells = cellsOf(`${encodeUtf8('ü€')}\r\n`, 'letter');
    expect(cells.map(({ part, of }) => `${part}/${of}`)).toEqual(['0/2', '1/2', '0/3', '1/3', '2/3', '0/1', '0/1']);
    expect(cells.map(glyphOf).join(' ')).toBe('ü · € · · CR LF');
    expect(say(cells[1]!)).toBe('octet 2 of 2 of the character “ü” (U+00FC) in UTF-8');
  });

  it('is broken where UTF-8 is', () => {
    expect(purposes('\xfc\xc3A')).toEqual(['broken', 'broken', 'text']);
    expect(purposes('\xc0\xaf')).toEqual(['broken', 'broken']);
  });

  it('may be a word of telnet’s', () => {
    const cells = cellsOf('\xff\xf4\xff\xfd\x06NO', 'command');
    expect(cells.map(({ purpose, part }) => `${purpose} ${part}`).slice(0, 6)).toEqual([
      'telnet 0',
      'telnet 1',
      'telnet 0',
      'telnet 1',
      'telnet 2',
      'text 0',
    ]);
    expect(say(cells[0]!)).toMatch(/octet 1 of 2 of telnet’s INTERRUPT PROCESS:/);
    expect(say(cells[4]!)).toMatch(/octet 3 of 3 of telnet’s DO TIMING MARK:/);
    expect(purposes('\xff')).toEqual(['broken']);
    expect(purposes('\xff\xfd')).toEqual(['broken', 'broken']);
  });

  it('may carry an override, which is not obeyed', () => {
    const [cell] = cellsOf(encodeUtf8('\u202e'), 'letter');
    expect(glyphOf(cell!)).toBe('<U+202E>');
    expect(say(cell!)).not.toContain('\u202e');
  });
});

describe('base64', () => {
  it('is told in groups of four where it was declared', () => {
    const cells = cellsOf('SGFsbG8=\r\n', 'encoded');
    expect(cells.map(({ purpose, part }) => (purpose === 'base64' ? part : purpose))).toEqual([0, 1, 2, 3, 0, 1, 2, 3, 'cr', 'lf']);
    expect(say(cells[0]!)).toBe('character 1 of 4 of a base64 group that stands for “Hal”');
    expect(say(cells[7]!)).toBe('filler: the base64 group stands for fewer than three octets, “lo”');
  });

  it('is not taken for granted where it was not', () => {
    expect(purposes('password\r\n', 'letter')).not.toContain('base64');
    expect(purposes('NOOP\r\n')).not.toContain('base64');
    expect(purposes('no base64!\r\n', 'encoded')).not.toContain('base64');
  });

  it('is found in encoded words and in AUTH', () => {
    const count = (line: string, kind: LineKind) => purposes(line, kind).filter((purpose) => purpose === 'base64').length;
    expect(count('Subject: =?utf-8?B?R3LDvMOfZQ==?= =?utf-8?q?hi?=\r\n', 'letter')).toBe(12);
    expect(count('AUTH PLAIN AGFkYQBzZXNhbQ==\r\n', 'command')).toBe(16);
    expect(count('334 UGFzc3dvcmQ6\r\n', 'reply')).toBe(12);
    const at = cellsOf('AUTH PLAIN QUJD\r\n', 'command').findIndex(({ purpose }) => purpose === 'base64');
    expect(at).toBe('AUTH PLAIN '.length);
  });

  it('is declared for a body or for a part', () => {
    const whole = 'Content-Transfer-Encoding: base64\r\n\r\nQUJD\r\n';
    expect(encodedLines(whole, 0)).toEqual([false, false, true]);
    expect(encodedLines(whole, whole.length - 6)).toEqual([true]);
    const parts = [
      'Content-Type: multipart/mixed; boundary="cut"',
      '',
      'QUJD',
      '--cut',
      'Content-Transfer-Encoding: BASE64',
      '',
      'QUJD',
      '--other',
      '--cut',
      '',
      'QUJD',
      '--cut--',
      'QUJD',
    ];
    const encoded = encodedLines(`${parts.join('\r\n')}\r\n`, 0);
    expect(parts.filter((_, i) => encoded[i])).toEqual(['QUJD', '--other']);
  });
});

describe('a line of a letter', () => {
  it('loses the doubled dot, and leaves a hole where it was', () => {
    const wire = cellsOf('..x\r\n', 'letter', true);
    const stored = storedCells(wire, '.x\r\n');
    expect(wire.map(({ purpose }) => purpose)).toEqual(['stuffed', 'text', 'text', 'cr', 'lf']);
    expect(stored.map(({ purpose, octet }) => octet ?? purpose)).toEqual(['taken', 46, 120, 13, 10]);
  });

  it('shows which octets arrived as others', () => {
    const stored = storedCells(cellsOf('\xe9t\n', 'letter'), 'it\n');
    expect(stored.map(({ purpose }) => purpose)).toEqual(['changed', 'text', 'missingCr', 'bareLf']);
    expect(hexOf(stored[0]!)).toBe('69');
  });

  it('is no part of the letter if it is the lone dot', () => {
    expect(purposes('.\r\n', 'end')).toEqual(['end', 'cr', 'lf']);
  });
});

describe('whatever is on the wire', () => {
  const kinds = fc.constantFrom<LineKind[]>('command', 'end', 'reply', 'letter', 'encoded');
  const octets = fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)) });

  it('each octet stands in one cell, in order, and has words', () => {
    fc.assert(
      fc.property(octets, kinds, (bytes, kind) => {
        const cells = linesOf(bytes).flatMap((line) => cellsOf(line, kind));
        expect(cells.flatMap(({ octet }) => (octet === null ? [] : String.fromCharCode(octet))).join('')).toBe(bytes);
        for (const cell of cells) {
          expect(say(cell)).not.toMatch(/[{}](part|of|together|name)|[\0-\x1f\x7f-\x9f]/);
          expect(cell.octet === null || glyphOf(cell) !== '').toBe(true);
        }
      }),
    );
  });
});
