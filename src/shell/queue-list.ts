// The queue of a host as its own program lists it: Postfix's `mailq`, or Exim's.

import { decodeUtf8 } from '../engine/kernel/bytes';
import { civil, clock, MONTHS, WEEKDAYS } from '../engine/kernel/calendar';
import { writeMailbox } from '../engine/mail/mailbox';
import type { QueuedLetter } from '../engine/mta/types';
import { lettersInQueue } from '../engine/world';
import type { World } from '../engine/world-types';

const HEAD = '-Queue ID-  --Size-- ----Arrival Time---- -Sender/Recipient-------\n';
const INDENT = ' '.repeat(41);

/** The queue of a host, oldest letter first. */
export function queueList(world: World, host: string, style: 'postfix' | 'exim'): string {
  const letters = lettersInQueue(world, host).sort((a, b) => a.arrived - b.arrived);
  if (style === 'exim') return letters.map((letter) => eximEntry(world, letter)).join('');
  if (letters.length === 0) return 'Mail queue is empty\n';
  const octets = letters.reduce((sum, { content }) => sum + content.length, 0);
  const total = `-- ${Math.round(octets / 1024)} Kbytes in ${letters.length} Request${letters.length === 1 ? '' : 's'}.\n`;
  return HEAD + letters.map((letter) => postfixEntry(world, letter)).join('\n') + '\n' + total;
}

function postfixEntry(world: World, { queueId, content, arrived, envelope, troubles, transfers }: QueuedLetter): string {
  const id = `${queueId}${transfers.length > 0 ? '*' : ' '}`.padEnd(11);
  const first = `${id} ${String(content.length).padStart(8)} ${moment(world, arrived)}  ${sender(envelope.reversePath)}\n`;
  const reasons = new Map<string, string[]>();
  for (const { forwardPath } of envelope.recipients) {
    const reason = troubles[forwardPath]?.diagnostic ?? '';
    reasons.set(reason, [...(reasons.get(reason) ?? []), forwardPath]);
  }
  const waiting = [...reasons].map(([reason, paths]) => {
    const why = reason === '' ? '' : `${`(${decodeUtf8(reason)})`.padStart(78)}\n`;
    return why + paths.map((path) => `${INDENT}${decodeUtf8(writeMailbox(path))}\n`).join('');
  });
  return first + waiting.join('');
}

function eximEntry(world: World, { queueId, content, arrived, envelope }: QueuedLetter): string {
  const size = content.length < 1024 ? String(content.length) : `${(content.length / 1024).toFixed(1)}K`;
  const head = `${age(world.now - arrived).padStart(3)} ${size.padStart(5)} ${queueId} <${decodeUtf8(writeMailbox(envelope.reversePath))}>\n`;
  return `${head}${envelope.recipients.map(({ forwardPath }) => `          ${decodeUtf8(writeMailbox(forwardPath))}\n`).join('')}\n`;
}

/** `Mon Jan 15 09:00:00` */
function moment(world: World, at: number): string {
  const t = civil(world.epoch + at);
  return `${WEEKDAYS[t.weekday]} ${MONTHS[t.month - 1]} ${String(t.day).padStart(2)} ${clock(t)}`;
}

function sender(reversePath: string): string {
  return reversePath === '' ? 'MAILER-DAEMON' : decodeUtf8(writeMailbox(reversePath));
}

/** Minutes, hours from 90 minutes on, days from three on, as Exim has it. */
function age(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 90) return `${minutes}m`;
  const hours = Math.floor(minutes / 60);
  return hours < 72 ? `${hours}h` : `${Math.floor(hours / 24)}d`;
}
