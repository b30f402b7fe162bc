// Which mailboxes a local address leads to. Local parts are compared without regard to case here, as
// nearly every server does (RFC 5321, 2.4 lets the receiving host decide), and `ada+lists` is Ada's.

import { CRLF, type Bytes } from '../kernel/bytes';

/** More aliases in a row than this are taken for a loop. */
const MAX_DEPTH = 10;

export interface LocalDelivery {
  /** Mailbox names, each once. */
  users: string[];
  /** Names that an alias leads to and that nobody has. */
  missing: string[];
}

/** The local part of a mailbox: everything before the last `@`, or all of it. */
export function localPart(mailbox: string): string {
  const at = mailbox.lastIndexOf('@');
  return at < 0 ? mailbox : mailbox.slice(0, at);
}

/** Follows aliases from an address to mailboxes. Names are matched in lower case. */
export function localUsers(
  mailboxes: Readonly<Record<string, unknown>>,
  aliases: Readonly<Record<string, readonly string[]>>,
  mailbox: string,
): LocalDelivery {
  const found: LocalDelivery = { users: [], missing: [] };
  follow(localPart(mailbox).toLowerCase(), 0);
  return found;

  function follow(name: string, depth: number): void {
    const bare = Object.hasOwn(mailboxes, name) || Object.hasOwn(aliases, name) ? name : name.replace(/\+.*$/, '');
    if (Object.hasOwn(mailboxes, bare)) addOnce(found.users, bare);
    else if (Object.hasOwn(aliases, bare) && depth < MAX_DEPTH)
      for (const target of aliases[bare] ?? []) follow(target.toLowerCase(), depth + 1);
    else addOnce(found.missing, name);
  }
}

/** Fields a delivery agent puts on top (RFC 5321, 4.4): Return-Path, and what else this server's agent writes. */
export function deliveryHeader(fields: readonly string[], reversePath: string, forwardPath: string, delivered: string): Bytes {
  const lines = [`Return-Path: <${reversePath}>`];
  if (fields.includes('X-Original-To')) lines.push(`X-Original-To: ${forwardPath}`);
  if (fields.includes('Delivered-To')) lines.push(`Delivered-To: ${delivered}`);
  return lines.map((line) => line + CRLF).join('');
}

function addOnce(list: string[], name: string): void {
  if (!list.includes(name)) list.push(name);
}
