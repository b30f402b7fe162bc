// What a command works on: one call of the session.

import type { Bytes } from '../kernel/bytes';
import type { Instant } from '../kernel/schedule';
import { reply, type Reply, type ReplyKey } from './replies';
import type { Settings } from './settings';
import type { AcceptedMessage, Effect, SmtpServer, SmtpSession } from './types';

export interface Turn {
  /** A draft: the session that the call was given stays as it is. */
  session: SmtpSession;
  server: SmtpServer;
  settings: Settings;
  now: Instant;
  effects: Effect[];
}

/** What came of a command. */
export interface Outcome {
  reply: Reply;
  /** The mailbox that MAIL or RCPT named. */
  path?: Bytes;
  /** The letter that END completed. */
  accepted?: AcceptedMessage;
  /** What BDAT added to the letter. */
  content?: Bytes;
  /** BDAT was the last chunk, or one that is refused. */
  ends?: true;
  /** The server ends the session after this reply. */
  hangUp?: true;
}

/** Carries out a command that is in order. `argument` is the line after the verb, without blanks at either end. */
export type Run = (turn: Turn, argument: Bytes) => Outcome;

/** An outcome that is only a reply. */
export function answer(turn: Turn, key: ReplyKey, values?: Record<string, Bytes | number>, more?: readonly string[]): Outcome {
  return { reply: reply(turn.server, key, { ...sessionValues(turn.session), ...values }, more) };
}

/** What every reply may name: the session, and its client as `name [address]`. */
export function sessionValues({ id, peer }: SmtpSession): Record<string, Bytes> {
  return { id, address: peer.address, client: peer.name === null ? `[${peer.address}]` : `${peer.name} [${peer.address}]` };
}
