import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, type NameServer } from '../../../src/engine/dns/lookup';
import { parseName } from '../../../src/engine/dns/names';
import { addressesOf, mailExchangers, nameOf } from '../../../src/engine/dns/resolve';
import type { DnsResponse, Question, Zones } from '../../../src/engine/dns/types';
import { parseZone } from '../../../src/engine/dns/zone';
import { referenceZones } from './reference';

const zones = referenceZones();
const campus: NameServer = { authoritativeFor: ['campus.example', '2.0.192.in-addr.arpa'], recursive: false };
const resolver: NameServer = { authoritativeFor: ['campus.example.'], recursive: true };

function ask(name: string, type: Question['type'], server = campus, world: Zones = zones): DnsResponse {
  return answer(world, { name, type }, server);
}

const lines = (records: DnsResponse['answer']) => records.map(({ name, ttl, type, data }) => `${name} ${ttl} ${type} ${data}`);
const facts = ({ status, authoritative, answer, authority, additional }: DnsResponse) => [
  status,
  authoritative ? 'aa' : '-',
  answer.length,
  authority.length,
  additional.length,
];

// The recordings of a real server are compared in test/shell/present/dig-recordings.test.ts; here is what they do not show.
describe('a server that holds the zone', () => {
  it('answers a wildcard with the name that was asked', () => {
    expect(lines(ask('bram.imap.campus.example.', 'A').answer)).toEqual([
      'bram.imap.campus.example. 3600 CNAME imap.campus.example.',
      'imap.campus.example. 3600 A 192.0.2.143',
    ]);
    expect(lines(ask('deep.below.imap.campus.example.', 'CNAME').answer)).toEqual([
      'deep.below.imap.campus.example. 3600 CNAME imap.campus.example.',
    ]);
  });

  it('uses a wildcard neither for a name that exists nor below one that does', () => {
    const world = { x: parseZone('x.example', ['*.w A 192.0.2.1', 'host.w MX 10 host.w', 'sub.host.w TXT here']).zone };
    const x = { authoritativeFor: ['x.example'], recursive: false };
    expect(ask('any.w.x.example.', 'A', x, world).answer).toHaveLength(1);
    expect(facts(ask('any.w.x.example.', 'MX', x, world))).toEqual(['NOERROR', 'aa', 0, 1, 0]);
    expect(facts(ask('host.w.x.example.', 'A', x, world))).toEqual(['NOERROR', 'aa', 0, 1, 0]);
    expect(facts(ask('other.host.w.x.example.', 'A', x, world))).toEqual(['NXDOMAIN', 'aa', 0, 1, 0]);
  });

  it('says no data, not no name, of a name that only has names below it', () => {
    expect(ask('_tcp.campus.example.', 'A').status).toBe('NOERROR');
    expect(ask('_udp.campus.example.', 'A').status).toBe('NXDOMAIN');
  });

  it('gives the SOA of a negative answer the lesser TTL', () => {
    expect(ask('nosuch.campus.example.', 'A').authority[0]?.ttl).toBe(300);
    const world = { x: parseZone('x.example', ['@ 60 SOA ns h 1 1 1 1 900']).zone };
    expect(ask('y.x.example.', 'A', { authoritativeFor: ['x.example'], recursive: false }, world).authority[0]?.ttl).toBe(60);
  });

  it('hands on to the servers of a delegated zone, even when asked for them', () => {
    expect(facts(ask('dept.campus.example.', 'NS'))).toEqual(['NOERROR', '-', 0, 1, 1]);
    expect(lines(ask('ns.dept.campus.example.', 'A').additional)).toEqual(['ns.dept.campus.example. 3600 A 192.0.2.200']);
  });

  it('refuses other names', () => {
    expect(facts(ask('partner.example.', 'MX'))).toEqual(['REFUSED', '-', 0, 0, 0]);
  });

  it('follows an alias out of its zones no further', () => {
    const world = { x: parseZone('x.example', ['www CNAME mx.partner.example.']).zone, ...zones };
    expect(facts(ask('www.x.example.', 'A', { authoritativeFor: ['x.example'], recursive: false }, world))).toEqual([
      'NOERROR',
      'aa',
      1,
      0,
      0,
    ]);
  });

  it('gives up on a loop of aliases, and shows it', () => {
    const response = ask('LOOP.campus.example.', 'A');
    expect(response.status).toBe('SERVFAIL');
    expect(lines(response.answer)).toEqual([
      'loop.campus.example. 3600 CNAME loop2.campus.example.',
      'loop2.campus.example. 3600 CNAME loop.campus.example.',
    ]);
  });

  it('follows sixteen aliases and not seventeen', () => {
    const chain = Array.from({ length: 17 }, (_, i) => `a${i} CNAME a${i + 1}`);
    const world = { x: parseZone('x.example', [...chain, 'a17 A 192.0.2.1']).zone };
    const x = { authoritativeFor: ['x.example'], recursive: false };
    expect(ask('a1.x.example.', 'A', x, world).answer).toHaveLength(17);
    expect(ask('a0.x.example.', 'A', x, world).status).toBe('SERVFAIL');
  });

  it('gives an alias itself when asked for it or for anything', () => {
    expect(lines(ask('www.campus.example.', 'CNAME').answer)).toEqual(['www.campus.example. 3600 CNAME campus.example.']);
    expect(lines(ask('www.campus.example.', 'ANY').answer)).toEqual(['www.campus.example. 3600 CNAME campus.example.']);
  });

  it('does not repeat in the additional section what is in the answer', () => {
    expect(lines(ask('ns1.campus.example.', 'A').additional)).toEqual(['ns1.campus.example. 3600 AAAA 2001:db8:0:2::53']);
  });

  it('echoes the question in the case it had', () => {
    const response = ask('Campus.Example.', 'A');
    expect(response.question.name).toBe('Campus.Example.');
    expect(response.answer[0]?.name).toBe('campus.example.');
  });
});

describe('a recursive server', () => {
  it('has RA, and AA for its own zones only', () => {
    expect(ask('mx1.campus.example.', 'A').recursionAvailable).toBe(false);
    expect(ask('mx1.campus.example.', 'A', resolver)).toMatchObject({ recursionAvailable: true, authoritative: true });
    expect(facts(ask('partner.example.', 'MX', resolver))).toEqual(['NOERROR', '-', 1, 0, 0]);
  });

  it('passes on the SOA of a negative answer', () => {
    expect(lines(ask('nosuch.partner.example.', 'A', resolver).authority)).toEqual([
      'partner.example. 300 SOA ns.partner.example. hostmaster.partner.example. 2024010101 7200 900 1209600 300',
    ]);
  });

  it('knows that what is in no zone does not exist', () => {
    expect(facts(ask('nowhere.example.', 'A', resolver))).toEqual(['NXDOMAIN', '-', 0, 0, 0]);
    expect(ask('7.113.0.203.in-addr.arpa.', 'PTR', resolver).status).toBe('NXDOMAIN');
  });

  it('uses a root zone of the world', () => {
    const world = { '.': parseZone('.', ['host A 192.0.2.7', '* A 192.0.2.8']).zone };
    expect(ask('host.', 'A', resolver, world).answer[0]?.data).toBe('192.0.2.7');
    expect(ask('else.', 'A', resolver, world).answer[0]?.data).toBe('192.0.2.8');
  });

  it('fails where nobody is there to ask', () => {
    expect(facts(ask('www.dept.campus.example.', 'A', resolver))).toEqual(['SERVFAIL', '-', 0, 0, 0]);
  });

  it('finds a delegated zone that is in the world', () => {
    const world = { ...zones, 'dept.campus.example': parseZone('dept.campus.example', ['www A 192.0.2.201']).zone };
    expect(ask('www.dept.campus.example.', 'A', resolver, world)).toMatchObject({ status: 'NOERROR', authoritative: false });
  });

  it('follows aliases from zone to zone', () => {
    const world = { ...zones, x: parseZone('x.example', ['www CNAME mx.partner.example.']).zone };
    expect(lines(ask('www.x.example.', 'A', resolver, world).answer)[1]).toBe('mx.partner.example. 3600 A 198.51.100.130');
  });
});

describe('look-ups without a wire', () => {
  it('finds addresses, IPv4 first, through aliases', () => {
    expect(addressesOf(zones, 'mx1.campus.example')).toEqual(['192.0.2.25', '2001:db8:0:2::25']);
    expect(addressesOf(zones, 'WWW.campus.example.')).toEqual(['192.0.2.80', '2001:db8:0:2::80']);
    expect(addressesOf(zones, 'dangling.campus.example')).toEqual([]);
    expect(addressesOf(zones, 'a..b')).toEqual([]);
  });

  it('finds the name of an address', () => {
    expect(nameOf(zones, '192.0.2.25')).toBe('mx1.campus.example');
    expect(nameOf(zones, '192.0.2.99')).toBeNull();
    expect(nameOf(zones, 'mx1')).toBeNull();
  });

  it('finds mail exchangers, the lowest preference first', () => {
    const world = { x: parseZone('x.example', ['@ MX 20 b', '@ MX 5 c', '@ MX 20 a']).zone };
    expect(mailExchangers(world, 'x.example').map(({ preference, exchange }) => `${preference} ${exchange}`)).toEqual([
      '5 c.x.example.',
      '20 b.x.example.',
      '20 a.x.example.',
    ]);
    expect(mailExchangers(zones, 'nullmx.example')).toEqual([{ preference: 0, exchange: '.' }]);
    expect(mailExchangers(zones, 'nomx.example')).toEqual([]);
  });
});

describe('any question', () => {
  const label = fc.constantFrom(
    'campus',
    'example',
    'imap',
    '*',
    'dept',
    'ns',
    'loop',
    '_tcp',
    'www',
    '2',
    '0',
    '192',
    'in-addr',
    'arpa',
    'x',
  );
  const type = fc.constantFrom<Question['type']>('A', 'AAAA', 'MX', 'CNAME', 'NS', 'SOA', 'TXT', 'PTR', 'SRV', 'ANY');

  it('has an answer that fits its status, and leaves the world as it was', () => {
    const before = structuredClone(zones);
    fc.assert(
      fc.property(fc.array(label, { maxLength: 6 }), type, fc.boolean(), (labels, asked, recursive) => {
        const parsed = parseName(`${labels.join('.')}.`);
        if ('fault' in parsed) return;
        const { status, answer: records } = ask(parsed.name, asked, { ...campus, recursive });
        if (status === 'REFUSED') expect([recursive, records]).toEqual([false, []]);
        for (const record of records) expect(['CNAME', asked === 'ANY' ? record.type : asked]).toContain(record.type);
      }),
    );
    expect(zones).toEqual(before);
  });
});
