// Finding rows in the ladder's list, which is `rows` followed by `tail`. Rows stand in the order of their events.

import type { Seq } from '../../engine/kernel/trace';
import type { Ladder } from '../project/ladder';
import { isSelectable, type Row } from '../project/row';

export function rowCount(ladder: Ladder): number {
  return ladder.rows.length + ladder.tail.length;
}

export function rowAtIndex(ladder: Ladder, index: number): Row | undefined {
  return index < ladder.rows.length ? ladder.rows[index] : ladder.tail[index - ladder.rows.length];
}

/** Index of the row that shows event `seq`: the one with this id, else the last selectable one (the reply of an exchange); -1 if none does. */
export function indexOfEvent(ladder: Ladder, seq: Seq, id: string | null): number {
  let low = 0;
  let high = ladder.rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ladder.rows[middle]!.seq < seq) low = middle + 1;
    else high = middle;
  }
  let found = -1;
  for (let i = low; i < ladder.rows.length && ladder.rows[i]!.seq === seq; i++) {
    if (ladder.rows[i]!.id === id) return i;
    if (isSelectable(ladder.rows[i]!)) found = i;
  }
  return found;
}

/** The next selectable row from `index` in steps of `step`; `index` itself if there is none. */
export function nextSelectable(ladder: Ladder, index: number, step: 1 | -1): number {
  for (let i = index + step; i >= 0 && i < ladder.rows.length; i += step) if (isSelectable(ladder.rows[i]!)) return i;
  return index;
}
