// What a client has put on the wire and no server has answered: whole lines are on their way, and a
// line without its end waits at the server, which is the lesson of a forgotten Enter.

import type { TraceEvent } from '../../engine/kernel/trace';
import type { GlassLabels } from '../../messages/en-glass';
import { fill } from './labels';
import type { Wire } from './ladder-wire';
import type { Row, RowMark } from './row';
import { showBytes, withoutLineEnd } from './text';

/** So many lines on their way are shown one by one. */
const SHOWN = 6;

/** Provisional rows of one connection. `last` is the newest event: these rows stand for that moment. */
export function inFlight(wire: Wire, last: TraceEvent, labels: GlassLabels): Row[] {
  const pending = wire.letterLine + wire.unread;
  if (pending === '') return [];
  const end = pending.lastIndexOf('\n') + 1;
  const rows: Row[] = [];
  let from = 0;
  while (from < end && rows.length < SHOWN) {
    const next = pending.indexOf('\n', from) + 1;
    rows.push(row(wire, last, rows.length, pending.slice(from, next), 'travelling', labels));
    from = next;
  }
  if (from < end) rows.push(more(wire, last, pending.slice(from, end), labels));
  if (end < pending.length) rows.push(row(wire, last, rows.length, pending.slice(end), 'waiting', labels));
  return rows;
}

function row(wire: Wire, last: TraceEvent, index: number, line: string, mark: RowMark, labels: GlassLabels): Row {
  const text = showBytes(withoutLineEnd(line).text);
  const state = mark === 'waiting' ? labels['line.waiting'] : labels['line.travelling'];
  const spoken = `${fill(labels['spoken.sent'], { who: wire.client, text })}; ${state}`;
  const { connection } = wire.ends;
  const kind = wire.inLetter ? 'content' : 'client';
  return {
    id: `tail:${connection}:${index}`,
    seq: last.seq,
    at: last.at,
    connection,
    side: 'client',
    kind,
    text,
    spoken,
    mark,
    opens: true,
  };
}

function more(wire: Wire, last: TraceEvent, lines: string, labels: GlassLabels): Row {
  let n = 0;
  for (let i = lines.indexOf('\n'); i >= 0; i = lines.indexOf('\n', i + 1)) n++;
  const text = fill(labels['line.travellingMore'], { n });
  const { connection } = wire.ends;
  const base = { id: `tail:${connection}:more`, seq: last.seq, at: last.at, connection, side: null, spoken: text, opens: false };
  return { ...base, kind: 'note', text, mark: 'travelling' };
}
