// mail as bsd-mailx shows it: a list of letters, an `& ` prompt, one letter at a time; with an address it sends one.
// Chosen differences: it shows every header field, because they are the lesson, and letters that were read stay in the
// mailbox as with `set hold`.

import { decodeUtf8, encodeUtf8 } from '../../engine/kernel/bytes';
import { hasMailSystem, hostNamed } from '../../engine/world';
import { MAIL_DIRECTORY } from '../files';
import { lettersOf } from '../mailbox-file';
import { optionFault, readOptions } from '../options';
import { program, type System } from '../types';
import { mailCommand } from './mail-command';
import manual from './mail-manual';
import { headings, type Mail } from './mail-memory';

export const mail = program<Mail | Draft>({
  name: 'mail',
  group: 'mail',
  summary: 'read the mail that came to you on this machine, or send some: mail -s SUBJECT ADDRESS',
  manual,

  start(args, stdin, system) {
    const { given, words, fault } = readOptions(args, 'u:s:NnH');
    const user = given['u'] ?? system.login.user;
    const memory: Mail = { user, uids: [], deleted: [], current: 0, fresh: true };
    const sending = words.length > 0;
    const refused = fault ? optionFault('mail', fault) : sending ? notSent(system) : refusal(given, user, system);
    if (refused !== null) {
      system.complain(refused);
      system.exit(1);
      return memory;
    }
    if (sending) return compose({ to: words, subject: given['s'] ?? null, lines: [] }, stdin, system);
    const letters = lettersOf(system.world, hostNamed(system.world, system.login.host), user);
    if (letters.length === 0) {
      system.print(`No mail for ${user}\n`);
      system.exit(1);
      return memory;
    }
    const firstNew = letters.findIndex(({ seen }) => !seen);
    const opened = { ...memory, uids: letters.map(({ uid }) => uid), current: Math.max(firstNew, 0) };
    const fresh = letters.filter(({ seen }) => !seen).length;
    system.print('Mail version 8.1.2 01/15/2001.  Type ? for help.\n');
    system.print(
      `"${MAIL_DIRECTORY}/${user}": ${letters.length} message${letters.length === 1 ? '' : 's'}${fresh > 0 ? ` ${fresh} new` : ''}\n`,
    );
    system.print(headings(opened, system));
    return stdin === null ? prompt(opened, system) : readAll(opened, stdin, system);
  },

  reading: () => 'lines',

  line(memory, line, system) {
    if ('to' in memory) return typed(memory, line, system);
    const { next, ended } = mailCommand(memory, line, system);
    return ended ? next : prompt(next, system);
  },

  endOfInput(memory, system) {
    if ('to' in memory) return post(memory, system);
    system.print('\n');
    return mailCommand(memory, 'q', system).next;
  },
});

/** A letter being written. */
interface Draft {
  to: string[];
  /** Null while it is being asked for. */
  subject: string | null;
  lines: string[];
}

function refusal(given: Record<string, string>, user: string, system: System): string | null {
  if ('s' in given) return 'mail: -s needs an address: mail -s SUBJECT ADDRESS\n';
  const foreign = user !== system.login.user && system.login.user !== 'root';
  return foreign ? `mail: ${MAIL_DIRECTORY}/${user}: Permission denied\n` : null;
}

function notSent({ world, login }: System): string | null {
  if (hasMailSystem(hostNamed(world, login.host))) return null;
  return 'mail: this machine has no mail system that would carry a letter; talk to a mail server: telnet HOST 25\n';
}

/** Begins a letter: from a pipe it is complete, at a terminal the subject is asked for first. */
function compose(draft: Draft, stdin: string | null, system: System): Draft {
  if (stdin !== null)
    return post({ ...draft, subject: draft.subject ?? '', lines: stdin.replace(/\n$/, '').split('\n').map(decodeUtf8) }, system);
  if (draft.subject === null) system.print('Subject: ');
  return draft;
}

function typed(draft: Draft, line: string, system: System): Draft {
  if (draft.subject === null) return { ...draft, subject: line };
  return line === '.' ? post(draft, system) : { ...draft, lines: [...draft.lines, line] };
}

function post({ to, subject, lines }: Draft, system: System): Draft {
  const header = [`To: ${to.join(', ')}`, ...(subject ? [`Subject: ${subject}`] : [])];
  const content = encodeUtf8([...header, '', ...lines].map((line) => `${line}\r\n`).join(''));
  const recipients = to.map((address) => ({ forwardPath: encodeUtf8(address) }));
  system.handIn({ reversePath: system.login.user, recipients, utf8: false }, content);
  system.exit(0);
  return { to, subject, lines };
}

function prompt(memory: Mail, system: System): Mail {
  system.print('& ', 'prompt');
  return memory;
}

/** Commands from a pipe; at their end it quits. */
function readAll(memory: Mail, stdin: string, system: System): Mail {
  let present = memory;
  for (const line of [...stdin.replace(/\n$/, '').split('\n'), 'q']) {
    const { next, ended } = mailCommand(present, line, system);
    present = next;
    if (ended) break;
  }
  return present;
}
