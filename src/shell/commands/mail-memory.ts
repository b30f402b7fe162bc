// What mail remembers, and how it lists letters.

import { civil, MONTHS, WEEKDAYS } from '../../engine/kernel/calendar';
import { decodeUtf8 } from '../../engine/kernel/bytes';
import type { StoredMessage } from '../../engine/mail/site';
import { hostNamed } from '../../engine/world';
import { lettersOf, senderOf, unixLines } from '../mailbox-file';
import type { System } from '../types';

export interface Mail {
  user: string;
  /** Letters by number, from 1: their UIDs when mail was started. */
  uids: number[];
  deleted: number[];
  /** Index of the present letter. */
  current: number;
  /** True until a letter was shown: Enter then shows the present one, not the next. */
  fresh: boolean;
}

/** The letter with this UID; undefined if somebody else has removed it. */
export function letter(memory: Mail, uid: number | undefined, system: System): StoredMessage | undefined {
  return lettersOf(system.world, hostNamed(system.world, system.login.host), memory.user).find((message) => message.uid === uid);
}

/** One line per letter that is not deleted: `>N  1 you@campus.example  Mon Jan 15 09:01   12/400   first` */
export function headings(memory: Mail, system: System): string {
  return memory.uids
    .map((uid, i) => ({ message: letter(memory, uid, system), i }))
    .flatMap(({ message, i }) => (message && !memory.deleted.includes(message.uid) ? [heading(memory, message, i, system)] : []))
    .join('');
}

function heading(memory: Mail, message: StoredMessage, index: number, system: System): string {
  const t = civil(system.world.epoch + message.at);
  const two = (n: number) => String(n).padStart(2, '0');
  const date = `${WEEKDAYS[t.weekday]} ${MONTHS[t.month - 1]} ${String(t.day).padStart(2)} ${two(t.hour)}:${two(t.minute)}`;
  const text = unixLines(message.content);
  const size = `${String(text.split('\n').length - 1).padStart(3)}/${String(text.length).padEnd(5)}`;
  const mark = `${index === memory.current ? '>' : ' '}${message.seen ? ' ' : 'N'}`;
  const from = fieldAddress(message) ?? senderOf(message);
  const subject = field(message, 'Subject')?.slice(0, 25) ?? '';
  return `${mark}${String(index + 1).padStart(3)} ${from.slice(0, 20).padEnd(20)}  ${date} ${size} ${subject}`.trimEnd() + '\n';
}

/** The address in the From field, without the name. */
function fieldAddress(message: StoredMessage): string | null {
  const text = field(message, 'From');
  return text === null || text === '' ? null : (/<([^<>]+)>/.exec(text)?.[1] ?? text.replaceAll(/\([^()]*\)|"[^"]*"/g, '').trim());
}

/** A header field's body, unfolded; null if the header section has none of that name. */
function field(message: StoredMessage, name: string): string | null {
  const header = message.content.split('\r\n\r\n', 1)[0] ?? '';
  const body = new RegExp(`^${name}[ \\t]*:((?:[^\\r]|\\r\\n[ \\t])*)`, 'im').exec(header)?.[1];
  return body === undefined ? null : decodeUtf8(body.replaceAll(/\r\n(?=[ \t])/g, '')).trim();
}
