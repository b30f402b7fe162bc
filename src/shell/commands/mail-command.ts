// What can be typed at mail's `& `.

import { hostNamed } from '../../engine/world';
import { MAIL_DIRECTORY } from '../files';
import { deleteLetter, fromLine, lettersOf, recordRead, unixLines } from '../mailbox-file';
import type { System } from '../types';
import { headings, letter, type Mail } from './mail-memory';

const HELP = `    Mail   Commands
t, p <message list>             type messages, all header fields
n, Enter                        goto and type next message
-                               goto and type previous message
h                               print out active message headers
d <message list>                delete messages
u <message list>                undelete messages
q                               quit, deleted messages go
x                               quit, do not change the mailbox
A <message list> consists of integers, ranges of same, or *.
`;

/** Names in the order in which abbreviations are tried. */
const COMMANDS = ['next', 'print', 'type', 'Print', 'Type', 'headers', 'delete', 'undelete', 'quit', 'xit', 'exit', 'help', '?', '+', '-'];

export interface MailStep {
  next: Mail;
  ended: boolean;
}

/** Carries out one line. */
export function mailCommand(memory: Mail, line: string, system: System): MailStep {
  const [, word = '', rest = ''] = /^\s*([A-Za-z]+|[?+-]|)\s*(.*?)\s*$/s.exec(line) ?? [];
  if (word === '' && rest === '') return going(step(memory, memory.fresh ? 0 : 1, system));
  if (word === '' && /^[\d$*.-]/.test(rest)) return going(each(memory, rest, system, show));
  const name = COMMANDS.find((command) => word !== '' && command.startsWith(word));
  switch (name) {
    case 'next':
    case '+':
      return going(rest === '' ? step(memory, memory.fresh ? 0 : 1, system) : each(memory, rest, system, show));
    case '-':
      return going(step(memory, -1, system));
    case 'print':
    case 'type':
    case 'Print':
    case 'Type':
      return going(each(memory, rest, system, show));
    case 'headers':
      system.print(headings(memory, system));
      return going(memory);
    case 'delete':
      return going(
        each(memory, rest, system, (now, index) => ({ ...now, current: index, deleted: [...now.deleted, now.uids[index] ?? 0] })),
      );
    case 'undelete':
      return going(
        each(memory, rest, system, (now, index) => ({ ...now, deleted: now.deleted.filter((uid) => uid !== now.uids[index]) }), true),
      );
    case 'quit':
      return ending(quit(memory, system), system);
    case 'xit':
    case 'exit':
      return ending(memory, system);
    case 'help':
    case '?':
      system.print(HELP);
      return going(memory);
    default:
      system.print(`Unknown command: "${word || rest}"\n`);
      return going(memory);
  }
}

const going = (next: Mail): MailStep => ({ next, ended: false });

function ending(next: Mail, system: System): MailStep {
  system.exit(0);
  return { next, ended: true };
}

/** Shows the letter `by` places on, past those that are deleted. */
function step(memory: Mail, by: number, system: System): Mail {
  let index = memory.current + by;
  while (memory.deleted.includes(memory.uids[index] ?? -1)) index += by || 1;
  if (memory.uids[index] !== undefined) return show(memory, index, system);
  system.print(by < 0 ? 'Nothing before the first message\n' : 'At EOF\n');
  return memory;
}

/** Does something with each letter of a list; without a list, with the present one. */
function each(
  memory: Mail,
  list: string,
  system: System,
  act: (memory: Mail, index: number, system: System) => Mail,
  ofDeleted = false,
): Mail {
  const numbers = numbersIn(memory, list);
  let next = memory;
  for (const number of numbers) {
    const uid = memory.uids[number - 1];
    if (uid === undefined) system.print(`${number}: Invalid message number\n`);
    else if (memory.deleted.includes(uid) !== ofDeleted) system.print(`${number}: Inappropriate message\n`);
    else next = act(next, number - 1, system);
  }
  if (numbers.length === 0) system.print('No applicable messages\n');
  return next;
}

/** `3`, `1-4`, `*`, `$` (the last), `.` (the present one). */
function numbersIn({ uids, current }: Mail, list: string): number[] {
  const words = list === '' ? ['.'] : list.split(/[\s,]+/);
  const number = (text: string) => (text === '$' ? uids.length : text === '.' ? current + 1 : Number(text));
  return words.flatMap((word) => {
    if (word === '*') return uids.map((_, i) => i + 1);
    const [, from = '', to = from] = /^(\d{1,6}|[.$])(?:-(\d{1,6}|[.$]))?$/.exec(word) ?? [];
    if (from === '') return [];
    const last = Math.min(number(to), Math.max(uids.length, number(from)));
    return Array.from({ length: Math.max(last - number(from) + 1, 0) }, (_, i) => number(from) + i);
  });
}

function show(memory: Mail, index: number, system: System): Mail {
  const message = letter(memory, memory.uids[index], system);
  const next = { ...memory, current: index, fresh: false };
  if (!message) {
    system.print(`${index + 1}: Invalid message number\n`);
    return next;
  }
  system.print(`Message ${index + 1}:\n`);
  system.printBytes(`${fromLine(system.world, message)}\n${unixLines(message.content)}`);
  system.print('\n');
  message.seen = true;
  recordRead(system.world, hostNamed(system.world, system.login.host), memory.user, message.uid);
  return next;
}

function quit(memory: Mail, system: System): Mail {
  const { world, login } = system;
  const host = hostNamed(world, login.host);
  for (const uid of memory.deleted) deleteLetter(world, host, memory.user, uid);
  const kept = lettersOf(world, host, memory.user).length;
  if (kept > 0) system.print(`Held ${kept} message${kept === 1 ? '' : 's'} in ${MAIL_DIRECTORY}/${memory.user}\n`);
  return memory;
}
