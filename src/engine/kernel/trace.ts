// The one output of a world. Everything that lessons check and views show is an event of this union;
// what is not in it can be neither required nor drawn. Events are plain data and are never changed.

import type { Bytes } from './bytes';
import type { MailEvent, QueueEvent } from './mail-events';
import type { Instant } from './schedule';

export type { MailEvent, QueueEvent, ReportAction, RouteSource } from './mail-events';

/** Index of an event in the trace. */
export type Seq = number;
export type ConnectionId = number;
/** Fully qualified, lower case, without the final dot: `mx1.campus.example`. */
export type HostName = string;
/** Which end of a connection: the one that opened it, or the one that listened. */
export type Side = 'client' | 'server';

export interface Stamp {
  /** Position in the trace; equals the index, unless the beginning has been forgotten (world/outside.ts). */
  seq: Seq;
  /** Virtual milliseconds since the world began. */
  at: Instant;
  /** The event that led to this one, where there is one. */
  cause?: Seq;
}

/** Tones a terminal can colour; the text itself is plain. */
export type Tone = 'plain' | 'prompt' | 'typed' | 'server' | 'error' | 'note';

export type TerminalEvent =
  /** Text appended to a terminal. Already safe to show: only line feed and tab act. */
  | { type: 'terminal.print'; terminal: string; text: string; tone: Tone }
  /** The line being edited, after the last printed text; replaces the one before. */
  | { type: 'terminal.edit'; terminal: string; text: string; cursor: number }
  /** The edited line was finished (Enter, ^C, ^D): it becomes printed text, followed by a line feed. */
  | { type: 'terminal.enter'; terminal: string; text: string }
  | { type: 'terminal.clear'; terminal: string }
  /** Who and where the terminal is now (after ssh, exit). */
  | { type: 'terminal.login'; terminal: string; host: HostName; user: string }
  /** Nobody typed for a while. `unfinished` counts octets that wait for a line end, typed or sent. */
  | { type: 'terminal.idle'; terminal: string; connection: ConnectionId | null; unfinished: number; after: number }
  /** A command line was run by the shell. */
  | { type: 'shell.command'; terminal: string; host: HostName; user: string; line: string; name: string }
  | { type: 'shell.exit'; terminal: string; name: string; status: number };

export type NetEvent =
  | {
      type: 'net.connect';
      connection: ConnectionId;
      from: HostName;
      fromAddress: string;
      to: HostName | null;
      toAddress: string;
      port: number;
    }
  /** A connection attempt was repeated because nothing came back. `attempt` counts from 2. */
  | { type: 'net.retry'; connection: ConnectionId; attempt: number }
  | { type: 'net.open'; connection: ConnectionId }
  | { type: 'net.failed'; connection: ConnectionId; reason: 'refused' | 'unreachable' | 'timeout' | 'abandoned' }
  /** Octets put on the wire by `side`; the other end has them at `arrives`. */
  | { type: 'net.bytes'; connection: ConnectionId; side: Side; bytes: Bytes; arrives: Instant }
  /** `side` will send nothing more (FIN). */
  | { type: 'net.finish'; connection: ConnectionId; side: Side }
  | { type: 'net.reset'; connection: ConnectionId; side: Side }
  /** The connection breaks: silently, or so that both ends are told. `side` was sending. */
  | { type: 'net.severed'; connection: ConnectionId; side: Side; how: 'silence' | 'reset' }
  /** Both directions are done, or the server's end has waited long enough for the client to finish too. */
  | { type: 'net.closed'; connection: ConnectionId }
  | {
      type: 'net.ping';
      from: HostName;
      toAddress: string;
      number: number;
      outcome: 'reply' | 'unreachable' | 'lost';
      milliseconds: number;
    };

/** A machine goes down, or is up again. */
export type HostEvent = { type: 'host.down'; host: HostName } | { type: 'host.up'; host: HostName };

export type DnsEvent =
  /** `to` is the host with the address `server`. Recursion is desired by clients; a resolver that asks for one of them asks without. */
  | {
      type: 'dns.query';
      query: number;
      asker: HostName;
      server: string;
      to: HostName | null;
      name: string;
      recordType: string;
      recursionDesired: boolean;
    }
  | {
      type: 'dns.answer';
      query: number;
      asker: HostName;
      server: string;
      name: string;
      recordType: string;
      status: 'NOERROR' | 'NXDOMAIN' | 'SERVFAIL' | 'REFUSED' | 'timeout' | 'closed' | 'unreachable';
      /** The server itself holds the zone. */
      authoritative: boolean;
      /** Answer section, one record a line: `campus.example. 3600 IN MX 10 mx1.campus.example.` */
      answers: string[];
      /** Authority section: the servers of a zone that is nearer to the name, or the SOA of a negative answer. */
      authority: string[];
    }
  /** A resolver keeps something until `expires`: an answer, who serves a zone, that there is no such type (with the SOA) or no such name. */
  | {
      type: 'dns.cached';
      host: HostName;
      name: string;
      recordType: string;
      outcome: 'answer' | 'referral' | 'nodata' | 'nxdomain';
      records: string[];
      expires: Instant;
    };

export type SmtpState = 'connected' | 'ready' | 'sender' | 'recipients' | 'content' | 'chunks' | 'closed';

/** What a server said: the digits, the enhanced code where there is one, and each line's text after them. */
export interface ReplyFacts {
  code: number;
  enhanced?: string;
  /** The reply's lines as text, without code, enhanced code and line end. */
  lines: string[];
}

/** A reply with its reason: which of the answers in smtp/replies.ts it is, however a dialect words it (`unknownUser`). */
export interface ReplyGiven extends ReplyFacts {
  reason: string;
}

export type SmtpEvent =
  /** `helloRequired`: this server wants HELO or EHLO before mail (RFC 5321, 4.1.4); its table of states follows from it. */
  | ({
      type: 'smtp.greeting';
      connection: ConnectionId;
      host: HostName;
      dialect: string;
      helloRequired: boolean;
      wire: Bytes;
    } & ReplyGiven)
  /** A command and its reply. `verb` is upper case; END is the lone dot that ends the content. Behind BDAT comes its chunk, as `smtp.content`. */
  | ({
      type: 'smtp.exchange';
      connection: ConnectionId;
      host: HostName;
      verb: string;
      /** The command line as received, with its line end. */
      line: Bytes;
      /** The reply as sent. */
      wire: Bytes;
      /** False if the table has no such verb in this state. */
      legal: boolean;
      before: SmtpState;
      after: SmtpState;
      /** MAIL: the reverse-path; RCPT: the forward-path; `''` is the null path. Mailbox only, no brackets. */
      path?: string;
    } & ReplyGiven)
  /** Content received after 354, `wire` as received and `content` with the dot-stuffing removed; or a chunk, which has none. */
  | { type: 'smtp.content'; connection: ConnectionId; host: HostName; wire: Bytes; content: Bytes }
  /** A reply that no command asked for: 421 before the server hangs up. */
  | ({ type: 'smtp.notice'; connection: ConnectionId; host: HostName; wire: Bytes; state: SmtpState } & ReplyGiven);

/** Where the sending side of a session stands (smtp/client-machine.ts). */
export type SmtpClientState = 'connecting' | 'greeted' | 'ready' | 'envelope' | 'content' | 'leaving' | 'closed';

/**
 * What a server that hands a letter on read: the reply to one of its commands. `verb` is upper case; GREETING is what the
 * other server says first, END the reply to the lone dot, BDAT that to a chunk. `line` is the command without its line end.
 */
export type SmtpClientEvent = {
  type: 'smtp.client';
  connection: ConnectionId;
  host: HostName;
  verb: string;
  line: Bytes;
  wire: Bytes;
  before: SmtpClientState;
  after: SmtpClientState;
  path?: string;
} & ReplyFacts;

export type LessonEvent =
  /** The learner answered a step's prediction. */
  | { type: 'lesson.predicted'; step: string; option: string }
  /** The learner answered an item of a step's task. */
  | { type: 'lesson.answered'; step: string; item: string; value: string; right: boolean }
  /** The learner opened a hint. */
  | { type: 'lesson.hinted'; step: string; hint: 'look' | 'rule' | 'show' }
  /** A schedule of tries was chosen, and is tried out in so many outages. Milliseconds; `factor` multiplies each gap. */
  | { type: 'lesson.trial'; step: string; first: number; factor: number; longest: number; lifetime: number; outages: number }
  /** One of them is over: how long after it the letter arrived (ms; null: never), and how often it was tried. Counts from 1. */
  | { type: 'lesson.outage'; step: string; number: number; wait: number | null; tries: number }
  /** All are: how many letters arrived soon, the wait in the middle, most tries within 24 hours, how long a letter was kept (ms). */
  | { type: 'lesson.judged'; step: string; soon: number; middle: number | null; triesADay: number; givenUpAfter: number }
  /** The learner stopped it after so many. */
  | { type: 'lesson.stopped'; step: string; after: number };

export type LabEvent =
  /** A host's SMTP listeners have another manner from the next connection on. */
  | { type: 'lab.dialect'; host: HostName; dialect: string }
  /** Something goes wrong at a host (or with a mailbox, `user@site`) from now on, or is mended. */
  | { type: 'lab.fault'; host: string; kind: string; mended: boolean }
  /** A zone was written anew. `host` is the first name server that holds it; `changed` are records that were not there before, `removed` those that are gone. */
  | { type: 'lab.zone'; apex: string; host: HostName | null; text: string; changed: string[]; removed: string[] };

export type TraceBody =
  TerminalEvent | NetEvent | HostEvent | DnsEvent | SmtpEvent | SmtpClientEvent | MailEvent | QueueEvent | LessonEvent | LabEvent;
export type TraceEvent = Stamp & TraceBody;
export type TraceEventOf<T extends TraceBody['type']> = Stamp & Extract<TraceBody, { type: T }>;

/** Appends an event and returns its sequence number: one more than the last, also where a trace has forgotten its beginning. */
export function append(trace: TraceEvent[], at: Instant, body: TraceBody, cause?: Seq): Seq {
  const last = trace[trace.length - 1];
  const seq = last === undefined ? 0 : last.seq + 1;
  trace.push(cause === undefined ? { seq, at, ...body } : { seq, at, cause, ...body });
  return seq;
}
