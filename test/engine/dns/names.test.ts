import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ancestors, isWithin, labelsOf, parseName, reverseName, wireLength, withoutDot } from '../../../src/engine/dns/names';

const label63 = 'a'.repeat(63);

describe('parseName', () => {
  it.each([
    ['mx1', 'campus.example.', 'mx1.campus.example.'],
    ['mx1.campus.example.', 'campus.example.', 'mx1.campus.example.'],
    ['mx1.campus.example', 'campus.example.', 'mx1.campus.example.campus.example.'],
    ['@', 'campus.example.', 'campus.example.'],
    ['.', 'campus.example.', '.'],
    ['MX1.Campus.EXAMPLE', '.', 'MX1.Campus.EXAMPLE.'],
    ['_imaps._tcp', 'campus.example.', '_imaps._tcp.campus.example.'],
    ['john\\.doe', 'campus.example.', 'john\\.doe.campus.example.'],
    ['a\\098c', '.', 'abc.'],
    ['a b', '.', 'a\\032b.'],
    ['bücher', '.', 'b\\195\\188cher.'],
    [label63, '.', `${label63}.`],
  ])('%j under %s is %s', (text, origin, name) => {
    expect(parseName(text, origin)).toEqual({ name });
  });

  it.each([
    ['', 'empty label'],
    ['a..b', 'empty label'],
    ['.a', 'empty label'],
    ['..', 'empty label'],
    [`${label63}a`, 'label too long'],
    [`${label63}.${label63}.${label63}.${label63}`, 'ran out of space'],
    ['a\\', 'bad escape'],
    ['a\\256', 'bad escape'],
    ['a\\25', 'bad escape'],
  ])('%j: %s', (text, fault) => {
    expect(parseName(text)).toEqual({ fault });
  });

  it('measures a name on the wire', () => {
    expect(wireLength('.')).toBe(1);
    expect(wireLength('mx1.campus.example.')).toBe(20);
    expect(wireLength('a\\.b.')).toBe(5);
  });
});

describe('relations of names', () => {
  it('knows what lies above', () => {
    expect(ancestors('john\\.doe.example.')).toEqual(['john\\.doe.example.', 'example.', '.']);
    expect(ancestors('.')).toEqual(['.']);
  });

  it('is not fooled by a dot inside a label, or by the end of a longer one', () => {
    expect(isWithin('mx1.campus.example.', 'campus.example.')).toBe(true);
    expect(isWithin('hippocampus.example.', 'campus.example.')).toBe(false);
    expect(isWithin('a\\.campus.example.', 'campus.example.')).toBe(false);
  });

  it('shows a name without its dot, but not the root', () => {
    expect([withoutDot('a.example.'), withoutDot('.')]).toEqual(['a.example', '.']);
  });
});

describe('reverseName', () => {
  it.each([
    ['192.0.2.25', '25.2.0.192.in-addr.arpa.'],
    ['2001:db8:0:2::25', '5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.2.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.'],
    ['campus.example', null],
  ])('%s: %s', (address, name) => {
    expect(reverseName(address)).toBe(name);
  });
});

describe('any text', () => {
  it('is a name or not, and never an error; a name reads as itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const parsed = parseName(text);
        if ('fault' in parsed) return;
        expect(parseName(parsed.name)).toEqual(parsed);
        expect(wireLength(parsed.name)).toBeLessThanOrEqual(255);
        expect(parsed.name).toMatch(/^[!-~]+$/);
        expect(ancestors(parsed.name)).toHaveLength(labelsOf(parsed.name).length + 1);
      }),
    );
  });
});
