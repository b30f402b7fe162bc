import { describe, expect, it } from 'vitest';
import type { SmtpServer } from '../../../src/engine/smtp/types';
import { MAIL_EXCHANGER, SERVICES } from '../../support/reference';
import { Conversation } from '../../support/smtp';

const HELLO = 'EHLO ws1.campus.example';
const SENDER = 'MAIL FROM:<bram@partner.example>';
const RECIPIENT = 'RCPT TO:<ada@campus.example>';

/** The last reply after these lines. */
function last(server: SmtpServer, ...lines: string[]): string {
  const conversation = new Conversation(server);
  return lines.map((line) => conversation.say(`${line}\r\n`)).at(-1) ?? '';
}

describe('sizes', () => {
  const small = SERVICES['smtp-small']!;
  const letter = (octets: number) => ['DATA', 'x'.repeat(octets - 2), '.'];

  it('are checked when declared', () => {
    expect(last(small, HELLO, `${SENDER} SIZE=2000`)).toMatch(/^250/);
    expect(last(small, HELLO, `${SENDER} SIZE=2001`)).toMatch(/^552 5\.3\.4/);
    for (const value of ['SIZE=', 'SIZE=x', 'SIZE=-1', 'SIZE']) expect(last(small, HELLO, `${SENDER} ${value}`)).toMatch(/^501 5\.5\.4/);
  });

  it('are checked at the end of content, with nothing said before', () => {
    expect(last(small, HELLO, SENDER, RECIPIENT, ...letter(2000))).toMatch(/^250/);
    expect(last(small, HELLO, SENDER, RECIPIENT, ...letter(2001))).toMatch(/^552 5\.3\.4/);
    expect(last(small, HELLO, SENDER, RECIPIENT, ...letter(5000).slice(0, 2))).toBe('');
  });

  it('count a bare LF as the two octets it becomes', () => {
    const conversation = new Conversation(small);
    conversation.say(`${[HELLO, SENDER, RECIPIENT, 'DATA'].join('\r\n')}\r\n`);
    expect(conversation.say('\n'.repeat(1001) + '.\r\n')).toMatch(/^552 5\.3\.4/);
  });

  it('do not end the session', () => {
    expect(last(small, HELLO, SENDER, RECIPIENT, ...letter(2001), SENDER)).toMatch(/^250 2\.1\.0/);
  });
});

describe('mailboxes', () => {
  const users = { ada: { used: 900, quota: 1000 }, you: { used: 1000, quota: 1000 }, cleo: { used: 5 } };
  const server: SmtpServer = { ...MAIL_EXCHANGER, users };

  it('that are full take nothing', () => {
    expect(last(server, HELLO, SENDER, 'RCPT TO:<you@campus.example>')).toMatch(/^452 4\.2\.2 <you@campus\.example>/);
    expect(last(server, HELLO, SENDER, RECIPIENT)).toMatch(/^250/);
    expect(last(server, HELLO, SENDER, 'RCPT TO:<staff@campus.example>')).toMatch(/^452/);
  });

  it('have no room for a letter declared too big', () => {
    expect(last(server, HELLO, `${SENDER} SIZE=100`, RECIPIENT)).toMatch(/^250/);
    expect(last(server, HELLO, `${SENDER} SIZE=101`, RECIPIENT)).toMatch(/^452/);
  });

  it('have no room for a letter that proves too big', () => {
    expect(last(server, HELLO, SENDER, RECIPIENT, 'DATA', 'x'.repeat(98), '.')).toMatch(/^250/);
    expect(last(server, HELLO, SENDER, RECIPIENT, 'DATA', 'x'.repeat(99), '.')).toMatch(/^452 4\.2\.2 <ada@campus\.example>/);
    expect(last(server, HELLO, SENDER, 'RCPT TO:<cleo@campus.example>', 'DATA', 'x'.repeat(500), '.')).toMatch(/^250/);
  });
});

describe('recipients', () => {
  it('are counted, and too many are no error of the client', () => {
    const small = { ...SERVICES['smtp-small']!, limits: { recipients: 2, errors: 2 } };
    const some = ['you', 'ada', 'cleo', 'postmaster', 'staff'].map((name) => `RCPT TO:<${name}@campus.example>`);
    const conversation = new Conversation(small);
    const replies = [HELLO, SENDER, ...some, 'DATA'].map((line) => conversation.say(`${line}\r\n`).slice(0, 9));
    expect(replies.slice(2)).toEqual(['250 2.1.5', '250 2.1.5', '452 4.5.3', '452 4.5.3', '452 4.5.3', '354 End d']);
  });

  it('given twice get one copy', () => {
    const conversation = new Conversation(MAIL_EXCHANGER);
    conversation.say([HELLO, SENDER, RECIPIENT, 'RCPT TO:<ADA@campus.example> NOTIFY=NEVER', ''].join('\r\n'));
    expect(conversation.session.envelope?.recipients).toEqual([{ forwardPath: 'ADA@campus.example', notify: ['NEVER'] }]);
  });

  it('without a domain are of this site', () => {
    const conversation = new Conversation(MAIL_EXCHANGER);
    conversation.say(['MAIL FROM:<you>', 'RCPT TO:<postmaster>', ''].join('\r\n'));
    expect(conversation.session.envelope).toMatchObject({
      reversePath: 'you@campus.example',
      recipients: [{ forwardPath: 'postmaster@campus.example' }],
    });
  });

  it('may be at an address of this host, in any spelling', () => {
    const server = { ...MAIL_EXCHANGER, addresses: ['192.0.2.25', '2001:db8::25'] };
    expect(last(server, HELLO, SENDER, 'RCPT TO:<ada@[192.0.2.25]>')).toMatch(/^250/);
    expect(last(server, HELLO, SENDER, 'RCPT TO:<ada@[IPv6:2001:DB8:0::25]>')).toMatch(/^250/);
    expect(last(server, HELLO, SENDER, 'RCPT TO:<ada@[192.0.2.26]>')).toMatch(/^454 4\.7\.1/);
  });

  const OUTSIDE = 'RCPT TO:<bram@partner.example>';
  // The client of these tests is 127.0.0.1.
  const inside = { ...MAIL_EXCHANGER, insideNetworks: ['127.0.0.0/8'] };

  it.each([
    ['nobody, as long as the server relays for nobody', inside, 454],
    ['its own clients', { ...inside, relayFor: 'inside' as const }, 250],
    ['no others', { ...inside, insideNetworks: ['192.0.2.0/24'], relayFor: 'inside' as const }, 454],
    ['anyone, where it is open', { ...MAIL_EXCHANGER, relayFor: 'anyone' as const }, 250],
    ['a domain that it carries mail for', { ...MAIL_EXCHANGER, relayDomains: ['partner.example'] }, 250],
    ['no domain beside that', { ...MAIL_EXCHANGER, relayDomains: ['farm.example'] }, 454],
  ])('elsewhere are taken for %s', (_, server, code) => {
    expect(last(server, HELLO, SENDER, OUTSIDE)).toMatch(new RegExp(`^${code} `));
  });
});

describe('hops', () => {
  const hops = (count: number) => Array<string>(count).fill('Received: from a.example by b.example; x');

  it('are counted in the header only', () => {
    const send = (...lines: string[]) => last(MAIL_EXCHANGER, HELLO, SENDER, RECIPIENT, 'DATA', ...lines, '.');
    expect(send(...hops(50), '', 'x')).toMatch(/^250/);
    expect(send(...hops(51), '', 'x')).toMatch(/^554 5\.4\.0/);
    expect(send('Subject: x', '', ...hops(60))).toMatch(/^250/);
  });

  it('are at least 100 where the standard is kept (RFC 5321, 6.3)', () => {
    const send = (count: number) =>
      last({ ...MAIL_EXCHANGER, dialect: 'strict-teach' }, HELLO, SENDER, RECIPIENT, 'DATA', ...hops(count), '', 'x', '.');
    expect(send(100)).toMatch(/^250/);
    expect(send(101)).toMatch(/^554 5\.4\.6/);
  });
});

describe('fields that Postfix takes out', () => {
  const letter = ['Return-Path: <a@b.example>', 'Bcc: eli@campus.example,', ' you@campus.example', 'Subject: x', '', 'Bcc: text'];

  it.each([
    ['postfix-like', 'Subject: x\r\n\r\nBcc: text\r\n'],
    ['strict-teach', `${letter.join('\r\n')}\r\n`],
  ])('%s', (dialect, content) => {
    const conversation = new Conversation({ ...MAIL_EXCHANGER, dialect });
    for (const line of [HELLO, SENDER, RECIPIENT, 'DATA', ...letter, '.']) conversation.say(`${line}\r\n`);
    expect(conversation.accepted[0]?.content.replace(/^Received:[^]*?\r\n(?!\t)/, '')).toBe(content);
  });
});

describe('clients of the site', () => {
  it('get their header completed', () => {
    const conversation = new Conversation(SERVICES['smtp-inside']!);
    conversation.say([HELLO, 'MAIL FROM:<>', RECIPIENT, 'DATA', 'Subject: bare', '', 'x', '.', ''].join('\r\n'));
    expect(conversation.accepted[0]?.content).toMatch(
      /\r\nSubject: bare\r\nMessage-Id: <20261123113000\.\w+@mx1\.campus\.example>\r\nDate: Mon, 23 Nov 2026 11:30:00 \+0000 \(UTC\)\r\nFrom: MAILER-DAEMON@campus\.example\r\n\r\nx\r\n$/,
    );
  });
});
