import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../src/engine/kernel/bytes';
import type { SmtpServer } from '../../../src/engine/smtp/types';
import { MAIL_EXCHANGER } from '../../support/reference';
import { Conversation } from '../../support/smtp';

const STRICT: SmtpServer = { ...MAIL_EXCHANGER, dialect: 'strict-teach' };

function talk(server: SmtpServer, ...lines: string[]): Conversation & { replies: string[] } {
  const conversation = new Conversation(server);
  return Object.assign(conversation, { replies: lines.map((line) => conversation.say(`${encodeUtf8(line)}\r\n`)) });
}

describe('EHLO', () => {
  it('lists what is offered', () => {
    expect(talk(MAIL_EXCHANGER, 'EHLO a.example').replies[0]).toBe(
      [
        'mx1.campus.example',
        'PIPELINING',
        'SIZE 10485760',
        'VRFY',
        'ETRN',
        'ENHANCEDSTATUSCODES',
        '8BITMIME',
        'DSN',
        'SMTPUTF8',
        'CHUNKING',
      ]
        .map((line, i, all) => `250${i < all.length - 1 ? '-' : ' '}${line}\r\n`)
        .join(''),
    );
  });

  it('offers what else the service says, last', () => {
    const server: SmtpServer = { ...MAIL_EXCHANGER, extraKeywords: ['XCLUB', 'TURBO 9'] };
    const { replies } = talk(server, 'EHLO a.example', 'HELO a.example');
    expect(replies[0]).toMatch(/\r\n250-CHUNKING\r\n250-XCLUB\r\n250 TURBO 9\r\n$/);
    expect(replies[1]).toBe('250 mx1.campus.example\r\n');
  });

  it('leaves out what the service discards, and its parameters go too', () => {
    const server: SmtpServer = { ...MAIL_EXCHANGER, discardKeywords: ['SIZE', 'DSN', '8BITMIME'] };
    const { replies } = talk(
      server,
      'EHLO a.example',
      'MAIL FROM:<> SIZE=1',
      'MAIL FROM:<> BODY=8BITMIME',
      'MAIL FROM:<> RET=HDRS',
      'MAIL FROM:<>',
      'RCPT TO:<ada@campus.example> NOTIFY=NEVER',
    );
    expect(replies[0]).not.toMatch(/SIZE|DSN|8BITMIME/);
    expect(replies.slice(1).map((reply) => reply.slice(0, 9))).toEqual(['555 5.5.4', '555 5.5.4', '501 5.7.1', '250 2.1.0', '501 5.7.1']);
  });

  it('needs a proper name where names are checked', () => {
    for (const name of ['ws1.campus.example', 'localhost', '[192.0.2.10]', '[IPv6:2001:db8::10]'])
      expect(talk(STRICT, `EHLO ${name}`).replies[0]).toMatch(/^250-/);
    for (const name of ['my_pc', '192.0.2.10', '-bad-.example', 'ws1 campus', '[192.0.2.999]', 'bücher.example'])
      expect(talk(STRICT, `EHLO ${name}`).replies[0]).toMatch(/^501 [^5]/);
  });
});

describe('parameters', () => {
  it('are kept in the envelope', () => {
    const { session } = talk(
      MAIL_EXCHANGER,
      'EHLO a.example',
      'MAIL FROM:<bram@partner.example> SIZE=10 BODY=8bitmime SMTPUTF8 RET=full ENVID=a+2Bb',
      'RCPT TO:<ada@campus.example> NOTIFY=success,delay ORCPT=rfc822;Ada@campus.example',
    );
    expect(session.envelope).toEqual({
      reversePath: 'bram@partner.example',
      utf8: true,
      declaredOctets: 10,
      body: '8BITMIME',
      returnContent: 'FULL',
      envelopeId: 'a+b',
      recipients: [{ forwardPath: 'ada@campus.example', notify: ['SUCCESS', 'DELAY'], originalRecipient: 'rfc822;Ada@campus.example' }],
    });
  });

  it.each(['FOO', 'FOO=bar', 'SMTPUTF8=YES', 'BODY=9BIT', 'BODY', 'RET', 'ENVID', '(comment)', 'constructor'])(
    'of MAIL unknown: %s',
    (parameter) => {
      const { replies } = talk(MAIL_EXCHANGER, 'EHLO a.example', `MAIL FROM:<> ${parameter}`);
      expect(replies[1]).toBe(`555 5.5.4 Unsupported option: ${parameter}\r\n`);
    },
  );

  it.each(['RET=ALL', 'RET=', 'RET=FULL RET=FULL', 'ENVID=', 'ENVID=a+b', 'ENVID=a ENVID=b'])('of MAIL malformed: %s', (parameters) => {
    expect(talk(MAIL_EXCHANGER, 'EHLO a.example', `MAIL FROM:<> ${parameters}`).replies[1]).toMatch(/^501 5\.5\.4/);
  });

  it('need EHLO where the rules are kept', () => {
    expect(talk(STRICT, 'HELO a.example', 'MAIL FROM:<> SIZE=1').replies[1]).toMatch(/^555 5\.5\.4/);
    expect(talk(STRICT, 'EHLO a.example', 'MAIL FROM:<> SIZE=1').replies[1]).toMatch(/^250/);
    expect(talk(MAIL_EXCHANGER, 'HELO a.example', 'MAIL FROM:<> SIZE=1').replies[1]).toMatch(/^250/);
  });

  it('of an extension that a dialect does not have are unknown', () => {
    expect(talk(STRICT, 'EHLO a.example', 'MAIL FROM:<> RET=HDRS').replies[1]).toMatch(/^555/);
  });
});

describe('SMTPUTF8', () => {
  it('is needed for a non-ASCII address, and then good for the whole transaction', () => {
    const { replies } = talk(
      STRICT,
      'EHLO a.example',
      'MAIL FROM:<jürgen@partner.example>',
      'MAIL FROM:<jürgen@bücher.example> SMTPUTF8',
      'RCPT TO:<jürgen@campus.example>',
      'RSET',
      'MAIL FROM:<bram@partner.example>',
      'RCPT TO:<jürgen@campus.example>',
    );
    expect(replies.map((reply) => reply.slice(0, 9)).slice(1)).toEqual([
      '553 5.6.7',
      '250 2.1.0',
      '550 5.1.1',
      '250 2.0.0',
      '250 2.1.0',
      '553 5.6.7',
    ]);
  });

  it('shows in the Received field', () => {
    const protocol = (hello: string, mail: string) =>
      / with (\w+) id /.exec(
        talk(MAIL_EXCHANGER, hello, mail, 'RCPT TO:<ada@campus.example>', 'DATA', '.').accepted[0]?.content ?? '',
      )?.[1];
    expect(protocol('HELO a.example', 'MAIL FROM:<>')).toBe('SMTP');
    expect(protocol('EHLO a.example', 'MAIL FROM:<>')).toBe('ESMTP');
    expect(protocol('EHLO a.example', 'MAIL FROM:<jürgen@partner.example> SMTPUTF8')).toBe('UTF8SMTP');
  });

  it('does not allow octets that are no UTF-8', () => {
    expect(new Conversation(MAIL_EXCHANGER).say('MAIL FROM:<j\xfcrgen@partner.example> SMTPUTF8\r\n')).toBe(
      '500 5.5.2 Error: bad UTF-8 syntax\r\n',
    );
    expect(new Conversation(MAIL_EXCHANGER).say('\xff\xf4\xff\xfd\x06NOOP\r\n')).toBe('500 5.5.2 Error: bad UTF-8 syntax\r\n');
  });
});
