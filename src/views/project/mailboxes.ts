// Every mailbox of the world and what lies in it at a moment.

import type { TraceEvent, TraceEventOf } from '../../engine/kernel/trace';
import { fieldNamed, parseMessage } from '../../engine/mail/message';
import type { WorldData } from '../../engine/world-types';
import { isReport } from './report-parts';
import { showBytes, showText } from './text';

export interface StoredLetter {
  /** Its delivery. */
  event: TraceEventOf<'mail.delivered'>;
  /** From and Subject, as the letter says; null where it says nothing. Safe to show. */
  from: string | null;
  subject: string | null;
  report: boolean;
  read: boolean;
}

export interface Mailbox {
  site: string;
  user: string;
  /** The person's name. Safe to show. */
  name: string;
  domain: string;
  letters: StoredLetter[];
}

const SHOWN = 120;

/** All mailboxes after the first `count` events, those with letters first, else in the world's order. Newest letters first. */
export function mailboxesAt(world: Pick<WorldData, 'sites'>, trace: readonly TraceEvent[], count: number): Mailbox[] {
  const boxes = new Map<string, Mailbox>();
  for (const [site, { users, domains }] of Object.entries(world.sites))
    for (const [user, { name }] of Object.entries(users))
      boxes.set(`${site} ${user}`, { site, user, name: showText(name), domain: domains[0] ?? site, letters: [] });
  for (let i = 0; i < count; i++) {
    const event = trace[i]!;
    if (event.type !== 'mail.delivered' && event.type !== 'mail.read' && event.type !== 'mail.deleted') continue;
    const box = boxes.get(`${event.site} ${event.user}`);
    if (event.type === 'mail.delivered') box?.letters.unshift(storedOf(event));
    else if (event.type === 'mail.deleted' && box) box.letters = box.letters.filter((letter) => letter.event.uid !== event.uid);
    else for (const letter of box?.letters ?? []) letter.read ||= letter.event.uid === event.uid;
  }
  const all = [...boxes.values()];
  return [...all.filter(({ letters }) => letters.length > 0), ...all.filter(({ letters }) => letters.length === 0)];
}

function storedOf(event: TraceEventOf<'mail.delivered'>): StoredLetter {
  const { fields } = parseMessage(event.header);
  const field = (wanted: string) => {
    const value = fieldNamed(fields, wanted);
    return value === undefined ? null : showBytes(value.trim(), SHOWN);
  };
  return {
    event,
    from: field('from'),
    subject: field('subject'),
    report: isReport(event.header),
    read: false,
  };
}
