// The bytes view as rows of so many cells: where each stands, and where a key leads from it. A line of a letter
// has two strips, the wire's and under it the letter's, cell under cell.

import type { Cell } from './octets';
import type { Dump, OctetGroup } from './octet-lines';

export type OctetRow =
  | { type: 'head'; group: OctetGroup }
  | {
      type: 'cells';
      /** wire, and for a line of a letter what is stored. */
      strips: Cell[][];
      /** First row of its line. */
      begins: boolean;
      /** Number of the line in its group, from 1. */
      line: number;
      /** Octets of the line before this row, for each strip, and in the whole line. */
      before: number[];
      total: number[];
    };

export interface Place {
  row: number;
  strip: number;
  column: number;
}

/** The rows of a dump with at most `columns` cells each. */
export function octetRows(dump: Dump, columns: number): OctetRow[] {
  return dump.groups.flatMap((group) => [
    { type: 'head' as const, group },
    ...group.lines.flatMap((line, i) => lineRows(line.stored ? [line.wire, line.stored] : [line.wire], i + 1, columns)),
  ]);
}

function lineRows(strips: Cell[][], line: number, columns: number): OctetRow[] {
  const total = strips.map(octetsIn);
  const rows: OctetRow[] = [];
  let before = strips.map(() => 0);
  for (let from = 0; from < (strips[0]?.length ?? 0); from += columns) {
    const parts = strips.map((strip) => strip.slice(from, from + columns));
    rows.push({ type: 'cells', strips: parts, begins: from === 0, line, before, total });
    before = before.map((n, strip) => n + octetsIn(parts[strip] ?? []));
  }
  return rows;
}

function octetsIn(cells: readonly Cell[]): number {
  return cells.reduce((n, { octet }) => (octet === null ? n : n + 1), 0);
}

/** The cell at a place; undefined if there is none. */
export function cellAt(rows: readonly OctetRow[], { row, strip, column }: Place): Cell | undefined {
  const there = rows[row];
  return there?.type === 'cells' ? there.strips[strip]?.[column] : undefined;
}

/** How many octets of its line come up to this one, itself included, and how many the line has. */
export function positionAt(rows: readonly OctetRow[], { row, strip, column }: Place): { n: number; total: number } {
  const there = rows[row];
  if (there?.type !== 'cells') return { n: 0, total: 0 };
  return { n: (there.before[strip] ?? 0) + octetsIn(there.strips[strip]?.slice(0, column + 1) ?? []), total: there.total[strip] ?? 0 };
}

/** The first cell. */
export function firstPlace(rows: readonly OctetRow[]): Place {
  return {
    row: Math.max(
      0,
      rows.findIndex(({ type }) => type === 'cells'),
    ),
    strip: 0,
    column: 0,
  };
}

/** Where an arrow key, Home, End, or one of those two with Ctrl leads; undefined for any other key. At the edge it leads nowhere. */
export function placeAfter(rows: readonly OctetRow[], from: Place, key: string, control: boolean): Place | undefined {
  const last = lengthOf(rows, from) - 1;
  switch (key) {
    case 'ArrowRight':
      return from.column < last ? { ...from, column: from.column + 1 } : beside(rows, from, 1, 0);
    case 'ArrowLeft':
      return from.column > 0 ? { ...from, column: from.column - 1 } : beside(rows, from, -1, Infinity);
    case 'ArrowDown':
      return vertical(rows, from, 1);
    case 'ArrowUp':
      return vertical(rows, from, -1);
    case 'Home':
      return control ? firstPlace(rows) : { ...from, column: 0 };
    case 'End':
      return control ? beside(rows, { row: rows.length, strip: 0, column: 0 }, -1, Infinity) : { ...from, column: last };
    default:
      return undefined;
  }
}

function lengthOf(rows: readonly OctetRow[], { row, strip }: Place): number {
  const there = rows[row];
  return there?.type === 'cells' ? (there.strips[strip]?.length ?? 0) : 0;
}

/** The same strip of the next row of cells. */
function beside(rows: readonly OctetRow[], from: Place, step: 1 | -1, column: number): Place {
  for (let row = from.row + step; row >= 0 && row < rows.length; row += step) {
    const there = rows[row]!;
    if (there.type === 'cells') return fitted(rows, { row, strip: Math.min(from.strip, there.strips.length - 1), column });
  }
  return from;
}

function vertical(rows: readonly OctetRow[], from: Place, step: 1 | -1): Place {
  const here = rows[from.row];
  const strip = from.strip + step;
  if (here?.type === 'cells' && strip >= 0 && strip < here.strips.length) return fitted(rows, { ...from, strip });
  const next = beside(rows, { ...from, strip: step > 0 ? 0 : Infinity }, step, from.column);
  return next.row === from.row || next.strip === Infinity ? from : next;
}

function fitted(rows: readonly OctetRow[], place: Place): Place {
  return { ...place, column: Math.max(0, Math.min(place.column, lengthOf(rows, place) - 1)) };
}
