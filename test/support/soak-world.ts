// A world of twenty machines that a seed makes up: nine sites that send and receive, four that only receive, two relays
// beside them, four workstations that hand everything to a relay host, and a name server. Much goes wrong in it, but nothing
// refuses reports for good and no sender's mailbox fills up, so that every sender can be told.

import { drawFrom } from '../../src/engine/kernel/random';
import type { Fault, Window } from '../../src/engine/net/faults';
import type { MtaData, RetrySchedule } from '../../src/engine/mta/types';
import type { HostData, WorldData } from '../../src/engine/world-types';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
const SENDING = 9;
const SITES = 13;
/** A site that may be away for days: few letters are for it, because each of them is tried all the time. */
const FAR = SITES - 1;
const WORKSTATIONS = 4;
const BACKUPS = 2;

/** Gives up after a day and a half, so that many letters are given up in the time there is. */
const HASTY: RetrySchedule = {
  retry: { kind: 'gaps', gaps: [0.25 * HOUR, HOUR, 6 * HOUR] },
  warnAfter: 4 * HOUR,
  lifetime: 36 * HOUR,
};

export interface Chance {
  /** A whole number in [0, limit). */
  below(limit: number): number;
  among<T>(these: readonly T[]): T;
}

/** Chance for a seed, apart from the world's own. */
export function chanceFor(seed: number): Chance {
  const sources = {};
  const below = (limit: number) => drawFrom(sources, seed, 'soak', limit);
  return { below, among: (these) => these[below(these.length)]! };
}

const domainOf = (site: number) => `s${site}.example`;
const serverOf = (site: number) => `mx.${domainOf(site)}`;
const workstationOf = (number: number) => `ws${number}.${domainOf(number)}`;
/** Where a letter is handed in: at a server that sends, or a workstation. */
export const SUBMITTERS = [
  ...Array.from({ length: SENDING }, (_, site) => ({ host: serverOf(site), domain: domainOf(site) })),
  ...Array.from({ length: WORKSTATIONS }, (_, number) => ({ host: workstationOf(number), domain: domainOf(number) })),
];
/** Whom letters are for: users, aliases of all sorts, nobody, domains that take no mail, and one that does not exist. */
export const NAMES = ['ada', 'bob', 'bob', 'cleo', 'staff', 'away', 'gone', 'both', 'nobody'];
const NEAR = Array.from({ length: FAR }, (_, site) => domainOf(site));
export const DOMAINS = [...NEAR, ...NEAR, ...NEAR, domainOf(FAR), 'silent.example', 'nowhere.example'];

const DIALECTS = ['postfix-like', 'exim-like', 'sendmail-like', 'strict-teach', '1990-like'];
const BLOCKS = ['192.0.2', '198.51.100', '203.0.113'];

export function soakWorld(seed: number): WorldData {
  const chance = chanceFor(seed);
  const hosts: Record<string, HostData> = {};
  const zones: Record<string, string[]> = { 'silent.example': ['@ MX 0 .'] };
  const address = (number: number) => `${BLOCKS[number % 3]}.${10 + number}`;
  const mta = (): MtaData => ({
    schedule: chance.among(['teach', 'postfix', 'exim', HASTY, HASTY, HASTY]),
    exchangers: chance.among(['strict', 'lenient']),
    chunking: chance.below(2) === 0,
  });
  const add = (name: string, number: number, data: Partial<HostData>) => {
    hosts[name] = { addresses: [address(number)], network: `n${number % 3}`, ...data };
  };
  for (let site = 0; site < SITES; site++) {
    const domain = domainOf(site);
    const greylist = chance.below(4) === 0 ? { greylist: { delay: 5 * 60_000 } } : {};
    const relay = { relayFor: 'inside' as const, insideNetworks: BLOCKS.map((block) => `${block}.${60 + site}/32`) };
    const dialect = site < SENDING ? chance.among(DIALECTS.slice(0, 4)) : chance.among(DIALECTS);
    add(serverOf(site), site, {
      site: `site${site}`,
      mta: mta(),
      services: [{ port: 25, protocol: 'smtp', dialect, ...relay, ...greylist }],
    });
    zones[domain] = ['@ MX 10 mx', `mx A ${address(site)}`];
    const backup = chance.below(3);
    if (backup < BACKUPS) zones[domain].push(`@ MX ${chance.among([20, 30])} backup${backup}.relay.example.`);
  }
  const relayDomains = Array.from({ length: SITES }, (_, site) => domainOf(site));
  for (let number = 0; number < BACKUPS; number++)
    add(`backup${number}.relay.example`, 20 + number, {
      mta: mta(),
      services: [{ port: 25, protocol: 'smtp', dialect: 'postfix-like', relayDomains }],
    });
  zones['relay.example'] = Array.from({ length: BACKUPS }, (_, number) => `backup${number} A ${address(20 + number)}`);
  for (let number = 0; number < WORKSTATIONS; number++)
    hosts[workstationOf(number)] = {
      addresses: [`${BLOCKS[number % 3]}.${60 + number}`],
      network: `n${number % 3}`,
      users: ['you'],
      mta: { ...mta(), origin: domainOf(number), relayHost: `[${serverOf(number)}]` },
    };
  add('ns.relay.example', 30, { services: [{ port: 53, protocol: 'dns', zones: Object.keys(zones), recursive: true }] });
  return {
    start: '2024-01-15T09:00:00Z',
    networks: Object.fromEntries(
      BLOCKS.map((block, i) => [`n${i}`, { prefix: `${block}.0/24`, resolver: address(30), latency: [1, 14, 280][i]! }]),
    ),
    sites: Object.fromEntries(Array.from({ length: SITES }, (_, site) => [`site${site}`, siteData(site)])),
    hosts,
    zones,
    faults: Array.from({ length: 14 }, () => fault(chance)),
    terminals: [{ name: 'main', host: workstationOf(0), user: 'you' }],
  };
}

function siteData(site: number) {
  return {
    domains: [domainOf(site)],
    users: { ada: { name: 'Ada' }, bob: { name: 'Bob', quota: 40_000 }, cleo: { name: 'Cleo' } },
    aliases: {
      staff: ['ada', 'cleo'],
      away: [`ada@${domainOf((site + 1) % SITES)}`],
      gone: ['left-in-2020'],
      both: ['cleo', `bob@${domainOf((site + 2) % SITES)}`],
    },
  };
}

function fault(chance: Chance): Fault {
  const window = (longest: number): Window => {
    const from = chance.below(7 * DAY);
    return { from, to: from + 1 + chance.below(longest) };
  };
  const again = (): Window => {
    const from = chance.below(2 * DAY);
    return { from, to: from + chance.below(3 * HOUR), every: 30 * HOUR };
  };
  const any = serverOf(chance.below(SITES));
  const receiving = serverOf(SENDING + chance.below(SITES - SENDING));
  const times = 1 + chance.below(20);
  const how = chance.among(['silence', 'reset'] as const);
  return chance.among<() => Fault>([
    () => ({ kind: 'down', host: any, ...window(6 * HOUR) }),
    () => ({ kind: 'down', host: any, ...again() }),
    () => ({ kind: 'down', host: serverOf(FAR), from: chance.below(2 * DAY), to: 6 * DAY }),
    () => ({ kind: 'down', host: 'ns.relay.example', ...window(2 * HOUR) }),
    () => ({ kind: 'down', host: workstationOf(chance.below(WORKSTATIONS)), ...window(6 * HOUR) }),
    () => ({ kind: 'full', site: `site${chance.below(SITES)}`, user: 'bob', ...window(2 * DAY) }),
    () => ({ kind: 'slow', host: any, delay: chance.among([20_000, 200_000, 700_000]), ...window(6 * HOUR) }),
    () => ({ kind: 'cut', host: any, at: { verb: chance.among(['END', 'BDAT', 'RCPT', 'QUIT', 'EHLO']) }, how, times }),
    () => ({ kind: 'cut', host: any, at: { side: chance.among(['client', 'server']), octets: chance.below(900) }, how, times }),
    () => ({ kind: 'reply', host: any, verb: chance.among(['MAIL', 'RCPT', 'DATA', 'END']), reply: '451 4.3.0 Not now', times }),
    () => ({ kind: 'reply', host: receiving, verb: chance.among(['RCPT', 'END']), reply: '554 5.7.1 Not today', times }),
    () => ({ kind: 'reply', host: any, verb: 'EHLO', reply: '421 4.3.2 Closing', times }),
  ])();
}
