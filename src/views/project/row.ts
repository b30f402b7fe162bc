// A row of the ladder: one arrow, one note, or one line of the letter.

import type { Instant } from '../../engine/kernel/schedule';
import type { ConnectionId, Seq, Side } from '../../engine/kernel/trace';

/**
 * client: a command. 2 to 5: a reply by its first digit. content: a line of the letter. segment: TCP's
 * own arrows. note: words between the life lines. time: how long nothing was said. ends: a connection begins or goes on.
 */
export type RowKind = 'client' | '2' | '3' | '4' | '5' | 'content' | 'segment' | 'note' | 'time' | 'ends';

export type RowMark = 'stuffed' | 'end' | 'bare' | 'waiting' | 'travelling' | 'lost';

export interface Row {
  /** Unique among all rows, stable while the trace grows. */
  id: string;
  /** The event it stands for. A command and its reply are one exchange and share it. */
  seq: Seq;
  at: Instant;
  connection: ConnectionId | null;
  /** Who sent it; null for what nobody sent. */
  side: Side | null;
  kind: RowKind;
  /** Safe to show. */
  text: string;
  /** The same as a sentence, for ears. */
  spoken: string;
  mark?: RowMark;
  /** Lines of the reply, if there are more than one. */
  lines?: number;
  /** First row of its exchange: a little air above it. */
  opens: boolean;
}

/** The two life lines of a connection. */
export interface Ends {
  connection: ConnectionId;
  client: string;
  server: string;
  clientTitle: string;
  serverTitle: string;
}

/** True for rows that can be selected: they stand for something that happened on the wire. */
export function isSelectable(row: Row): boolean {
  return row.kind !== 'time' && row.kind !== 'ends' && row.mark !== 'waiting' && row.mark !== 'travelling';
}

/** The row kind of a reply. Codes outside 2xx to 5xx do not exist (RFC 5321, 4.2); if met, they are notes. */
export function replyKind(code: number): RowKind {
  const digit = Math.floor(code / 100);
  return digit >= 2 && digit <= 5 ? (String(digit) as RowKind) : 'note';
}
