// What a host keeps of the letters that do not end with it: its queue, its manner of trying again, and the tries in progress.

import type { Bytes } from '../kernel/bytes';
import type { Instant } from '../kernel/schedule';
import type { ConnectionId, HostName, RouteSource, Seq } from '../kernel/trace';
import type { ClientSession } from '../smtp/client-types';
import type { Envelope, Recipient } from '../smtp/types';

/** When a letter is tried again, and when it is given up (RFC 5321, 4.5.4.1). Milliseconds. */
export interface RetrySchedule {
  /**
   * The gap after each try: `gaps` one after the other, the last one again and again; or as long as the letter has waited,
   * within bounds; or rules by age, each with a fixed gap or one that grows by a factor.
   */
  retry:
    | { kind: 'gaps'; gaps: number[] }
    | { kind: 'age'; least: number; most: number }
    | { kind: 'rules'; rules: { until: number; gap: number; factor?: number; most?: number }[] };
  /** A warning to the sender after so long; absent: none. */
  warnAfter?: number;
  /** Given up after so long. */
  lifetime: number;
  /** A report to nobody's fault is given up after so long; absent: as any other letter. */
  reportLifetime?: number;
}

/** How a host carries mail on, as a lesson writes it. */
export interface MtaData {
  /** A schedule by name, or its own. */
  schedule?: string | RetrySchedule;
  /** The domain of names that programs on the host give without one; absent: the first of its site. */
  origin?: string;
  /** All mail for elsewhere goes to this host; in brackets its addresses are used and no MX is looked up: `[smtp.isp.example]`. */
  relayHost?: string;
  /** An MX that names an address or an alias is taken as it is, or is an error (RFC 5321, 5.1; RFC 2181, 10.3). */
  exchangers?: 'strict' | 'lenient';
  /** Sends chunks where they are offered. */
  chunking?: boolean;
}

/** A letter in a queue. */
export interface QueuedLetter {
  queueId: string;
  /** Its recipients are those that still wait. */
  envelope: Envelope;
  /** With this host's Received field on top, CR LF line ends. */
  content: Bytes;
  arrived: Instant;
  /** Tries that have ended. */
  attempts: number;
  /** When the present or last try began. */
  tried: Instant;
  nextTry: Instant;
  expires: Instant;
  /** When the sender is told that it takes longer; with a lesser lifetime it never is. */
  warnAt: Instant;
  /** The sender has been told. */
  warned: boolean;
  /** By forward-path: what the last try came to. */
  troubles: Record<string, Trouble>;
  /** Tries in progress. */
  transfers: number[];
  /** Trace event by which it came into the queue, or the last that befell it. */
  cause: Seq;
}

/** Why a recipient waits or was given up. */
export interface Trouble {
  /** Enhanced status code. */
  status: string;
  /** In the words of a log. */
  diagnostic: string;
  /** The server that said so, or null; `reply` is what it said, for the Diagnostic-Code field. */
  exchanger: string | null;
  reply: string | null;
  at: Instant;
  /** Trace event of the answer or the failure. */
  cause: Seq;
}

export interface Exchanger {
  preference: number;
  /** Host name without the final dot, or an address. */
  name: string;
}

/** One try of one letter for the recipients of one domain. */
export interface Transfer {
  id: number;
  host: HostName;
  queueId: string;
  domain: string;
  recipients: Recipient[];
  attempt: number;
  source: RouteSource;
  /** Still to be tried, in this order. */
  exchangers: Exchanger[];
  /** Addresses of the present exchanger still to be tried. */
  addresses: string[];
  /** What is being waited for; null before the first question. `later` are the kinds of address not yet asked for. */
  waiting:
    | null
    | { for: 'exchangers'; query: number }
    | { for: 'addresses'; query: number; exchanger: Exchanger; later: ('A' | 'AAAA')[] }
    | { for: 'session'; connection: ConnectionId; exchanger: Exchanger; address: string };
  /** Null while no connection is open. */
  session: ClientSession | null;
  /** By forward-path: recipients whom a server has put off, and who may be taken by another one. */
  deferred: Record<string, Trouble>;
  /** Recipients who were refused for good, and whose sender is to be told. */
  failed: { recipient: Recipient; trouble: Trouble }[];
  /** What went wrong before any server judged the recipients; a trouble that may pass counts more than one that does not. */
  trouble: Trouble | null;
  /** When it tires of what it waits for; null while the world will tell in any case. */
  deadline: Instant | null;
  /** The look at that which counts; null if none is on the agenda (world/patience.ts). */
  deadlineAt: Instant | null;
  cause: Seq;
}

/** What a host's queue manager keeps. */
export interface MailQueue {
  letters: Record<string, QueuedLetter>;
}
