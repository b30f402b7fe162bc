// How rows look, as numbers and signs: the list needs heights before it draws anything.

import type { Row, RowKind } from '../project/row';

const HEIGHTS: Record<RowKind, number> = {
  client: 2.45,
  '2': 2.45,
  '3': 2.45,
  '4': 2.45,
  '5': 2.45,
  content: 1.45,
  segment: 1.55,
  note: 1.55,
  time: 1.5,
  ends: 2.3,
};
/** Air above the first row of an exchange. */
const AIR = 0.35;

/** Height of a row in rem; every row is one of a few heights, so that a list of any length can be placed without drawing it. */
export function rungHeight(row: Row): number {
  const height = row.mark === 'lost' ? 1.75 : HEIGHTS[row.kind];
  return row.opens ? height + AIR : height;
}

/** A sign before the text of a reply, so that its class does not hang on colour. */
export const SIGNS: Partial<Record<RowKind, string>> = { '2': '✓', '3': '…', '4': '↻', '5': '✕' };
