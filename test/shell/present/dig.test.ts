import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer } from '../../../src/engine/dns/lookup';
import { parseDig, presentDig, type DigLookup } from '../../../src/shell/present/dig';
import { referenceZones } from '../../engine/dns/reference';

const zones = referenceZones();
const resolver = { authoritativeFor: ['campus.example'], recursive: true };
const context = { address: '192.0.2.53', servers: 1, id: 4711, milliseconds: 2, epoch: Date.UTC(2024, 0, 5, 9, 0, 7) };

function lookups(line: string): DigLookup[] {
  const parsed = parseDig(line.split(' ').filter((word) => word !== ''));
  if ('error' in parsed) throw new Error(parsed.error);
  return parsed.request.lookups;
}

const dig = (line: string) =>
  lookups(line)
    .map((lookup) => presentDig(lookup, answer(zones, lookup.question, resolver), context))
    .join('');

function refusal(line: string): { error: string; status: number } {
  const parsed = parseDig(line.split(' '));
  if (!('error' in parsed)) throw new Error('understood');
  return parsed;
}

describe('the command line of dig', () => {
  it.each([
    ['campus.example', 'campus.example. A null'],
    ['campus.example MX', 'campus.example. MX null'],
    ['mx Campus.example', 'Campus.example. MX null'],
    ['-t mx campus.example', 'campus.example. MX null'],
    ['in campus.example -tmx', 'campus.example. MX null'],
    ['-q MX -t A', 'MX. A null'],
    ['@ns1.campus.example campus.example any', 'campus.example. ANY ns1.campus.example'],
    ['campus.example @192.0.2.53', 'campus.example. A 192.0.2.53'],
    ['-x 192.0.2.25', '25.2.0.192.in-addr.arpa. PTR null'],
    ['-x 192.0.2', '2.0.192.in-addr.arpa. PTR null'],
    ['-t NS -x 192.0.2', '2.0.192.in-addr.arpa. NS null'],
    ['', '. NS null'],
    ['@192.0.2.53', '. NS 192.0.2.53'],
  ])('dig %s', (line, expected) => {
    expect(lookups(line).map(({ question, server }) => `${question.name} ${question.type} ${server}`)).toEqual([expected]);
  });

  it('takes several names, with options before them for all and after one for that', () => {
    const [first, second] = lookups('+nostats a.example MX +tcp @192.0.2.53 b.example +noquestion');
    expect(first).toMatchObject({
      server: '192.0.2.53',
      tcp: true,
      question: { name: 'a.example.', type: 'MX' },
      display: { stats: false, question: true },
    });
    expect(second).toMatchObject({
      server: null,
      tcp: false,
      question: { name: 'b.example.', type: 'A' },
      display: { stats: false, question: false },
      banner: null,
    });
  });

  it('takes shortened options and numbers', () => {
    expect(lookups('+noall +ans a.example')[0]?.display).toMatchObject({ answer: true, authority: false, stats: false });
    expect(lookups('a.example +time=2 +tries=1')[0]).toMatchObject({ timeout: 2, tries: 1 });
    expect(lookups('a.example +retry=0 +norec +noedns')[0]).toMatchObject({ tries: 1, recurse: false, edns: false });
  });

  it('asks ANY over TCP, unless told otherwise', () => {
    expect(lookups('a.example ANY')[0]?.tcp).toBe(true);
    expect(lookups('a.example ANY +notcp')[0]?.tcp).toBe(false);
  });

  it('warns of what it leaves out', () => {
    const parsed = parseDig(['-t', 'FOO', '-c', 'XX', 'a.example']);
    expect('request' in parsed && parsed.request.warnings).toBe(
      ';; Warning, ignoring invalid type FOO\n;; Warning, ignoring invalid class XX\n',
    );
    const twice = parseDig(['MX', 'a.example', 'A']);
    expect('request' in twice && twice.request.warnings).toBe(';; Warning, extra type option\n');
  });

  it.each([
    ['a..b', "dig: 'a..b' is not a legal name (empty label)\n", 10],
    ['-p x a.example', "dig: Couldn't parse port number\n", 10],
    ['+yaml a.example', 'dig: +yaml works on a real machine; this simulated dig does not have it.\n', 1],
    ['-f names.txt', 'dig: -f works on a real machine; this simulated dig does not have it.\n', 1],
    ['a.example HS', 'dig: class HS works on a real machine; the simulated Internet has the classes IN and CH.\n', 1],
    ['-v', 'DiG 9.18.49-1~deb12u3-Debian\n', 0],
  ])('dig %s', (line, error, status) => {
    expect(refusal(line)).toEqual({ error, status });
  });

  it('shows its usage for an option that dig does not have', () => {
    expect(refusal('+foo a.example').error).toMatch(/^Invalid option: \+foo\nUsage: {2}dig /);
    expect(refusal('+tries a.example').error).toMatch(/^Invalid option: \+tries\n/);
    expect(refusal('-Z').error).toMatch(/^Invalid option: -Z\n/);
    expect(refusal('-t').error).toMatch(/^Invalid option: -t\n/);
    expect(refusal('a.example IXFR').error).toMatch(/^dig: IXFR works on a real machine/);
    expect(refusal('-h')).toMatchObject({ status: 0 });
  });
});

describe('the text of dig', () => {
  it('is this, whole, for an answer that a resolver fetched', () => {
    expect(dig('partner.example mx')).toBe(`
; <<>> DiG 9.18.49-1~deb12u3-Debian <<>> partner.example mx
;; global options: +cmd
;; Got answer:
;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 4711
;; flags: qr rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1

;; OPT PSEUDOSECTION:
; EDNS: version: 0, flags:; udp: 1232
;; QUESTION SECTION:
;partner.example.\t\tIN\tMX

;; ANSWER SECTION:
partner.example.\t3600\tIN\tMX\t10 mx.partner.example.

;; Query time: 2 msec
;; SERVER: 192.0.2.53#53(192.0.2.53) (UDP)
;; WHEN: Fri Jan 05 09:00:07 UTC 2024
;; MSG SIZE  rcvd: 63

`);
  });

  it('names the server as it was asked for, and counts its addresses if it came first', () => {
    const [before] = lookups('@ns1.campus.example campus.example');
    const text = presentDig(before!, answer(zones, before!.question, resolver), { ...context, servers: 2 });
    expect(text).toContain('; (2 servers found)\n');
    expect(text).toContain(';; SERVER: 192.0.2.53#53(ns1.campus.example) (UDP)\n');
    expect(dig('campus.example @192.0.2.53')).not.toContain('found)');
  });

  it('is short on demand', () => {
    expect(dig('+short campus.example mx')).toBe('10 mx1.campus.example.\n20 mx2.campus.example.\n');
    expect(dig('nosuch.campus.example +short')).toBe('');
  });

  it('leaves out columns and sections', () => {
    expect(dig('+noall +answer +nottlid partner.example mx')).toBe('partner.example.\tIN\tMX\t10 mx.partner.example.\n');
    expect(dig('+noall +answer +noclass www.campus.example cname')).toBe('www.campus.example.\t3600\tCNAME\tcampus.example.\n');
    expect(dig('+noall +answer +nottlid +noclass campus.example a')).toBe('campus.example.\t\tA\t192.0.2.80\n');
    expect(dig('campus.example +nocomments +nostats +nocmd')).not.toContain(';;');
  });

  it('tells of flags', () => {
    expect(dig('campus.example +norecurse +dnssec')).toContain(';; flags: qr aa ra; QUERY: 1, ANSWER: 1');
    expect(dig('campus.example +dnssec')).toContain('; EDNS: version: 0, flags: do; udp: 1232\n');
    expect(dig('nosuch.campus.example +noedns')).toContain('ADDITIONAL: 0\n\n;; QUESTION SECTION:');
  });

  it('says three times that nobody answered', () => {
    const [lookup] = lookups('@192.0.2.53 campus.example');
    expect(presentDig(lookup!, 'timeout', context)).toBe(`${';; communications error to 192.0.2.53#53: timed out\n'.repeat(3)}
; <<>> DiG 9.18.49-1~deb12u3-Debian <<>> @192.0.2.53 campus.example
; (1 server found)
;; global options: +cmd
;; no servers could be reached
`);
    const [once] = lookups('+short +tries=1 campus.example');
    expect(presentDig(once!, 'timeout', context)).toBe(
      ';; communications error to 192.0.2.53#53: timed out\n;; no servers could be reached\n',
    );
  });

  it('keeps columns apart where a name is too long for them', () => {
    expect(dig('+noall +answer _submission._tcp.campus.example srv')).toBe(
      '_submission._tcp.campus.example. 3600 IN SRV\t0 1 587 smtp.campus.example.\n',
    );
  });
});

describe('any command line', () => {
  const word = fc.oneof(
    fc.constantFrom(
      '@192.0.2.53',
      '-x',
      '-t',
      '-q',
      '-p',
      '-c',
      '+short',
      '+noall',
      '+tries=2',
      'MX',
      'IN',
      'campus.example',
      '53',
      '-',
      '+',
      '@',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );

  it('is understood or refused, and what is understood can be shown', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 7 }), (args) => {
        const parsed = parseDig(args);
        if ('error' in parsed) {
          expect(parsed.error).toMatch(/\n$/);
          return;
        }
        expect(parsed.request).toEqual(structuredClone(parsed.request));
        for (const lookup of parsed.request.lookups) {
          expect(presentDig(lookup, answer(zones, lookup.question, resolver), context)).toMatch(/^$|\n$/);
        }
      }),
      { numRuns: 500 },
    );
  });
});
