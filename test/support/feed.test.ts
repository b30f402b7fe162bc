import { describe, expect, it } from 'vitest';
import { byteByByte, cutAt } from './feed';

describe('feed', () => {
  it('cuts into single octets', () => {
    expect(byteByByte('a\r\n')).toEqual(['a', '\r', '\n']);
  });

  it('cuts anywhere, loses nothing, gives no empty piece', () => {
    expect(cutAt('abcdef', [4, 2, 2, 0, 10])).toEqual(['ab', 'cd', 'ef']);
    expect(cutAt('abc', [])).toEqual(['abc']);
    expect(cutAt('', [3])).toEqual([]);
  });
});
