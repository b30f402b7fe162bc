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
  /** The quota it has again when a fault has passed; null for none. */
  quotaBefore?: number | null;
  /** Octets of all letters in it. */
  used: number;
  uidNext: number;
  messages: StoredMessage[];
}

export interface Site {
  domains: string[];
  aliases: Record<string, string[]>;
  mailboxes: Record<string, Mailbox>;
}

/** Puts a letter into a mailbox and returns its uid. `content` in octets, CR LF line ends. */
export function store(mailbox: Mailbox, at: Instant, content: Bytes): number {
  const uid = mailbox.uidNext++;
  mailbox.messages.push({ uid, at, content, seen: false });
  mailbox.used += content.length;
  return uid;
}

/** Takes a letter out of a mailbox; false if there is none with this uid. */
export function remove(mailbox: Mailbox, uid: number): boolean {
  const index = mailbox.messages.findIndex((message) => message.uid === uid);
  const [gone] = index < 0 ? [] : mailbox.messages.splice(index, 1);
  if (!gone) return false;
  mailbox.used -= gone.content.length;
  return true;
}
