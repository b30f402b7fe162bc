// A campus with a mail server, two workstations and a host elsewhere: the least world in which mail
// moves, and clients in it that do what they are told at given instants.

import type { Instant } from '../../src/engine/kernel/schedule';
import { abort, connect, createWorld, finish, nextDue, runUntil, send, takeNotices } from '../../src/engine/world';
import type { World, WorldData } from '../../src/engine/world-types';

export const CAMPUS: WorldData = {
  start: '2024-01-15T09:00:00Z',
  networks: {
    campus: { prefix: '192.0.2.0/24', resolver: '192.0.2.53', latency: 2 },
    partner: { prefix: '198.51.100.0/24', resolver: '198.51.100.53', latency: 15 },
  },
  sites: {
    campus: {
      domains: ['campus.example', 'mx1.campus.example'],
      users: { you: { name: 'You' }, ada: { name: 'Ada Moss' }, cleo: { name: 'Cleo', quota: 2000 } },
      aliases: { postmaster: ['you'], staff: ['you', 'ada'], gone: ['left-in-2020'], everyone: ['staff', 'cleo', 'gone'] },
    },
  },
  hosts: {
    'mx1.campus.example': {
      addresses: ['192.0.2.25'],
      network: 'campus',
      site: 'campus',
      services: [
        { port: 25, protocol: 'smtp', dialect: 'postfix-like' },
        { port: 2525, protocol: 'smtp', dialect: 'strict-teach', limits: { idle: 30_000, messageOctets: 3000, errors: 5 } },
      ],
    },
    'ns1.campus.example': {
      addresses: ['192.0.2.53'],
      network: 'campus',
      services: [{ port: 53, protocol: 'dns', zones: ['campus.example'], recursive: true }],
    },
    'ws1.campus.example': { addresses: ['192.0.2.10'], network: 'campus', site: 'campus', users: ['you'] },
    'ws2.campus.example': { addresses: ['192.0.2.11'], network: 'campus', site: 'campus', users: ['ada'] },
    'mail.partner.example': { addresses: ['198.51.100.25'], network: 'partner', users: ['bram'] },
  },
  zones: {
    'campus.example': [
      '@ 3600 IN SOA ns1 hostmaster 1 7200 900 1209600 300',
      '@ 3600 IN NS ns1',
      '@ 3600 IN MX 10 mx1',
      'ns1 3600 IN A 192.0.2.53',
      'mx1 3600 IN A 192.0.2.25',
      'ws1 3600 IN A 192.0.2.10',
      'ws2 3600 IN A 192.0.2.11',
    ],
  },
  links: [{ between: ['mail.partner.example', 'mx1.campus.example'], latency: 40, jitter: 25 }],
  terminals: [
    { name: 'one', host: 'ws1.campus.example', user: 'you' },
    { name: 'two', host: 'ws2.campus.example', user: 'ada' },
  ],
};

/** One client: connects at an instant, 200 ms later begins to write its segments `pause` ms apart, and then leaves. */
export interface Client {
  at: Instant;
  from: string;
  port: number;
  segments: string[];
  pause: number;
  leaves: 'finishes' | 'aborts' | 'waits';
}

/** No run of these tests needs as many instants. */
const MOST_STEPS = 20_000;

/** Runs clients against `mx1` until nothing is left to happen. `between` is called after each thing that was due and may replace the world. */
export function runClients(data: WorldData, seed: number, clients: readonly Client[], between = (world: World): World => world): World {
  let world = createWorld(data, seed);
  let steps = 0;
  const plan = clients.flatMap(planOf).sort((a, b) => a.at - b.at);
  for (const { at, act } of [...plan, { at: Infinity, act: null }]) {
    while (nextDue(world) < Infinity && nextDue(world) <= at) {
      if (++steps > MOST_STEPS) throw new Error('the world does not come to rest');
      runUntil(world, nextDue(world));
      world = between(world);
    }
    if (act === null) continue;
    runUntil(world, at);
    act(world);
  }
  takeNotices(world);
  return world;
}

type Act = (world: World) => void;

function planOf({ at, from, port, segments, pause, leaves }: Client, number: number): { at: Instant; act: Act }[] {
  let id = 0;
  const open: Act = (world) => {
    id = connect(world, { owner: `client ${number}`, from, toAddress: '192.0.2.25', port });
  };
  const leave: Act = (world) => {
    if (leaves === 'finishes') finish(world, id);
    if (leaves === 'aborts') abort(world, id);
  };
  const writes = segments.map((segment, index) => ({ at: at + 200 + index * pause, act: (world: World) => send(world, id, segment) }));
  return [{ at, act: open }, ...writes, { at: at + 250 + segments.length * pause, act: leave }];
}
