import { describe, expect, it } from 'vitest';
import { linesFor } from '../../src/lesson/hints';
import { parseScript } from '../../src/lesson/script';

const { script } = parseScript(
  'solution.txt',
  'telnet mx1.campus.example 25\n✓ one\n@predict two yes\n@keys NO\\x08\n@keys \\x1d\n@keys NOX\\x7fOP\\r\n@sleep 90s\n\n@terminal b\n✓ two\n✓ three\nQUIT\n',
);

describe('the last hint', () => {
  it('is what the solution does for a step', () => {
    expect(linesFor(script, 'one')).toEqual(['telnet mx1.campus.example 25']);
  });

  it('writes what is not a line as a sign', () => {
    expect(linesFor(script, 'two')).toEqual(['NO⌫ …', '^] …', 'NOX⌫OP', '⏱ 90s', '⏎', '▸ b']);
  });

  it('is empty where nothing more is to be done, and for an unknown step', () => {
    expect(linesFor(script, 'three')).toEqual([]);
    expect(linesFor(script, 'four')).toEqual([]);
  });
});
