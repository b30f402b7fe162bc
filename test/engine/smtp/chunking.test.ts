// CHUNKING (RFC 3030) as the servers serve it. The recorded dialogues are in test/transcripts; here is what they leave open.

import { describe, expect, it } from 'vitest';
import type { Bytes } from '../../../src/engine/kernel/bytes';
import type { SmtpServer } from '../../../src/engine/smtp/types';
import { byteByByte } from '../../support/feed';
import { MAIL_EXCHANGER } from '../../support/reference';
import { Conversation } from '../../support/smtp';

const HELLO = 'EHLO ws1.campus.example\r\n';
const ENVELOPE = 'MAIL FROM:<bram@partner.example>\r\nRCPT TO:<ada@campus.example>\r\n';
const SMALL: SmtpServer = { ...MAIL_EXCHANGER, limits: { messageOctets: 40 } };

/** A conversation with its envelope open. */
function open(server: SmtpServer = MAIL_EXCHANGER): Conversation {
  const conversation = new Conversation(server);
  for (const line of (HELLO + ENVELOPE).split(/(?<=\n)/)) conversation.say(line);
  return conversation;
}

const stored = ({ accepted }: Conversation) => accepted.map(({ content }) => content.replace(/^Received: .*\r\n(?:[\t ].*\r\n)*/, ''));
const dialect = (name: string): SmtpServer => ({ ...MAIL_EXCHANGER, dialect: name });

describe('a chunk', () => {
  const text = 'Subject: x\r\n\r\n.\r\n..two\r\n\0\xff\r\nQUIT\r\n';

  it.each([
    ['whole', (bytes: Bytes) => [bytes]],
    ['octet by octet', byteByByte],
  ])('is octets and nothing else, %s', (_, cut) => {
    const conversation = open();
    const said = conversation.say(...cut(`BDAT ${text.length} LAST\r\n${text}NOOP\r\n`));
    expect(said).toMatch(/^250 2\.0\.0 Ok: 34 bytes queued as \w+\r\n250 2\.0\.0 Ok\r\n$/);
    expect(stored(conversation)).toEqual([text]);
    expect(conversation.session).toMatchObject({ state: 'ready', envelope: null, content: null, chunk: null, buffer: '' });
  });

  it('is told behind its command, and both before the letter is accepted', () => {
    const conversation = open();
    conversation.say('BDAT 14\r\nSubject: x\r\n\r\nBDAT 3 LAST\r\n', 'x', '\r\n');
    expect(
      conversation.events
        .slice(-5)
        .map((event) => [event.type, 'verb' in event ? event.line + event.after : 'wire' in event ? event.wire : '']),
    ).toEqual([
      ['smtp.exchange', 'BDAT 14\r\nchunks'],
      ['smtp.content', 'Subject: x\r\n\r\n'],
      ['smtp.exchange', 'BDAT 3 LAST\r\nready'],
      ['smtp.content', 'x\r\n'],
      ['mail.accepted', ''],
    ]);
  });

  it('may end in the middle of a line, even of a line end', () => {
    const conversation = open();
    expect(conversation.say('BDAT 15\r\nSubject: x\r\n\r\na\r\n'.slice(0, -2))).toBe('250 2.0.0 Ok: 15 bytes\r\n');
    conversation.say('BDAT 1\r\n\r', 'BDAT 2 LAST\r\n\nb');
    expect(stored(conversation)).toEqual(['Subject: x\r\n\r\na\r\nb\r\n']);
  });

  it('may be empty, and so may the letter', () => {
    const conversation = open();
    expect(conversation.say('BDAT 0\r\nBDAT 0\r\n')).toBe('250 2.0.0 Ok: 0 bytes\r\n'.repeat(2));
    expect(conversation.say('BDAT 0 LAST\r\n')).toMatch(/^250 2\.0\.0 Ok: 0 bytes queued/);
    expect(stored(conversation)).toEqual(['']);
  });

  it('is waited for, and given up with the connection or with patience', () => {
    const conversation = open();
    expect(conversation.say('BDAT 9 LAST\r\nQUIT\r\n')).toBe('');
    expect(conversation.session.chunk).toMatchObject({ missing: 3, octets: 'QUIT\r\n' });
    expect(conversation.wait(300_000)).toMatch(/^421 /);
    expect(conversation.session).toMatchObject({ state: 'closed', chunk: null });
    expect(conversation.accepted).toEqual([]);
  });
});

describe('a chunk that is refused', () => {
  it('is read all the same: its octets are no commands', () => {
    const conversation = new Conversation(MAIL_EXCHANGER);
    conversation.say(HELLO);
    expect(conversation.say('BDAT 6\r\nQUIT\r\nNOOP\r\n')).toBe('503 5.5.1 Error: need RCPT command\r\n250 2.0.0 Ok\r\n');
    expect(conversation.events.at(-2)).toEqual({ type: 'smtp.content', wire: 'QUIT\r\n', content: '' });
  });

  it('ends the transaction, so that no letter with a hole is taken', () => {
    const conversation = open(SMALL);
    const said = conversation.say(`BDAT 30\r\n${'x'.repeat(30)}BDAT 30\r\n${'x'.repeat(30)}BDAT 0 LAST\r\n`);
    expect(said.match(/^.*\r\n/gm)).toEqual([
      '250 2.0.0 Ok: 30 bytes\r\n',
      '552 5.3.4 Chunk exceeds message size limit\r\n',
      '503 5.5.1 Error: need RCPT command\r\n',
    ]);
    expect(conversation.accepted).toEqual([]);
  });

  it('is not kept if it is larger than a letter may be', () => {
    const conversation = open(SMALL);
    conversation.say('BDAT 999999999999999 LAST\r\n');
    for (let i = 0; i < 100; i++) conversation.say('x'.repeat(1000));
    expect(JSON.stringify(conversation.session).length).toBeLessThan(2000);
    expect(conversation.session.chunk).toMatchObject({ missing: 999999999899999, octets: null });
  });

  it('is refused for a full mailbox only when the letter is complete', () => {
    const conversation = open({ ...MAIL_EXCHANGER, users: { ada: { used: 0, quota: 5 } } });
    expect(conversation.say('BDAT 14\r\nSubject: x\r\n\r\n')).toMatch(/^250/);
    expect(conversation.say('BDAT 0 LAST\r\n')).toMatch(/^452 4\.2\.2 /);
    expect(conversation.session.state).toBe('ready');
  });

  it('hides a bare LF from no server that refuses them', () => {
    const conversation = open({ ...MAIL_EXCHANGER, strictness: { bareLf: 'reject' } });
    expect(conversation.say('BDAT 13\r\nSubject: x\r\n\nBDAT 0 LAST\r\n')).toMatch(/^250 .*\r\n550 5\.5\.2 .*bare <LF> received\r\n$/);
    expect(conversation.closed).toBe(true);
  });
});

describe('BDAT', () => {
  it.each(['', 'x', '-1', '1.5', '1 LATE', '1 LAST x', '9999999999999999'])(
    'with "%s" ends the session, because nobody knows what follows',
    (words) => {
      const conversation = open();
      expect(conversation.say(`BDAT ${words}\r\nRSET\r\n`)).toBe('521 5.5.4 Syntax: BDAT count [LAST]\r\n');
      expect(conversation.closed).toBe(true);
    },
  );

  it('without a size is only an error at Exim', () => {
    const conversation = open(dialect('exim-like'));
    expect(conversation.say('BDAT\r\nNOOP\r\n')).toBe('501 missing size for BDAT command\r\n250 OK\r\n');
    expect(conversation.session.state).toBe('recipients');
  });

  it.each(['DATA', 'RCPT TO:<you@campus.example>', 'MAIL FROM:<>'])('is not mixed with %s', (line) => {
    const conversation = open();
    conversation.say('BDAT 0\r\n');
    expect(conversation.say(`${line}\r\n`)).toMatch(
      line.startsWith('MAIL') ? /^503 5\.5\.1 .*nested MAIL/ : /^503 5\.5\.1 Error: (DATA|RCPT) after BDAT/,
    );
    expect(conversation.session.state).toBe('chunks');
  });

  it('is no command where CHUNKING is not offered', () => {
    const conversation = open({ ...MAIL_EXCHANGER, discardKeywords: ['CHUNKING'] });
    expect(conversation.say('BDAT 4 LAST\r\nQUIT\r\n')).toBe('521 5.5.1 Error: command not implemented\r\n');
    expect(conversation.closed).toBe(true);
    expect(open(dialect('sendmail-like')).say('BDAT 4 LAST\r\n')).toMatch(/^500 5\.5\.1/);
  });

  it('is worded by each server that has it', () => {
    const said = (name: string) => open(dialect(name)).say('BDAT 14\r\nSubject: x\r\n\r\n', 'BDAT 3 LAST\r\nx\r\n');
    expect(said('exim-like')).toMatch(/^250 14 byte chunk received\r\n250- 3 byte chunk, total 17\r\n250 OK id=/);
    expect(said('exchange-like')).toMatch(/^250 2\.6\.0 CHUNK received OK, 14 octets\r\n250 2\.6\.0 <.*> Queued mail for delivery\r\n/);
    expect(said('bigmail-like')).toMatch(/^250 2\.0\.0 OK .* - bigmail\r\n250 2\.0\.0 OK .* - bigmail\r\n$/);
  });

  it('may be followed by more only where PIPELINING allows it', () => {
    const careful: SmtpServer = { ...MAIL_EXCHANGER, strictness: { refuseEarlyInput: true } };
    expect(open(careful).say('BDAT 3\r\nx\r\nBDAT 0 LAST\r\n')).toMatch(/^250 .*\r\n250 /);
    const alone = new Conversation({ ...careful, discardKeywords: ['PIPELINING'] });
    for (const line of `${HELLO}${ENVELOPE}`.split(/(?<=\n)/)) alone.say(line);
    expect(alone.say('BDAT 3\r\nx\r\n')).toMatch(/^250 /);
    expect(alone.say('BDAT 3\r\nx\r\nNOOP\r\n')).toMatch(/^554 /);
  });
});
