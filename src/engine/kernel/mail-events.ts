// Events about letters: a server takes responsibility for one, and is rid of it again. For each recipient an accepted
// letter is at any moment in exactly one place: waiting in the queue, in a mailbox, with the next server, bounced, or
// discarded with a reason.

import type { Bytes } from './bytes';
import type { Instant } from './schedule';
import type { ConnectionId, HostName } from './trace';

export type MailEvent =
  | {
      type: 'mail.accepted';
      host: HostName;
      /** Null for a letter that the host wrote itself: a report, or one from a program on it. */
      connection: ConnectionId | null;
      queueId: string;
      reversePath: string;
      forwardPaths: string[];
      octets: number;
    }
  | {
      type: 'mail.delivered';
      host: HostName;
      queueId: string;
      forwardPath: string;
      site: string;
      user: string;
      /** Where the aliases led: `user@domain`. */
      mailbox: string;
      uid: number;
      octets: number;
      /** Header section as stored, with the fields that servers wrote on top. */
      header: Bytes;
      /** What follows the empty line, as stored. */
      body: Bytes;
      /** Addresses that To, Cc and Bcc name. */
      destinations: Bytes[];
    }
  /** A letter that was accepted and then given up; says why. */
  | { type: 'mail.discarded'; host: HostName; queueId: string; forwardPath: string; reason: string }
  | { type: 'mail.read'; host: HostName; site: string; user: string; uid: number }
  /** A letter was taken out of a mailbox by its owner. */
  | { type: 'mail.deleted'; host: HostName; site: string; user: string; uid: number };

/** Where the exchangers of a try come from (RFC 5321, 5.1). */
export type RouteSource = 'mx' | 'implicit' | 'literal' | 'relay host';
/** What a report says happened to a recipient (RFC 3464, 2.3.3). */
export type ReportAction = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';

/** What a server does with letters that do not end with it. `transfer` numbers a try of one letter for one domain. */
export type QueueEvent =
  /** A forward-path leads to others: an alias, a list. Each of `into` is a recipient of its own from now on. */
  | { type: 'mail.expanded'; host: HostName; queueId: string; forwardPath: string; into: string[] }
  /** The letter waits here for these recipients. */
  | { type: 'mail.queued'; host: HostName; queueId: string; forwardPaths: string[]; nextTry: Instant; expires: Instant }
  /** A try begins. `attempt` counts from 1. */
  | { type: 'mail.try'; host: HostName; queueId: string; transfer: number; domain: string; forwardPaths: string[]; attempt: number }
  /** Where this try may go, in the order in which it will. */
  | {
      type: 'mail.route';
      host: HostName;
      queueId: string;
      transfer: number;
      domain: string;
      source: RouteSource;
      /** `preference exchanger`, as MX records have it. */
      exchangers: string[];
    }
  /** The try turns to one address. */
  | {
      type: 'mail.exchanger';
      host: HostName;
      queueId: string;
      transfer: number;
      exchanger: string;
      address: string;
      connection: ConnectionId;
    }
  /** Another server has taken responsibility for this recipient. `reply` is what it said after the dot. */
  | {
      type: 'mail.relayed';
      host: HostName;
      queueId: string;
      transfer: number;
      forwardPath: string;
      exchanger: string;
      address: string;
      connection: ConnectionId;
      reply: string;
    }
  /** Not now. `status` is the enhanced code (4.x.x); `diagnostic` what was said or found; `exchanger` who said it, if anyone. */
  | {
      type: 'mail.deferred';
      host: HostName;
      queueId: string;
      transfer: number;
      forwardPath: string;
      status: string;
      diagnostic: string;
      exchanger: string | null;
      attempt: number;
      nextTry: Instant;
    }
  /** Never. `report` is the queue id of the report to the sender; null if it has no right to one (RFC 3461, 4.1; RFC 5321, 6.1). */
  | {
      type: 'mail.bounced';
      host: HostName;
      queueId: string;
      forwardPath: string;
      status: string;
      diagnostic: string;
      exchanger: string | null;
      report: string | null;
    }
  /** A report was written (RFC 3464). `queueId` is its own, `about` that of the letter. */
  | {
      type: 'mail.reported';
      host: HostName;
      queueId: string;
      about: string;
      to: string;
      action: ReportAction;
      forwardPaths: string[];
    }
  /** Someone asked for all waiting letters to be tried now. */
  | { type: 'mail.flushed'; host: HostName; queueIds: string[] };
