import { describe, expect, it } from 'vitest';
import { createWorld, runUntil, WorldFault } from '../../../src/engine/world';
import type { WorldData } from '../../../src/engine/world-types';
import { smallWorld } from '../../support/small-world';

function faultsOf(change: (data: WorldData) => void): { field: string; message: string }[] {
  const data = smallWorld();
  change(data);
  try {
    createWorld(data, 1);
  } catch (error) {
    if (error instanceof WorldFault) return error.faults;
    throw error;
  }
  return [];
}

const host = (data: WorldData) => data.hosts['mx1.campus.example']!;

describe('building a world', () => {
  it('leaves the lesson it came from alone', () => {
    const data = smallWorld();
    const before = JSON.stringify(data);
    const world = createWorld(data, 1);
    world.sites['campus']!.mailboxes['ada']!.used = 7;
    world.hosts['mx1.campus.example']!.services.length = 0;
    expect(JSON.stringify(data)).toBe(before);
  });

  it('begins with the letters that were handed in before it', () => {
    const data = smallWorld();
    const letter = { host: 'mx1.campus.example', reversePath: 'you@campus.example', content: 'Subject: hello\n\nAda?\n' };
    data.letters = [{ ...letter, recipients: [{ forwardPath: 'ada@campus.example' }] }];
    const world = createWorld(data, 1);
    runUntil(world, 0);
    const delivered = world.trace.find(({ type }) => type === 'mail.delivered');
    expect(delivered).toMatchObject({ user: 'ada', body: 'Ada?\r\n' });
    // Nothing in the trace led to it.
    expect(world.trace.find(({ type }) => type === 'mail.accepted')?.cause).toBeUndefined();
    expect(faultsOf((bad) => (bad.letters = [{ ...letter, recipients: [] }]))[0]?.field).toBe('letters[0].recipients');
    expect(faultsOf((bad) => (bad.letters = [{ ...letter, host: 'nowhere.example', recipients: [{ forwardPath: 'x' }] }]))[0]?.field).toBe(
      'letters[0].host',
    );
  });

  it('is plain data', () => {
    const world = createWorld(smallWorld(), 1);
    expect(JSON.parse(JSON.stringify(world))).toEqual(world);
  });

  it.each<[string, (data: WorldData) => void, string, RegExp]>([
    ['a moment that never was', (data) => (data.start = '2024-02-30T09:00:00Z'), 'start', /not a moment/],
    [
      'a network that is no block',
      (data) => (data.networks['campus']!.prefix = '192.0.2.0'),
      'networks.campus.prefix',
      /block of addresses/,
    ],
    [
      'a resolver that is no address',
      (data) => (data.networks['campus']!.resolver = 'ns1'),
      'networks.campus.resolver',
      /not an IP address/,
    ],
    ['a host on no network', (data) => (host(data).network = 'moon'), 'hosts.mx1.campus.example.network', /no network "moon"/],
    ['a host of no site', (data) => (host(data).site = 'moon'), 'hosts.mx1.campus.example.site', /no site "moon"/],
    ['an address that is none', (data) => (host(data).addresses = ['192.0.2.300']), 'hosts.mx1.campus.example.addresses[0]', /not an IP/],
    [
      'an address of another network',
      (data) => (host(data).addresses = ['203.0.113.1']),
      'hosts.mx1.campus.example.addresses[0]',
      /not in 192/,
    ],
    [
      'one address for two hosts',
      (data) => (host(data).addresses = ['192.0.2.10']),
      'hosts.mx1.campus.example.addresses[0]',
      /belongs to ws1/,
    ],
    [
      'a dialect nobody speaks',
      (data) => (host(data).services = [{ port: 25, protocol: 'smtp', dialect: 'klingon' }]),
      'hosts.mx1.campus.example.services[0].dialect',
      /no dialect "klingon"; there are/,
    ],
    ['a record that cannot be read', (data) => data.zones['campus.example']!.push('bad A 1.2'), 'zones.campus.example[3]', /./],
    [
      'a link to nowhere',
      (data) => (data.links = [{ between: ['ws1.campus.example', 'x'], latency: 1 }]),
      'links[0].between',
      /no host "x"/,
    ],
    ['a filter on nothing', (data) => (data.filters = [{ from: 'all', to: '*', action: 'drop' }]), 'filters[0].from', /neither/],
    ['no terminal', (data) => (data.terminals = []), 'terminals', /at least one/],
    ['a terminal nowhere', (data) => (data.terminals[0]!.host = 'x'), 'terminals[0].host', /no host "x"/],
    ['a terminal without account', (data) => (data.terminals[0]!.user = 'eve'), 'terminals[0].user', /no account/],
  ])('refuses %s', (_, change, field, message) => {
    expect(faultsOf(change)).toEqual([{ field, message: expect.stringMatching(message) as string }]);
  });
});
