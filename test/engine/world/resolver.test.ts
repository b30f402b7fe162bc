// Resolvers that ask: three networks, each with a name server, and what they ask each other on the way to an answer.

import { describe, expect, it } from 'vitest';
import type { DnsFailure, DnsResponse, Question } from '../../../src/engine/dns/types';
import type { TraceEventOf } from '../../../src/engine/kernel/trace';
import { ask, createWorld, nextDue, replaceZone, runUntil, takeNotices } from '../../../src/engine/world';
import type { HostData, World, WorldData } from '../../../src/engine/world-types';
import { events } from '../../support/small-world';

const SERVER = (zones: string[], recursive = false) => [{ port: 53 as const, protocol: 'dns' as const, zones, recursive }];

function worldData(): WorldData {
  const host = (address: string, network: string, services: HostData['services'] = []): HostData => ({
    addresses: [address],
    network,
    services,
  });
  return {
    start: '2024-01-15T09:00:00Z',
    networks: {
      campus: { prefix: '192.0.2.0/24', resolver: '192.0.2.53', latency: 1 },
      far: { prefix: '198.51.100.0/24', resolver: '192.0.2.53', latency: 10 },
      other: { prefix: '203.0.113.0/24', resolver: '192.0.2.53', latency: 20 },
    },
    sites: {},
    hosts: {
      'ws1.campus.example': { ...host('192.0.2.10', 'campus'), users: ['you'] },
      'ns1.campus.example': host('192.0.2.53', 'campus', SERVER(['campus.example'], true)),
      'ns1.far.example': host('198.51.100.53', 'far', SERVER(['far.example', 'loop.example'])),
      'ns2.far.example': host('198.51.100.54', 'far', SERVER(['far.example'])),
      'ns.other.test': host('203.0.113.53', 'other', SERVER(['other.test'])),
    },
    zones: {
      'campus.example': ['@ NS ns1', 'ns1 A 192.0.2.53', 'www CNAME mx.far.example.', 'sub NS ns.other.test.'],
      'far.example': [
        '@ SOA ns1 hostmaster 1 7200 900 1209600 60',
        '@ NS ns1',
        '@ NS ns2',
        'ns1 A 198.51.100.53',
        'ns2 A 198.51.100.54',
        '@ MX 10 mx',
        'alias CNAME host.other.test.',
        'astray CNAME nothing.other.test.',
        'mx 300 A 198.51.100.25',
        'zero 0 A 198.51.100.26',
      ],
      'other.test': ['@ NS ns', 'ns A 203.0.113.53', 'host A 203.0.113.7'],
      'loop.example': ['@ NS ns1.far.example.', 'a CNAME b', 'b CNAME a', 'c CNAME round.other.test.'],
    },
    terminals: [{ name: 'main', host: 'ws1.campus.example', user: 'you' }],
  };
}

class Lookup {
  readonly world: World;

  constructor(change: (data: WorldData) => void = () => undefined, seed = 1) {
    const data = worldData();
    change(data);
    this.world = createWorld(data, seed);
  }

  /** Asks the campus's resolver and waits for the answer. */
  ask(name: string, type: Question['type'] = 'A', more: { recursionDesired?: boolean; server?: string } = {}): DnsResponse | DnsFailure {
    ask(this.world, { owner: 'test', from: 'ws1.campus.example', name, type, ...more });
    while (nextDue(this.world) <= this.world.now + 20_000) runUntil(this.world, nextDue(this.world));
    const [told] = takeNotices(this.world).map(({ notice }) => notice);
    if (told?.type !== 'answer') throw new Error('no answer');
    return told.response;
  }

  /** `NOERROR` and the answer section, or the failure. */
  found(...question: Parameters<Lookup['ask']>): string {
    const response = this.ask(...question);
    if (typeof response === 'string') return response;
    return [response.status, ...response.answer.map(({ ttl, type, data }) => `${ttl} ${type} ${data}`)].join(' | ');
  }

  /** Whom the resolver asked since the last look. */
  asked(): (string | null)[] {
    const all = events(this.world, 'dns.query').filter(({ asker }) => asker === 'ns1.campus.example');
    const since = all.filter(({ seq }) => seq >= this.seen);
    this.seen = this.world.trace.length;
    return since.map(({ to }) => to);
  }

  wait(milliseconds: number): this {
    runUntil(this.world, this.world.now + milliseconds);
    return this;
  }

  private seen = 0;
}

const ROOT = 'a.root-servers.example';
const TOP = 'a.tld-servers.example';

describe('a resolver', () => {
  it('goes from the root to the servers of the zone, and says on whose behalf', () => {
    const lookup = new Lookup();
    expect(lookup.found('far.example', 'MX')).toBe('NOERROR | 3600 MX 10 mx.far.example.');
    expect(lookup.asked()).toEqual([ROOT, TOP, 'ns1.far.example']);
    const [client, ...own] = events(lookup.world, 'dns.query');
    expect(client).toMatchObject({ asker: 'ws1.campus.example', recursionDesired: true });
    for (const query of own) expect(query).toMatchObject({ cause: client!.seq, recursionDesired: false, name: 'far.example.' });
  });

  it('takes the time that the ways take', () => {
    const lookup = new Lookup();
    lookup.ask('far.example', 'MX');
    const [first] = events(lookup.world, 'dns.answer').filter(({ asker }) => asker === 'ws1.campus.example');
    expect(first?.at).toBe(2 + 14 + 14 + 22);
  });

  it('remembers answers, and counts their TTL down', () => {
    const lookup = new Lookup();
    lookup.ask('mx.far.example');
    lookup.asked();
    lookup.wait(100_000);
    expect(lookup.found('mx.far.example')).toBe('NOERROR | 200 A 198.51.100.25');
    expect(lookup.asked()).toEqual([]);
    lookup.wait(200_000);
    expect(lookup.found('mx.far.example')).toBe('NOERROR | 300 A 198.51.100.25');
    expect(lookup.asked()).toEqual(['ns1.far.example']);
  });

  it('does not remember what has a TTL of 0', () => {
    const lookup = new Lookup();
    lookup.ask('zero.far.example');
    lookup.asked();
    expect(lookup.found('zero.far.example')).toBe('NOERROR | 0 A 198.51.100.26');
    expect(lookup.asked()).toEqual(['ns1.far.example']);
  });

  it('remembers that a name does not exist, for as long as the SOA says, and for every type (RFC 2308)', () => {
    const lookup = new Lookup();
    const response = lookup.ask('no.far.example');
    expect(response).toMatchObject({ status: 'NXDOMAIN', answer: [], authority: [{ type: 'SOA', ttl: 60 }] });
    lookup.asked();
    expect(lookup.wait(20_000).ask('no.far.example', 'MX')).toMatchObject({ status: 'NXDOMAIN', authority: [{ ttl: 40 }] });
    expect(lookup.asked()).toEqual([]);
    lookup.wait(40_000).ask('no.far.example');
    expect(lookup.asked()).toEqual(['ns1.far.example']);
  });

  it('remembers that a name has no records of one type only for that type', () => {
    const lookup = new Lookup();
    expect(lookup.ask('mx.far.example', 'MX')).toMatchObject({ status: 'NOERROR', answer: [], authority: [{ type: 'SOA' }] });
    lookup.asked();
    lookup.ask('mx.far.example', 'MX');
    expect(lookup.asked()).toEqual([]);
    expect(lookup.found('mx.far.example')).toBe('NOERROR | 300 A 198.51.100.25');
  });

  it('believes the old answer until it has run out, though the zone says another', () => {
    const lookup = new Lookup();
    lookup.ask('mx.far.example');
    const text = '$TTL 3600\n@ NS ns1\nns1 A 198.51.100.53\nmx 300 A 198.51.100.99';
    expect(replaceZone(lookup.world, 'far.example', text)).toEqual([]);
    expect(lookup.found('mx.far.example')).toContain('198.51.100.25');
    expect(lookup.wait(300_000).found('mx.far.example')).toContain('198.51.100.99');
  });

  it('follows aliases from zone to zone, and to the end of them', () => {
    const lookup = new Lookup();
    expect(lookup.found('alias.far.example')).toBe('NOERROR | 3600 CNAME host.other.test. | 3600 A 203.0.113.7');
    expect(lookup.asked()).toEqual([ROOT, TOP, 'ns1.far.example', ROOT, TOP, 'ns.other.test']);
    expect(lookup.found('astray.far.example')).toBe('NXDOMAIN | 3600 CNAME nothing.other.test.');
    expect(lookup.found('www.campus.example')).toMatch(/^NOERROR \| 3600 CNAME mx\.far\.example\. \| 300 A/);
  });

  it('gives up on aliases that run in circles, inside a zone and between two', () => {
    expect(new Lookup().found('a.loop.example')).toMatch(/^SERVFAIL/);
    const lookup = new Lookup(({ zones }) => zones['other.test']!.push('round CNAME c.loop.example.'));
    expect(lookup.found('c.loop.example')).toMatch(/^SERVFAIL/);
    expect(lookup.asked().length).toBeLessThan(10);
  });

  it('follows a delegation in a zone of its own', () => {
    const lookup = new Lookup(({ hosts, zones }) => {
      hosts['ns.other.test']!.services = SERVER(['other.test', 'sub.campus.example']);
      zones['sub.campus.example'] = ['@ NS ns.other.test.', 'x A 203.0.113.9'];
    });
    expect(lookup.found('x.sub.campus.example')).toBe('NOERROR | 3600 A 203.0.113.9');
    expect(lookup.asked().at(-1)).toBe('ns.other.test');
  });

  it('answers from its own zones with authority, from others without', () => {
    const lookup = new Lookup();
    expect(lookup.ask('ns1.campus.example')).toMatchObject({ authoritative: true, recursionAvailable: true });
    expect(lookup.ask('far.example', 'MX')).toMatchObject({ authoritative: false, recursionAvailable: true });
    expect(lookup.ask('www.campus.example')).toMatchObject({ authoritative: true });
  });

  it('that may not ask further says what it remembers, else who is nearer', () => {
    const lookup = new Lookup();
    expect(lookup.ask('mx.far.example', 'A', { recursionDesired: false })).toMatchObject({
      answer: [],
      authority: [{ name: '.', type: 'NS' }],
    });
    expect(lookup.asked()).toEqual([]);
    lookup.ask('mx.far.example');
    expect(lookup.found('mx.far.example', 'A', { recursionDesired: false })).toBe('NOERROR | 300 A 198.51.100.25');
    expect(lookup.ask('x.far.example', 'A', { recursionDesired: false })).toMatchObject({
      authority: [{ name: 'far.example.' }, { name: 'far.example.' }],
    });
  });

  it('asks the root for its servers, and can go on afterwards', () => {
    const lookup = new Lookup();
    expect(lookup.found('.', 'NS')).toBe('NOERROR | 518400 NS a.root-servers.example.');
    expect(lookup.found('far.example', 'MX')).toMatch(/^NOERROR/);
  });

  it('learns from the top that a name in no zone does not exist', () => {
    const lookup = new Lookup();
    expect(lookup.ask('nowhere.example')).toMatchObject({ status: 'NXDOMAIN', authority: [{ name: 'example.' }] });
    expect(lookup.found('example', 'A')).toBe('NOERROR');
    expect(lookup.ask('nowhere.invalid')).toMatchObject({ status: 'NXDOMAIN', authority: [{ name: '.' }] });
  });
});

describe('where a server fails', () => {
  const answeredAfter = ({ world }: Lookup) => events(world, 'dns.answer').find(({ asker }) => asker === 'ws1.campus.example')?.at;

  it('the next one is asked after 0.8 seconds, and the silent one last from then on', () => {
    const lookup = new Lookup(({ hosts }) => void (hosts['ns1.far.example']!.down = true));
    expect(lookup.found('far.example', 'MX')).toMatch(/^NOERROR/);
    expect(answeredAfter(lookup)).toBe(2 + 14 + 14 + 800 + 22);
    lookup.asked();
    lookup.ask('mx.far.example');
    expect(lookup.asked()).toEqual(['ns2.far.example']);
    lookup.wait(300_000).ask('zero.far.example');
    expect(lookup.asked()).toEqual(['ns1.far.example', 'ns2.far.example']);
  });

  it('and all the others too, the client is told SERVFAIL before it has lost its patience', () => {
    const lookup = new Lookup(({ hosts }) => {
      hosts['ns1.far.example']!.down = true;
      hosts['ns2.far.example']!.down = true;
    });
    expect(lookup.found('far.example', 'MX')).toBe('SERVFAIL');
    expect(answeredAfter(lookup)).toBe(2 + 14 + 14 + 2 * (800 + 3200));
  });

  it('by a filter that swallows, or one that rejects', () => {
    for (const action of ['drop', 'reject'] as const) {
      const lookup = new Lookup((data) => void (data.filters = [{ from: '192.0.2.53', to: '198.51.100.0/24', port: 53, action }]));
      expect(lookup.found('far.example', 'MX')).toBe('SERVFAIL');
      expect(lookup.found('host.other.test')).toMatch(/^NOERROR/);
    }
  });

  it('because it does not hold the zone it should, the next one is asked', () => {
    const lookup = new Lookup(({ hosts }) => void (hosts['ns1.far.example']!.services = SERVER(['loop.example'])));
    expect(lookup.found('far.example', 'MX')).toMatch(/^NOERROR/);
    expect(lookup.asked().slice(-2)).toEqual(['ns1.far.example', 'ns2.far.example']);
  });

  it('the failure is not remembered', () => {
    const lookup = new Lookup(({ hosts }) => {
      hosts['ns1.far.example']!.down = true;
      hosts['ns2.far.example']!.down = true;
    });
    lookup.ask('far.example', 'MX');
    delete lookup.world.hosts['ns2.far.example']!.down;
    expect(lookup.found('far.example', 'MX')).toMatch(/^NOERROR/);
  });
});

describe('the searches of a world', () => {
  it('are plain data, and the same with the same seed', () => {
    const run = () => {
      const lookup = new Lookup();
      ask(lookup.world, { owner: 'test', from: 'ws1.campus.example', name: 'alias.far.example', type: 'A' });
      runUntil(lookup.world, 20);
      expect(JSON.parse(JSON.stringify(lookup.world))).toEqual(lookup.world);
      runUntil(lookup.world, 60_000);
      return lookup.world;
    };
    const world = run();
    expect(run().trace).toEqual(world.trace);
    expect([world.queries, world.resolutions]).toEqual([{}, {}]);
  });

  it('say in the trace what is kept, and until when', () => {
    const lookup = new Lookup();
    lookup.ask('mx.far.example');
    const kept = (name: string, type: string): TraceEventOf<'dns.cached'> | undefined =>
      events(lookup.world, 'dns.cached').find((event) => event.name === name && event.recordType === type);
    const answer = kept('mx.far.example.', 'A')!;
    expect(answer).toMatchObject({ host: 'ns1.campus.example', outcome: 'answer', expires: answer.at + 300_000 });
    expect(kept('far.example.', 'NS')).toMatchObject({ outcome: 'referral' });
  });
});
