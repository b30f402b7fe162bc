// The programs with which a mail server's keeper looks after its queue.

import { decodeUtf8 } from '../../engine/kernel/bytes';
import { formatDateTime } from '../../engine/kernel/calendar';
import { writeMailbox } from '../../engine/mail/mailbox';
import { hasMailSystem, hostNamed, lettersInQueue, serverDialect } from '../../engine/world';
import { unixLines } from '../mailbox-file';
import { optionFault, readOptions } from '../options';
import { queueList } from '../queue-list';
import { smallProgram } from '../small';
import type { System } from '../types';

export const mailq = smallProgram({
  name: 'mailq',
  group: 'mail',
  summary: 'the letters that wait on this mail server',
  manual: `NAME
    mailq - list the mail queue

SYNOPSIS
    mailq

DESCRIPTION
    Lists the letters that this machine has taken responsibility for and
    could not hand on yet: queue id (with * while it is being tried), size,
    when it came, sender; why it waits, in brackets; and for whom. Look at
    it on the server that holds the letter: ssh there first.

SEE ALSO
    postqueue, postcat
`,
  run(_args, system) {
    if (noMailSystem('mailq', system)) return 69;
    system.print(listing(system));
    return 0;
  },
});

export const postqueue = smallProgram({
  name: 'postqueue',
  group: 'mail',
  summary: 'list the queue (-p), or try all letters now (-f)',
  manual: `NAME
    postqueue - list or flush the mail queue

SYNOPSIS
    postqueue -p
    postqueue -f
    postqueue -i QUEUE-ID

DESCRIPTION
    -p   lists the queue, as mailq does
    -f   tries every waiting letter now, whenever its next try was due
    -i   tries one letter now
`,
  run(args, system) {
    const { given, words, fault } = readOptions(args, 'pfi:');
    if (fault) return refuse(system, optionFault('postqueue', fault), 69);
    if (words.length > 0 || Object.keys(given).length !== 1)
      return refuse(system, 'postqueue: fatal: usage: postqueue -f | postqueue -i queueid | postqueue -p\n', 69);
    if (noMailSystem('postqueue', system)) return 69;
    if ('p' in given) system.print(listing(system));
    else system.flushQueue(given['i']);
    return 0;
  },
});

export const postcat = smallProgram({
  name: 'postcat',
  group: 'mail',
  summary: 'show a letter in the queue, envelope and all: postcat -q ID',
  manual: `NAME
    postcat - show a letter in the queue

SYNOPSIS
    postcat -q QUEUE-ID

DESCRIPTION
    Shows what the queue has of a letter: first the envelope (sender and
    recipients, which no reader of the letter ever sees), then the letter.
`,
  run(args, system) {
    const { given, fault } = readOptions(args, 'q:');
    if (fault) return refuse(system, optionFault('postcat', fault), 1);
    const queueId = given['q'];
    if (queueId === undefined) return refuse(system, 'postcat: fatal: usage: postcat -q queue_id\n', 1);
    if (noMailSystem('postcat', system)) return 69;
    const letter = lettersInQueue(system.world, system.login.host).find((candidate) => candidate.queueId === queueId);
    if (!letter) return refuse(system, `postcat: fatal: open queue file ${queueId}: No such file or directory\n`, 1);
    const { envelope, arrived, content, transfers } = letter;
    const file = `${transfers.length > 0 ? 'active/' : 'deferred/'}${transfers.length > 0 ? '' : `${queueId.charAt(0)}/`}${queueId}`;
    const lines = [
      `*** ENVELOPE RECORDS ${file} ***`,
      `message_size: ${String(content.length).padStart(15)}`,
      `message_arrival_time: ${formatDateTime(system.world.epoch + arrived)}`,
      `sender: ${decodeUtf8(writeMailbox(envelope.reversePath))}`,
      ...envelope.recipients.map(({ forwardPath }) => `recipient: ${decodeUtf8(writeMailbox(forwardPath))}`),
      `*** MESSAGE CONTENTS ${file} ***`,
    ];
    system.print(`${lines.join('\n')}\n`);
    system.printBytes(unixLines(content));
    system.print(`*** MESSAGE FILE END ${file} ***\n`);
    return 0;
  },
});

function listing({ world, login }: System): string {
  return queueList(world, login.host, serverDialect(world, login.host) === 'exim-like' ? 'exim' : 'postfix');
}

/** Complains if this machine has no mail system. */
function noMailSystem(name: string, { world, login, complain }: System): boolean {
  if (hasMailSystem(hostNamed(world, login.host))) return false;
  complain(`${name}: this machine has no mail system; log in to a mail server with ssh\n`);
  return true;
}

function refuse({ complain }: System, text: string, status: number): number {
  complain(text);
  return status;
}
