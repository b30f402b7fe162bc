// The server's side of one SMTP session (RFC 5321). A session is plain data; every function here takes one
// and returns the next, with what is to be done. Rules: the session given is never changed; every octet
// that is consumed is in exactly one smtp.exchange or smtp.content; after `closed` nothing happens.

import { CR, LF, type Bytes } from '../kernel/bytes';
import { formatDateTime } from '../kernel/calendar';
import type { RandomState } from '../kernel/random';
import type { Instant } from '../kernel/schedule';
import { readContent, type ContentRead } from '../mail/dots';
import { takeLine, type Line } from '../mail/lines';
import { chunkBehind, continued } from './chunk';
import { end } from './commands/end';
import { conclude, countJunk, notice } from './conclude';
import { dispatch } from './dispatch';
import { drawId } from './ids';
import { smtpMachine } from './machine';
import { reply } from './replies';
import { scripted } from './scripted';
import { sevenBit } from './seven-bit';
import { inDialect, settingsOf } from './settings';
import { sessionValues, type Turn } from './turn';
import type { Peer, SmtpServer, SmtpSession, Step } from './types';

/** Octets of a line without an end that are kept; every dialect's limit is far below. */
const UNFINISHED_LINE = 65_536;

/** A client has connected: the session begins, and the server greets (3.1). `random` feeds the queue ids. */
export function openSession(server: SmtpServer, peer: Peer, now: Instant, random: RandomState): Step {
  const { dialect, strictness, limits } = settingsOf(server);
  const { id, random: left } = drawId(dialect.sessionId, random);
  const session: SmtpSession = {
    dialect: dialect.name,
    state: smtpMachine(strictness.helloRequired).initial,
    id,
    peer,
    helloName: null,
    extended: false,
    envelope: null,
    buffer: '',
    content: null,
    chunk: null,
    place: 'after-crlf',
    firstLineEnd: null,
    contentFault: null,
    errors: 0,
    junk: 0,
    random: left,
    deadline: now + limits.idle,
  };
  const date = formatDateTime(server.epoch + now);
  const { key, ...greeting } = reply(server, 'greeting', { ...sessionValues(session), date });
  const { helloRequired } = strictness;
  const event = { type: 'smtp.greeting', dialect: dialect.name, helloRequired, ...greeting, reason: key } as const;
  return {
    session,
    effects: [
      { type: 'record', event },
      { type: 'send', bytes: greeting.wire },
    ],
  };
}

/** The client sent octets. Commands are answered in their order; what is unfinished waits for more. */
export function receive(session: SmtpSession, bytes: Bytes, now: Instant, server: SmtpServer): Step {
  if (session.state === 'closed') return { session, effects: [] };
  const turn = newTurn(session, now, server);
  turn.session.deadline = now + turn.settings.limits.idle;
  read(turn, bytes);
  return { session: turn.session, effects: turn.effects };
}

/** Time has passed. Once the deadline is over the server says 421 and closes (4.5.3.2.7); before, nothing happens. */
export function expire(session: SmtpSession, now: Instant, server: SmtpServer): Step {
  if (session.state === 'closed' || now < session.deadline) return { session, effects: [] };
  const turn = newTurn(session, now, server);
  notice(turn, 'timeout');
  return { session: turn.session, effects: turn.effects };
}

/** The client closed the connection (4.1.1.10 asks for QUIT first): what was not complete is forgotten. */
export function hangUp(session: SmtpSession, now: Instant, server: SmtpServer): Step {
  if (session.state === 'closed') return { session, effects: [] };
  const turn = newTurn(session, now, server);
  Object.assign(turn.session, { state: 'closed', envelope: null, content: null, chunk: null, contentFault: null, buffer: '' });
  return { session: turn.session, effects: [{ type: 'close' }] };
}

/** The server is going down: 421, whatever the state (3.8). */
export function shutDown(session: SmtpSession, now: Instant, server: SmtpServer): Step {
  if (session.state === 'closed') return { session, effects: [] };
  const turn = newTurn(session, now, server);
  notice(turn, 'shuttingDown');
  return { session: turn.session, effects: turn.effects };
}

function newTurn(session: SmtpSession, now: Instant, configured: SmtpServer): Turn {
  const server = inDialect(configured, session.dialect);
  return { session: { ...session }, server, settings: settingsOf(server), now, effects: [] };
}

function read(turn: Turn, bytes: Bytes): void {
  const { session } = turn;
  // An unfinished command holds no LF: without one in the new octets there is nothing to look for.
  if (session.state !== 'content' && session.chunk === null && !bytes.includes(LF)) {
    // What goes on like that is no command any more; it is refused or cut off at its end, and not kept until then.
    if (session.buffer.length < UNFINISHED_LINE) session.buffer += bytes;
    return;
  }
  const input = session.buffer + bytes;
  let at = 0;
  for (let before = -1; at > before && session.state !== 'closed';) {
    before = at;
    at = (session.chunk ? readChunk : session.state === 'content' ? readData : readCommand)(turn, input, at);
  }
  session.buffer = session.state === 'closed' ? '' : input.slice(at);
}

/** Reads one command line, if it is complete. Returns where the next one begins. */
function readCommand(turn: Turn, input: Bytes, from: number): number {
  const line = takeLine(input, from);
  if (!line) return from;
  const next = from + line.wire.length;
  turn.session.chunk = chunkBehind(turn, line);
  if (turn.session.chunk) return readChunk(turn, input, next);
  carryOut(turn, line, next < input.length);
  return next;
}

/** Reads the octets behind BDAT as far as they have come; with the last one the command is complete. */
function readChunk(turn: Turn, input: Bytes, from: number): number {
  const { session } = turn;
  if (!session.chunk) return from;
  const next = Math.min(from + session.chunk.missing, input.length);
  session.chunk = continued(session.chunk, input.slice(from, next));
  if (session.chunk.missing === 0) carryOut(turn, session.chunk.line, next < input.length);
  return next;
}

/** Answers a command. `early` is true if more octets have come behind it. */
function carryOut(turn: Turn, line: Line, early: boolean): void {
  const { verb, legal, junk, outcome } = dispatch(turn, line, early);
  const chunk = turn.session.chunk?.octets ?? null;
  turn.session.chunk = null;
  conclude(turn, { verb, line: line.wire, chunk, legal, ...outcome });
  if (junk) countJunk(turn);
}

/** Reads mail data as far as it goes. Returns the index of the first octet not consumed. */
function readData(turn: Turn, input: Bytes, from: number): number {
  const { session } = turn;
  session.firstLineEnd ??= firstLineEnd(input, from);
  const read = readContent(input, from, session.place, isLenient(turn));
  session.place = read.place;
  if (read.wire !== '') keep(turn, read);
  if (read.end !== undefined) conclude(turn, { verb: 'END', line: read.end, legal: true, ...(scripted(turn, 'END', '') ?? end(turn)) });
  return read.next;
}

/** A CR that ends the input is not read before what follows it, so the CR of a line end is still there. */
function firstLineEnd(input: Bytes, from: number): 'crlf' | 'lf' | null {
  const lf = input.indexOf(LF, from);
  return lf < 0 ? null : lf > from && input[lf - 1] === CR ? 'crlf' : 'lf';
}

/** True if LF.LF ends the content. */
function isLenient({ session, settings }: Turn): boolean {
  const { bareLf } = settings.strictness;
  return bareLf === 'accept' || (bareLf === 'first-line' && session.firstLineEnd === 'lf');
}

/** Keeps content, unless the letter is lost already: then it is only read to its end. */
function keep({ session, settings, effects }: Turn, { wire, content: read, bareLf }: ContentRead): void {
  const content = settings.strictness.stripsEighthBit ? sevenBit(read) : read;
  effects.push({ type: 'record', event: { type: 'smtp.content', wire, content } });
  const length = (session.content?.length ?? 0) + content.length;
  if (bareLf && settings.strictness.bareLf === 'reject') session.contentFault = 'bareLf';
  else if (length > settings.limits.messageOctets) session.contentFault ??= 'tooBig';
  session.content = session.contentFault === null ? (session.content ?? '') + content : '';
}
