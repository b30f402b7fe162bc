// Rows that are no part of a conversation: look-ups of names, TCP's own arrows, and a server's change of manner.

import type { Side, TraceEventOf } from '../../engine/kernel/trace';
import type { GlassLabels } from '../../messages/en-glass';
import { fill } from './labels';
import type { Wire } from './ladder-wire';
import type { Row } from './row';
import { shortName, showName, showText } from './text';

type Segment = TraceEventOf<'net.connect' | 'net.retry' | 'net.open' | 'net.failed' | 'net.finish' | 'net.reset' | 'net.closed'>;
type Drawn = Pick<Row, 'side' | 'kind' | 'text'> & Partial<Pick<Row, 'mark' | 'opens'>>;

/** TCP's arrows (RFC 9293, 3.5 and 3.6). A refusal or a reset looks as bad as a 5xx; it is as final. */
export function segmentRows(wire: Wire, event: Segment, labels: GlassLabels): Row[] {
  if (event.type === 'net.reset' || event.type === 'net.closed') {
    wire.unread = '';
    wire.letterLine = '';
  }
  const drawn = drawnSegment(event, labels);
  const who = drawn.side === 'client' ? wire.client : wire.server;
  const spoken = drawn.side === null ? drawn.text : fill(labels['spoken.sent'], { who, text: drawn.text });
  const { seq, at, connection } = event;
  return [{ id: `${seq}:net`, seq, at, connection, spoken, opens: false, ...drawn }];
}

function drawnSegment(event: Segment, labels: GlassLabels): Drawn {
  const arrow = (side: Side, text: string): Drawn => ({ side, kind: 'segment', text });
  switch (event.type) {
    case 'net.connect':
      return arrow('client', labels['net.syn']);
    case 'net.retry':
      return arrow('client', fill(labels['net.retry'], { attempt: event.attempt }));
    case 'net.open':
      return arrow('server', labels['net.open']);
    case 'net.failed':
      if (event.reason === 'refused') return { side: 'server', kind: '5', text: labels['net.refused'] };
      return { side: null, kind: '5', text: labels[`net.${event.reason}`], mark: 'lost' };
    case 'net.finish':
      return { ...arrow(event.side, labels['net.finish']), opens: true };
    case 'net.reset':
      return { side: event.side, kind: '5', text: labels['net.reset'], opens: true };
    case 'net.closed':
      return { side: null, kind: 'note', text: labels['net.closed'] };
  }
}

/** A name and what the name server said about it. */
export function lookupRow(event: TraceEventOf<'dns.answer'>, labels: GlassLabels): Row {
  const asker = shortName(showText(event.asker));
  const values = { asker, name: showName(event.name), type: event.recordType, status: event.status };
  const text = fill(lookupTemplate(event, labels), { ...values, answer: answerOf(event), n: event.answers.length - 1 });
  return note(event, text, `${event.seq}:dns`);
}

function lookupTemplate(event: TraceEventOf<'dns.answer'>, labels: GlassLabels): string {
  if (event.status === 'NXDOMAIN') return labels['name.missing'];
  if (event.status !== 'NOERROR') return labels['name.failed'];
  if (event.answers.length === 0) return labels['name.empty'];
  return event.answers.length === 1 ? labels['name.found'] : labels['name.foundMore'];
}

/** The data of the first record of the type asked for: what stands after name, TTL, class and type. */
function answerOf(event: TraceEventOf<'dns.answer'>): string {
  const records = event.answers.map((line) => line.split(/\s+/));
  const record = records.find((fields) => fields[3] === event.recordType) ?? records[0];
  return showText(record?.slice(4).join(' ') ?? '');
}

/** A question that nobody has answered yet. */
export function pendingLookup(event: TraceEventOf<'dns.query'>, labels: GlassLabels): Row {
  const values = { asker: shortName(showText(event.asker)), server: shortName(showText(event.server)) };
  const text = fill(labels['name.asking'], { ...values, name: showName(event.name), type: event.recordType });
  return { ...note(event, text, `tail:${event.seq}:dns`), mark: 'travelling' };
}

/** From here on a server has another manner. */
export function mannerRow(event: TraceEventOf<'lab.dialect'>, labels: GlassLabels): Row {
  const values = { host: shortName(showText(event.host)), dialect: event.dialect };
  return note(event, fill(labels['manner.changed'], values), `${event.seq}:manner`);
}

/** A zone was written anew. */
export function zoneRow(event: TraceEventOf<'lab.zone'>, labels: GlassLabels): Row {
  const values = { apex: showText(event.apex), added: event.changed.length, removed: event.removed.length };
  return note(event, fill(labels['zone.written'], values), `${event.seq}:zone`);
}

function note(event: TraceEventOf<'dns.query' | 'dns.answer' | 'lab.dialect' | 'lab.zone'>, text: string, id: string): Row {
  return { id, seq: event.seq, at: event.at, connection: null, side: null, kind: 'note', text, spoken: text, opens: true };
}
