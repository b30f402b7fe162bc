import { describe, expect, it } from 'vitest';
import { readContent, stuffDots, type Place } from '../../../src/engine/mail/dots';
import { byteByByte } from '../../support/feed';

/** Feeds pieces as a session does: what was not read comes again with the next piece. */
function feed(pieces: readonly string[], lenient: boolean) {
  let place: Place = 'after-crlf';
  const all = { wire: '', content: '', bareLf: false, end: undefined as string | undefined, rest: '' };
  for (const piece of pieces) {
    const input = all.rest + piece;
    if (all.end !== undefined) {
      all.rest = input;
      continue;
    }
    const read = readContent(input, 0, place, lenient);
    place = read.place;
    all.wire += read.wire;
    all.content += read.content;
    all.bareLf ||= read.bareLf;
    all.end = read.end;
    all.rest = input.slice(read.next);
  }
  return all;
}

const whole = (input: string, lenient = false) => feed([input], lenient);

describe('the end of content', () => {
  it.each(['.\r\n', 'a\r\n.\r\n'])('%j', (input) => {
    const { end, content } = whole(input);
    expect(end).toBe('.\r\n');
    expect(content).toBe(input.slice(0, -3));
  });

  it.each(['a\n.\r\n', 'a\r\n.\n', 'a\n.\n', 'a\r.\r\n', 'a\r\n.\r', 'a\r\n.\r\r\n', 'a\r\n. \r\n', 'a\r\n..\r\n', 'a.\r\n', 'a\r.\r'])(
    'not %j',
    (input) => {
      expect(whole(input).end).toBeUndefined();
    },
  );

  it.each(['a\n.\r\n', 'a\r\n.\n', 'a\n.\n', 'a\r\n.\r\r\n', '.\n'])('%j for a lenient reader', (input) => {
    expect(whole(input, true).end).toMatch(/^\.\r*\n$/);
  });

  it.each(['a\r.\r', 'a\r\n. \n', 'a\n..\n', 'a.\n'])('not even for a lenient reader: %j', (input) => {
    expect(whole(input, true).end).toBeUndefined();
  });

  it('leaves what comes after it', () => {
    expect(whole('a\r\n.\r\nQUIT\r\n')).toMatchObject({ content: 'a\r\n', end: '.\r\n', rest: 'QUIT\r\n' });
  });
});

describe('transparency', () => {
  it('takes one dot off each line that begins with one', () => {
    expect(whole('..one\r\n...two\r\n..\r\nno.dot\r\n .blank\r\n.single\r\n.\r\n').content).toBe(
      '.one\r\n..two\r\n.\r\nno.dot\r\n .blank\r\nsingle\r\n',
    );
  });

  it('doubles such dots for the wire', () => {
    expect(stuffDots('.one\r\n..two\r\na.b\r\n.\r\n')).toBe('..one\r\n...two\r\na.b\r\n..\r\n');
    expect(stuffDots('')).toBe('');
  });

  it('comes back as it was', () => {
    const letter = '.\r\n..\r\n\r\n.x.\r\n. \r\n';
    expect(whole(stuffDots(letter) + '.\r\n').content).toBe(letter);
  });
});

describe('in pieces', () => {
  it.each([
    'Subject: x\r\n\r\n..a\r\n.b\r\n\r\n.\r\nQUIT\r\n',
    'a\n.\nb\r.\r\r\n.\r\r\nc\r\n.\r\n',
    '.\r\r\r\n.x\r\n.\r',
    '..\r\r',
    `.${'\r'.repeat(70)}\n`,
  ])('%j reads the same octet by octet', (input) => {
    for (const lenient of [true, false]) {
      const pieces = feed(byteByByte(input), lenient);
      expect(pieces).toEqual(whole(input, lenient));
      expect(pieces.wire + (pieces.end ?? '') + pieces.rest).toBe(input);
    }
  });

  it('holds back only what the next octet decides', () => {
    expect(whole('abc')).toMatchObject({ content: 'abc', rest: '' });
    expect(whole('abc\r')).toMatchObject({ content: 'abc', rest: '\r' });
    expect(whole('abc\r\n.')).toMatchObject({ content: 'abc\r\n', rest: '.' });
    expect(whole('abc\r\n.\r')).toMatchObject({ content: 'abc\r\n', rest: '.\r' });
    expect(whole('abc\r\n.x')).toMatchObject({ content: 'abc\r\nx', rest: '' });
  });

  it('tells of a bare LF', () => {
    expect(whole('a\r\nb\nc').bareLf).toBe(true);
    expect(whole('a\r\nb\r\nc\r').bareLf).toBe(false);
  });
});
