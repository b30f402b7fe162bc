import { describe, expect, it } from 'vitest';
import { drawId } from '../../../src/engine/smtp/ids';

describe('an id', () => {
  it('is made after its pattern', () => {
    expect(drawId('1ccccc-000ccc-cc', 7).id).toMatch(/^1[0-9A-Za-z]{5}-000[0-9A-Za-z]{3}-[0-9A-Za-z]{2}$/);
    expect(drawId('hhhhh186hhh', 7).id).toMatch(/^[0-9A-F]{5}186[0-9A-F]{3}$/);
    expect(drawId('AA.nn.aa.xx', 7).id).toMatch(/^[A-Z]{2}\.\d\d\.[a-z]{2}\.[0-9a-f]{2}$/);
  });

  it('depends on the generator alone, and leaves it where the next one begins', () => {
    const first = drawId('nnnn', 7);
    expect(drawId('nnnn', 7)).toEqual(first);
    expect(drawId('nnnn', first.random).id).not.toBe(first.id);
    expect(drawId('', 7)).toEqual({ id: '', random: 7 });
  });
});
