// What the sending side of an SMTP session is made of. Like the server's it is plain data; it sees octets and the time,
// and returns what it wants done.

import type { Bytes } from '../kernel/bytes';
import type { Instant } from '../kernel/schedule';
import type { ReplyFacts, SmtpClientEvent, SmtpClientState } from '../kernel/trace';
import type { ClientVerb } from './client-machine';
import type { Envelope } from './types';

/** How long a client waits for each answer (RFC 5321, 4.5.3.2). Milliseconds. */
export interface ClientTimeouts {
  /** For the greeting. */
  greeting: number;
  /** For the reply to HELO, EHLO, MAIL, RCPT and QUIT. */
  command: number;
  /** For 354. */
  data: number;
  /** For the reply to the lone dot, or to a chunk. */
  end: number;
}

/** How this client behaves. */
export interface ClientManner {
  /** What it calls itself in EHLO. */
  hostname: string;
  timeouts: ClientTimeouts;
  /** It sends commands ahead where PIPELINING is offered (RFC 2920). */
  pipelining: boolean;
  /** It sends chunks where CHUNKING is offered (RFC 3030). */
  chunking: boolean;
}

/** A letter to hand over: the recipients are those for this server. `content` has CR LF line ends and no dot-stuffing. */
export interface ClientLetter {
  /** At least one recipient. */
  envelope: Envelope;
  content: Bytes;
}

/**
 * What came of a recipient: another server has taken responsibility; it may be tried again; it may not. `reply` is null where
 * none came; then `trouble` says why. `during` is in the words of Postfix's log: with a reply, what it answered (in reply to
 * `end of DATA command`); without one, what the client was doing (timed out while `sending RCPT TO`); `''` where the client saw
 * for itself that the letter cannot go to this server.
 */
export interface Verdict {
  forwardPath: Bytes;
  kind: 'relayed' | 'deferred' | 'failed';
  reply: ReplyFacts | null;
  during: string;
  /** Enhanced status code (RFC 3463): the server's, or what stands for its digits. */
  status: string;
  /** Why, where no reply says it: `lost connection`, `timed out`, `malformed reply`, `the server does not offer SMTPUTF8`. */
  trouble: string | null;
  /** The server took the recipient with its DSN parameters: reports on success are its affair from now on (RFC 3461, 5.2.1). */
  passedOnDsn: boolean;
}

export type ClientEffect =
  | { type: 'send'; bytes: Bytes }
  /** Half-close: nothing more will be said. */
  | { type: 'close' }
  /** Each recipient gets exactly one verdict. */
  | { type: 'verdict'; verdict: Verdict }
  | { type: 'record'; event: Omit<SmtpClientEvent, 'connection' | 'host'> };

/** A command that was sent and is not answered yet. */
export interface Awaited {
  verb: ClientVerb;
  /** Without its line end; `''` for the greeting. */
  line: Bytes;
  path?: Bytes;
  /** The letter is complete with it: its reply is the server's word for all recipients it took. */
  last?: true;
}

export interface ClientSession {
  state: SmtpClientState;
  letter: ClientLetter;
  /** EHLO keywords as offered, upper case, with their parameters. Empty before, and after HELO. */
  offered: Readonly<Record<string, Bytes>>;
  /** Commands in the order sent. Only a closed session awaits nothing. */
  awaited: readonly Awaited[];
  /** How many recipients RCPT has been sent for. */
  named: number;
  /** Octets of content that went out in chunks. */
  chunked: number;
  /** Recipients without a verdict, in the order of the envelope. */
  open: readonly Bytes[];
  /** Octets of a reply that is not complete. */
  buffer: Bytes;
  /** When the client tires of waiting. */
  deadline: Instant;
}

export interface ClientStep {
  session: ClientSession;
  effects: ClientEffect[];
}
