// The smallest world in which two machines talk: a workstation and a mail server on one network, a
// stranger on another, and a name server on each.

import type { ConnectionId, TraceBody, TraceEventOf } from '../../src/engine/kernel/trace';
import { connect, createWorld, nextDue, runUntil, send, step, takeNotices } from '../../src/engine/world';
import type { Notice, World, WorldData } from '../../src/engine/world-types';

export const smallWorld = (): WorldData => ({
  start: '2024-01-15T09:00:00Z',
  networks: {
    campus: { prefix: '192.0.2.0/24', resolver: '192.0.2.53', latency: 2 },
    isp: { prefix: '198.51.100.0/24', resolver: '198.51.100.53', latency: 10 },
  },
  sites: {
    campus: {
      domains: ['campus.example'],
      users: { ada: { name: 'Ada' }, you: { name: 'You' }, full: { name: 'Full', quota: 10 } },
      aliases: { postmaster: ['you'], staff: ['you', 'ada'], gone: ['left-in-2020'] },
    },
  },
  hosts: {
    'ws1.campus.example': { addresses: ['192.0.2.10'], network: 'campus', site: 'campus', users: ['you'] },
    'mx1.campus.example': {
      addresses: ['192.0.2.25'],
      network: 'campus',
      site: 'campus',
      services: [{ port: 25, protocol: 'smtp', dialect: 'postfix-like' }],
    },
    'ns1.campus.example': {
      addresses: ['192.0.2.53'],
      network: 'campus',
      services: [{ port: 53, protocol: 'dns', zones: ['campus.example', '2.0.192.in-addr.arpa'], recursive: true }],
    },
    'dsl-77.isp.example': { addresses: ['198.51.100.77'], network: 'isp', users: ['you'] },
    'off.isp.example': { addresses: ['198.51.100.99'], network: 'isp', down: true },
  },
  zones: {
    'campus.example': ['@ MX 10 mx1', 'mx1 A 192.0.2.25', 'ws1 A 192.0.2.10'],
    '2.0.192.in-addr.arpa': ['10 PTR ws1.campus.example.'],
  },
  terminals: [{ name: 'ws1', host: 'ws1.campus.example', user: 'you' }],
});

/** A socket in a world, driven by hand: what was told is collected. */
export class Caller {
  readonly world: World;
  readonly connection: ConnectionId;
  readonly notices: Notice[] = [];

  constructor(world: World, from: string, toAddress: string, port = 25) {
    this.world = world;
    this.connection = connect(world, { owner: 'test', from, toAddress, port });
  }

  /** Everything due within `milliseconds` from now happens. */
  wait(milliseconds: number): this {
    runUntil(this.world, this.world.now + milliseconds);
    this.collect();
    return this;
  }

  /** Until nothing is due within a minute. */
  rest(): this {
    while (nextDue(this.world) <= this.world.now + 60_000) step(this.world);
    this.collect();
    return this;
  }

  say(...lines: string[]): this {
    send(this.world, this.connection, lines.map((line) => `${line}\r\n`).join(''));
    return this.rest();
  }

  /** All octets heard so far. */
  get heard(): string {
    return this.notices.flatMap((notice) => (notice.type === 'data' ? notice.bytes : [])).join('');
  }

  /** First three digits of each complete reply so far. */
  get codes(): string[] {
    return [...this.heard.matchAll(/^(\d{3})(?: |\r?$)/gm)].map((match) => match[1] ?? '');
  }

  private collect(): void {
    this.notices.push(...takeNotices(this.world).flatMap(({ owner, notice }) => (owner === 'test' ? notice : [])));
  }
}

export function call(from = 'ws1.campus.example', toAddress = '192.0.2.25', port = 25, data = smallWorld(), seed = 1): Caller {
  return new Caller(createWorld(data, seed), from, toAddress, port);
}

/** All events of one type. */
export function events<T extends TraceBody['type']>(world: World, type: T): TraceEventOf<T>[] {
  return world.trace.filter((event): event is TraceEventOf<T> => event.type === type);
}
