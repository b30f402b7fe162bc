import { describe, expect, it } from 'vitest';
import { answer } from '../../../src/engine/dns/lookup';
import type { DnsResponse } from '../../../src/engine/dns/types';
import { nextNslookupQuestion, parseNslookup, presentNslookup } from '../../../src/shell/present/nslookup';
import { referenceZones } from '../../engine/dns/reference';

const zones = referenceZones();
const resolver = { authoritativeFor: ['campus.example', '2.0.192.in-addr.arpa'], recursive: true };
const HEAD = 'Server:\t\t192.0.2.53\nAddress:\t192.0.2.53#53\n\n';

function nslookup(line: string, domains: string[] = []): string {
  const parsed = parseNslookup(line.split(' '), domains);
  if ('error' in parsed) return parsed.error;
  const responses: DnsResponse[] = [];
  let text = parsed.request.warnings;
  for (let next = nextNslookupQuestion(parsed.request, []); next; next = nextNslookupQuestion(parsed.request, responses)) {
    responses.push(answer(zones, next, resolver));
    text += presentNslookup(parsed.request, responses, '192.0.2.53');
  }
  return text;
}

describe('nslookup', () => {
  it('shows both kinds of address', () => {
    expect(nslookup('mx1.campus.example')).toBe(
      `${HEAD}Name:\tmx1.campus.example\nAddress: 192.0.2.25\nName:\tmx1.campus.example\nAddress: 2001:db8:0:2::25\n\n`,
    );
  });

  it('follows an alias', () => {
    expect(nslookup('ada.imap.campus.example 192.0.2.53')).toBe(
      `${HEAD}ada.imap.campus.example\tcanonical name = imap.campus.example.\nName:\timap.campus.example\nAddress: 192.0.2.143\n` +
        'Name:\timap.campus.example\nAddress: 2001:db8:0:2::143\n\n',
    );
  });

  it('says when the answer is second-hand', () => {
    expect(nslookup('mx.partner.example')).toBe(`${HEAD}Non-authoritative answer:\nName:\tmx.partner.example\nAddress: 198.51.100.130\n\n`);
    expect(nslookup('-type=MX partner.example')).toBe(
      `${HEAD}Non-authoritative answer:\npartner.example\tmail exchanger = 10 mx.partner.example.\n\nAuthoritative answers can be found from:\n\n`,
    );
  });

  it('asks for a type', () => {
    expect(nslookup('-q=mx campus.example')).toBe(
      `${HEAD}campus.example\tmail exchanger = 10 mx1.campus.example.\ncampus.example\tmail exchanger = 20 mx2.campus.example.\n\n`,
    );
    expect(nslookup('-type=soa campus.example')).toBe(
      `${HEAD}campus.example\n\torigin = ns1.campus.example\n\tmail addr = hostmaster.campus.example\n\tserial = 2024010101\n` +
        '\trefresh = 7200\n\tretry = 900\n\texpire = 1209600\n\tminimum = 300\n\n',
    );
    expect(nslookup('-type=FOO ws1.campus.example')).toMatch(/^unknown query type: FOO\nServer:/);
    expect(parseNslookup(['campus.example', '-type=MX'])).toMatchObject({ request: { type: 'A' } });
  });

  it('finds the name of an address', () => {
    expect(nslookup('192.0.2.25')).toBe('25.2.0.192.in-addr.arpa\tname = mx1.campus.example.\n\n');
    expect(nslookup('192.0.2.99')).toBe("** server can't find 99.2.0.192.in-addr.arpa: NXDOMAIN\n\n");
  });

  it('says what it cannot find', () => {
    expect(nslookup('nosuch.campus.example')).toBe(`${HEAD}** server can't find nosuch.campus.example: NXDOMAIN\n\n`);
    expect(nslookup('_tcp.campus.example')).toBe(`${HEAD}*** Can't find _tcp.campus.example: No answer\n\n`);
    expect(nslookup('-type=MX mx1.campus.example')).toBe(`${HEAD}*** Can't find mx1.campus.example: No answer\n\n`);
  });

  it('searches the domains of the machine it runs on', () => {
    expect(nslookup('mx2', ['campus.example'])).toBe(`${HEAD}Name:\tmx2.campus.example\nAddress: 192.0.2.26\n\n`);
    expect(nslookup('nosuch', ['campus.example'])).toBe(`${HEAD}** server can't find nosuch: NXDOMAIN\n\n`);
  });

  it('says that nobody answered', () => {
    const parsed = parseNslookup(['campus.example']);
    if ('error' in parsed) throw new Error(parsed.error);
    expect(presentNslookup(parsed.request, ['timeout'], '192.0.2.53')).toBe(
      `${';; communications error to 192.0.2.53#53: timed out\n'.repeat(3)};; no servers could be reached\n\n`,
    );
  });

  it.each([
    ['', 'nslookup: the simulated one needs a name: nslookup NAME [SERVER]\n'],
    ['-debug campus.example', 'nslookup: -debug works on a real machine; this simulated nslookup does not have it.\n'],
    ['a..b', "nslookup: 'a..b' is not a legal name (empty label)\n"],
  ])('refuses %j', (line, error) => {
    expect(parseNslookup(line.split(' ').filter((word) => word !== ''))).toMatchObject({ error, status: 1 });
  });
});
