import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../src/engine/kernel/bytes';
import { addressLiteral, isDomain, literalAddress } from '../../../src/engine/mail/domain';

describe('isDomain', () => {
  it.each(['partner.example', 'localhost', 'xn--bcher-kva.example', '3com.example', 'a-b.example', encodeUtf8('bücher.example')])(
    'takes %s',
    (name) => {
      expect(isDomain(name, true)).toBe(true);
    },
  );

  it.each([
    '',
    'partner..example',
    '-partner.example',
    'partner-.example',
    'a b.example',
    '192.0.2.25',
    `${'a'.repeat(64)}.example`,
    'b\xfccher.example',
  ])('refuses %j, strict or not', (name) => {
    expect(isDomain(name, true)).toBe(false);
    expect(isDomain(name, false)).toBe(false);
  });

  it.each(['partner.example.', 'par_tner.example'])('takes %s only where servers put up with it', (name) => {
    expect(isDomain(name, true)).toBe(false);
    expect(isDomain(name, false)).toBe(true);
  });
});

describe('address literals', () => {
  it.each([
    ['[192.0.2.25]', '192.0.2.25'],
    ['[192.000.002.025]', '192.0.2.25'],
    ['[IPv6:2001:DB8:0:0::25]', '2001:db8::25'],
    ['[ipv6:2001:db8::192.0.2.1]', '2001:db8::c000:201'],
  ])('%s is %s', (text, address) => {
    expect(literalAddress(text)).toBe(address);
  });

  it.each(['[300.1.1.1]', '[1.2.3]', '192.0.2.25', '[2001:db8::25]', '[IPv6:2001:db8]', '[IPv6:1::2::3]', '[x-tag:abc]', '[]'])(
    '%s is none',
    (text) => {
      expect(literalAddress(text)).toBeNull();
    },
  );

  it('writes one', () => {
    expect(addressLiteral('192.0.2.25')).toBe('[192.0.2.25]');
    expect(addressLiteral('2001:db8::25')).toBe('[IPv6:2001:db8::25]');
  });
});
