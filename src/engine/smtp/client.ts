// The client's side of one SMTP session (RFC 5321): hands one letter to one server. A session is plain data; every function
// here takes one and returns the next, with what is to be done. Rules: the session given is never changed; each recipient gets
// exactly one verdict, at the latest when the session closes; after `closed` nothing happens.

import { CRLF, LF, type Bytes } from '../kernel/bytes';
import type { Instant } from '../kernel/schedule';
import type { ReplyFacts } from '../kernel/trace';
import { clientMachine } from './client-machine';
import { goOn, hello, sendContent } from './client-next';
import { offeredBy, REPLY_OCTETS, takeReply, type ReplyRead } from './client-reply';
import { settle, startClock, type ClientTurn } from './client-turn';
import type { Awaited, ClientLetter, ClientManner, ClientSession, ClientStep } from './client-types';
import { excused, judged, unanswered } from './client-verdict';

export { DEFAULT_TIMEOUTS } from './client-turn';

/** A connection was opened: the session begins, and waits for the greeting (3.1). The letter's last line gets its line end if it has none. */
export function openClient(letter: ClientLetter, manner: ClientManner, now: Instant): ClientSession {
  const { envelope, content } = letter;
  return {
    state: clientMachine.initial,
    letter: { envelope, content: content === '' || content.endsWith(CRLF) ? content : content + CRLF },
    offered: {},
    awaited: [{ verb: 'GREETING', line: '' }],
    named: 0,
    chunked: 0,
    open: envelope.recipients.map(({ forwardPath }) => forwardPath),
    buffer: '',
    deadline: now + manner.timeouts.greeting,
  };
}

/** The server sent octets. Replies are read in their order; what is unfinished waits for more. */
export function clientReceive(session: ClientSession, bytes: Bytes, now: Instant, manner: ClientManner): ClientStep {
  if (session.state === 'closed') return { session, effects: [] };
  const input = session.buffer + bytes;
  // Without LF no reply ends; drop by drop, an unfinished one need not be read again each time.
  if (!bytes.includes(LF) && input.length <= REPLY_OCTETS) return { session: { ...session, buffer: input }, effects: [] };
  const turn: ClientTurn = { session: { ...session }, manner, now, effects: [] };
  let at = 0;
  while (turn.session.state !== 'closed') {
    const reply = takeReply(input, at);
    if (reply === null) break;
    if (reply === 'malformed') giveUp(turn, 'malformed reply');
    else {
      at += reply.wire.length;
      answered(turn, reply);
    }
  }
  if (turn.session.state !== 'closed') turn.session.buffer = input.slice(at);
  return { session: turn.session, effects: turn.effects };
}

/** Time has passed. Once the deadline is over the client waits no longer (4.5.3.2); before, nothing happens. */
export function clientExpire(session: ClientSession, now: Instant, manner: ClientManner): ClientStep {
  if (session.state === 'closed' || now < session.deadline) return { session, effects: [] };
  return abandoned({ session: { ...session }, manner, now, effects: [] }, 'timed out');
}

/** The server closed or reset the connection. A reply that was not complete is none. */
export function clientLost(session: ClientSession, now: Instant, manner: ClientManner): ClientStep {
  if (session.state === 'closed') return { session, effects: [] };
  return abandoned({ session: { ...session }, manner, now, effects: [] }, 'lost connection');
}

function abandoned(turn: ClientTurn, trouble: 'timed out' | 'lost connection'): ClientStep {
  giveUp(turn, trouble);
  return { session: turn.session, effects: turn.effects };
}

/** One reply: what it means for the recipients, where it leads, and what is said next. */
function answered(turn: ClientTurn, { wire, ...reply }: ReplyRead): void {
  const { session, effects } = turn;
  const [command, ...awaited] = session.awaited as [Awaited, ...Awaited[]];
  const { verb, line, path } = command;
  const before = session.state;
  const mark = effects.length;
  session.awaited = awaited;
  if (verb === 'EHLO') session.offered = reply.code < 300 ? offeredBy(reply) : {};
  decide(turn, command, reply);
  session.state = clientMachine.next(before, reply.code === 421 ? { type: 'LOST' } : { type: verb, code: reply.code });
  if (session.state === 'closed') close(turn);
  else followUp(turn, command, reply.code);
  const named = path === undefined ? {} : { path };
  effects.splice(mark, 0, {
    type: 'record',
    event: { type: 'smtp.client', verb, line, wire, before, after: session.state, ...named, ...reply },
  });
}

/** Verdicts, where the reply is one that decides. 421 ends everything, whatever was asked (3.8). */
function decide(turn: ClientTurn, command: Awaited, reply: ReplyFacts): void {
  const { session } = turn;
  const judgement = judged(command, reply);
  if (judgement === null || asksForHelo(command, reply.code)) return;
  if (command.path === undefined || command.verb !== 'RCPT' || reply.code === 421) settle(turn, session.open, judgement);
  else settle(turn, [command.path], taken(session) > 0 ? excused(judgement) : judgement);
}

/** How many recipients the server has taken, while the answer to one RCPT is being read. */
function taken({ letter, open, named, awaited }: ClientSession): number {
  const toCome = letter.envelope.recipients.length - named + awaited.filter(({ verb }) => verb === 'RCPT').length;
  return open.length - toCome - 1;
}

/** A server that does not know EHLO may know HELO (3.2). */
const asksForHelo = ({ verb }: Awaited, code: number) => verb === 'EHLO' && code >= 500;

function followUp(turn: ClientTurn, command: Awaited, code: number): void {
  startClock(turn);
  if (asksForHelo(command, code)) hello(turn, 'HELO');
  else if (command.verb === 'DATA' && turn.session.state === 'content') sendContent(turn);
  else goOn(turn);
}

/** The connection is of no use any more: who has no verdict yet can be tried again. */
function giveUp(turn: ClientTurn, trouble: 'timed out' | 'lost connection' | 'malformed reply'): void {
  const { session } = turn;
  const [command] = session.awaited as [Awaited, ...Awaited[]];
  settle(turn, session.open, unanswered(command, trouble));
  session.state = clientMachine.next(session.state, { type: 'LOST' });
  close(turn);
}

function close({ session, effects }: ClientTurn): void {
  Object.assign(session, { awaited: [], buffer: '' });
  effects.push({ type: 'close' });
}
