// A world for tests of mail on its way: a campus that hands letters in, and a partner with two exchangers. Each test says how it
// differs.

import type { TraceBody, TraceEventOf } from '../../src/engine/kernel/trace';
import { createWorld, handIn, lettersInQueue, nextDue, runUntil, step } from '../../src/engine/world';
import type { HostData, World, WorldData } from '../../src/engine/world-types';
import type { Recipient } from '../../src/engine/smtp/types';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const CAMPUS = 'smtp.campus.example';
export const PARTNER = 'mx1.partner.example';

const smtp = { port: 25, protocol: 'smtp' as const, dialect: 'postfix-like' };

export interface Differences {
  campus?: Partial<HostData>;
  partner?: Partial<HostData>;
  second?: Partial<HostData>;
  zone?: string[];
  zones?: Record<string, string[]>;
  aliases?: Record<string, string[]>;
  faults?: WorldData['faults'];
  service?: object;
}

/** The world as it is written. */
export function postOfficeData({
  campus,
  partner,
  second,
  zone,
  zones = {},
  aliases = {},
  faults = [],
  service = {},
}: Differences = {}): WorldData {
  return {
    start: '2024-01-15T09:00:00Z',
    networks: {
      campus: { prefix: '192.0.2.0/24', resolver: '192.0.2.53', latency: 1 },
      isp: { prefix: '198.51.100.0/24', resolver: '192.0.2.53', latency: 14 },
    },
    sites: {
      campus: { domains: ['campus.example'], users: { you: { name: 'You' }, ada: { name: 'Ada' } }, aliases },
      partner: { domains: ['partner.example'], users: { bram: { name: 'Bram' }, cleo: { name: 'Cleo' } } },
    },
    hosts: {
      [CAMPUS]: { addresses: ['192.0.2.58'], network: 'campus', site: 'campus', users: ['you'], services: [smtp], ...campus },
      'ns1.campus.example': {
        addresses: ['192.0.2.53'],
        network: 'campus',
        services: [{ port: 53, protocol: 'dns', zones: ['campus.example', 'partner.example', ...Object.keys(zones)], recursive: true }],
      },
      [PARTNER]: {
        addresses: ['198.51.100.130'],
        network: 'isp',
        site: 'partner',
        services: [{ ...smtp, ...service }],
        ...partner,
      },
      'mx2.partner.example': { addresses: ['198.51.100.131'], network: 'isp', site: 'partner', services: [smtp], ...second },
    },
    zones: {
      'campus.example': ['@ MX 10 smtp', 'smtp A 192.0.2.58'],
      'partner.example': zone ?? ['@ MX 10 mx1', '@ MX 20 mx2', 'mx1 A 198.51.100.130', 'mx2 A 198.51.100.131'],
      ...zones,
    },
    faults,
    terminals: [{ name: 'main', host: CAMPUS, user: 'you' }],
  };
}

export const postOffice = (differences: Differences = {}): World => createWorld(postOfficeData(differences), 1);

/** Hands a letter in at the campus. Returns its queue id. */
export function submit(world: World, to: (string | Recipient)[], more: object = {}, content = 'Subject: Soup\r\n\r\nAt noon?\r\n'): string {
  const recipients = to.map((each) => (typeof each === 'string' ? { forwardPath: each } : each));
  const envelope = { reversePath: 'ada@campus.example', recipients, utf8: false, ...more };
  return handIn(world, CAMPUS, { envelope, content, user: 1000 }, 0);
}

/** Submits, and lets so many milliseconds pass. */
export function sent(world: World, to: (string | Recipient)[], wait = 10 * MINUTE, more: object = {}): World {
  submit(world, to, more);
  runUntil(world, world.now + wait);
  return world;
}

export function eventsOf<T extends TraceBody['type']>(world: World, type: T): TraceEventOf<T>[] {
  return world.trace.filter((event): event is TraceEventOf<T> => event.type === type);
}

/** Letters in a mailbox of a site. */
export const inbox = (world: World, site: string, user: string) =>
  world.sites[site]!.mailboxes[user]!.messages.map(({ content }) => content);

/** What happened to each recipient, in order: `relayed bram@partner.example`. */
export const fates = (world: World) =>
  world.trace.flatMap((event) =>
    event.type === 'mail.relayed' || event.type === 'mail.bounced' || event.type === 'mail.discarded' || event.type === 'mail.deferred'
      ? [`${event.type.slice(5)} ${event.forwardPath}`]
      : [],
  );

/** Steps until something is true; throws where it never comes true. */
export function stepUntil(world: World, isTrue: (world: World) => boolean): World {
  while (!isTrue(world)) if (nextDue(world) === Infinity || !step(world)) throw new Error('it never came true');
  return world;
}

export const waitingAt = (world: World, host = CAMPUS) => lettersInQueue(world, host);
