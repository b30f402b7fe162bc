// A world is one plain-data value: it survives structuredClone and JSON. WorldData is what a lesson's
// world.json holds; World is what runs.

import type { Zones } from './dns/types';
import type { Schedule, Instant } from './kernel/schedule';
import type { ConnectionId, HostName, TraceEvent } from './kernel/trace';
import type { Site } from './mail/site';
import type { ActiveFault, Fault } from './net/faults';
import type { MailQueue, MtaData, Transfer } from './mta/types';
import type { Connection, Filter, Link, Network, RandomSources } from './net/types';
import type { Cache } from './dns/cache';
import type { DnsFailure, DnsResponse, Question, ResourceRecord } from './dns/types';
import type { Envelope, SmtpServer, SmtpSession } from './smtp/types';

/** A listener as a lesson writes it: where it listens, its manner, and how it differs from that. */
export interface SmtpServiceData extends Pick<
  SmtpServer,
  | 'dialect'
  | 'strictness'
  | 'limits'
  | 'wording'
  | 'discardKeywords'
  | 'extraKeywords'
  | 'insideNetworks'
  | 'relayFor'
  | 'relayDomains'
  | 'greylist'
  | 'access'
> {
  port: number;
  protocol: 'smtp';
  /** What the bridge calls this listener; its protocol's name if absent. */
  service?: string;
  /** Name in the greeting; the host's name if absent. */
  hostname?: string;
}

/** A name server: authoritative for these zones; recursive ones look up the rest of the world for their clients. */
export interface DnsServiceData {
  port: 53;
  protocol: 'dns';
  zones: string[];
  recursive: boolean;
}

export type ServiceData = SmtpServiceData | DnsServiceData;

export interface HostData {
  addresses: string[];
  network: string;
  /** The mail site whose mailboxes this host shows. */
  site?: string;
  /** Accounts that can log in here. */
  users?: string[];
  services?: ServiceData[];
  /** How it carries mail on; absent: as MtaData's defaults say. */
  mta?: MtaData;
  /** Off: it answers nothing at all. */
  down?: boolean;
  /** Files by absolute path; `~/` is the first user's home. */
  files?: Record<string, string>;
}

export interface SiteData {
  /** Domains whose mail ends here. */
  domains: string[];
  users: Record<string, { name: string; quota?: number }>;
  aliases?: Record<string, string[]>;
}

/** A letter that a program on a host handed in. Lines end with LF. */
export interface LetterData extends Pick<Envelope, 'reversePath' | 'recipients' | 'returnContent' | 'envelopeId'> {
  host: HostName;
  content: string;
}

export interface WorldData {
  /** `2024-01-15T09:00:00Z` */
  start: string;
  networks: Record<string, Network>;
  sites: Record<string, SiteData>;
  hosts: Record<HostName, HostData>;
  /** Zone apex to records, one a line. */
  zones: Record<string, string[]>;
  /** Apexes of the zones that a learner may write anew; where a lesson has no steps, that is all of them. */
  editable?: string[];
  links?: Link[];
  filters?: Filter[];
  /** What goes wrong, and when. */
  faults?: Fault[];
  /** What was handed in just before the lesson begins. */
  letters?: LetterData[];
  /** The terminals a learner starts with. The first is shown. */
  terminals: { name: string; host: HostName; user: string }[];
}

export interface Host extends Omit<HostData, 'files'> {
  name: HostName;
  services: ServiceData[];
  files: Record<string, string>;
  /** When a client first came with a sender and a recipient. */
  greylisted?: Record<string, Instant>;
  /** What its SMTP listeners speak instead of what they were given. */
  dialect?: string;
}

/** What a socket's owner is told. Taken from the world with takeNotices. */
export type Notice =
  | { type: 'opened'; connection: ConnectionId }
  | { type: 'failed'; connection: ConnectionId; reason: 'refused' | 'unreachable' | 'timeout' }
  | { type: 'data'; connection: ConnectionId; bytes: string }
  /** The server will send nothing more. */
  | { type: 'finished'; connection: ConnectionId }
  | { type: 'reset'; connection: ConnectionId }
  | { type: 'answer'; query: number; response: DnsResponse | DnsFailure }
  | { type: 'timer'; timer: number }
  | { type: 'pong'; ping: number; outcome: 'reply' | 'unreachable' | 'lost'; milliseconds: number };

export interface OwnedNotice {
  owner: string;
  notice: Notice;
  /** Trace event of what happened; absent: the latest one. */
  cause?: number;
}

/** What is due at some instant. */
export type Due =
  | { type: 'syn'; connection: ConnectionId }
  | { type: 'synRetry'; connection: ConnectionId; attempt: number }
  | { type: 'refusal'; connection: ConnectionId; reason: 'refused' | 'unreachable' }
  | { type: 'synAck'; connection: ConnectionId }
  | { type: 'ack'; connection: ConnectionId }
  | { type: 'segment'; connection: ConnectionId; side: 'client' | 'server'; bytes: string; cause: number }
  | { type: 'finish'; connection: ConnectionId; side: 'client' | 'server' }
  | { type: 'reset'; connection: ConnectionId; side: 'client' | 'server' }
  | { type: 'sessionDeadline'; connection: ConnectionId }
  | { type: 'finishDeadline'; connection: ConnectionId }
  | { type: 'question'; query: number }
  /** A letter in a host's queue is due for its next try. */
  | { type: 'try'; host: HostName; queueId: string }
  | { type: 'faultEdge'; index: number }
  /** A letter is handed in at a host without a connection. */
  | { type: 'handIn'; host: HostName; queueId: string; envelope: Envelope; content: string; cause?: number }
  /** A letter has waited so long that its sender is told. */
  | { type: 'warn'; host: HostName; queueId: string }
  /** A try has waited long enough for what it waits for. */
  | { type: 'transferDeadline'; transfer: number }
  | { type: 'answer'; query: number; response: DnsResponse | DnsFailure }
  | { type: 'timer'; timer: number; owner: string }
  | {
      type: 'pong';
      ping: number;
      number: number;
      owner: string;
      outcome: 'reply' | 'unreachable' | 'lost';
      milliseconds: number;
      from: HostName;
      toAddress: string;
    };

export interface PendingQuery {
  id: number;
  /** Null if a resolver asks. */
  owner: string | null;
  asker: HostName;
  server: string;
  question: Question;
  recursionDesired: boolean;
  /** The resolver's search that the question is part of. */
  resolution?: number;
  cause: number;
}

/** What a resolver remembers. */
export interface ResolverCache {
  entries: Cache;
  /** Addresses of servers that did not answer, and until when that counts. */
  silent: Record<string, Instant>;
}

/** A resolver's search for the answer to one question. */
export interface Resolution {
  id: number;
  host: HostName;
  question: Question;
  /** Who waits for the end: a client, or a search that needs the address of a server. */
  client: { query: number } | { resolution: number };
  /** Trace event of the client's question. */
  cause: number;
  /** How many searches wait for this one. */
  depth: number;
  began: Instant;
  /** What is sought now: the question's name, or the target of its aliases. */
  name: string;
  aliases: ResourceRecord[];
  /** The host itself holds the zone of the question's name. */
  authoritative: boolean;
  /** Where the zone begins whose servers are asked. */
  cut: string;
  /** Of these servers: addresses still to ask, names without a known address, addresses that were silent. */
  addresses: string[];
  unknown: string[];
  later: string[];
  round: number;
  asked: number;
  /** The query that is on its way. */
  waiting: number | null;
}

export interface World {
  now: Instant;
  /** Milliseconds since 1970 at instant 0. */
  epoch: number;
  seed: number;
  random: RandomSources;
  agenda: Schedule<Due>;
  networks: Record<string, Network>;
  links: Link[];
  filters: Filter[];
  faults: ActiveFault[];
  hosts: Record<HostName, Host>;
  sites: Record<string, Site>;
  zones: Zones;
  connections: Record<ConnectionId, Connection>;
  /** Server sessions by connection. */
  sessions: Record<ConnectionId, SmtpSession>;
  /** Letters that wait to be carried on, by host. */
  queues: Record<HostName, MailQueue>;
  /** Tries in progress. */
  transfers: Record<number, Transfer>;
  queries: Record<number, PendingQuery>;
  resolutions: Record<number, Resolution>;
  /** By resolver; one that has not looked anything up has none. */
  caches: Record<HostName, ResolverCache>;
  notices: OwnedNotice[];
  nextId: number;
  trace: TraceEvent[];
}
