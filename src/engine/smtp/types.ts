// What the SMTP server is made of. A session is plain data; it sees octets and the time, never a
// connection, and returns what it wants done.

import type { Bytes } from '../kernel/bytes';
import type { RandomState } from '../kernel/random';
import type { Instant } from '../kernel/schedule';
import type { MailEvent, SmtpEvent, SmtpState } from '../kernel/trace';
import type { Place } from '../mail/dots';
import type { PathFault } from '../mail/grammar';
import type { Line } from '../mail/lines';
import type { CommandVerb } from './machine';
import type { ReplyKey } from './replies';

export type { SmtpState } from '../kernel/trace';

/** Switches in which servers differ. A dialect sets them all; a service may override some. */
export interface Strictness {
  /** MAIL needs a HELO or EHLO first (RFC 5321, 4.1.4). */
  helloRequired: boolean;
  /** A path must be written in < > (4.1.2). */
  bracketsRequired: boolean;
  /** Paths exactly as in 4.1.2: no dot at the end of a domain, no underscore. */
  exactPaths: boolean;
  /** The reverse-path needs a domain; without one a user alone is taken to be of this site. */
  senderNeedsDomain: boolean;
  /** A forward-path needs a domain, unless it is postmaster's (4.1.1.3). */
  recipientNeedsDomain: boolean;
  /** The argument of VRFY needs a domain. */
  verifyNeedsDomain: boolean;
  /** Blanks between the colon and the path are refused (3.3). */
  refuseSpaceAfterColon: boolean;
  /** A blank before the verb is refused. */
  refuseLeadingSpace: boolean;
  /** Octets lose their eighth bit, in commands and in content (RFC 821: TCP carries 7-bit characters). */
  stripsEighthBit: boolean;
  /** Words after QUIT are refused (4.1.1.10). */
  refuseQuitArgument: boolean;
  /** Parameters of MAIL and RCPT need EHLO (2.2.1); after HELO they are refused. */
  parametersNeedEhlo: boolean;
  /** The argument of HELO/EHLO must be a domain or an address literal (4.1.1.1). */
  helloNameChecked: boolean;
  /** Local parts and domains longer than 4.5.3.1 allows are refused. */
  lengthsChecked: boolean;
  /** Octets above 0x7F in a path need SMTPUTF8 (RFC 6531). */
  utf8NeedsDeclaration: boolean;
  /**
   * A line end without CR (2.3.8): a line end everywhere; everywhere, but LF.LF ends content only if the first
   * line of it ended so; a line end, but LF.LF never ends content; or 550 and the end of the session.
   */
  bareLf: 'accept' | 'first-line' | 'normalize' | 'reject';
  /** Commands sent ahead where PIPELINING does not allow it (RFC 2920, 3.1) end the session. */
  refuseEarlyInput: boolean;
  /**
   * What VRFY tells (7.3): nothing, whatever is asked; nothing, but malformed questions are refused; known users
   * from unknown ones; or the user's full name (3.5.1).
   */
  verify: 'unread' | 'nothing' | 'existence' | 'names';
  /** EXPN lists who is on a list (3.5.2). */
  expandsLists: boolean;
  /** HELP with an argument explains that command; else the argument is ignored. */
  helpTopics: boolean;
  /** A command line over the limit is refused; else it is cut there. */
  refuseLongLines: boolean;
  /** `Subject: x`, `GET /`, a line that does not start with a letter: hang up with 221 (Postfix). */
  hangUpOnForbidden: boolean;
}

export interface Limits {
  /** Octets of a letter; the value of SIZE. */
  messageOctets: number;
  /** Recipients of one transaction (4.5.3.1.8: at least 100). */
  recipients: number;
  /** Octets of a command line with its line end (4.5.3.1.4: at least 512). */
  commandOctets: number;
  /** Error replies that count before the session ends. */
  errors: number;
  /** Commands that do no work (NOOP, RSET, VRFY ...) before each further one counts as an error. */
  junkCommands: number;
  /** Received fields before a letter is taken to be looping (6.3). */
  hops: number;
  /** Silence before 421 (4.5.3.2.7: at least 5 minutes). Milliseconds. */
  idle: number;
}

export type ExtensionKeyword =
  'PIPELINING' | 'SIZE' | 'VRFY' | 'ETRN' | 'ENHANCEDSTATUSCODES' | '8BITMIME' | 'DSN' | 'SMTPUTF8' | 'CHUNKING' | 'EXPN' | 'HELP';

/** A server's manner as data: what it offers, how strict it is, and how it words its replies. */
export interface Dialect {
  name: string;
  /** Verbs it carries out. Any other is answered with `unknownCommand`. */
  verbs: readonly CommandVerb[];
  /** Verbs it knows and always refuses, with this reply. */
  refusedVerbs: Readonly<Record<string, ReplyKey>>;
  /** EHLO keywords in the order offered. */
  extensions: readonly ExtensionKeyword[];
  strictness: Strictness;
  /** What names in HELO and EHLO may be made of besides letters and digits, address literals apart. Absent: anything. */
  helloPunctuation?: string;
  limits: Limits;
  /** Error replies that count towards `limits.errors`. */
  countedErrors: 'all' | readonly ReplyKey[];
  /** Where `tooManyErrors` is said: in a reply of its own after the last one, instead of that, or as a further line of it. */
  tooManyErrors: 'after' | 'instead' | 'added';
  /** Pattern (ids.ts) of the session's name, `{id}` in replies; `''` for none. */
  sessionId: string;
  /** Header fields that it takes out of every letter. */
  droppedFields?: readonly string[];
  /** Trace header: `by mx1 (Postfix) with ESMTP id X` and the fields stored above the letter. */
  trace: {
    product: string;
    /** Pattern (ids.ts) of a queue id. */
    queueId: string;
    /** What stands for the name of a client that has none; `''` for nothing. */
    unknownClient: string;
    deliveryHeaders: readonly ('X-Original-To' | 'Delivered-To')[];
  };
  /** Replies it words otherwise than replies.ts: `code [enhanced] text`, `{name}` filled in, `\n` between lines. */
  wording: Partial<Record<ReplyKey, string>>;
  /**
   * What it says of malformed paths otherwise than commands/path.ts: another reply than `badSender` and
   * `badRecipient`, or other words for `{why}`.
   */
  pathFaults: Partial<Record<PathFault, { reply?: ReplyKey; why?: string }>>;
}

/** A user known at this server's site. Octets. */
export interface LocalUser {
  /** Full name, as VRFY may tell it. */
  name?: string;
  used: number;
  quota?: number;
}

/** A reply that this server is made to give to the next command of this verb (END is the lone dot), instead of its own. */
export interface ScriptedReply {
  /** By which the world knows it when it has been given. */
  index: number;
  verb: string;
  /** `450 4.7.1 Try again later` */
  reply: string;
  /** Only for this mailbox of MAIL or RCPT. */
  path?: Bytes;
  /** How often it is still to be given; absent: always. */
  left?: number;
}

/**
 * A rule about who may send what to whom, looked at for each RCPT. Every field that is there must match: the client's address
 * (an address or a block), the name it gave, the sender and the recipient (a mailbox, or `@domain`). The first rule that
 * matches decides: `OK`, or a reply such as `554 5.7.1 No thanks`.
 */
export interface AccessRule {
  client?: string;
  hello?: string;
  sender?: string;
  recipient?: string;
  answer: string;
}

/** Everything one listener may know: its configuration and its site. Read-only to the session. */
export interface SmtpServer {
  hostname: string;
  dialect: string;
  /** Differences from the dialect. */
  strictness?: Partial<Strictness>;
  limits?: Partial<Limits>;
  wording?: Partial<Record<ReplyKey, string>>;
  discardKeywords?: readonly ExtensionKeyword[];
  /** Words that EHLO offers besides, last. Nothing stands behind them here. */
  extraKeywords?: readonly string[];
  /** Networks (CIDR) whose letters are completed with Date, Message-ID and From (RFC 6409, 8). */
  insideNetworks?: readonly string[];
  /** Whose letters for elsewhere it carries on: those of clients in `insideNetworks`, or anyone's. Absent: nobody's (RFC 5321, 3.6). */
  relayFor?: 'inside' | 'anyone';
  /** Domains elsewhere whose mail it takes from anyone and carries on. Lower case. */
  relayDomains?: readonly string[];
  /** Clients from elsewhere must try each letter again after so long (ms) before it is taken (RFC 6647). */
  greylist?: { delay: number };
  access?: readonly AccessRule[];
  /** When a client first came with a sender and a recipient, for greylisting (access.ts). */
  greylisted?: Readonly<Record<string, Instant>>;
  scripted?: readonly ScriptedReply[];
  /** Addresses of this host, for address literals. */
  addresses: readonly string[];
  /** Domains delivered here, lower case. */
  localDomains: readonly string[];
  users: Readonly<Record<string, LocalUser>>;
  /** Local part to local parts. A target that is no user is accepted and then cannot be delivered. */
  aliases: Readonly<Record<string, readonly string[]>>;
  /** Milliseconds since 1970 at instant 0, for the Received field. */
  epoch: number;
}

/** Who is at the other end, as the server sees it. */
export interface Peer {
  address: string;
  /** From the reverse look-up; null if there is none. */
  name: string | null;
}

export interface Recipient {
  /** Mailbox without brackets, source route and quotes (mail/mailbox.ts). Octets, as everything from the wire. */
  forwardPath: Bytes;
  notify?: readonly string[];
  /** `addr-type;address`, its xtext decoded. */
  originalRecipient?: Bytes;
}

/** The envelope of RFC 5321, 2.3.1. */
export interface Envelope {
  /** Mailbox as in Recipient; `''` is the null reverse-path. */
  reversePath: Bytes;
  recipients: Recipient[];
  /** A recipient was refused. */
  refused?: true;
  declaredOctets?: number;
  body?: '7BIT' | '8BITMIME';
  utf8: boolean;
  returnContent?: 'FULL' | 'HDRS';
  /** ENVID, its xtext decoded. */
  envelopeId?: Bytes;
}

/** A letter for which the server took responsibility with 250 after the dot. */
export interface AcceptedMessage {
  queueId: string;
  envelope: Envelope;
  /** The letter with this server's Received field on top, CR LF line ends. */
  content: Bytes;
}

export type Effect =
  | { type: 'send'; bytes: Bytes }
  | { type: 'close' }
  | { type: 'deliver'; message: AcceptedMessage }
  /** A client came with this sender and recipient for the first time. */
  | { type: 'greylist'; key: string }
  /** A scripted reply was given. */
  | { type: 'scripted'; index: number }
  /** A trace event; the world adds connection and host. */
  | { type: 'record'; event: Recorded<SmtpEvent> | Recorded<Extract<MailEvent, { type: 'mail.accepted' }>> };

type Recorded<Event> = Event extends unknown ? Omit<Event, 'connection' | 'host'> : never;

/** BDAT is a line and the octets behind it (RFC 3030, 2): only when all are there can it be answered. */
export interface UnfinishedChunk {
  line: Line;
  /** Octets still to come. */
  missing: number;
  /** Those that came; null for a chunk over every limit, which is read and forgotten. */
  octets: Bytes | null;
}

export interface SmtpSession {
  /** The manner it began in; a server that has taken another one since keeps this one here. */
  dialect: string;
  state: SmtpState;
  /** The session's name in replies; `''` at servers that give none. */
  id: string;
  peer: Peer;
  /** Name given with HELO or EHLO; null before. */
  helloName: Bytes | null;
  /** The name came with EHLO. */
  extended: boolean;
  envelope: Envelope | null;
  /** Octets not yet consumed: an unfinished command line, or what may be the beginning of the end of content. */
  buffer: Bytes;
  /** Content so far, dot-stuffing removed; null outside `content` and `chunks`. */
  content: Bytes | null;
  /** BDAT whose octets have not all come; null for none. */
  chunk: UnfinishedChunk | null;
  /** Where in the content the next octet will stand. */
  place: Place;
  /** How the first line of the content ended; null before, and outside `content`. */
  firstLineEnd: 'crlf' | 'lf' | null;
  /** Set while content is being read and thrown away, because it is already lost (too big, bare LF ...). */
  contentFault: ReplyKey | null;
  errors: number;
  junk: number;
  random: RandomState;
  /** When the server tires of waiting. */
  deadline: Instant;
}

export interface Step {
  session: SmtpSession;
  effects: Effect[];
}
