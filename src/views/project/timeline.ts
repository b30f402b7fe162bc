// The timeline: what happened on the wire and in the lesson as marks, oldest first. Marks are only ever added.

import type { Bytes } from '../../engine/kernel/bytes';
import type { Instant } from '../../engine/kernel/schedule';
import type { ConnectionId, ReplyFacts, Seq, TraceEvent, TraceEventOf } from '../../engine/kernel/trace';
import { advanceFold, handle, type Folded, type Handlers } from './fold';
import { isInScope, type Hidden } from './scope';
import { showBytes, showText, shortName, withoutLineEnd } from './text';
import type { Verdict } from './verdict';

/**
 * client: a line was sent. ok: a reply that says yes or go on (2yz, 3yz). refusal: one that says no (4yz, 5yz).
 * delivery: a letter lies in a mailbox. connection: one begins. ending: one ends. failure: one could not be made, or was
 * cut. try: a server sets out to hand a letter on. relay: another server took it. deferral: not now. bounce: never, or thrown
 * away. report: the sender is told. name: a name server answered. manner: a server has another dialect. zone: a zone was written anew. down, up: a machine
 * stops, and is back. choice: a question of
 * the lesson was answered. tick: a step is done.
 */
export type MarkKind =
  | 'client'
  | 'ok'
  | 'refusal'
  | 'delivery'
  | 'connection'
  | 'ending'
  | 'failure'
  | 'try'
  | 'relay'
  | 'deferral'
  | 'bounce'
  | 'report'
  | 'name'
  | 'manner'
  | 'zone'
  | 'down'
  | 'up'
  | 'choice'
  | 'tick';

export interface Mark {
  seq: Seq;
  at: Instant;
  kind: MarkKind;
  /** Whose doing it is: the short name of a host; `''` in the lesson. Safe to show. */
  who: string;
  /** What was said, or about whom. Safe to show. */
  text: string;
}

export interface Timeline extends Folded, Hidden {
  marks: Mark[];
  lines: Map<ConnectionId, Line>;
}

/** Both ends of a connection, and what the client sent of a line that is not finished. */
interface Line {
  client: string;
  server: string;
  unfinished: Bytes;
}

/** What the lesson makes of the trace: which event ticked which step, and what the steps are called. */
export interface Told {
  steps: readonly { id: string; done: Seq | null }[];
  title: (step: string) => string;
}

const NO_LESSON: Told = { steps: [], title: (step) => step };

/** Octets of a line that a mark tells. */
const LIMIT = 80;

/** The timeline of the first `count` events. Continues `before` in place where it can; the old value must not be used any more. */
export function advanceTimeline(before: Timeline | null, trace: readonly TraceEvent[], count: number, told = NO_LESSON): Timeline {
  return advanceFold(before, trace, count, empty, (timeline, event, i) => {
    if (isInScope(timeline, null, trace, i)) handle(HANDLERS, timeline, event);
    if (isChoice(event)) put(timeline, event, 'choice', '', told.title(event.step));
    for (const { id, done } of told.steps) if (done === i) put(timeline, event, 'tick', '', told.title(id));
  });
}

function empty(): Timeline {
  return { count: 0, last: undefined, marks: [], lines: new Map(), carried: new Set(), ways: new Set() };
}

const HANDLERS: Handlers<Timeline> = {
  'net.connect': (timeline, event) => {
    const server = shortName(showText(event.to ?? event.toAddress));
    timeline.lines.set(event.connection, { client: shortName(showText(event.from)), server, unfinished: '' });
    add(timeline, event, 'connection', 'client', `${server}:${event.port}`);
  },
  'net.failed': (timeline, event) => add(timeline, event, 'failure', 'server', event.reason),
  'net.reset': (timeline, event) => add(timeline, event, 'failure', event.side, 'reset'),
  'net.closed': (timeline, event) => add(timeline, event, 'ending', 'server', ''),
  'net.bytes': addLine,
  'smtp.greeting': addReply,
  'smtp.exchange': addReply,
  'smtp.notice': addReply,
  'mail.delivered': (timeline, event) =>
    put(timeline, event, 'delivery', shortName(showText(event.host)), showText(event.forwardPath, LIMIT)),
  'mail.try': (timeline, event) => put(timeline, event, 'try', shortName(showText(event.host)), pathsOf(event.forwardPaths)),
  'mail.relayed': addVerdict('relay'),
  'mail.deferred': addVerdict('deferral'),
  'mail.bounced': addVerdict('bounce'),
  'mail.discarded': addVerdict('bounce'),
  'mail.reported': (timeline, event) => put(timeline, event, 'report', shortName(showText(event.host)), showText(event.to, LIMIT)),
  'host.down': (timeline, event) => put(timeline, event, 'down', showText(event.host), ''),
  'host.up': (timeline, event) => put(timeline, event, 'up', showText(event.host), ''),
  'lab.dialect': (timeline, event) => put(timeline, event, 'manner', shortName(showText(event.host)), event.dialect),
  'lab.zone': (timeline, event) => put(timeline, event, 'zone', '', showText(event.apex, LIMIT)),
  'dns.answer': (timeline, event) =>
    put(timeline, event, 'name', shortName(showText(event.asker)), `${showText(event.name.replace(/\.$/, ''), LIMIT)} ${event.recordType}`),
};

function addVerdict(kind: MarkKind) {
  return (timeline: Timeline, event: Verdict) =>
    put(timeline, event, kind, shortName(showText(event.host)), showText(event.forwardPath, LIMIT));
}

const pathsOf = (paths: readonly string[]) => showText(paths.join(', '), LIMIT);

function isChoice(event: TraceEvent): event is TraceEventOf<'lesson.predicted' | 'lesson.answered'> {
  return event.type === 'lesson.predicted' || event.type === 'lesson.answered';
}

/** A line counts when its end is sent: in character mode it comes in pieces. */
function addLine(timeline: Timeline, event: TraceEventOf<'net.bytes'>): void {
  const line = timeline.lines.get(event.connection);
  if (!line || event.side !== 'client') return;
  const sent = line.unfinished + event.bytes;
  const end = sent.lastIndexOf('\n') + 1;
  line.unfinished = sent.slice(end);
  if (end > 0) add(timeline, event, 'client', 'client', showBytes(withoutLineEnd(sent.slice(0, sent.indexOf('\n') + 1)).text, LIMIT));
}

type Reply = TraceEventOf<'smtp.greeting' | 'smtp.exchange' | 'smtp.notice'>;

function addReply(timeline: Timeline, event: Reply): void {
  put(timeline, event, event.code < 400 ? 'ok' : 'refusal', shortName(showText(event.host)), replyText(event));
}

function replyText({ code, enhanced, lines }: ReplyFacts): string {
  return showText([code, enhanced, lines[0]].filter((part) => part !== undefined && part !== '').join(' '), LIMIT);
}

function add(
  timeline: Timeline,
  event: TraceEvent & { connection: ConnectionId },
  kind: MarkKind,
  side: 'client' | 'server',
  text: string,
) {
  const line = timeline.lines.get(event.connection);
  if (line) put(timeline, event, kind, line[side], text);
}

function put({ marks }: Timeline, { seq, at }: TraceEvent, kind: MarkKind, who: string, text: string): void {
  marks.push({ seq, at, kind, who, text });
}

/** How many marks stand at or before an instant. */
export function marksUntil(marks: readonly Mark[], at: Instant): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle]!.at <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True for marks that answer something: an exchange is over. */
export const isAnswer = ({ kind }: Mark): boolean => kind === 'ok' || kind === 'refusal' || kind === 'failure';

/**
 * The instant of the nearest mark after `at` (step 1) or before it (step -1) that is `wanted`; null if there is none: then it is
 * now, or the beginning.
 */
export function neighbour(marks: readonly Mark[], at: Instant, step: 1 | -1, wanted: (mark: Mark) => boolean = () => true): Instant | null {
  const from = step > 0 ? marksUntil(marks, at) : marksUntil(marks, at - 1) - 1;
  for (let i = from; i >= 0 && i < marks.length; i += step) if (wanted(marks[i]!)) return marks[i]!.at;
  return null;
}
