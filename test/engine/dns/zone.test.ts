import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseZone } from '../../../src/engine/dns/zone';

const SOA = '@ IN SOA ns1 hostmaster 1 7200 900 1209600 300';

function records(lines: string[]): string[] {
  const { zone, faults } = parseZone('campus.example', [SOA, ...lines]);
  expect(faults).toEqual([]);
  return zone.records.slice(1).map(({ name, ttl, type, data }) => `${name} ${ttl} ${type} ${data}`);
}

describe('parseZone reads', () => {
  it.each([
    ['mx1 A 192.0.2.25', 'mx1.campus.example. 3600 A 192.0.2.25'],
    ['mx1 600 IN A 192.0.2.25', 'mx1.campus.example. 600 A 192.0.2.25'],
    ['mx1 IN 1h30m A 192.0.2.25', 'mx1.campus.example. 5400 A 192.0.2.25'],
    ['MX1.Campus.Example. in aaaa 2001:DB8:0:2:0:0:0:25', 'mx1.campus.example. 3600 AAAA 2001:db8:0:2::25'],
    ['@ MX 010 mx1', 'campus.example. 3600 MX 10 mx1.campus.example.'],
    ['@ MX 10 mx1.campus.example', 'campus.example. 3600 MX 10 mx1.campus.example.campus.example.'],
    ['@ MX 10 192.0.2.25', 'campus.example. 3600 MX 10 192.0.2.25.campus.example.'],
    ['@ MX 0 .', 'campus.example. 3600 MX 0 .'],
    ['www CNAME @', 'www.campus.example. 3600 CNAME campus.example.'],
    ['*.imap CNAME imap', '*.imap.campus.example. 3600 CNAME imap.campus.example.'],
    ['_imaps._tcp SRV 0 1 993 imap', '_imaps._tcp.campus.example. 3600 SRV 0 1 993 imap.campus.example.'],
    ['q TXT "say \\"hello\\"; done" ; a comment', 'q.campus.example. 3600 TXT "say \\"hello\\"; done"'],
    ['q TXT v=spf1 "-all"', 'q.campus.example. 3600 TXT "v=spf1" "-all"'],
    ['q TXT "caf\u00e9\\092"', 'q.campus.example. 3600 TXT "caf\\195\\169\\\\"'],
    ['10 A 192.0.2.10', '10.campus.example. 3600 A 192.0.2.10'],
  ])('%s', (line, expected) => {
    expect(records([line])).toEqual([expected]);
  });

  it('an empty name as the one before, $TTL and $ORIGIN, comments and empty lines', () => {
    expect(records(['; mail', '', '$TTL 5m', 'mx1 A 192.0.2.25', '\tAAAA 2001:db8::25 ; both', '$ORIGIN lab', 'pc A 192.0.2.99'])).toEqual([
      'mx1.campus.example. 300 A 192.0.2.25',
      'mx1.campus.example. 300 AAAA 2001:db8::25',
      'pc.lab.campus.example. 300 A 192.0.2.99',
    ]);
  });

  it('the TTL before, where there is no $TTL', () => {
    expect(records(['a 60 A 192.0.2.1', 'b A 192.0.2.2'])[1]).toBe('b.campus.example. 60 A 192.0.2.2');
  });

  it('parentheses over several lines', () => {
    const lines = ['@ SOA ns1 hostmaster ( ; begins', '  2024010101', '  2h 15m 2w 5m )', 'ns1 A 192.0.2.53'];
    const { zone, faults } = parseZone('campus.example.', lines);
    expect(faults).toEqual([]);
    expect(zone.records[0]?.data).toBe('ns1.campus.example. hostmaster.campus.example. 2024010101 7200 900 1209600 300');
    expect(zone.records).toHaveLength(2);
  });

  it('a record written twice as one, with the first TTL for the whole set', () => {
    expect(records(['@ 60 MX 10 a', '@ 90 MX 10 A', '@ 90 MX 20 b'])).toEqual([
      'campus.example. 60 MX 10 a.campus.example.',
      'campus.example. 60 MX 20 b.campus.example.',
    ]);
  });

  it('a zone without SOA, and gives it one', () => {
    const { zone } = parseZone('Campus.example', ['$TTL 900', '@ NS ns.partner.example.']);
    expect(zone.apex).toBe('campus.example.');
    expect(zone.records[0]).toEqual({
      name: 'campus.example.',
      ttl: 900,
      type: 'SOA',
      data: 'ns.partner.example. hostmaster.campus.example. 2024010101 7200 900 1209600 300',
    });
  });
});

describe('parseZone refuses', () => {
  it.each([
    ['mx1 A 192.0.2.256', 'A: IPv4 address: "192.0.2.256" is no such address'],
    ['mx1 A 2001:db8::1', 'A: IPv4 address: "2001:db8::1" is no such address'],
    ['mx1 AAAA 192.0.2.1', 'AAAA: IPv6 address: "192.0.2.1" is no such address'],
    ['@ MX mx1', 'MX takes preference, mail exchanger; found "mx1"'],
    ['@ MX ten mx1', 'MX: preference: "ten" is not a number from 0 to 65535'],
    ['@ MX 65536 mx1', 'MX: preference: "65536" is not a number from 0 to 65535'],
    ['@ MX 10 a..b', 'MX: mail exchanger: "a..b" is not a domain name (empty label)'],
    ['@ MX 10 "mx1"', 'MX: mail exchanger: "mx1" is quoted, but a name is not'],
    ['s SRV 0 1 imap', 'SRV takes priority, weight, port, target; found "0" "1" "imap"'],
    ['t TXT', 'TXT takes one or more strings; found nothing'],
    [`t TXT "${'x'.repeat(256)}"`, 'TXT: a string has 256 octets; 255 is the most, so cut it into several'],
    ['t TXT "open', 'a quotation mark is opened and never closed'],
    ['mx1 A )', 'a parenthesis is closed that was never opened'],
    ['mx1 A ( 192.0.2.1', 'a parenthesis that is opened here is never closed'],
    ['mx1', 'a record needs a type: name [ttl] [IN] TYPE data'],
    ['mx1 CAA 0 issue "x"', '"CAA" is not a record type of this world: A, AAAA, MX, CNAME, NS, PTR, SRV, SOA, TXT'],
    ['mx1 CH A 192.0.2.1', 'class CH: this world has only IN'],
    ['$INCLUDE file', '$INCLUDE is not understood; only $TTL and $ORIGIN are'],
    ['$TTL soon', '$TTL: "soon" is not a time in seconds'],
    ['$TTL', '$TTL takes one value'],
    ['mx.partner.example. A 192.0.2.1', '"mx.partner.example." is outside the zone campus.example.'],
    ['a..b A 192.0.2.1', '"a..b" is not a domain name (empty label)'],
    ['@ SOA ns1 hostmaster 2 1 1 1 1', 'a zone has one SOA; this is a second'],
    ['www SOA ns1 hostmaster 2 1 1 1 1', 'SOA belongs to the apex campus.example., not to "www.campus.example."'],
    ['@ CNAME www', '"campus.example." has other data, so it cannot be an alias'],
  ])('%s', (line, message) => {
    expect(parseZone('campus.example', [SOA, line]).faults).toEqual([{ line: 2, message }]);
  });

  it('other data beside an alias', () => {
    const { zone, faults } = parseZone('campus.example', [SOA, 'www CNAME @', 'www A 192.0.2.80']);
    expect(faults).toEqual([{ line: 3, message: '"www.campus.example." is an alias of campus.example., so it can have no other data' }]);
    expect(zone.records).toHaveLength(2);
  });

  it('an empty name after none, or after a broken one', () => {
    const { faults } = parseZone('campus.example', ['  A 192.0.2.1', 'a..b A 192.0.2.2', '  A 192.0.2.3']);
    expect(faults.map(({ line, message }) => [line, message])).toEqual([
      [1, 'the first record needs a name'],
      [2, '"a..b" is not a domain name (empty label)'],
      [3, 'the first record needs a name'],
    ]);
  });

  it('an apex that is no name', () => {
    expect(parseZone('a..b', []).faults[0]?.message).toBe('"a..b" is not a domain name (empty label)');
  });

  it('keeps the good records around a fault', () => {
    expect(parseZone('campus.example', [SOA, 'a A nowhere', 'b A 192.0.2.2']).zone.records.map(({ name }) => name)).toEqual([
      'campus.example.',
      'b.campus.example.',
    ]);
  });
});

describe('any lines', () => {
  const word = fc.oneof(
    fc.constantFrom(
      '@',
      'A',
      'MX',
      'TXT',
      'SOA',
      'CNAME',
      'IN',
      '10',
      '(',
      ')',
      '"',
      '"a b"',
      ';',
      '\\',
      '$TTL',
      '192.0.2.1',
      '.',
      'mx1',
      '',
    ),
    fc.string({ maxLength: 6 }),
  );
  const line = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));

  it('never throw; every record that comes out reads as itself', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const { zone } = parseZone('campus.example', lines);
        const again = zone.records.map(({ name, ttl, type, data }) => `${name} ${ttl} IN ${type} ${data}`);
        expect(parseZone('campus.example', again)).toEqual({ zone, faults: [] });
      }),
      { numRuns: 500 },
    );
  });
});
