// A site: the place where mail for some domains ends. Its mailboxes are shared by its hosts.

import type { Bytes } from '../kernel/bytes';
import type { Instant } from '../kernel/schedule';

/** A stored letter. */
export interface StoredMessage {
  /** Unique in its mailbox, ascending, never used again. */
  uid: number;
  /** When it was stored. */
  at: Instant;
  /** The letter as stored, with Return-Path on top; CR LF line ends. */
  content: Bytes;
  seen: boolean;
}

export interface Mailbox {
  /** The owner's full name. */
  name: string;
  /** Octets; absent means no limit. */
  quota?: number;
  uidNext: number;
  messages: StoredMessage[];
}

export interface Site {
  domains: string[];
  aliases: Record<string, string[]>;
  mailboxes: Record<string, Mailbox>;
}

/** Octets that a mailbox holds. */
export function octetsUsed(mailbox: Mailbox): number {
  return mailbox.messages.reduce((sum, message) => sum + message.content.length, 0);
}
