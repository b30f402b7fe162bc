import { describe, expect, it } from 'vitest';
import { FIELDS_SHOWN, LINE_SHOWN, LINES_SHOWN, showLetter } from '../../../src/views/project/letter';
import { hostile, LETTER } from './traces';

describe('showing a letter', () => {
  it('parts header and body at the first empty line', () => {
    const letter = showLetter(LETTER);
    expect(letter.fields.map(({ name, text }) => [name, text])).toEqual([
      ['Subject', 'first'],
      ['From', 'The Dean <dean@campus.example>'],
      ['X-Long', 'folded  over two lines'],
    ]);
    expect(letter.body.map(({ text }) => text)).toEqual(['Hello Ada,', '..dot', 'see you.']);
  });

  it('has no body while the header is being written', () => {
    expect(showLetter('Subject: a\r\n').hasBody).toBe(false);
    expect(showLetter('').hasBody).toBe(false);
    expect(showLetter('Subject: a\r\n\r\n').hasBody).toBe(true);
  });

  it('takes a line that is no field for body', () => {
    const letter = showLetter('Hello Ada\r\nSubject: not a header\r\n');
    expect(letter.fields).toEqual([]);
    expect(letter.body.map(({ text }) => text)).toEqual(['Hello Ada', 'Subject: not a header']);
  });

  it('bounds everything and counts what it leaves out', () => {
    const { content } = hostile()
      .trace.slice()
      .reverse()
      .find((event) => event.type === 'smtp.content')!;
    const letter = showLetter(content);
    expect(letter.fields).toHaveLength(FIELDS_SHOWN);
    expect(letter.moreFields).toBe(5002 - FIELDS_SHOWN);
    expect(letter.fields[1]).toMatchObject({ name: 'X-Wide', cut: 10_000 - LINE_SHOWN });
    const many = showLetter(`\r\n${'line\r\n'.repeat(1000)}`);
    expect([many.body.length, many.moreLines]).toEqual([LINES_SHOWN, 1000 - LINES_SHOWN]);
  });

  it('shows controls, overrides and broken octets instead of obeying them', () => {
    const letter = showLetter('X\x1b: \x1b[2J\r\nSubject: \xe2\x80\xae\x07\xff\r\n\r\n<script>\x9b\r\n');
    const all = [...letter.fields.map(({ name, text }) => name + text), ...letter.body.map(({ text }) => text)].join('');
    expect(all).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
    expect(all).toContain('^[');
  });
});
