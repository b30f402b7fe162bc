import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer } from '../../../src/engine/dns/lookup';
import type { DnsResponse } from '../../../src/engine/dns/types';
import { nextHostQuestion, parseHost, presentHost } from '../../../src/shell/present/host';
import { referenceZones } from '../../engine/dns/reference';

const zones = referenceZones();
const resolver = { authoritativeFor: ['campus.example'], recursive: true };

function host(line: string, server = resolver, domains: string[] = []): string {
  const parsed = parseHost(line.split(' '), domains);
  if ('error' in parsed) return parsed.error;
  const responses: DnsResponse[] = [];
  let text = '';
  for (let next = nextHostQuestion(parsed.request, []); next; next = nextHostQuestion(parsed.request, responses)) {
    responses.push(answer(zones, next, server));
    text += presentHost(parsed.request, responses, '192.0.2.53');
  }
  return text;
}

describe('host', () => {
  it.each([
    ['mx1.campus.example', ['mx1.campus.example has address 192.0.2.25', 'mx1.campus.example has IPv6 address 2001:db8:0:2::25']],
    [
      'campus.example',
      [
        'campus.example has address 192.0.2.80',
        'campus.example has IPv6 address 2001:db8:0:2::80',
        'campus.example mail is handled by 10 mx1.campus.example.',
        'campus.example mail is handled by 20 mx2.campus.example.',
      ],
    ],
    [
      'www.campus.example',
      [
        'www.campus.example is an alias for campus.example.',
        'campus.example has address 192.0.2.80',
        'campus.example has IPv6 address 2001:db8:0:2::80',
        'campus.example mail is handled by 10 mx1.campus.example.',
        'campus.example mail is handled by 20 mx2.campus.example.',
      ],
    ],
    ['farm.example', ['farm.example mail is handled by 10 exch.isp.example.']],
    ['nosuch.campus.example', ['Host nosuch.campus.example not found: 3(NXDOMAIN)']],
    ['Dangling.campus.example', ['Host Dangling.campus.example not found: 3(NXDOMAIN)']],
    ['loop.campus.example.', ['Host loop.campus.example not found: 2(SERVFAIL)']],
    ['192.0.2.25', ['25.2.0.192.in-addr.arpa domain name pointer mx1.campus.example.']],
    ['192.0.2.99', ['Host 99.2.0.192.in-addr.arpa. not found: 3(NXDOMAIN)']],
    [
      '-t MX campus.example',
      ['campus.example mail is handled by 10 mx1.campus.example.', 'campus.example mail is handled by 20 mx2.campus.example.'],
    ],
    ['-tmx nullmx.example', ['nullmx.example mail is handled by 0 .']],
    ['-t AAAA mx2.campus.example', ['mx2.campus.example has no AAAA record']],
    ['-T -W 3 -t NS isp.example', ['isp.example name server ns1.isp.example.']],
    ['-t TXT campus.example', ['campus.example descriptive text "v=spf1 mx ip4:192.0.2.58 -all"']],
    ['-t SRV _imaps._tcp.campus.example', ['_imaps._tcp.campus.example has SRV record 0 1 993 imap.campus.example.']],
  ])('%s', (line, expected) => {
    expect(host(line)).toBe(expected.map((text) => `${text}\n`).join(''));
  });

  it('says which server it used when told to', () => {
    expect(host('ws1.campus.example ns1.campus.example')).toBe(
      'Using domain server:\nName: ns1.campus.example\nAddress: 192.0.2.53#53\nAliases: \n\nws1.campus.example has address 192.0.2.10\n',
    );
  });

  it('searches the domains of the machine it runs on', () => {
    const domains = ['lab.campus.example', 'campus.example'];
    expect(host('mx2', resolver, domains)).toBe('mx2.campus.example has address 192.0.2.26\n');
    expect(host('ada.imap', resolver, domains)).toMatch(/^ada\.imap\.campus\.example is an alias for imap\.campus\.example\.\n/);
    expect(host('nosuch', resolver, domains)).toBe('Host nosuch not found: 3(NXDOMAIN)\n');
    expect(host('nosuch.campus.example', resolver, domains)).toBe('Host nosuch.campus.example not found: 3(NXDOMAIN)\n');
    expect(host('mx2.', resolver, domains)).toBe('Host mx2. not found: 3(NXDOMAIN)\n');
    expect(host('mx2 192.0.2.53', resolver, domains)).toMatch(/^Using domain server:\n[^]*Aliases: \n\nmx2\.campus\.example has address/);
  });

  it('says that it was refused', () => {
    expect(host('partner.example', { ...resolver, recursive: false })).toBe('Host partner.example not found: 5(REFUSED)\n');
  });

  it('says that nobody answered', () => {
    const parsed = parseHost(['campus.example']);
    if ('error' in parsed) throw new Error(parsed.error);
    expect(presentHost(parsed.request, ['timeout'], '192.0.2.53')).toBe(
      `${';; communications error to 192.0.2.53#53: timed out\n'.repeat(2)};; no servers could be reached\n`,
    );
  });

  it('takes what follows the name as the server, like the real one', () => {
    expect(parseHost(['campus.example', '-t', 'MX'])).toMatchObject({ request: { server: '-t', type: 'A' } });
  });

  it.each([
    ['-t FOO campus.example', 'host: invalid type: FOO\n\n'],
    [
      '-t CAA campus.example',
      'host: CAA works on a real machine; the simulated Internet has A, AAAA, MX, CNAME, NS, PTR, SRV, SOA, TXT and ANY.\n',
    ],
    ['-a campus.example', 'host: -a works on a real machine; this simulated host does not have it.\n'],
    ['a..b', "host: 'a..b' is not a legal name (empty label)\n"],
  ])('refuses %s', (line, error) => {
    expect(host(line)).toBe(error);
  });

  it.each([[[]], [['-t']], [['-Z', 'a.example']]])('shows its usage for %j', (args) => {
    expect(parseHost(args)).toMatchObject({ error: expect.stringMatching(/^Usage: host /), status: 1 });
  });

  it('never fails on any words, and always comes to an end', () => {
    const word = fc.oneof(
      fc.constantFrom('-t', 'MX', '-T', 'www.campus.example', '192.0.2.25', '2001:db8::1'),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    fc.assert(fc.property(fc.array(word, { maxLength: 5 }), (args) => void expect(host(args.join(' '))).toMatch(/^$|\n$/)));
  });
});
