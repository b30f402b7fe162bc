// A schedule of tries on trial. It is put to work in small worlds of their own: in fifty of them a letter comes to a server
// while the next one is down for three hours, in one more the next server never comes back. Everything follows from the
// schedule, and the outages are the same for everybody, so that people can compare what they chose. Times in milliseconds.

import { draw, seedFor } from '../engine/kernel/random';
import type { RetrySchedule } from '../engine/mta/types';
import { createWorld, handIn, nextDue, runUntil, step } from '../engine/world';
import type { World, WorldData } from '../engine/world-types';
import type { ChosenSchedule } from './schedule';

/** Whole outages in a trial. */
export const OUTAGES = 50;

const SEED = 1;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long each outage lasts, and what counts as soon after it. */
export const OUTAGE = 3 * HOUR;
export const SOON = 20 * MINUTE;

/** One of the fifty, by number from 0: how long after the server was back the letter arrived, and how often it was tried. */
export function tryOutage(chosen: ChosenSchedule, number: number): { wait: number | null; tries: number } {
  // One moment in each fiftieth of the outage.
  const { value } = draw(seedFor(SEED, `outage ${number}`));
  const world = sending(chosen, Math.floor(((number + value) / OUTAGES) * OUTAGE), OUTAGE);
  let tries = 0;
  for (let seen = 0; nextDue(world) < Infinity; step(world)) {
    for (; seen < world.trace.length; seen++) {
      const event = world.trace[seen]!;
      if (event.type === 'mail.try') tries++;
      if (event.type === 'mail.relayed') return { wait: event.at - OUTAGE, tries };
      if (event.type === 'mail.bounced') return { wait: null, tries };
    }
  }
  return { wait: null, tries };
}

/** The outage without an end: the most tries within any 24 hours, and how long the letter was kept. */
export function tryEndless(chosen: ChosenSchedule): { triesADay: number; givenUpAfter: number } {
  const world = sending(chosen, 0, null);
  const since = world.now;
  runUntil(world, since + chosen.lifetime + chosen.longest + HOUR);
  const tries = world.trace.filter(({ type }) => type === 'mail.try').map(({ at }) => at);
  const end = world.trace.find(({ type }) => type === 'mail.bounced')?.at ?? world.now;
  const within = tries.map((from) => tries.filter((at) => at >= from && at < from + DAY).length);
  return { triesADay: Math.max(...within), givenUpAfter: end - since };
}

/** How many waits were short enough, and the one in the middle; a letter that never arrived waited longest (null). */
export function judged(waits: readonly (number | null)[]): { soon: number; middle: number | null } {
  const sorted = [...waits].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
  const soon = waits.filter((wait) => wait !== null && wait <= SOON).length;
  return { soon, middle: sorted[Math.floor((sorted.length - 1) / 2)] ?? null };
}

function retrySchedule({ first, factor, longest, lifetime }: ChosenSchedule): RetrySchedule {
  return { retry: { kind: 'rules', rules: [{ until: lifetime, gap: first, factor, most: longest }] }, lifetime };
}

const SENDER = 'smtp.campus.example';
const RECEIVER = 'mx.partner.example';

/** A world in which a letter was handed in at `moment`; the server it is for is down from the beginning to `until`. */
function sending(chosen: ChosenSchedule, moment: number, until: number | null): World {
  const down = { kind: 'down' as const, host: RECEIVER, from: 0 };
  const world = createWorld({ ...smallWorld(chosen), faults: [until === null ? down : { ...down, to: until }] }, SEED);
  runUntil(world, moment);
  const envelope = { reversePath: 'you@campus.example', recipients: [{ forwardPath: 'bram@partner.example' }], utf8: false };
  handIn(world, SENDER, { envelope, content: 'Subject: patience\r\n\r\nIt can wait.\r\n', user: 1000 });
  return world;
}

/** Two mail servers, and a name server whose answers last for longer than any trial. */
function smallWorld(chosen: ChosenSchedule): WorldData {
  const smtp = { port: 25, protocol: 'smtp' as const, dialect: 'postfix-like' };
  const zone = (ns: string, ...lines: string[]) => ['$TTL 30d', `@ SOA ${ns} hostmaster 1 7200 900 1209600 300`, `@ NS ${ns}`, ...lines];
  return {
    start: '2024-01-15T09:00:00Z',
    networks: { campus: { prefix: '192.0.2.0/24', resolver: '192.0.2.53', latency: 5 } },
    sites: {
      campus: { domains: ['campus.example'], users: { you: { name: 'You' } } },
      partner: { domains: ['partner.example'], users: { bram: { name: 'Bram' } } },
    },
    hosts: {
      'ns1.campus.example': {
        addresses: ['192.0.2.53'],
        network: 'campus',
        services: [{ port: 53, protocol: 'dns', zones: ['campus.example', 'partner.example'], recursive: true }],
      },
      [SENDER]: {
        addresses: ['192.0.2.58'],
        network: 'campus',
        site: 'campus',
        mta: { schedule: retrySchedule(chosen) },
        services: [smtp],
      },
      [RECEIVER]: { addresses: ['192.0.2.130'], network: 'campus', site: 'partner', users: ['bram'], services: [smtp] },
    },
    zones: {
      'campus.example': zone('ns1', 'ns1 A 192.0.2.53', 'smtp A 192.0.2.58'),
      'partner.example': zone('ns1.campus.example.', '@ MX 10 mx', 'mx A 192.0.2.130'),
    },
    terminals: [{ name: 'main', host: RECEIVER, user: 'bram' }],
  };
}
