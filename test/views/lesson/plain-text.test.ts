import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/views/lesson/plain-text';

describe('plain text', () => {
  it.each([
    ['RFC 1870', 'RFC 1870'],
    ['The **second** code, `5.1.1`', 'The second code, 5.1.1'],
    ['[RFC 5321, *4.2*](https://www.rfc-editor.org/rfc/rfc5321)', 'RFC 5321, 4.2'],
    ['a \\* b < c', 'a * b < c'],
  ])('of %j', (markdown, text) => {
    expect(plainText(markdown)).toBe(text);
  });
});
