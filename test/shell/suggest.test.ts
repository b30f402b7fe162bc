import { describe, expect, it } from 'vitest';
import { editDistance } from '../../src/shell/suggest';

describe('the distance of two words', () => {
  it.each([
    ['telnet', 'telnet', 0],
    ['telnt', 'telnet', 1],
    ['tlenet', 'telnet', 1],
    ['telnett', 'telnet', 1],
    ['tolnot', 'telnet', 2],
    ['', 'dig', 3],
    ['gid', 'dig', 2],
  ])('%s, %s: %d', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });
});
