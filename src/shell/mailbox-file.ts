// A mailbox as the file a Unix mail program keeps it in (mbox, RFC 4155): each letter after a From_ line,
// line ends LF, lines of the letter that start with "From " quoted with ">".

import type { Bytes } from '../engine/kernel/bytes';
import { civil, clock, MONTHS, WEEKDAYS } from '../engine/kernel/calendar';
import { remove, type Mailbox, type StoredMessage } from '../engine/mail/site';
import { record } from '../engine/world';
import type { Host, World } from '../engine/world-types';

/** A user's mailbox, if this host shows mailboxes and has this user. */
function mailboxOf(world: World, host: Host, user: string): Mailbox | undefined {
  return world.sites[host.site ?? '']?.mailboxes[user];
}

/** A user's letters on this host, oldest first. */
export function lettersOf(world: World, host: Host, user: string): StoredMessage[] {
  return mailboxOf(world, host, user)?.messages ?? [];
}

/** The file that is read: each letter in it counts as read (`mail.read`). */
export function readMailbox(world: World, host: Host, user: string): Bytes {
  for (const { uid } of lettersOf(world, host, user)) recordRead(world, host, user, uid);
  return mailboxBytes(world, host, user);
}

export function recordRead(world: World, host: Host, user: string, uid: number): void {
  record(world, { type: 'mail.read', host: host.name, site: host.site ?? '', user, uid });
}

/** Takes a letter out of a user's mailbox (`mail.deleted`), if it is still there. */
export function deleteLetter(world: World, host: Host, user: string, uid: number): void {
  const mailbox = mailboxOf(world, host, user);
  if (mailbox && remove(mailbox, uid)) record(world, { type: 'mail.deleted', host: host.name, site: host.site ?? '', user, uid });
}

/** All letters of a mailbox as mbox octets. */
export function mailboxBytes(world: World, host: Host, user: string): Bytes {
  return lettersOf(world, host, user)
    .map((message) => `${fromLine(world, message)}\n${unixLines(message.content).replaceAll(/^>*From /gm, '>$&')}\n`)
    .join('');
}

/** A letter's octets with LF line ends and one at the end. */
export function unixLines(content: Bytes): Bytes {
  const text = content.replaceAll('\r\n', '\n');
  return text.endsWith('\n') || text === '' ? text : `${text}\n`;
}

/** The reverse-path that a letter came with, from its Return-Path field; MAILER-DAEMON for the null path. */
export function senderOf(message: StoredMessage): string {
  const path = /^Return-Path:\s*<([^>\r\n]*)>/i.exec(message.content)?.[1];
  return path === undefined || path === '' ? 'MAILER-DAEMON' : path;
}

/** `From you@campus.example Mon Jan 15 09:01:00 2024` */
export function fromLine(world: World, message: StoredMessage): string {
  const t = civil(world.epoch + message.at);
  const day = `${WEEKDAYS[t.weekday]} ${MONTHS[t.month - 1]} ${String(t.day).padStart(2)}`;
  return `From ${senderOf(message)} ${day} ${clock(t)} ${t.year}`;
}
