import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../src/engine/kernel/bytes';
import { lower, printable, trimBlanks, upper, words } from '../../../src/engine/mail/ascii';

describe('letter case and blanks of octets', () => {
  it('changes only ASCII letters', () => {
    const name = encodeUtf8('jürgen à ß');
    expect(upper(name)).toBe(encodeUtf8('JüRGEN à ß'));
    expect(lower(upper(name))).toBe(name);
  });

  it('takes blanks off both ends, but not 0xA0, which ends the octets of "à"', () => {
    expect(trimBlanks(' \t a b \r')).toBe('a b');
    expect(trimBlanks(encodeUtf8('à'))).toBe(encodeUtf8('à'));
    expect(trimBlanks(' \t\r')).toBe('');
  });

  it('finds words', () => {
    expect(words('  SIZE=10 \t BODY=8BITMIME ')).toEqual(['SIZE=10', 'BODY=8BITMIME']);
  });

  it('makes controls visible as question marks', () => {
    expect(printable('a\r\nb\x00\x7f')).toBe('a??b??');
  });
});
