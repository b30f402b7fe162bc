import { describe, expect, it } from 'vitest';
import type { SmtpServer } from '../../../src/engine/smtp/types';
import { MAIL_EXCHANGER } from '../../support/reference';
import { Conversation } from '../../support/smtp';

const FEW: SmtpServer = { ...MAIL_EXCHANGER, limits: { errors: 3, junkCommands: 4 } };

/** The codes of all replies, one text a line. */
function codes(server: SmtpServer, ...lines: string[]): string[] {
  const conversation = new Conversation(server);
  return lines.map((line) =>
    conversation
      .say(`${line}\r\n`)
      .replace(/^(\d{3}).*\r\n/gm, '$1 ')
      .trim(),
  );
}

describe('errors', () => {
  it('end the session when there are too many', () => {
    expect(codes(FEW, 'FOO', 'NOOP', 'MAIL', 'RCPT', 'NOOP')).toEqual(['500', '250', '501', '503 421', '']);
  });

  it('are forgiven when a letter is accepted', () => {
    const letter = ['MAIL FROM:<>', 'RCPT TO:<ada@campus.example>', 'DATA', '.'];
    expect(codes(FEW, 'FOO', 'FOO', ...letter, 'FOO', 'FOO', 'FOO')).toEqual([
      '500',
      '500',
      '250',
      '250',
      '354',
      '250',
      '500',
      '500',
      '500 421',
    ]);
  });

  it('come from idle talk too, after the limit', () => {
    expect(codes(FEW, 'EHLO a.example', 'NOOP', 'RSET', 'VRFY ada', 'NOOP').join(' ')).toMatch(/^(250 ?)+252 250$/);
    expect(codes(FEW, ...Array<string>(8).fill('NOOP'))).toEqual([...Array<string>(7).fill('250'), '250 421']);
  });

  it('are recorded as a notice after the exchange', () => {
    const conversation = new Conversation({ ...FEW, limits: { errors: 1 } });
    conversation.say('FOO\r\n');
    expect(conversation.events.slice(1)).toMatchObject([
      { type: 'smtp.exchange', verb: 'FOO', legal: false, before: 'connected', after: 'connected', code: 500 },
      { type: 'smtp.notice', state: 'connected', code: 421, enhanced: '4.7.0' },
    ]);
    expect(conversation.closed).toBe(true);
  });
});

describe('what is no SMTP', () => {
  it.each([
    'Subject: hi',
    'subject:hi',
    'GET / HTTP/1.1',
    'POST / HTTP/1.0',
    'CONNECT farm.example:25',
    '> EHLO',
    '.',
    'http://farm.example',
  ])('ends a Postfix session: %s', (line) => {
    const conversation = new Conversation(MAIL_EXCHANGER);
    expect(conversation.say(`${line}\r\n`)).toBe('221 2.7.0 Error: I can break rules, too. Goodbye.\r\n');
    expect(conversation.events.at(-1)).toMatchObject({ legal: false, before: 'connected', after: 'closed' });
    expect(conversation.closed).toBe(true);
  });

  it.each(['Subject : hi', 'GETS'])('is only unknown: %s', (line) => {
    expect(codes(MAIL_EXCHANGER, line)).toEqual(['500']);
  });

  it('is only unknown to a server that teaches', () => {
    expect(codes({ ...MAIL_EXCHANGER, dialect: 'strict-teach' }, 'Subject: hi', 'GET /', 'NOOP')).toEqual(['500', '500', '250']);
  });
});

describe('long lines', () => {
  const teacher: SmtpServer = { ...MAIL_EXCHANGER, dialect: 'strict-teach' };

  it('of 512 octets are taken, longer ones are refused whole', () => {
    expect(codes(teacher, `NOOP ${'x'.repeat(505)}`, `NOOP ${'x'.repeat(506)}`, 'NOOP')).toEqual(['250', '500', '250']);
  });

  it('are cut by Postfix', () => {
    expect(codes(MAIL_EXCHANGER, `NOOP ${'x'.repeat(5000)}`, 'NOOP')).toEqual(['250', '250']);
  });

  it('of text are kept whole', () => {
    const conversation = new Conversation(teacher);
    for (const line of ['EHLO a.example', 'MAIL FROM:<>', 'RCPT TO:<ada@campus.example>', 'DATA', 'x'.repeat(5000), '.'])
      conversation.say(`${line}\r\n`);
    expect(conversation.accepted[0]?.content).toContain(`\r\n${'x'.repeat(5000)}\r\n`);
  });
});

describe('one error too many', () => {
  const closing = (server: SmtpServer, ...lines: string[]) => {
    const conversation = new Conversation(server);
    const replies = lines.map((line) => conversation.say(`${line}\r\n`));
    return { last: replies.at(-1), closed: conversation.closed, event: conversation.events.at(-1) };
  };
  const dialect = (name: string, errors?: number): SmtpServer => ({
    ...MAIL_EXCHANGER,
    dialect: name,
    ...(errors === undefined ? {} : { limits: { errors } }),
  });

  it('is answered by Exim with a line more, under the same code', () => {
    expect(closing(dialect('exim-like'), 'FOO', 'FOO', 'FOO')).toMatchObject({ last: '500 unrecognized command\r\n', closed: false });
    expect(closing(dialect('exim-like'), 'FOO', 'FOO', 'FOO', 'HELO')).toMatchObject({
      last: '501-Syntactically invalid HELO argument(s)\r\n501 Too many syntax or protocol errors\r\n',
      closed: true,
      event: { type: 'smtp.exchange', verb: 'HELO', before: 'connected', after: 'closed', code: 501 },
    });
  });

  it('is answered by Sendmail with nothing else', () => {
    expect(closing(dialect('sendmail-like', 2), 'FOO', 'BAR')).toMatchObject({
      last: '421 4.7.0 mx1.campus.example Too many bad commands; closing connection\r\n',
      closed: true,
      event: { type: 'smtp.exchange', verb: 'BAR', after: 'closed', code: 421 },
    });
  });

  it('is only what the server counts', () => {
    const refused = ['EHLO a.example', 'MAIL FROM:<>', ...Array<string>(9).fill('RCPT TO:<nobody@campus.example>')];
    for (const name of ['exim-like', 'sendmail-like', 'exchange-like', 'bigmail-like', '1990-like']) {
      expect(closing(dialect(name, 2), ...refused, 'NOOP'), name).toMatchObject({
        last: expect.stringMatching(/^250/) as string,
        closed: false,
      });
    }
    expect(closing(dialect('postfix-like', 2), ...refused).closed).toBe(true);
    expect(closing(dialect('1990-like', 2), ...Array<string>(50).fill('FOO')).closed).toBe(false);
  });
});
