import { describe, expect, it } from 'vitest';
import { loose, maskedLetter, splitReplies, wording } from './loose';

describe('loose', () => {
  it('keeps code, enhanced code and whether there are several lines', () => {
    expect(loose('250 2.1.0 Ok\r\n503 Error\r\n214-a\r\n214 b\r\n', [])).toEqual([
      '250 2.1.0 one line',
      '503 - one line',
      '214 - several lines',
    ]);
  });

  it('keeps the set of EHLO keywords, in no order, without parameters', () => {
    const replies = '250 2.0.0 Ok\r\n250-mx1.campus.example\r\n250-SIZE 1000\r\n250-dsn\r\n250 8BITMIME\r\n';
    expect(loose(replies, ['NOOP\r\n', 'ehlo x\r\n'], ['DSN'])).toEqual([
      '250 2.0.0 one line',
      '250 - several lines',
      '  EHLO 8BITMIME',
      '  EHLO SIZE',
    ]);
  });

  it('sees what is no reply, and sees nothing in nothing', () => {
    expect(loose('hello\r\n', [])).toEqual(['? - one line']);
    expect(loose('', ['NOOP\r\n'])).toEqual([]);
  });
});

describe('splitReplies', () => {
  it('takes a line without an end, and an empty line, for lines', () => {
    expect(splitReplies('250-a\r\n250 b\r\n\r\n421 c')).toEqual([['250-a', '250 b'], [''], ['421 c']]);
  });
});

describe('wording', () => {
  it('masks only the queue id', () => {
    expect(wording('250 2.0.0 Ok: queued as ECA2718601E\r\n')).toEqual(['250 2.0.0 Ok: queued as ID']);
    expect(wording('250 OK id=1xVSS8-0004jq-0R\r\n')).toEqual(['250 OK id=ID']);
    expect(wording('220 a ESMTP Exim 4.96 Mon, 23 Nov 2026 11:43:17 +0000\r\n')).toEqual(['220 a ESMTP Exim 4.96 DATE']);
  });
});

describe('maskedLetter', () => {
  it('masks ids and dates of this year, not those of the letter', () => {
    const letter =
      'Received: from a (b [192.0.2.1])\r\n\tby c (Postfix) with ESMTP id 1F5CB18606F\r\n\tfor <d@e.example>; Mon, 23 Nov 2026 11:33:53 +0000 (UTC)\r\n' +
      'Date: Mon, 15 Jan 2024 09:00:00 +0000\r\nMessage-Id: <20261123113235.E829A186048@c>\r\n';
    expect(maskedLetter(letter, 2026).join('\n')).toBe(
      'Received: from a (b [192.0.2.1])\r\n\tby c (Postfix) with ESMTP id ID\r\n\tfor <d@e.example>; DATE (UTC)\r\n' +
        'Date: Mon, 15 Jan 2024 09:00:00 +0000\r\nMessage-Id: <ID@c>\r\n',
    );
  });
});
