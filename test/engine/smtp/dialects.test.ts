// What each dialect is known by.

import { describe, expect, it } from 'vitest';
import type { SmtpServer } from '../../../src/engine/smtp/types';
import { MAIL_EXCHANGER } from '../../support/reference';
import { Conversation } from '../../support/smtp';

const users = { ada: { name: 'Ada Moss', used: 0 }, you: { name: 'You', used: 0 }, cleo: { used: 0 } };
const speaking = (dialect: string, more: Partial<SmtpServer> = {}): SmtpServer => ({ ...MAIL_EXCHANGER, users, dialect, ...more });

const EXIM = speaking('exim-like');
const SENDMAIL = speaking('sendmail-like');
const EXCHANGE = speaking('exchange-like');
const BIGMAIL = speaking('bigmail-like');
const OF_1990 = speaking('1990-like');

/** The replies to these lines, the greeting first. */
function dialogue(server: SmtpServer, ...lines: string[]): string[] {
  const conversation = new Conversation(server);
  return [conversation.heard, ...lines.map((line) => conversation.say(`${line}\r\n`))].map((reply) => reply.replace(/\r\n$/, ''));
}

const last = (server: SmtpServer, ...lines: string[]): string => dialogue(server, ...lines).at(-1)!;

const HELO = 'HELO ws1.campus.example';
const EHLO = 'EHLO ws1.campus.example';
const SENDER = 'MAIL FROM:<bram@partner.example>';
const RECIPIENT = 'RCPT TO:<ada@campus.example>';

describe('the same letter', () => {
  const talk = [HELO, SENDER, 'RCPT TO:<nobody@campus.example>', RECIPIENT, 'RCPT TO:<dev@farm.example>', 'DATA', '.', 'QUIT'];
  const codes = (server: SmtpServer) => dialogue(server, ...talk).map((reply) => reply.slice(0, 3));

  it.each([EXIM, SENDMAIL, EXCHANGE, BIGMAIL])('gets the same codes from all: $dialect', (server) => {
    expect(codes(server)).toEqual(['220', '250', '250', '550', '250', '550', '354', '250', '221']);
  });

  it('had another for users who live elsewhere in 1990', () => {
    expect(codes(OF_1990)).toEqual(['220', '250', '250', '550', '250', '551', '354', '250', '221']);
  });

  it('is worded by Sendmail with the address as it was given', () => {
    expect(dialogue(SENDMAIL, HELO, 'MAIL FROM:bram@partner.example', 'RCPT TO:<dev@farm.example>')).toEqual([
      '220 mx1.campus.example ESMTP Sendmail 8.18.1/8.18.1; Mon, 23 Nov 2026 11:30:00 +0000',
      '250 mx1.campus.example Hello localhost [127.0.0.1], pleased to meet you',
      '250 2.1.0 bram@partner.example... Sender ok',
      '550 5.7.1 <dev@farm.example>... Relaying denied. Proper authentication required.',
    ]);
  });

  it('gets an id in the manner of the server', () => {
    const queued = (server: SmtpServer) => dialogue(server, HELO, SENDER, RECIPIENT, 'DATA', '.').at(-1);
    expect(queued(EXIM)).toMatch(/^250 OK id=1\w{5}-000\w{3}-\w\w$/);
    expect(queued(SENDMAIL)).toMatch(/^250 2\.0\.0 \w{8}0\d{5} Message accepted for delivery$/);
    expect(queued(EXCHANGE)).toMatch(/^250 2\.6\.0 <[\da-f-]{36}@mx1\.campus\.example> Queued mail for delivery$/);
    expect(queued(BIGMAIL)).toMatch(/^250 2\.0\.0 OK \S+ - bigmail$/);
    expect(queued(OF_1990)).toBe('250 OK');
  });
});

describe('a client that does not know the order', () => {
  it.each<[SmtpServer, string[]]>([
    [EXIM, ['503 sender not yet given', '250 OK', '503 sender already given', '503 valid RCPT command must precede DATA']],
    [SENDMAIL, ['503 5.0.0 Need MAIL before RCPT', '503 5.5.0 Sender already specified', '503 5.0.0 Need RCPT (recipient)']],
    [EXCHANGE, ['503 5.5.2 Need mail command', '503 5.5.2 Sender already specified', '503 5.5.2 Need rcpt command']],
    [OF_1990, ['503 Bad sequence of commands']],
  ])('is told so by $dialect', (server, texts) => {
    expect(dialogue(server, HELO, RECIPIENT, SENDER, SENDER, 'DATA')).toEqual(expect.arrayContaining(texts));
  });

  it.each<[SmtpServer, string]>([
    [EXCHANGE, '503 5.5.2 Send hello first'],
    [BIGMAIL, '503 5.5.1 EHLO/HELO first.'],
    [EXIM, '250 OK'],
    [SENDMAIL, '250 2.1.0 '],
    [OF_1990, '250 OK'],
  ])('may leave out HELO, or not: $dialect', (server, text) => {
    expect(last(server, SENDER)).toContain(text);
  });
});

describe('a name in HELO', () => {
  it.each<[SmtpServer, string, RegExp]>([
    [EXIM, 'EHLO my_pc', /^501 Syntactically invalid EHLO argument\(s\)$/],
    [EXIM, 'EHLO 192.0.2.10', /^250/],
    [EXIM, 'HELO', /^501 Syntactically invalid HELO argument\(s\)$/],
    [SENDMAIL, 'EHLO my_pc', /^250/],
    [SENDMAIL, 'EHLO my pc', /^501 5\.0\.0 Invalid domain name$/],
    [SENDMAIL, 'HELO', /^501 5\.0\.0 HELO requires domain address$/],
    [EXCHANGE, 'EHLO', /^501 5\.5\.4 Invalid domain name$/],
    [EXCHANGE, 'EHLO [192.0.2.10]', /^250/],
    [BIGMAIL, 'EHLO what ever', /^250/],
    [OF_1990, 'EHLO ws1', /^500 Syntax error, command unrecognized$/],
    [OF_1990, 'HELO ws1', /^250 mx1\.campus\.example Hello ws1, pleased to meet you$/],
  ])('is judged by $0.dialect: %s', (server, line, text) => {
    expect(last(server, line)).toMatch(text);
  });
});

describe('addresses', () => {
  it.each<[SmtpServer, string, string]>([
    [EXIM, 'MAIL FROM:<bram>', '501 <bram>: sender address must contain a domain'],
    [
      EXIM,
      'MAIL FROM:<bram@partner.example> FOO=1',
      '501 <bram@partner.example> FOO=1: malformed address: FOO=1 may not follow <bram@partner.example>',
    ],
    [EXIM, 'MAIL FROM :<>', '500 unrecognized command'],
    [SENDMAIL, 'MAIL FROM:<bram>', '553 5.5.4 <bram>... Domain name required for sender address bram'],
    [SENDMAIL, 'MAIL FROM:<bram@partner.example', "553 5.1.3 <bram@partner.example... Unbalanced '<'"],
    [SENDMAIL, 'MAIL bram', '501 5.5.2 Syntax error in parameters scanning "bram"'],
    [SENDMAIL, `${SENDER} FOO=1`, '555 5.5.4 FOO parameter unrecognized'],
    [EXCHANGE, 'MAIL FROM:<bram>', '501 5.1.7 Invalid address'],
    [EXCHANGE, 'MAIL FROM:bram@partner.example', '250 2.1.0 Sender OK'],
    [EXCHANGE, `${SENDER} FOO=1`, '501 5.5.4 Invalid arguments'],
    [OF_1990, 'MAIL FROM:<bram>', '250 OK'],
    [OF_1990, `${SENDER} BODY=8BITMIME`, '501 Syntax error in parameters or arguments'],
  ])('are judged by $0.dialect: %s', (server, line, text) => {
    expect(last(server, HELO, line)).toBe(text);
  });

  it('may lack a domain where the server has one to add', () => {
    expect(last(SENDMAIL, SENDER, 'RCPT TO:<ada>')).toBe('250 2.1.5 <ada>... Recipient ok');
    expect(last(EXIM, SENDER, 'RCPT TO:<ada>')).toBe('501 <ada>: recipient address must contain a domain');
    expect(last(EXCHANGE, HELO, SENDER, 'RCPT TO:<postmaster>')).toBe('250 2.1.5 Recipient OK');
  });
});

describe('the great provider', () => {
  const id = /^220 mx1\.campus\.example ESMTP (\S+) - bigmail\r\n/.exec(new Conversation(BIGMAIL).heard)?.[1];

  it('names its session in every reply, on the last line', () => {
    const replies = dialogue(BIGMAIL, HELO, SENDER, 'RCPT TO:<nobody@campus.example>', 'DATA', 'FOO', 'HELP').slice(2);
    expect(replies[1]!.split('\r\n')).toEqual([
      '550-5.1.1 The email account that you tried to reach does not exist. Please try',
      "550-5.1.1 double-checking the recipient's email address for typos or",
      '550-5.1.1 unnecessary spaces. For more information, go to',
      `550 5.1.1 https://support.bigmail.example/?p=NoSuchUser ${id} - bigmail`,
    ]);
    for (const reply of replies) expect(reply.endsWith(` ${id} - bigmail`), reply).toBe(true);
    expect(replies.at(-1)).toBe(`214 2.0.0 https://search.bigmail.example/?q=RFC+5321 ${id} - bigmail`);
  });

  it('gives each session another name', () => {
    const names = [1, 2, 3].map((seed) => new Conversation(BIGMAIL, undefined, seed).session.id);
    expect(new Set(names).size).toBe(3);
    expect(new Conversation(EXIM).session.id).toBe('');
  });

  it.each(['MAIL FROM:you@campus.example', 'MAIL FROM:<you@campus.example', 'MAIL FROM', 'MAIL FROM:<you@campus.example> FOO=1'])(
    'finds a syntax error in %s',
    (line) => {
      expect(last(BIGMAIL, HELO, line)).toBe(`555 5.5.2 Syntax error. ${id} - bigmail`);
    },
  );

  it('tells syntax from an address that cannot be', () => {
    expect(last(BIGMAIL, HELO, 'MAIL FROM:<you>')).toMatch(/^553-5\.1\.7 The sender address <you> is not a valid\r\n553 5\.1\.7 /);
  });
});

describe('VRFY and EXPN', () => {
  it('tell full names in 1990, as RFC 821, 3.3 shows', () => {
    expect(last(OF_1990, 'VRFY ada')).toBe('250 Ada Moss <ada@campus.example>');
    expect(last(OF_1990, 'VRFY <ada@campus.example>')).toBe('250 Ada Moss <ada@campus.example>');
    expect(last(OF_1990, 'VRFY cleo')).toBe('250 <cleo@campus.example>');
    expect(last(OF_1990, 'VRFY postmaster')).toBe('250 You <you@campus.example>');
    expect(last(OF_1990, 'VRFY nobody')).toBe('550 String does not match anything');
    expect(last(OF_1990, 'VRFY staff')).toBe('550 That is a mailing list, not a user');
    expect(last(OF_1990, 'VRFY bram@partner.example')).toBe('551 User not local; please try <bram@partner.example>');
    expect(last(OF_1990, 'VRFY')).toBe('501 Syntax error in parameters or arguments');
  });

  it('list who is on a list in 1990', () => {
    expect(last(OF_1990, 'EXPN staff')).toBe('250-You <you@campus.example>\r\n250 Ada Moss <ada@campus.example>');
    expect(last(OF_1990, 'EXPN ada')).toBe('550 That is a user name, not a mailing list');
    expect(last(OF_1990, 'EXPN gone')).toBe('550 String does not match anything');
    expect(last(OF_1990, 'EXPN bram@partner.example')).toBe('551 User not local; please try <bram@partner.example>');
    expect(last(OF_1990, 'EXPN a b')).toBe('501 Syntax error in parameters or arguments');
    expect(last(speaking('1990-like', { strictness: { expandsLists: false } }), 'EXPN staff')).toMatch(/^550 /);
  });

  it.each([SENDMAIL, EXCHANGE, BIGMAIL])('tell nothing, whatever the question: $dialect', (server) => {
    const replies = ['ada', 'nobody', '<', ''].map((who) => last(server, `VRFY ${who}`));
    expect(replies[0]).toMatch(/^252 /);
    expect(new Set(replies).size).toBe(1);
    expect(last(server, 'EXPN staff')).toMatch(/^502 /);
  });
});

describe('HELP', () => {
  it('is a list, a page or a web address', () => {
    expect(last(EXIM, 'HELP MAIL')).toBe('214-Commands supported:\r\n214 HELO EHLO MAIL RCPT DATA BDAT NOOP QUIT RSET HELP VRFY');
    expect(last(EXCHANGE, 'HELP')).toMatch(/^214-This server supports the following commands:\r\n214 HELO /);
    expect(last(SENDMAIL, 'HELP').split('\r\n').at(-1)).toBe('214 2.0.0 End of HELP info');
    expect(last(SENDMAIL, 'HELP rcpt')).toBe('214-2.0.0 RCPT TO:<address>\r\n214 2.0.0 End of HELP info');
    expect(last(SENDMAIL, 'HELP ETRN')).toBe('504 5.3.0 HELP topic "ETRN" unknown');
    expect(last(OF_1990, 'HELP EHLO')).toBe('504 Command parameter not implemented');
  });
});

describe('octets above 127', () => {
  it('lose their eighth bit on the way through 1990', () => {
    const conversation = new Conversation(OF_1990);
    for (const line of [HELO, 'MAIL FROM:<j\xfcrgen@partner.example>', RECIPIENT, 'DATA']) conversation.say(`${line}\r\n`);
    expect(conversation.session.envelope?.reversePath).toBe('j|rgen@partner.example');
    conversation.say('\r\nf\xc3\xbcr Ada\r\n.\r\n');
    expect(conversation.accepted[0]?.content).toMatch(/\r\n\r\nfC<r Ada\r\n$/);
    expect(conversation.events.filter((event) => event.type === 'smtp.content').at(-1)).toMatchObject({
      wire: '\r\nf\xc3\xbcr Ada\r\n',
      content: '\r\nfC<r Ada\r\n',
    });
  });

  it('pass through a server of today', () => {
    const conversation = new Conversation(EXIM);
    for (const line of [EHLO, SENDER, RECIPIENT, 'DATA']) conversation.say(`${line}\r\n`);
    conversation.say('f\xc3\xbcr Ada\r\n.\r\n');
    expect(conversation.accepted[0]?.content).toMatch(/f\xc3\xbcr Ada\r\n$/);
  });
});
