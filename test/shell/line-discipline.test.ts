import { describe, expect, it } from 'vitest';
import { discipline, type LineEvent } from '../../src/shell/line-discipline';

/** What a program gets of these keys, in order; the last entry is what is still on the line. */
function read(keys: string): string[] {
  const out: string[] = [];
  let text = '';
  let rest = keys;
  for (let next = discipline(text, rest); rest !== '' && next; next = discipline(text, rest)) {
    rest = rest.slice(next.length);
    const { event } = next as { event: LineEvent };
    if (event.type === 'edit') text = event.text;
    else {
      out.push(event.type === 'line' ? `${text}⏎` : event.type === 'push' ? `${text}^D` : `${text}${event.key}`);
      text = '';
    }
  }
  return [...out, text];
}

describe('the line discipline', () => {
  it.each([
    ['QUIT\r', ['QUIT⏎', '']],
    ['QUTT\x7f\x7fIT\r', ['QUIT⏎', '']],
    ['QU\bUIT\r', ['QUIT⏎', '']],
    ['\x7f\x7fa', ['a']],
    ['MAIL TO\x15NOOP', ['NOOP']],
    ['MAIL FORM:<>\x17FROM:<>', ['MAIL FROM:<>']],
    ['one two  \x17', ['one ']],
    ['QIT\x1b[D\x1b[DU\r', ['QIT\x1b[D\x1b[DU⏎', '']],
    ['a\x1b[D\x7f\x7f\x7f', ['a']],
    ['a\x01b\x05', ['a\x01b\x05']],
    ['a\tb', ['a\tb']],
    ['a\x13\x11\x1ab', ['ab']],
    ['a😀\x7f', ['a']],
    ['\x16\x03\x16\r', ['\x03\r']],
    ['ab\x03c', ['ab^C', 'c']],
    ['NO\x1dx', ['NO^]', 'x']],
    ['\x04', ['^D', '']],
    ['NO\x04OP\r', ['NO^D', 'OP⏎', '']],
  ])('%j', (keys, expected) => {
    expect(read(keys)).toEqual(expected);
  });
});
