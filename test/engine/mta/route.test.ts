import { describe, expect, it } from 'vitest';
import type { DnsResponse, RecordType, Status } from '../../../src/engine/dns/types';
import { drawFrom } from '../../../src/engine/kernel/random';
import { addressesFrom, routeFrom, type RouteRequest } from '../../../src/engine/mta/route';

/** An answer, its records as `type data`. */
function response(type: 'MX' | 'A' | 'AAAA', records: string[] = [], status: Status = 'NOERROR'): DnsResponse {
  const answer = records.map((text) => {
    const [, kind = '', data = ''] = /^(\S+) (.*)$/.exec(text)!;
    return { name: 'dest.example.', ttl: 300, type: kind as RecordType, data };
  });
  return {
    ...{ question: { name: 'dest.example.', type }, status, authoritative: false, recursionAvailable: true },
    ...{ answer, authority: [], additional: [] },
  };
}

const mx = (...records: string[]) =>
  response(
    'MX',
    records.map((text) => `MX ${text}`),
  );

function route(request: Partial<RouteRequest>) {
  return routeFrom({ domain: 'dest.example', response: mx(), own: ['me.example'], exchangers: 'strict', draw: () => 0, ...request });
}

const names = (found: ReturnType<typeof route>) => ('fault' in found ? found.status : found.exchangers.map(({ name }) => name));

describe('the way to a domain', () => {
  it('goes by preference', () => {
    const found = route({ response: mx('20 b.example.', '5 a.example.', '100 c.example.') });
    expect(found).toMatchObject({ source: 'mx' });
    expect(names(found)).toEqual(['a.example', 'b.example', 'c.example']);
  });

  it('shares among equal ones, each order as often as the others', () => {
    const sources = {};
    const seen = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const draw = (limit: number) => drawFrom(sources, 1, 'route', limit);
      const order = names(route({ response: mx('10 a.example.', '10 b.example.', '10 c.example.', '20 d.example.'), draw }));
      seen.set(String(order), (seen.get(String(order)) ?? 0) + 1);
    }
    expect(seen.size).toBe(6);
    for (const [order, times] of seen) {
      expect(order).toMatch(/,d\.example$/);
      expect(times).toBeGreaterThan(900);
    }
  });

  it('is the domain itself where there is no MX', () => {
    expect(route({})).toEqual({ source: 'implicit', exchangers: [{ preference: 0, name: 'dest.example' }] });
  });

  it('is none where a null MX says so, and a null among others is no exchanger', () => {
    expect(route({ response: mx('0 .') })).toEqual({
      fault: 'failed',
      status: '5.1.10',
      diagnostic: 'Domain dest.example does not accept mail (nullMX)',
    });
    expect(names(route({ response: mx('0 .', '10 a.example.'), exchangers: 'lenient' }))).toEqual(['a.example']);
  });

  it.each([
    ['10 me.example.', '20 b.example.', '5.4.6'],
    ['10 a.example.', '10 me.example.', '5.4.6'],
    ['10 a.example.', '20 ME.example.', ['a.example']],
    ['20 me.example.', '10 me.example.', '5.4.6'],
  ])('with the host itself at %s and %s: only better ones', (one, other, expected) => {
    expect(names(route({ response: mx(one, other) }))).toEqual(expected);
  });

  it('takes an MX with an address for an error, or as it is', () => {
    const found = mx('10 192.0.2.1.', '20 a.example.');
    expect(names(route({ response: found }))).toEqual(['a.example']);
    expect(names(route({ response: mx('10 192.0.2.1.') }))).toBe('5.4.4');
    expect(names(route({ response: found, exchangers: 'lenient' }))).toEqual(['192.0.2.1', 'a.example']);
  });

  it('fails for a name that does not exist, and waits where nobody could say', () => {
    expect(route({ response: response('MX', [], 'NXDOMAIN') })).toMatchObject({ fault: 'failed', status: '5.4.4' });
    for (const trouble of [response('MX', [], 'SERVFAIL'), response('MX', [], 'REFUSED'), 'timeout', 'unreachable', 'closed'] as const)
      expect(route({ response: trouble })).toMatchObject({ fault: 'deferred', status: '4.4.3' });
  });

  it('follows an alias of the domain to its exchangers', () => {
    const found = response('MX', ['CNAME other.example.', 'MX 10 a.example.']);
    expect(names(route({ response: found }))).toEqual(['a.example']);
  });
});

describe('addresses of an exchanger', () => {
  it('are those of the type that was asked for', () => {
    expect(addressesFrom('a.example', response('A', ['A 192.0.2.1', 'A 192.0.2.2', 'AAAA 2001:db8::1']), 'refuse')).toEqual([
      '192.0.2.1',
      '192.0.2.2',
    ]);
    expect(addressesFrom('a.example', response('AAAA'), 'refuse')).toEqual([]);
  });

  it('are an error behind an alias for a strict sender', () => {
    const found = response('A', ['CNAME b.example.', 'A 192.0.2.1']);
    expect(addressesFrom('a.example', found, 'refuse')).toMatchObject({ fault: 'failed', status: '5.4.4' });
    expect(addressesFrom('a.example', found, 'follow')).toEqual(['192.0.2.1']);
  });

  it('are missing for good or for now', () => {
    expect(addressesFrom('a.example', response('A', [], 'NXDOMAIN'), 'follow')).toMatchObject({ fault: 'failed' });
    expect(addressesFrom('a.example', 'timeout', 'follow')).toMatchObject({ fault: 'deferred', status: '4.4.3' });
  });
});
