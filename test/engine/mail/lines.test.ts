import { describe, expect, it } from 'vitest';
import { canonicalLineEnds, takeLine, withoutBareCr } from '../../../src/engine/mail/lines';

describe('takeLine', () => {
  it('names the line end', () => {
    expect(takeLine('NOOP\r\nQUIT\r\n', 0)).toEqual({ wire: 'NOOP\r\n', text: 'NOOP', end: 'crlf' });
    expect(takeLine('NOOP\nQUIT', 0)).toEqual({ wire: 'NOOP\n', text: 'NOOP', end: 'lf' });
    expect(takeLine('NOOP\r\nQUIT\r\n', 6)).toEqual({ wire: 'QUIT\r\n', text: 'QUIT', end: 'crlf' });
    expect(takeLine('\n', 0)).toEqual({ wire: '\n', text: '', end: 'lf' });
    expect(takeLine('\r\n', 0)).toEqual({ wire: '\r\n', text: '', end: 'crlf' });
  });

  it('waits for LF: a CR alone ends nothing', () => {
    expect(takeLine('NOOP\r', 0)).toBeNull();
    expect(takeLine('NO\rOP\r\n', 0)?.text).toBe('NO\rOP');
    expect(takeLine('', 0)).toBeNull();
  });

  it('does not take the CR of the line before', () => {
    expect(takeLine('\r\n', 1)).toEqual({ wire: '\n', text: '', end: 'lf' });
  });
});

describe('line ends of a letter', () => {
  it('become CR LF', () => {
    expect(canonicalLineEnds('a\nb\r\nc\r\r\n\n')).toBe('a\r\nb\r\nc\r\n\r\n');
    expect(canonicalLineEnds('a\rb')).toBe('a\rb');
  });

  it('leave no CR that a later server could take for one', () => {
    expect(withoutBareCr('text\r.\rMAIL\r\n')).toBe('text . MAIL\r\n');
  });

  it('take time in proportion to the octets, whatever they are', () => {
    expect(canonicalLineEnds('\r'.repeat(300_000) + 'x')).toHaveLength(300_001);
  });
});
