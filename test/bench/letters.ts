// Letters as a busy client hands them over: a hundred on each connection.

import { connect, finish, nextDue, send, step, takeNotices } from '../../src/engine/world';
import type { World } from '../../src/engine/world-types';

const PER_CONNECTION = 100;

export interface Route {
  /** Address of the server that takes the letters. */
  server: string;
  sender: string;
  recipient: string;
}

/** Hands over so many letters (a multiple of a hundred) from the workstation, and lets each come to rest. */
export function handOver(world: World, { server, sender, recipient }: Route, letters: number): void {
  const letter = [
    `MAIL FROM:<${sender}>`,
    `RCPT TO:<${recipient}>`,
    'DATA',
    'Subject: bench\r\n\r\n' + 'A line of an ordinary letter.\r\n'.repeat(20) + '.',
  ].map((text) => `${text}\r\n`);
  for (let sent = 0; sent < letters; sent += PER_CONNECTION) {
    const connection = connect(world, { owner: 'bench', from: 'ws1.campus.example', toAddress: server, port: 25 });
    rest(world);
    send(world, connection, 'EHLO ws1.campus.example\r\n');
    for (let i = 0; i < PER_CONNECTION; i++) {
      for (const part of letter) {
        send(world, connection, part);
        rest(world);
      }
    }
    send(world, connection, 'QUIT\r\n');
    rest(world);
    finish(world, connection);
    rest(world);
  }
}

function rest(world: World): void {
  while (nextDue(world) <= world.now + 1_000) step(world);
  takeNotices(world);
}
