// What name programs print in a world with more than one name server, and of zones with the usual mistakes.

import { describe, expect, it } from 'vitest';
import { Console } from '../../support/console';
import type { WorldData } from '../../../src/engine/world-types';

const service = (zones: string[], recursive: boolean) => [{ port: 53 as const, protocol: 'dns' as const, zones, recursive }];

const worldData = (): WorldData => ({
  start: '2024-01-15T09:00:00Z',
  networks: {
    campus: { prefix: '192.0.2.0/24', resolver: '192.0.2.53', latency: 1 },
    isp: { prefix: '198.51.100.0/24', resolver: '192.0.2.53', latency: 9 },
  },
  sites: {},
  hosts: {
    'ws1.campus.example': { addresses: ['192.0.2.10'], network: 'campus', users: ['you'] },
    'ns1.campus.example': { addresses: ['192.0.2.53'], network: 'campus', services: service(['campus.example'], true) },
    'ns.broken.example': { addresses: ['198.51.100.53'], network: 'isp', services: service(['broken.example'], false) },
  },
  zones: {
    'campus.example': ['@ NS ns1', 'ns1 A 192.0.2.53', 'mx1 A 192.0.2.25'],
    'broken.example': [
      '@ 60 SOA ns hostmaster 1 7200 900 1209600 300',
      '@ 3600 NS ns',
      'ns A 198.51.100.53',
      'a MX 10 198.51.100.26.',
      'a2 MX 10 198.51.100.26',
      'b MX 10 alias',
      'alias CNAME mx1.campus.example.',
      'c MX 10 mail.c.broken.example',
      'mail.c A 198.51.100.26',
      'd MX 0 .',
      'e A 198.51.100.26',
    ],
  },
  terminals: [{ name: 'main', host: 'ws1.campus.example', user: 'you' }],
});

const run = (...lines: string[]) => {
  const terminal = new Console(worldData());
  // Without the line that was typed, and without the prompt after it.
  return lines.map((line) => terminal.run(line).split('\n').slice(1, -1).join('\n')).at(-1)!;
};

describe('dig +trace', () => {
  it('goes from the root to whoever holds the zone', () => {
    expect(run('dig +trace e.broken.example')).toBe(`
; <<>> DiG 9.18.49-1~deb12u3-Debian <<>> +trace e.broken.example
;; global options: +cmd
.			518400	IN	NS	a.root-servers.example.
;; Received 63 bytes from 192.0.2.53#53(192.0.2.53) in 16 ms

example.		172800	IN	NS	a.tld-servers.example.
;; Received 131 bytes from 203.0.113.254#53(a.root-servers.example) in 14 ms

broken.example.		172800	IN	NS	ns.broken.example.
;; Received 78 bytes from 203.0.113.253#53(a.tld-servers.example) in 14 ms

e.broken.example.	3600	IN	A	198.51.100.26
broken.example.		3600	IN	NS	ns.broken.example.
;; Received 94 bytes from 198.51.100.53#53(ns.broken.example) in 20 ms
`);
  });

  it('ends with the SOA of a name that does not exist', () => {
    expect(run('dig +trace nosuch.broken.example')).toMatch(/\nbroken\.example\.\t\t60\tIN\tSOA\tns\.broken\.example\. .*\n;; Received/);
  });
});

describe('dig', () => {
  it('asks a resolver for what it remembers', () => {
    expect(run('dig +norecurse +noall +answer e.broken.example')).toBe('');
    const [asked, later] = ['dig +noall +answer e.broken.example', 'dig +norecurse +noall +answer e.broken.example'];
    expect(run(asked, 'sleep 100', later)).toMatch(/^e\.broken\.example\.\t3500\tIN\tA\t198\.51\.100\.26$/);
  });

  it('is refused a zone that the server does not hold', () => {
    expect(run('dig @ns1.campus.example broken.example AXFR')).toMatch(/\+cmd\n; Transfer failed\.$/);
    expect(run('dig @198.51.100.53 campus.example')).toMatch(/status: REFUSED/);
    expect(run('dig @198.51.100.53 version.server CH TXT')).toMatch(/status: REFUSED/);
  });

  it('shows numbers of a SOA with their names', () => {
    expect(run('dig +short broken.example SOA')).toBe('ns.broken.example. hostmaster.broken.example. 1 7200 900 1209600 300');
    expect(run('dig +noall +answer +multiline broken.example SOA')).toMatch(/7200 {7}; refresh \(2 hours\)/);
  });
});

describe('the mistakes that zones have', () => {
  it.each([
    ['an address as exchanger, with a final dot: a name that does not exist', 'a', '10 198.51.100.26.'],
    ['an address as exchanger: a name below the zone (RFC 1035, 5.1)', 'a2', '10 198.51.100.26.broken.example.'],
    ['an alias as exchanger (RFC 2181, 10.3)', 'b', '10 alias.broken.example.'],
    ['no final dot: the name of the zone twice', 'c', '10 mail.c.broken.example.broken.example.'],
    ['the null MX (RFC 7505)', 'd', '0 .'],
    ['no MX at all (RFC 5321, 5.1)', 'e', ''],
  ])('%s', (_, name, exchanger) => {
    expect(run(`dig +short MX ${name}.broken.example`)).toBe(exchanger);
  });

  it('an exchanger that is no name has no address, and an alias has one by another name', () => {
    expect(run('host 198.51.100.26.broken.example.')).toMatch(/NXDOMAIN/);
    expect(run('dig +short mail.c.broken.example.broken.example')).toBe('');
    expect(run('host alias.broken.example')).toMatch(
      /is an alias for mx1\.campus\.example\.\nmx1\.campus\.example has address 192\.0\.2\.25/,
    );
  });
});
