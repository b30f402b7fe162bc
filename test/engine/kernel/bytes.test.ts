import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUtf8, encodeUtf8, hex, isUtf8 } from '../../../src/engine/kernel/bytes';
import { visible, visibleText } from '../../../src/engine/kernel/visible';

const latin1 = (bytes: Uint8Array) => String.fromCharCode(...bytes);
const octets = fc.uint8Array({ maxLength: 40 }).map(latin1);

describe('octets and text', () => {
  it('encodes as the platform does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(encodeUtf8(text)).toBe(latin1(new TextEncoder().encode(text)));
      }),
    );
  });

  it('brings text back unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decodeUtf8(encodeUtf8(text))).toBe(text);
      }),
    );
  });

  it('agrees with the platform about what is UTF-8', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    fc.assert(
      fc.property(fc.oneof(octets, fc.string({ unit: 'binary' }).map(encodeUtf8)), (bytes) => {
        let valid = true;
        try {
          strict.decode(Uint8Array.from(bytes, (c) => c.charCodeAt(0)));
        } catch {
          valid = false;
        }
        expect(isUtf8(bytes)).toBe(valid);
      }),
    );
  });

  it('refuses overlong forms, surrogates and what lies beyond Unicode', () => {
    for (const bytes of ['\xc0\xaf', '\xe0\x80\xaf', '\xed\xa0\x80', '\xf4\x90\x80\x80', '\xf5\x80\x80\x80', '\x80', '\xc3']) {
      expect(isUtf8(bytes), hex(bytes)).toBe(false);
    }
  });
});

describe('what may be shown', () => {
  it.each([
    ['\x1b[2J', '^[[2J'],
    ['\x1b]0;title\x07', '^[]0;title^G'],
    ['a\r\n', 'a^M^J'],
    ['\x7f', '^?'],
    ['\xc2\x9b31m', '<U+009B>31m'],
    ['\xe2\x80\xaetxt.exe', '<U+202E>txt.exe'],
    ['Gr\xfc\xdfe', 'Gr\\xfc\\xdfe'],
    ['Gr\xc3\xbc\xc3\x9fe', 'Grüße'],
    ['\xff\xc3\xbc', '\\xffü'],
    ['\xf0\x9f\x93\xac', '📬'],
  ])('%j is shown as %j', (bytes, shown) => {
    expect(visible(bytes)).toBe(shown);
  });

  it('keeps only the controls it is told to keep', () => {
    expect(visible('a\tb\nc\rd', '\n\t')).toBe('a\tb\nc^Md');
    expect(visibleText('a\u2028b')).toBe('a<U+2028>b');
  });

  it('never lets a control character, a bidirectional override or a broken octet through', () => {
    fc.assert(
      fc.property(octets, (bytes) => {
        expect(visible(bytes)).not.toMatch(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufffd]/u);
      }),
      { numRuns: 500 },
    );
  });
});
