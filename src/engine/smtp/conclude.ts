// What follows from every reply: the machine moves, the exchange is recorded, the reply is sent, errors are
// counted, and the session ends if it must.

import type { Bytes } from '../kernel/bytes';
import { smtpMachine, type SmtpExchange } from './machine';
import { withLine, type Reply, type ReplyKey } from './replies';
import { answer, type Outcome, type Turn } from './turn';
import type { AcceptedMessage, SmtpState } from './types';

export interface Exchange extends Outcome {
  /** Upper case; END is the lone dot. */
  verb: string;
  /** As received, with its line end. */
  line: Bytes;
  /** Octets behind the line, for BDAT; null where they were not kept. */
  chunk?: Bytes | null;
  /** True if the machine has this verb in this state. */
  legal: boolean;
}

/** Ends an exchange. Effects are in the order in which they happen. */
export function conclude(turn: Turn, exchange: Exchange): void {
  const { session, settings, effects } = turn;
  const { verb, line, chunk, legal, path, accepted, content = '', ends } = exchange;
  const {
    hangUp,
    reply: { key, ...said },
  } = lastWord(turn, exchange);
  const before = session.state;
  const machine = smtpMachine(settings.strictness.helloRequired);
  const type = ends ? 'LAST' : (verb as SmtpExchange['type']);
  const moved = legal ? machine.next(before, { type, code: said.code }) : before;
  enter(turn, hangUp ? 'closed' : moved);
  const named = path === undefined ? {} : { path };
  effects.push({
    type: 'record',
    event: { type: 'smtp.exchange', verb, line, legal, before, after: session.state, ...named, ...said, reason: key },
  });
  if (chunk) effects.push({ type: 'record', event: { type: 'smtp.content', wire: chunk, content } });
  effects.push({ type: 'send', bytes: said.wire });
  if (accepted) accept(turn, accepted);
  if (session.state === 'closed') effects.push({ type: 'close' });
  else if (isCounted(turn, { key, code: said.code })) countError(turn);
}

/** The outcome; at a server that says with the reply itself that this was one error too many, what it says then. */
function lastWord(turn: Turn, { reply: said, ...outcome }: Exchange): Outcome {
  const { session, settings } = turn;
  const { tooManyErrors } = settings.dialect;
  const enough = isCounted(turn, said) && session.errors + 1 >= settings.limits.errors;
  if (!enough || tooManyErrors === 'after' || outcome.hangUp) return { ...outcome, reply: said };
  const parting = answer(turn, 'tooManyErrors').reply;
  return { ...outcome, reply: tooManyErrors === 'instead' ? parting : withLine(said, parting.lines.join(' ')), hangUp: true };
}

/** True for a reply that counts as an error of the client. */
function isCounted({ settings }: Turn, { key, code }: Pick<Reply, 'key' | 'code'>): boolean {
  const { countedErrors } = settings.dialect;
  // A client with many recipients is no attacker: Postfix forgives this one, and so does RFC 5321, 4.5.3.1.10.
  return countedErrors === 'all' ? code >= 400 && key !== 'tooManyRecipients' : countedErrors.includes(key);
}

/** A command that moves no mail: beyond the limit, each one is an error too. */
export function countJunk(turn: Turn): void {
  if (turn.session.state !== 'closed' && ++turn.session.junk > turn.settings.limits.junkCommands + 1) countError(turn);
}

/** A reply that no command asked for; the session ends with it. */
export function notice(turn: Turn, key: ReplyKey): void {
  const { session, effects } = turn;
  const { key: reason, ...said } = answer(turn, key).reply;
  effects.push({ type: 'record', event: { type: 'smtp.notice', state: session.state, ...said, reason } });
  effects.push({ type: 'send', bytes: said.wire });
  effects.push({ type: 'close' });
  enter(turn, 'closed');
}

function accept({ session, effects }: Turn, message: AcceptedMessage): void {
  const { queueId, envelope, content } = message;
  const forwardPaths = envelope.recipients.map(({ forwardPath }) => forwardPath);
  session.errors = 0;
  session.junk = 0;
  effects.push({
    type: 'record',
    event: { type: 'mail.accepted', queueId, reversePath: envelope.reversePath, forwardPaths, octets: content.length },
  });
  effects.push({ type: 'deliver', message });
}

function countError(turn: Turn): void {
  if (++turn.session.errors >= turn.settings.limits.errors) notice(turn, 'tooManyErrors');
}

/** The session's data follow from its state: no envelope outside a transaction, no content outside `content` and `chunks`. */
function enter({ session }: Turn, state: SmtpState): void {
  const changed = state !== session.state;
  session.state = state;
  if (state === 'connected' || state === 'ready' || state === 'closed') session.envelope = null;
  if (!changed) return;
  const content = state === 'content' ? '' : state === 'chunks' ? session.content : null;
  Object.assign(session, { content, chunk: null, contentFault: null, place: 'after-crlf', firstLineEnd: null });
}
