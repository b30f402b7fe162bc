import { describe, expect, it } from 'vitest';
import { difference, faultsOf, lineRange } from '../../../src/views/project/zone-edit';

const APEX = 'campus.example';
const TEXT = '$TTL 3600\n@ NS ns1\n@ MX 10 mx1\nmx1 A 192.0.2.25\n';

describe('a zone under edit', () => {
  it('names each fault by its line', () => {
    expect(faultsOf(APEX, TEXT)).toEqual([]);
    expect(faultsOf(APEX, TEXT.replace('10', 'ten').replace('.25', '.256')).map(({ line }) => line)).toEqual([3, 4]);
    expect(faultsOf(APEX, 'x'.repeat(20_001))).toMatchObject([{ line: 1 }]);
  });

  it('differs in records, not in blanks and comments', () => {
    expect(difference(APEX, TEXT, TEXT.replace('@ MX 10 mx1', '@   MX   10  mx1 ; the first'))).toEqual({ added: [], removed: [] });
    // The trap of RFC 1035, 5.1: without its final dot a name is relative to the zone.
    expect(difference(APEX, TEXT, TEXT.replace('10 mx1', '10 mx1.campus.example'))).toEqual({
      added: ['campus.example. 3600 IN MX 10 mx1.campus.example.campus.example.'],
      removed: ['campus.example. 3600 IN MX 10 mx1.campus.example.'],
    });
  });

  it('finds the place of a line', () => {
    expect(TEXT.slice(...lineRange(TEXT, 3))).toBe('@ MX 10 mx1');
    expect(lineRange(TEXT, 99)).toEqual([TEXT.length, TEXT.length]);
  });
});
