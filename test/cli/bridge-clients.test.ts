// Clients of every kind against one bridge: none of them harms another, and none makes it grow without a limit.

import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBridge, type Bridge } from '../../src/cli/bridge';
import { heaviest, MOST_CONNECTIONS, withinBounds } from '../../src/cli/bridge-bounds';
import type { SmtpSession } from '../../src/engine/smtp/types';
import { bridgedWorld, bridgeTo, lettersOf, portOf, RawClient, until } from '../support/bridge';
import { smallWorld } from '../support/small-world';

/** Octets that nobody's buffers hold. */
const ENOUGH = 64_000_000;

let bridge: Bridge;
let clients: RawClient[] = [];
beforeEach(async () => void (bridge = await bridgeTo()));
afterEach(async () => {
  for (const { socket } of clients) socket.destroy();
  clients = [];
  await bridge.close();
});

function client(service = 'smtp'): RawClient {
  const made = new RawClient(portOf(bridge, service));
  clients.push(made);
  return made;
}

/** Somebody well-behaved is served while others are not. */
async function serves(): Promise<void> {
  const polite = await client().hear(/^220 /);
  await polite.say('HELO there\r\n').hear(/^250 mx1/m);
  polite.say('QUIT\r\n');
  await polite.gone();
}

const connections = () => Object.keys(bridge.live.world.connections).length;

describe('a conversation', () => {
  it('is that of the page: its greeting, its states, its last words', async () => {
    const one = await client().hear(/^220 mx1\.campus\.example ESMTP Postfix/);
    await one.say('MAIL FROM:<>\r\nDATA\r\n').hear(/^554 5\.5\.1/m);
    one.say('QUIT\r\n');
    await one.gone();
    expect(one.heard.match(/^\d{3}/gm)).toEqual(['220', '250', '554', '221']);
  });

  it('takes commands that come octet by octet, and answers to a client that has said all it will', async () => {
    const one = await client().hear(/^220/);
    for (const octet of 'NOOP\r\n') one.say(octet);
    await one.hear(/^250/m);
    one.socket.end('NOOP\r\nQUIT\r\n');
    await one.gone();
    expect(one.heard.match(/^\d{3}/gm)).toEqual(['220', '250', '250', '221']);
  });

  it('ends by the clock of the world, which runs with that on the wall', async () => {
    const fast = await bridgeTo(bridgedWorld(), 100);
    const one = new RawClient(portOf(fast, 'smtp-small'));
    await one.hear(/^421 4\.4\.2 /m);
    await one.gone();
    await fast.close();
  });

  it('is refused where the world refuses it', async () => {
    const world = bridgedWorld();
    world.filters = [{ from: '127.0.0.1', to: '192.0.2.25', port: 25, action: 'reject' }];
    const closed = await bridgeTo(world);
    const one = new RawClient(portOf(closed, 'smtp'));
    await one.gone();
    expect(one.heard).toBe('');
    await closed.close();
  });
});

const listening = (server: Server, port: number) =>
  new Promise<void>((done, failed) => server.once('error', failed).listen(port, '127.0.0.1', done));

/** The second of so many free ports in a row, below those that systems hand out to whoever asks for any. */
async function freeRun(length: number): Promise<number> {
  for (let base = 21_000 + (process.pid % 1_000) * 10; base < 32_000; base += length) {
    const servers = Array.from({ length }, () => createServer());
    const all = await Promise.allSettled(servers.map((server, i) => listening(server, base + i)));
    await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
    if (all.every(({ status }) => status === 'fulfilled')) return base + 1;
  }
  throw new Error('no free ports in a row');
}

describe('a client that', () => {
  it('vanishes leaves nothing behind', async () => {
    const one = await client().hear(/^220/);
    one.say('EHLO there\r\nMAIL FROM:<a@b.example>\r\n');
    await one.hear(/^250 2\.1\.0/m);
    one.socket.resetAndDestroy();
    await until(
      () => connections() === 0,
      () => `${connections()} connections`,
    );
    await serves();
  });

  it('does not read is not read from', async () => {
    const one = await client('smtp-patient').hear(/^220/);
    one.socket.pause();
    let written = 0;
    const command = 'HELP\r\nEHLO there\r\n'.repeat(4_000);
    const flood = () => {
      while (written < ENOUGH && one.socket.write(command)) written += command.length;
    };
    one.socket.on('drain', flood);
    flood();
    await new Promise((later) => setTimeout(later, 1_000));
    expect(written).toBeLessThan(ENOUGH);
    expect(one.closed).toBe(false);
    await serves();
  });

  it('never ends its line fills no memory', async () => {
    const one = await client().hear(/^220/);
    const block = 'x'.repeat(65_536);
    for (let sent = 0; sent < 200; sent++) one.say(block);
    one.say('\r\nNOOP\r\n');
    await one.hear(/^250/m);
    expect(one.heard).toMatch(/\r\n50[02] [^]*\r\n250 2\.0\.0 Ok\r\n$/);
    await serves();
  });

  it('talks without an end leaves no past', async () => {
    const one = await client('smtp-patient').hear(/^220/);
    for (let i = 0; i < 50; i++) one.say('NOOP\r\n'.repeat(20));
    await until(
      () => one.heard.length > 14 * 1_000,
      () => `only ${one.heard.length} octets`,
    );
    expect(bridge.live.world.trace.length).toBeLessThan(100);
    expect(bridge.live.world.trace.at(-1)!.seq).toBeGreaterThan(1_000);
  });
});

describe('the bounds', () => {
  it('give every mailbox a quota, and leave one that has its own', () => {
    const { users } = withinBounds(smallWorld()).sites['campus']!;
    expect(users['ada']?.quota).toBeGreaterThan(10_485_760);
    expect(users['full']?.quota).toBe(10);
    expect(smallWorld().sites['campus']?.users['ada']?.quota).toBeUndefined();
  });

  it('of unfinished letters name the largest, and only when they are too many', () => {
    const session = (megabytes: number) =>
      ({ content: 'x'.repeat(megabytes * 1_048_576), chunk: null, buffer: '' }) as unknown as SmtpSession;
    const world = bridge.live.world;
    world.sessions = { 1: session(100), 2: session(150) };
    expect(heaviest(world)).toBe(null);
    world.sessions[3] = session(20);
    expect(heaviest(world)).toBe(2);
    world.sessions = {};
  });

  it('of connections are told with 421', async () => {
    for (let made = 1; made <= MOST_CONNECTIONS; made++) {
      client();
      if (made % 100 === 0)
        await until(
          () => connections() === made,
          () => `${connections()} of ${made} are open`,
        );
    }
    const last = client();
    await last.hear(/^421 4\.3\.2 /);
    await last.gone();
    clients[0]!.socket.destroy();
    await until(
      () => connections() < MOST_CONNECTIONS,
      () => 'all are still there',
    );
    await serves();
  }, 20_000);
});

describe('the bridge', () => {
  it('started afresh has an empty world and open ports', async () => {
    const letter = 'HELO x\r\nMAIL FROM:<>\r\nRCPT TO:<ada@campus.example>\r\nDATA\r\n';
    const one = await client().hear(/^220/);
    await one.say(letter).hear(/^354/m);
    await one.say('Subject: hi\r\n\r\n.\r\n').hear(/^250 2\.0\.0 Ok: queued/m);
    expect(lettersOf(bridge, 'ada')).toHaveLength(1);
    bridge.restart();
    await one.gone();
    expect(lettersOf(bridge, 'ada')).toEqual([]);
    expect(bridge.live.world.now).toBeLessThan(1_000);
    await serves();
  });

  it('says which port is taken, and opens none of the others', async () => {
    const port = await freeRun(5);
    const taken = createServer();
    await listening(taken, port);
    const options = { world: bridgedWorld(), seed: 1, speed: 1 };
    await expect(openBridge({ ...options, portBase: port - 1 })).rejects.toThrow(
      `Port ${port} on 127.0.0.1, for mx1.campus.example port 2525, is taken; choose others with --port-base.`,
    );
    await new Promise((done) => taken.close(done));
    const opened = await openBridge({ ...options, portBase: port - 1 });
    expect(opened.facts.listeners.map(({ listen }) => listen)).toEqual([port - 1, port, port + 1]);
    expect(opened.facts.dns).toEqual({ udp: port + 2, tcp: port + 2 });
    await opened.close();
  });
});
