// A world is one plain-data value: it survives structuredClone and JSON. WorldData is what a lesson's
// world.json holds; World is what runs.

import type { Zones } from './dns/types';
import type { Schedule, Instant } from './kernel/schedule';
import type { ConnectionId, HostName, TraceEvent } from './kernel/trace';
import type { Site } from './mail/site';
import type { Connection, Filter, Link, Network, RandomSources } from './net/types';
import type { DnsFailure, DnsResponse, Question } from './dns/types';
import type { SmtpServer, SmtpSession } from './smtp/types';

/** A listener as a lesson writes it: where it listens, its manner, and how it differs from that. */
export interface SmtpServiceData extends Pick<
  SmtpServer,
  'dialect' | 'strictness' | 'limits' | 'wording' | 'discardKeywords' | 'extraKeywords' | 'insideNetworks'
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

export interface WorldData {
  /** `2024-01-15T09:00:00Z` */
  start: string;
  networks: Record<string, Network>;
  sites: Record<string, SiteData>;
  hosts: Record<HostName, HostData>;
  /** Zone apex to records, one a line. */
  zones: Record<string, string[]>;
  links?: Link[];
  filters?: Filter[];
  /** The terminals a learner starts with. The first is shown. */
  terminals: { name: string; host: HostName; user: string }[];
}

export interface Host extends Omit<HostData, 'files'> {
  name: HostName;
  services: ServiceData[];
  files: Record<string, string>;
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
  owner: string;
  asker: HostName;
  server: string;
  question: Question;
  cause: number;
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
  hosts: Record<HostName, Host>;
  sites: Record<string, Site>;
  zones: Zones;
  connections: Record<ConnectionId, Connection>;
  /** Server sessions by connection. */
  sessions: Record<ConnectionId, SmtpSession>;
  queries: Record<number, PendingQuery>;
  notices: OwnedNotice[];
  nextId: number;
  trace: TraceEvent[];
}
