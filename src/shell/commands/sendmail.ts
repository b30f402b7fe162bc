// sendmail: how every program on a Unix machine hands a letter to its mail system.

import { encodeUtf8, type Bytes } from '../../engine/kernel/bytes';
import { destinations } from '../../engine/mail/destinations';
import { withoutField } from '../../engine/mail/message';
import { hasMailSystem, hostNamed } from '../../engine/world';
import { optionFault, readOptions } from '../options';
import { program, type System } from '../types';

interface Memory {
  sender: string;
  recipients: string[];
  /** Recipients stand in the letter's own fields. */
  fromHeader: boolean;
  /** A line with a dot alone does not end it. */
  dotsPlain: boolean;
  lines: Bytes[];
}

export const sendmail = program<Memory>({
  name: 'sendmail',
  group: 'mail',
  summary: 'hand a letter to the mail system of this machine',
  manual: `NAME
    sendmail - hand a letter to the mail system of this machine

SYNOPSIS
    sendmail [-i] [-f SENDER] RECIPIENT...
    sendmail -t [-i] [-f SENDER]

DESCRIPTION
    Reads a letter, header and all, up to a line with a single dot, to ^D
    or to the end of a pipe, and gives it to the mail system, which writes
    the envelope: SENDER (or you), and RECIPIENT, or with -t whoever the
    fields To, Cc and Bcc name. Bcc is then taken out.

    -i   a line with a single dot does not end the letter

EXAMPLES
    printf 'Subject: hi\\n\\nHello.\\n' | sendmail bram@partner.example
`,
  start(args, stdin, system) {
    const { given, words, fault } = readOptions(args, 'itf:');
    const memory: Memory = {
      sender: given['f'] ?? system.login.user,
      recipients: words.map(bare),
      fromHeader: 't' in given,
      dotsPlain: 'i' in given,
      lines: [],
    };
    const refused = fault
      ? optionFault('sendmail', fault)
      : !hasMailSystem(hostNamed(system.world, system.login.host))
        ? 'sendmail: this machine has no mail system; log in to a mail server with ssh\n'
        : words.length === 0 && !memory.fromHeader
          ? 'sendmail: recipients must be given as words, or with -t in the letter\n'
          : null;
    if (refused !== null) {
      system.complain(refused);
      system.exit(64);
      return memory;
    }
    if (stdin === null) return memory;
    const lines = stdin.replace(/\n$/, '').split('\n');
    const dot = memory.dotsPlain ? -1 : lines.indexOf('.');
    return handOver({ ...memory, lines: dot < 0 ? lines : lines.slice(0, dot) }, system);
  },

  reading: () => 'lines',

  line(memory, line, system) {
    if (line === '.' && !memory.dotsPlain) return handOver(memory, system);
    return { ...memory, lines: [...memory.lines, encodeUtf8(line)] };
  },

  endOfInput: (memory, system) => handOver(memory, system),
});

function handOver(memory: Memory, system: System): Memory {
  const content = memory.lines.map((line) => `${line.replace(/\r$/, '')}\r\n`).join('');
  const named = memory.fromHeader ? destinations(content) : [];
  const recipients = [...new Set([...memory.recipients, ...named])].map((forwardPath) => ({ forwardPath }));
  if (recipients.length === 0) {
    system.complain('sendmail: fatal: no recipients specified\n');
    system.exit(64);
    return memory;
  }
  system.handIn({ reversePath: bare(memory.sender), recipients, utf8: false }, memory.fromHeader ? withoutField(content, 'Bcc') : content);
  system.exit(0);
  return memory;
}

/** An address without brackets, as octets. */
function bare(address: string): Bytes {
  return encodeUtf8(/^<(.*)>$/.exec(address)?.[1] ?? address);
}
