// Who a mailbox of this site leads to. Rules: letter case of local parts does not count here; the part
// after a "+" is the user's own affair (RFC 5233); an alias stands for one or more local parts, which may
// be aliases again; postmaster always exists (RFC 5321, 4.5.1).

import { CRLF, type Bytes } from '../kernel/bytes';
import { lower } from './ascii';
import { splitMailbox, writeMailbox } from './mailbox';
import { returnPathField } from './received';

const DELIMITER = '+';
const POSTMASTER = 'postmaster';

export interface LocalUsers {
  /** Users whose mailboxes get the letter, each once. */
  users: string[];
  /** Local parts that lead to nobody: an alias may point to someone who has left. */
  missing: string[];
  /** Mailboxes of other sites that an alias leads to. */
  elsewhere: Bytes[];
  /** The path led to these over an alias. */
  isAlias: boolean;
}

type Names = Readonly<Record<string, unknown>>;
type Aliases = Readonly<Record<string, readonly string[]>>;

/** True if the server takes letters for this local part. An alias is enough, whatever it leads to. */
export function isLocalPart(users: Names, aliases: Aliases, localPart: Bytes): boolean {
  return findName(users, aliases, localPart) !== null || lower(localPart) === POSTMASTER;
}

/** The users behind a forward-path, aliases followed. An alias that leads back to itself stands for the user of that name. */
export function localUsers(users: Names, aliases: Aliases, forwardPath: Bytes): LocalUsers {
  const found = new Set<string>();
  const missing = new Set<string>();
  const elsewhere = new Set<Bytes>();
  const followed = new Set<string>();
  const open = [splitMailbox(forwardPath).localPart];
  for (let localPart = open.shift(); localPart !== undefined; localPart = open.shift()) {
    if (followed.size > 0 && localPart.includes('@')) {
      elsewhere.add(localPart);
      continue;
    }
    const name = findName(users, aliases, localPart) ?? localPart;
    const isAlias = Object.hasOwn(aliases, name);
    if (isAlias && !followed.has(name)) open.push(...(aliases[name] ?? []));
    else if (Object.hasOwn(users, name)) found.add(name);
    else if (!isAlias) missing.add(name);
    followed.add(name);
  }
  // Aliases that only lead to each other lead to nobody.
  if (found.size + missing.size + elsewhere.size === 0) missing.add(splitMailbox(forwardPath).localPart);
  return { users: [...found], missing: [...missing], elsewhere: [...elsewhere], isAlias: followed.size > 1 || elsewhere.size > 0 };
}

/**
 * Fields that final delivery puts on top (RFC 5321, 4.4): Return-Path, then those that the server adds.
 * `delivered` is the mailbox that the aliases led to.
 */
export function deliveryHeader(fields: readonly string[], reversePath: Bytes, forwardPath: Bytes, delivered: Bytes): Bytes {
  const values: Record<string, Bytes> = { 'X-Original-To': writeMailbox(forwardPath), 'Delivered-To': writeMailbox(delivered) };
  return returnPathField(reversePath) + fields.map((name) => `${name}: ${values[name] ?? ''}${CRLF}`).join('');
}

/** The user or alias that a local part names, with or without its extension; null if there is none. */
function findName(users: Names, aliases: Aliases, localPart: Bytes): string | null {
  const name = lower(localPart);
  const delimiter = name.indexOf(DELIMITER);
  const candidates = delimiter > 0 ? [name, name.slice(0, delimiter)] : [name];
  return candidates.find((candidate) => Object.hasOwn(aliases, candidate) || Object.hasOwn(users, candidate)) ?? null;
}
