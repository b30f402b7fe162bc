import { describe, expect, it } from 'vitest';
import { smtpMachine } from '../../../src/engine/smtp/machine';
import type { SmtpServer } from '../../../src/engine/smtp/types';
import { MAIL_EXCHANGER, SERVICES } from '../../support/reference';
import { Conversation } from '../../support/smtp';

const STRICT: SmtpServer = { ...MAIL_EXCHANGER, dialect: 'strict-teach' };

function last(server: SmtpServer, ...lines: string[]): string {
  const conversation = new Conversation(server);
  return lines.map((line) => conversation.say(`${line}\r\n`)).at(-1) ?? '';
}

describe('a server that teaches says what was wrong', () => {
  it.each([
    ['MAIL FROM:you@campus.example', '501 5.1.7 Bad sender address: a path is written in < and >'],
    ['MAIL FROM: <you@campus.example>', '501 5.5.4 No blank may stand after the colon. Syntax: MAIL FROM:<address>'],
    ['MAIL FROM :<you@campus.example>', '501 5.5.4 Syntax: MAIL FROM:<address>'],
    ['MAIL FROM:<you@campus.example', '501 5.1.7 Bad sender address: the > at the end is missing'],
    ['MAIL FROM:<you>', '501 5.1.7 Bad sender address: the part after @ is missing'],
    ['RCPT TO:<ada@campus.example>', '503 5.5.1 Bad sequence of commands: send MAIL first'],
    ['DATA', '503 5.5.1 Bad sequence of commands: send MAIL and RCPT first'],
    [' NOOP', '500 5.5.2 A command begins with its verb, not with a blank'],
    ['FOO', '500 5.5.1 Command not recognized: FOO'],
    ['QUIT now', '501 5.5.4 Syntax: QUIT'],
    ['', '500 5.5.2 Empty line: a command was expected'],
  ])('%j', (line, text) => {
    expect(last(STRICT, 'EHLO ws1.campus.example', line)).toBe(`${text}\r\n`);
  });

  it('asks for EHLO before anything else of a letter', () => {
    for (const line of ['MAIL FROM:<>', 'RCPT TO:<ada@campus.example>', 'DATA']) {
      expect(last(STRICT, line)).toBe('503 5.5.1 Bad sequence of commands: send EHLO or HELO first\r\n');
    }
  });

  it('tells the open transaction from the missing one', () => {
    expect(last(STRICT, 'EHLO a.example', 'MAIL FROM:<>', 'MAIL FROM:<>')).toMatch(/^503 5\.5\.1 .*a sender is already given/);
    expect(last(STRICT, 'EHLO a.example', 'MAIL FROM:<>', 'DATA')).toBe('503 5.5.1 Bad sequence of commands: send RCPT first\r\n');
  });
});

describe('HELP', () => {
  it('lists the commands, and from the machine those in order now', () => {
    const inOrder = (reply: string) => /In order now: (.*)\r\n/.exec(reply)?.[1]?.split(' ').sort();
    const known = ['HELO', 'EHLO', 'MAIL', 'RCPT', 'DATA', 'RSET', 'NOOP', 'QUIT', 'VRFY', 'EXPN', 'HELP'];
    expect(last(STRICT, 'HELP')).toContain(`214-2.0.0 Commands: ${known.join(' ')}\r\n`);
    const expected = (state: 'connected' | 'sender') =>
      smtpMachine(true)
        .legal(state)
        .filter((verb) => known.includes(verb))
        .sort();
    expect(inOrder(last(STRICT, 'help'))).toEqual(expected('connected'));
    expect(inOrder(last(STRICT, 'EHLO a.example', 'MAIL FROM:<>', 'HELP'))).toEqual(expected('sender'));
  });

  it('explains one', () => {
    expect(last(STRICT, 'HELP mail')).toMatch(/^214-2\.0\.0 Syntax: MAIL FROM:<address>\r\n214 2\.0\.0 .*RFC 5321, 4\.1\.1\.2\r\n$/);
    expect(last(STRICT, 'HELP ETRN')).toBe('504 5.5.4 No help for ETRN\r\n');
  });
});

describe('VRFY and EXPN', () => {
  it('tell nothing where nothing is told', () => {
    expect(last(STRICT, 'VRFY nobody')).toBe(last(STRICT, 'VRFY ada'));
    expect(last(STRICT, 'VRFY ada')).toMatch(/^252 2\.0\.0 Cannot VRFY user/);
    expect(last(STRICT, 'VRFY')).toMatch(/^501 5\.5\.4/);
    expect(last(STRICT, 'VRFY a b')).toMatch(/^501 5\.1\.3/);
    // 7.3: a code that could pass for an unsuccessful verification is not allowed.
    expect(last(STRICT, 'EXPN staff')).toMatch(/^252 2\.0\.0 Cannot EXPN list/);
    expect(last(STRICT, 'EXPN nobody')).toBe(last(STRICT, 'EXPN staff'));
    expect(last(STRICT, 'EXPN')).toMatch(/^501 5\.5\.4/);
  });

  it('are offered where EXPN is known, because a client need not expect it (RFC 5321, 3.5.2)', () => {
    expect(last(STRICT, 'EHLO a.example')).toContain('\r\n250-EXPN\r\n');
  });

  it('name the parameter that a letter above 127 needs, in VRFY as in MAIL', () => {
    const refused = '553 5.6.7 A non-ASCII address needs the parameter SMTPUTF8\r\n';
    expect(last(STRICT, 'EHLO a.example', 'VRFY j\xc3\xbcrgen')).toBe(refused);
    expect(last(STRICT, 'EHLO a.example', 'MAIL FROM:<j\xc3\xbcrgen@campus.example>')).toBe(refused);
  });

  it('tell of users, not of what lies elsewhere', () => {
    expect(last(MAIL_EXCHANGER, 'VRFY <ada@campus.example>')).toBe('252 2.0.0 <ada@campus.example>\r\n');
    expect(last(MAIL_EXCHANGER, 'VRFY nobody')).toMatch(/^550 5\.1\.1 <nobody>: /);
    expect(last(MAIL_EXCHANGER, 'VRFY bram@partner.example')).toMatch(/^454 4\.7\.1/);
    expect(last(SERVICES['smtp-inside']!, 'VRFY bram@partner.example')).toBe('252 2.0.0 bram@partner.example\r\n');
    expect(last(MAIL_EXCHANGER, 'EXPN staff')).toMatch(/^500 5\.5\.2/);
  });
});

describe('commands without an argument', () => {
  it.each(['RSET', 'DATA'])('%s refuses one', (verb) => {
    const transaction = ['EHLO a.example', 'MAIL FROM:<>', 'RCPT TO:<ada@campus.example>'];
    expect(last(MAIL_EXCHANGER, ...transaction, `${verb} please`)).toBe(`501 5.5.4 Syntax: ${verb}\r\n`);
    expect(last(MAIL_EXCHANGER, ...transaction, `${verb}  `)).toMatch(/^[23]/);
  });

  it('NOOP takes any, QUIT only where that is overlooked', () => {
    expect(last(STRICT, 'NOOP some words')).toMatch(/^250/);
    expect(last(MAIL_EXCHANGER, 'QUIT now')).toMatch(/^221/);
  });
});

describe('ETRN', () => {
  it.each([
    ['ETRN campus.example', '459 <campus.example>: service unavailable'],
    ['ETRN @campus.example', '459 <@campus.example>: service unavailable'],
    ['ETRN', '500 Syntax: ETRN domain'],
    ['ETRN a b', '500 Syntax: ETRN domain'],
    ['ETRN -', '501 Error: invalid parameter syntax'],
  ])('%s', (line, text) => {
    expect(last(MAIL_EXCHANGER, line)).toBe(`${text}\r\n`);
  });
});

describe('verbs that a server knows only to refuse', () => {
  it.each([
    ['STARTTLS', '502 5.5.1 Error: command not implemented'],
    ['AUTH PLAIN', '503 5.5.1 Error: authentication not enabled'],
    ['XCLIENT NAME=spike.example', '550 5.7.0 Error: insufficient authorization'],
  ])('%s', (line, text) => {
    expect(last(MAIL_EXCHANGER, line)).toBe(`${text}\r\n`);
  });

  it('takes no name that objects have by nature for one', () => {
    expect(last(MAIL_EXCHANGER, 'constructor')).toMatch(/^500/);
    expect(last(MAIL_EXCHANGER, '__proto__')).toMatch(/^221/);
  });
});
