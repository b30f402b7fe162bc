// mail as bsd-mailx shows it: a list of letters, an `& ` prompt, one letter at a time. Chosen differences: it only
// reads (to send is what telnet is for), it shows every header field, because they are the lesson, and
// letters that were read stay in the mailbox as with `set hold`.

import { hostNamed } from '../../engine/world';
import { MAIL_DIRECTORY } from '../files';
import { lettersOf } from '../mailbox-file';
import { optionFault, readOptions } from '../options';
import { program, type System } from '../types';
import { mailCommand } from './mail-command';
import manual from './mail-manual';
import { headings, type Mail } from './mail-memory';

export const mail = program<Mail>({
  name: 'mail',
  group: 'mail',
  summary: 'read the mail that came to you on this machine',
  manual,

  start(args, stdin, system) {
    const { given, words, fault } = readOptions(args, 'u:s:NnH');
    const user = given['u'] ?? system.login.user;
    const memory: Mail = { user, uids: [], deleted: [], current: 0, fresh: true };
    const refused = refusal(fault ? optionFault('mail', fault) : null, words, given, user, system);
    if (refused !== null) {
      system.complain(refused);
      system.exit(1);
      return memory;
    }
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
    const { next, ended } = mailCommand(memory, line, system);
    return ended ? next : prompt(next, system);
  },

  endOfInput(memory, system) {
    system.print('\n');
    return mailCommand(memory, 'q', system).next;
  },
});

function refusal(fault: string | null, words: string[], given: Record<string, string>, user: string, system: System): string | null {
  if (fault !== null) return fault;
  if (words.length > 0 || 's' in given) return 'mail: this one only reads; to send, talk to a mail server: telnet HOST 25\n';
  const foreign = user !== system.login.user && system.login.user !== 'root';
  return foreign ? `mail: ${MAIL_DIRECTORY}/${user}: Permission denied\n` : null;
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
