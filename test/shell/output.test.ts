import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../src/engine/kernel/bytes';
import { print, printBytes, releaseHeld } from '../../src/shell/output';
import { byteByByte, cutAt } from '../support/feed';
import { Console } from '../support/console';

/** What the screen shows of octets that arrive in these pieces. */
function shown(pieces: string[]): string {
  const console = new Console();
  console.look();
  for (const piece of pieces) printBytes(console.terminal, console.world, piece);
  releaseHeld(console.terminal, console.world);
  return console.look();
}

describe('octets on the screen', () => {
  const TABLE: [bytes: string, text: string][] = [
    ['250 Ok\r\n', '250 Ok\n'],
    ['a\rb\r\r\n', 'a^Mb^M\n'],
    ['a\nb\tc', 'a\nb\tc'],
    ['end\r', 'end^M'],
    [encodeUtf8('é€😀\r\n'), 'é€😀\n'],
    ['\xff\xfd\x06', '\\xff\\xfd^F'],
    ['\xe2\x82', '\\xe2\\x82'],
    ['\xe2\x82A', '\\xe2\\x82A'],
    ['\xf0\x9f\x98', '\\xf0\\x9f\\x98'],
    ['\x1b]52;c;AAAA\x07\x1b[2J\x7f', '^[]52;c;AAAA^G^[[2J^?'],
    [encodeUtf8('\u202eabc\u009b2J'), '<U+202E>abc<U+009B>2J'],
  ];

  it.each(TABLE)('%j', (bytes, text) => {
    expect(shown([bytes])).toBe(text);
    expect(shown(byteByByte(bytes))).toBe(text);
    expect(shown([`${bytes}x`])).toBe(`${text}x`);
    for (let at = 1; at < bytes.length; at++) expect(shown(cutAt(bytes, [at]))).toBe(text);
  });

  it('come before what is printed after them', () => {
    const console = new Console();
    console.look();
    printBytes(console.terminal, console.world, 'a\r');
    expect(console.look()).toBe('a');
    print(console.terminal, console.world, 'b\x07\n');
    expect(console.look()).toBe('^Mb^G\n');
  });
});
