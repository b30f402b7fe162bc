// Two traces that began alike, side by side: conversation by conversation, and in each row by row. What both have stands once;
// what only one has is marked.

import type { ConnectionId, TraceEvent, TraceEventOf } from '../../engine/kernel/trace';
import { carrierAt } from '../../engine/kernel/carriers';
import type { GlassLabels } from '../../messages/en-glass';
import { advanceLadder } from './ladder';
import { moveRow } from './ladder-moves';
import type { Row } from './row';
import { shortName, showText } from './text';
import { isVerdict } from './verdict';

export type Side = 'as' | 'changed';

/** A row that both have, or only one of them. */
export interface ComparedRow {
  in: 'both' | Side;
  row: Row;
}

export interface ComparedConversation {
  /** From whom to whom, and which of those between them. */
  from: string;
  to: string;
  port: number;
  nth: number;
  carried: boolean;
  in: 'both' | Side;
  rows: ComparedRow[];
}

export interface Comparison {
  conversations: ComparedConversation[];
  /** What became of the letters. */
  moves: ComparedRow[];
}

/** Rows of one side beyond this are left out of the comparison: it is made row by row. */
const MOST_ROWS = 400;

/** The comparison of two traces. */
export function comparisonOf(as: readonly TraceEvent[], changed: readonly TraceEvent[], labels: GlassLabels): Comparison {
  const sides = { as: conversationsOf(as), changed: conversationsOf(changed) };
  const names = new Set([...sides.as.keys(), ...sides.changed.keys()]);
  const rowsIn = (trace: readonly TraceEvent[], connection: ConnectionId | undefined) =>
    connection === undefined ? [] : shownRows(trace, labels, connection);
  const conversations = [...names].map((name): ComparedConversation => {
    const [a, b] = [sides.as.get(name), sides.changed.get(name)];
    const rows = aligned(rowsIn(as, a?.connect.connection), rowsIn(changed, b?.connect.connection));
    const { connect, nth, carried } = (a ?? b)!;
    const { from, to, toAddress, port } = connect;
    const ends = { from: shortName(showText(from)), to: shortName(showText(to ?? toAddress)), port, nth, carried };
    return { ...ends, in: a && b ? 'both' : a ? 'as' : 'changed', rows };
  });
  return { conversations, moves: aligned(movesOf(as, labels), movesOf(changed, labels)) };
}

/** How many rows only one side has. */
export const countDifferences = (rows: readonly ComparedRow[]) => rows.filter((row) => row.in !== 'both').length;

interface Found {
  connect: TraceEventOf<'net.connect'>;
  nth: number;
  carried: boolean;
}

function conversationsOf(trace: readonly TraceEvent[]): Map<string, Found> {
  const found = new Map<string, Found>();
  const counts = new Map<string, number>();
  trace.forEach((connect, i) => {
    if (connect.type !== 'net.connect') return;
    const name = `${connect.from} ${connect.toAddress} ${connect.port}`;
    const nth = (counts.get(name) ?? 0) + 1;
    counts.set(name, nth);
    found.set(`${name} ${nth}`, { connect, nth, carried: carrierAt(trace, i) !== undefined });
  });
  return found;
}

function shownRows(trace: readonly TraceEvent[], labels: GlassLabels, connection: ConnectionId): Row[] {
  const { rows } = advanceLadder(null, trace, trace.length, labels, connection);
  return rows.filter(({ kind, connection: of }) => of === connection && kind !== 'time' && kind !== 'ends');
}

function movesOf(trace: readonly TraceEvent[], labels: GlassLabels): Row[] {
  return trace.filter(isVerdict).map((event) => moveRow(event, labels));
}

/** The rows of both, in an order that fits both; as many as can be stand for both (longest common subsequence). */
export function aligned(as: readonly Row[], changed: readonly Row[]): ComparedRow[] {
  const [a, b] = [as.slice(0, MOST_ROWS), changed.slice(0, MOST_ROWS)];
  const lengths = lengthsOf(a, b);
  const rows: ComparedRow[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && isSame(a[i]!, b[j]!)) {
      rows.push({ in: 'both', row: a[i]! });
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) rows.push({ in: 'as', row: a[i++]! });
    else rows.push({ in: 'changed', row: b[j++]! });
  }
  return rows;
}

/** Lengths of the longest common subsequences of what follows in both. */
function lengthsOf(a: readonly Row[], b: readonly Row[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i]![j] = isSame(a[i]!, b[j]!) ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  return lengths;
}

function isSame(a: Row, b: Row): boolean {
  return a.kind === b.kind && a.side === b.side && a.text === b.text;
}
