import { describe, expect, it } from 'vitest';
import { cellsOf, storedCells } from '../../../src/views/project/octets';
import type { Dump } from '../../../src/views/project/octet-lines';
import { cellAt, firstPlace, octetRows, placeAfter, positionAt, type Place } from '../../../src/views/project/octet-rows';

const wire = cellsOf('..abc\r\n', 'letter', true);
const dump: Dump = {
  id: '1',
  groups: [
    { kind: 'command', lines: [{ wire: cellsOf('NOOP\r\n', 'command'), stored: null }], octets: 6, more: 0 },
    { kind: 'letter', lines: [{ wire, stored: storedCells(wire, '.abc\r\n') }], octets: 7, more: 0 },
  ],
};
const rows = octetRows(dump, 4);
const walk = (from: Place, ...keys: string[]) =>
  keys.reduce((place, key) => placeAfter(rows, place, key.replace('^', ''), key.startsWith('^'))!, from);
const at = (row: number, strip: number, column: number): Place => ({ row, strip, column });

describe('rows of cells', () => {
  it('have so many columns, and both strips of a letter’s line', () => {
    expect(rows.map((row) => (row.type === 'head' ? row.group.kind : row.strips.map((strip) => strip.length).join('/')))).toEqual([
      'command',
      '4',
      '2',
      'letter',
      '4/4',
      '3/3',
    ]);
  });

  it('count octets, not holes', () => {
    expect(positionAt(rows, at(4, 0, 1))).toEqual({ n: 2, total: 7 });
    expect(positionAt(rows, at(4, 1, 1))).toEqual({ n: 1, total: 6 });
    expect(positionAt(rows, at(5, 1, 2))).toEqual({ n: 6, total: 6 });
    expect(positionAt(rows, at(3, 0, 0))).toEqual({ n: 0, total: 0 });
    expect(cellAt(rows, at(4, 1, 0))).toMatchObject({ octet: null, purpose: 'taken' });
    expect(cellAt(rows, at(0, 0, 0))).toBeUndefined();
  });

  it('are walked through with the arrow keys, over heads and over ends of lines', () => {
    const first = firstPlace(rows);
    expect(first).toEqual(at(1, 0, 0));
    expect(walk(first, 'ArrowLeft')).toEqual(first);
    expect(walk(first, 'ArrowUp')).toEqual(first);
    expect(walk(first, 'End', 'ArrowRight')).toEqual(at(2, 0, 0));
    expect(walk(at(2, 0, 0), 'ArrowLeft')).toEqual(at(1, 0, 3));
    expect(walk(at(1, 0, 3), 'ArrowDown')).toEqual(at(2, 0, 1));
    expect(walk(at(2, 0, 1), 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown')).toEqual(at(5, 1, 1));
    expect(walk(at(5, 1, 1), 'ArrowDown')).toEqual(at(5, 1, 1));
    expect(walk(at(5, 0, 1), 'ArrowUp')).toEqual(at(4, 1, 1));
    expect(walk(at(4, 1, 3), 'ArrowRight')).toEqual(at(5, 1, 0));
    expect(walk(at(4, 0, 2), 'ArrowUp', 'Home')).toEqual(at(2, 0, 0));
    expect(walk(first, '^End')).toEqual(at(5, 0, 2));
    expect(walk(at(5, 1, 2), 'ArrowRight')).toEqual(at(5, 1, 2));
    expect(walk(at(5, 1, 2), '^Home')).toEqual(first);
    expect(placeAfter(rows, first, 'a', false)).toBeUndefined();
  });

  it('may be none', () => {
    expect(octetRows({ id: '0', groups: [] }, 8)).toEqual([]);
    expect(placeAfter([], firstPlace([]), 'ArrowDown', false)).toEqual(at(0, 0, 0));
  });
});
