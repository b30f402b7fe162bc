// Letters through the whole world: connection, session, trace, mailbox. One connection carries a hundred.

import { connect, createWorld, finish, nextDue, send, step, takeNotices } from '../../src/engine/world';
import { smallWorld } from '../support/small-world';
import { exponent, line, type Figure } from './figures';

const PER_CONNECTION = 100;
const LETTER = [
  'MAIL FROM:<bram@partner.example>',
  'RCPT TO:<ada@campus.example>',
  'DATA',
  'Subject: bench\r\n\r\n' + 'A line of an ordinary letter.\r\n'.repeat(20) + '.',
].map((text) => `${text}\r\n`);

interface Run {
  milliseconds: number;
  /** Octets of the heap that stayed in use: world, mailbox and trace. */
  octets: number;
}

function deliver(letters: number): Run {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const started = performance.now();
  const world = createWorld(smallWorld(), 1);
  const rest = () => {
    while (nextDue(world) <= world.now + 1_000) step(world);
    takeNotices(world);
  };
  for (let sent = 0; sent < letters; sent += PER_CONNECTION) {
    const connection = connect(world, { owner: 'bench', from: 'ws1.campus.example', toAddress: '192.0.2.25', port: 25 });
    rest();
    send(world, connection, 'EHLO ws1.campus.example\r\n');
    for (let i = 0; i < PER_CONNECTION; i++) {
      for (const part of LETTER) {
        send(world, connection, part);
        rest();
      }
    }
    send(world, connection, 'QUIT\r\n');
    rest();
    finish(world, connection);
    rest();
  }
  const milliseconds = performance.now() - started;
  const stored = world.sites['campus']?.mailboxes['ada']?.messages.length;
  if (stored !== letters) throw new Error(`${stored} of ${letters} letters arrived`);
  globalThis.gc?.();
  return { milliseconds, octets: process.memoryUsage().heapUsed - before };
}

/** (c) Letters per second, and how time and memory grow from a thousand letters to a hundred thousand. */
export function smtpFigures(): Figure[] {
  deliver(1_000);
  const small = deliver(1_000);
  const large = deliver(100_000);
  const time = exponent(small.milliseconds, large.milliseconds, 100);
  const memory = exponent(small.octets, large.octets, 100);
  return [
    line('smtp: growth of time, 1,000 to 100,000 letters (exponent)', time, 1.05, `${Math.round(1e8 / large.milliseconds)} letters/s`),
    line(
      'smtp: growth of memory, 1,000 to 100,000 letters (exponent)',
      memory,
      1.05,
      `${Math.round(large.octets / 100_000)} octets a letter`,
    ),
  ];
}
