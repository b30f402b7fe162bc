// What the sending side of an SMTP session is made of. Like the server's it is plain data; it sees octets and the time,
// and returns what it wants done.

import type { Bytes } from '../kernel/bytes';
import type { Instant } from '../kernel/schedule';
import type { ReplyFacts, SmtpClientEvent, SmtpClientState } from '../kernel/trace';
import type { Envelope } from './types';

/** How long a client waits for each answer (RFC 5321, 4.5.3.2). Milliseconds. */
export interface ClientTimeouts {
  /** For the greeting. */
  greeting: number;
  /** For the reply to HELO, EHLO, MAIL, RCPT, RSET and QUIT. */
  command: number;
  /** For 354. */
  data: number;
  /** For the reply to the lone dot, or to the last chunk. */
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
  envelope: Envelope;
  content: Bytes;
}

/**
 * What came of a recipient: another server has taken responsibility; it may be tried again; it may not. `during` is what the
 * answer was to, in the words of a log: `end of DATA command`. `reply` is null where none came; then `trouble` says why.
 */
export interface Verdict {
  forwardPath: Bytes;
  kind: 'relayed' | 'deferred' | 'failed';
  reply: ReplyFacts | null;
  during: string;
  /** Enhanced status code (RFC 3463): the server's, or what stands for its digits. */
  status: string;
  /** Why, where no reply says it: `lost connection`, `timed out`, `the server does not offer SMTPUTF8`. */
  trouble: string | null;
  /** The server took DSN parameters, so the reports on success are its affair from now on (RFC 3461, 5.2.1). */
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
  /** Upper case; GREETING and END as in the trace. */
  verb: string;
  /** Without its line end. */
  line: Bytes;
  path?: Bytes;
}

export interface ClientSession {
  state: SmtpClientState;
  letter: ClientLetter;
  /** EHLO keywords as offered, upper case, with their parameters. Empty before, and after HELO. */
  offered: Record<string, Bytes>;
  /** Commands in the order sent. */
  awaited: Awaited[];
  /** Recipients that the server took and that have no verdict yet. */
  accepted: Bytes[];
  /** Recipients without a verdict. */
  open: Bytes[];
  /** Octets of a reply that is not complete. */
  buffer: Bytes;
  /** When the client tires of waiting. */
  deadline: Instant;
}

export interface ClientStep {
  session: ClientSession;
  effects: ClientEffect[];
}
