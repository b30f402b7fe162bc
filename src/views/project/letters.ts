// Letters as hosts had them. A letter that moves is another one on each host, with another queue id; what ties them together is
// the connection over which one host handed it to the next, and for a report the letter that it is about.

import type { Bytes } from '../../engine/kernel/bytes';
import type { Instant } from '../../engine/kernel/schedule';
import type { ConnectionId, HostName, ReportAction, Seq, TraceEvent, TraceEventOf } from '../../engine/kernel/trace';
import { canonicalLineEnds } from '../../engine/mail/lines';
import { fieldNamed, parseMessage } from '../../engine/mail/message';
import { advanceFold, handle, type Folded, type Handlers } from './fold';
import { showBytes } from './text';

/** What befalls a letter on one host. */
export type LetterEvent = TraceEventOf<
  | 'mail.accepted'
  | 'mail.expanded'
  | 'mail.delivered'
  | 'mail.queued'
  | 'mail.try'
  | 'mail.route'
  | 'mail.exchanger'
  | 'mail.relayed'
  | 'mail.deferred'
  | 'mail.bounced'
  | 'mail.discarded'
  | 'mail.reported'
>;

export interface Letter {
  /** Host and queue id: unique in a world. */
  key: string;
  host: HostName;
  queueId: string;
  reversePath: string;
  forwardPaths: readonly string[];
  octets: number;
  seq: Seq;
  at: Instant;
  connection: ConnectionId | null;
  /** As far as it was seen; null for a letter whose header has not been on a wire or in a mailbox. Safe to show. */
  subject: string | null;
  /** What it reports, if it is a report. */
  report: ReportAction | null;
  /** The same letter on the host before, or the letter that this one reports on. */
  parent: string | null;
  events: LetterEvent[];
}

export interface Letters extends Folded {
  all: Letter[];
  byKey: Map<string, Letter>;
  /** Of each connection that a host opened to hand a letter on: whose it is, and where it leads. */
  hops: Map<ConnectionId, TraceEventOf<'mail.exchanger'>>;
  /** Who opened each connection, and to whom. */
  connects: Map<ConnectionId, TraceEventOf<'net.connect'>>;
  /** What is being received over each connection, as far as a header goes. */
  contents: Map<ConnectionId, Bytes>;
  /** Reports that were written and have not been handed in yet. */
  written: Map<string, TraceEventOf<'mail.reported'>>;
}

/** Octets of a letter within which its subject is looked for. */
const HEADER = 8_000;
const SUBJECT = 120;

/** The letters of the first `count` events, in the order in which hosts took them. Continues `before` in place where it can; the old value must not be used any more. */
export function advanceLetters(before: Letters | null, trace: readonly TraceEvent[], count: number): Letters {
  return advanceFold(before, trace, count, empty, (letters, event) => handle(HANDLERS, letters, event));
}

function empty(): Letters {
  const nothing = { all: [], byKey: new Map(), hops: new Map(), connects: new Map(), contents: new Map(), written: new Map() };
  return { count: 0, last: undefined, ...nothing };
}

export const letterKey = ({ host, queueId }: { host: HostName; queueId: string }) => `${host} ${queueId}`;

const HANDLERS: Handlers<Letters> = {
  'net.connect': ({ connects }, event) => connects.set(event.connection, event),
  'smtp.exchange': ({ contents }, event) => {
    if (event.verb === 'MAIL') contents.delete(event.connection);
  },
  'smtp.content': ({ contents }, { connection, content }) => {
    const seen = contents.get(connection) ?? '';
    if (seen.length < HEADER) contents.set(connection, seen + content.slice(0, HEADER));
  },
  'mail.accepted': accept,
  'mail.expanded': note,
  'mail.delivered': (letters, event) => {
    const letter = note(letters, event);
    if (letter) letter.subject ??= subjectOf(event.header);
  },
  'mail.queued': note,
  'mail.try': note,
  'mail.route': note,
  'mail.exchanger': (letters, event) => {
    letters.hops.set(event.connection, event);
    note(letters, event);
  },
  'mail.relayed': note,
  'mail.deferred': note,
  'mail.bounced': note,
  'mail.discarded': note,
  'mail.reported': (letters, event) => {
    letters.written.set(letterKey(event), event);
    letters.byKey.get(letterKey({ host: event.host, queueId: event.about }))?.events.push(event);
  },
};

function accept(letters: Letters, event: TraceEventOf<'mail.accepted'>): void {
  const { host, queueId, reversePath, forwardPaths, octets, seq, at, connection } = event;
  const key = letterKey(event);
  const written = letters.written.get(key);
  const carrier = connection === null ? undefined : letters.hops.get(connection);
  const content = connection === null ? undefined : letters.contents.get(connection);
  const before = written
    ? letters.byKey.get(letterKey({ host, queueId: written.about }))
    : carrier && letters.byKey.get(letterKey(carrier));
  const letter: Letter = {
    key,
    host,
    queueId,
    reversePath,
    forwardPaths,
    octets,
    seq,
    at,
    connection,
    subject: content === undefined ? null : subjectOf(content),
    report: written?.action ?? (carrier && before ? before.report : null),
    parent: before?.key ?? null,
    events: [event],
  };
  letters.all.push(letter);
  letters.byKey.set(key, letter);
}

function note(letters: Letters, event: LetterEvent): Letter | undefined {
  const letter = letters.byKey.get(letterKey(event));
  letter?.events.push(event);
  return letter;
}

function subjectOf(content: Bytes): string | null {
  const subject = fieldNamed(parseMessage(canonicalLineEnds(content)).fields, 'Subject');
  return subject === undefined ? null : showBytes(subject.trim(), SUBJECT);
}

/** Recipients who are this host's affair still, each once. */
export function waitingFor({ events }: Letter): string[] {
  const open: string[] = [];
  const expanded = new Set<string>();
  const leave = (path: string) => {
    const at = open.indexOf(path);
    if (at >= 0) open.splice(at, 1);
  };
  for (const event of events) {
    if (event.type === 'mail.accepted') open.push(...event.forwardPaths);
    else if (event.type === 'mail.expanded') {
      leave(event.forwardPath);
      expanded.add(event.forwardPath);
      open.push(...event.into);
    } else if (event.type === 'mail.delivered') leave(expanded.has(event.forwardPath) ? event.mailbox : event.forwardPath);
    else if (event.type === 'mail.relayed' || event.type === 'mail.bounced' || event.type === 'mail.discarded') leave(event.forwardPath);
  }
  return open;
}

/** The letter that a letter began as: what was first handed in, whatever became of it. */
export function originOf({ byKey }: Letters, letter: Letter): Letter {
  let origin = letter;
  for (let parent = letter.parent; parent !== null; parent = origin.parent) {
    const before = byKey.get(parent);
    if (!before) break;
    origin = before;
  }
  return origin;
}

/** A letter, the same letter on every later host, and all reports on them, in the order in which they came about. */
export function familyOf(letters: Letters, origin: Letter): Letter[] {
  const family = new Set([origin.key]);
  return letters.all.filter((letter) => {
    const belongs = family.has(letter.key) || (letter.parent !== null && family.has(letter.parent));
    if (belongs) family.add(letter.key);
    return belongs;
  });
}
