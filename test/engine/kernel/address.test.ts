import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalAddress, formatAddress, inNetwork, isIpv4, isIpv6, parseAddress } from '../../../src/engine/kernel/address';

describe('IPv4', () => {
  it.each(['192.0.2.25', '0.0.0.0', '255.255.255.255'])('%s is its own canonical text', (text) => {
    expect(isIpv4(text)).toBe(true);
    expect(isIpv6(text)).toBe(false);
    expect(canonicalAddress(text)).toBe(text);
  });

  it.each(['', '192.0.2', '192.0.2.256', '192.0.2.025', '192.0.2.25.', '1.2.3.4.5', ' 192.0.2.1', '0x7f.0.0.1', '1e1.0.0.1'])(
    'refuses %j',
    (text) => {
      expect(parseAddress(text)).toBeNull();
    },
  );
});

describe('IPv6 (RFC 4291, RFC 5952)', () => {
  it.each([
    ['2001:DB8:0:2:0:0:0:25', '2001:db8:0:2::25'],
    ['2001:0db8::0001', '2001:db8::1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['2001:db8::1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['::', '::'],
    ['::1', '::1'],
    ['1::', '1::'],
    ['0:0:0:0:0:ffff:192.0.2.1', '::ffff:192.0.2.1'],
    ['2001:db8::192.0.2.33', '2001:db8::c000:221'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
  ])('%s is written %s', (text, canonical) => {
    expect(isIpv6(text)).toBe(true);
    expect(canonicalAddress(text)).toBe(canonical);
  });

  it.each([
    ':',
    ':::',
    '1::2::3',
    '2001:db8::12345',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4::5:6:7:8',
    'fe80::1%eth0',
    '192.0.2.1::',
    '::192.0.2',
    ':1',
    '1:',
  ])('refuses %j', (text) => {
    expect(parseAddress(text)).toBeNull();
    expect(canonicalAddress(text)).toBeNull();
  });
});

describe('inNetwork', () => {
  it.each([
    ['192.0.2.10', '192.0.2.0/24', true],
    ['192.0.3.10', '192.0.2.0/24', false],
    ['192.0.2.10', '192.0.2.99/24', true],
    ['192.0.2.127', '192.0.2.0/25', true],
    ['192.0.2.128', '192.0.2.0/25', false],
    ['192.0.2.10', '192.0.2.10', true],
    ['192.0.2.11', '192.0.2.10', false],
    ['203.0.113.1', '0.0.0.0/0', true],
    ['2001:db8:ffff::1', '2001:DB8::/32', true],
    ['2001:db9::1', '2001:db8::/32', false],
    ['2001:db8::1', '0.0.0.0/0', false],
    ['192.0.2.10', '192.0.2.0/33', false],
    ['192.0.2.10', '192.0.2.0/', false],
    ['192.0.2.10', '192.0.2.0/24/8', false],
    ['mx1', '192.0.2.0/24', false],
    ['192.0.2.10', 'campus', false],
  ])('%s in %s: %s', (address, network, expected) => {
    expect(inNetwork(address, network)).toBe(expected);
  });
});

describe('any address', () => {
  const octets = fc.constantFrom(4 as const, 6 as const).chain((version) => {
    const size = version === 4 ? 4 : 16;
    const octet = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 255 }));
    return fc.record({ version: fc.constant(version), octets: fc.array(octet, { minLength: size, maxLength: size }) });
  });

  it('is read back from its canonical text', () => {
    fc.assert(
      fc.property(octets, (address) => {
        expect(parseAddress(formatAddress(address))).toEqual(address);
      }),
    );
  });

  it('lies in each of its own networks', () => {
    fc.assert(
      fc.property(octets, fc.nat(128), (address, length) => {
        const text = formatAddress(address);
        expect(inNetwork(text, `${text}/${length}`)).toBe(length <= address.octets.length * 8);
      }),
    );
  });

  it('is never found in other text without a canonical form that reads the same', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123456789abcF:.%/ '), maxLength: 24 });
    fc.assert(
      fc.property(text, (given) => {
        const canonical = canonicalAddress(given);
        if (canonical !== null) expect(parseAddress(canonical)).toEqual(parseAddress(given));
      }),
    );
  });
});
