import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../src/engine/world';
import { smallWorld } from '../../support/small-world';
import type { WorldData } from '../../../src/engine/world-types';

function summit(change: (data: WorldData) => void = () => undefined) {
  const data = smallWorld();
  change(data);
  return createWorld(data, 1);
}

const lines = (zone: { records: { name: string; type: string; data: string }[] } | undefined) =>
  (zone?.records ?? []).map(({ name, type, data }) => `${name} ${type} ${data}`);

describe('the top of the tree', () => {
  it('hands on to the top, and the top to those who serve the zones', () => {
    const { zones } = summit();
    expect(lines(zones['.'])).toContain('example. NS a.tld-servers.example.');
    // Without an NS record of its own, a zone was registered with the hosts that serve it.
    expect(lines(zones['example'])).toEqual(
      expect.arrayContaining(['campus.example. NS ns1.campus.example.', 'ns1.campus.example. A 192.0.2.53']),
    );
    expect(lines(zones['in-addr.arpa'])).toContain('2.0.192.in-addr.arpa. NS ns1.campus.example.');
    expect(lines(zones['in-addr.arpa']).join()).not.toContain('192.0.2.53');
  });

  it('registers the NS records that a zone begins with', () => {
    const { zones } = summit(({ zones }) => zones['campus.example']!.push('@ NS ws1', '@ NS mx1'));
    expect(lines(zones['example']).filter((line) => line.startsWith('campus.example. NS'))).toEqual([
      'campus.example. NS ws1.campus.example.',
      'campus.example. NS mx1.campus.example.',
    ]);
  });

  it('stands at addresses that nobody else has', () => {
    const { hosts } = summit();
    const all = Object.values(hosts).flatMap(({ addresses }) => addresses);
    expect(new Set(all).size).toBe(all.length);
    expect(hosts['a.root-servers.example']!.addresses).toEqual(['203.0.113.254', '2001:db8:ffff::53']);
    const crowded = summit(({ networks }) => void (networks['more'] = { prefix: '203.0.113.0/24', resolver: '192.0.2.53', latency: 1 }));
    expect(crowded.hosts['a.root-servers.example']!.addresses[0]).toBe('203.0.113.254');
  });

  it('leaves delegations to a zone of the world that lies above', () => {
    const { zones } = summit(({ zones }) => void (zones['dept.campus.example'] = ['www A 192.0.2.70']));
    expect(lines(zones['example']).join()).not.toContain('dept');
    const own = summit(({ zones }) => void (zones['example'] = ['@ NS ns', 'ns A 192.0.2.53']));
    expect(lines(own.zones['example'])).toHaveLength(3);
    expect(lines(own.zones['.'])).toContain('example. NS ns.example.');
  });

  it('is the world’s own if that has a root', () => {
    const world = summit(({ zones }) => void (zones['.'] = ['@ NS ns1.campus.example.']));
    expect(Object.keys(world.zones)).toEqual(['campus.example', '2.0.192.in-addr.arpa', '.']);
    expect(world.hosts['a.root-servers.example']).toBeUndefined();
  });
});
