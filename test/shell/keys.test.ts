import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextCharacter, nextKey, unbracket, type Key } from '../../src/shell/keys';
import { byteByByte, cutAt } from '../support/feed';

/** All keys of raw keyboard text that arrives in these pieces; text runs are joined. */
function keysOf(pieces: string[]): Key[] {
  const keys: Key[] = [];
  let partial = '';
  let buffer = '';
  for (const piece of pieces) {
    const read = unbracket(partial, piece);
    partial = read.partial;
    buffer += read.text;
    for (let next = nextKey(buffer); buffer !== '' && next; next = nextKey(buffer)) {
      buffer = buffer.slice(next.length);
      const last = keys.at(-1);
      if (next.key.type === 'text' && last?.type === 'text') keys[keys.length - 1] = { type: 'text', text: last.text + next.key.text };
      else keys.push(next.key);
    }
  }
  return keys;
}

const shown = (keys: Key[]) => keys.map((key) => (key.type === 'text' ? JSON.stringify(key.text) : key.name)).join(' ');

const TABLE: [raw: string, keys: string][] = [
  ['ls\r', '"ls" enter'],
  ['a\r\nb\nc\rd', '"a" enter "b" enter "c" enter "d"'],
  ['\r\n\r\n', 'enter enter'],
  ['\n\n', 'enter enter'],
  ['\x7f\b', 'backspace backspace'],
  ['\x1b[A\x1b[B\x1b[C\x1b[D', 'up down right left'],
  ['\x1bOA\x1bOH\x1bOF', 'up home end'],
  ['\x1b[H\x1b[F\x1b[1~\x1b[4~\x1b[7~\x1b[8~', 'home end home end home end'],
  ['\x1b[1;5C\x1b[1;5D\x1b[1;3C\x1b[1;3D', 'wordRight wordLeft wordRight wordLeft'],
  ['\x1b[1;2C', 'right'],
  ['\x1b[3~\x1b[2~\x1b[5~\x1b[Z', 'delete unknown unknown unknown'],
  ['\x1bb\x1bf\x1bd', 'alt-b alt-f alt-d'],
  ['\x01\x05\x0b\x15\x17\x19', 'ctrl-a ctrl-e ctrl-k ctrl-u ctrl-w ctrl-y'],
  ['\x03\x04\x0c\t', 'ctrl-c ctrl-d ctrl-l tab'],
  ['\x16\x03x', '"\\u0003x"'],
  ['😀é\u0301文', '"😀é\u0301文"'],
  ['\x1b\x1b[A', 'unknown up'],
  ['\x1b[200~one\r\ntwo\n\x1b[201~', '"one" enter "two" enter'],
  ['\x1b[200~a\tb\x1b[Ac\x03\x1b[201~\t', '"a\\tb\\u001b[Ac\\u0003" tab'],
  ['\x1b[200~\r\n\r\n\x1b[201~\n', 'enter enter enter'],
  ['x\x1b[201~y', '"xy"'],
  ['\x1b[200~a\x1b[200~b\x1b[201~', '"a\\u001b[200~b"'],
];

describe('keys', () => {
  it.each(TABLE)('%j', (raw, keys) => {
    expect(shown(keysOf([raw]))).toBe(keys);
  });

  it.each(TABLE)('%j, one code unit at a time', (raw, keys) => {
    expect(shown(keysOf(byteByByte(raw)))).toBe(keys);
  });

  it.each(TABLE)('%j with more after it', (raw, keys) => {
    expect(shown(keysOf([`${raw}\x1b[Dz`]))).toBe(`${keys} left "z"`);
  });

  it('do not depend on how they are cut', () => {
    const part = fc.oneof(
      fc.constantFrom('\x1b[', '\x1b[200~', '\x1b[201~', '\x1b', '\r', '\n', '\x16', '😀', '1;5C', '~'),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(part), fc.array(fc.nat()), (parts, places) => {
        const raw = parts.join('');
        expect(shown(keysOf(cutAt(raw, places)))).toBe(shown(keysOf([raw])));
      }),
    );
  });
});

describe('characters of the line discipline', () => {
  it.each([
    ['a', { character: 'a', quoted: false, length: 1 }],
    ['😀x', { character: '😀', quoted: false, length: 2 }],
    ['\x16\x1b', { character: '\x1b', quoted: true, length: 2 }],
    ['\x16', null],
    ['\ud83d', null],
    ['\x16\ud83d', null],
  ])('%j', (text, expected) => {
    expect(nextCharacter(text)).toEqual(expected);
  });
});
