import { describe, expect, it } from 'vitest';
import type { SmtpServer, Strictness } from '../../../src/engine/smtp/types';
import { MAIL_EXCHANGER } from '../../support/reference';
import { Conversation } from '../../support/smtp';

const SMUGGLED = 'MAIL FROM:<root@campus.example>\r\nRCPT TO:<you@campus.example>\r\nDATA\r\nSubject: smuggled\r\n\r\nhello\r\n.\r\n';

/** A conversation up to the content of a letter. */
function inContent(bareLf: Strictness['bareLf'], dialect = 'postfix-like'): Conversation {
  const server: SmtpServer = { ...MAIL_EXCHANGER, dialect, strictness: { bareLf } };
  const conversation = new Conversation(server);
  for (const line of ['EHLO a.example', 'MAIL FROM:<bram@partner.example>', 'RCPT TO:<ada@campus.example>', 'DATA'])
    conversation.say(`${line}\r\n`);
  return conversation;
}

const ENDS = ['\n.\n', '\n.\r\n', '\r\n.\n'];

describe('smuggling', () => {
  it.each(ENDS)('works where a server takes %j for the end', (end) => {
    const conversation = inContent('accept');
    expect(conversation.say(`text${end}${SMUGGLED}`).match(/queued/g)).toHaveLength(2);
    expect(conversation.accepted.map(({ envelope }) => envelope.reversePath)).toEqual(['bram@partner.example', 'root@campus.example']);
  });

  it.each([...ENDS, '\r.\r', '\r\n.\r', '\r\n.\r\r\n'])('fails where it takes only CR LF "." CR LF: %j is text', (end) => {
    const conversation = inContent('normalize');
    conversation.say(`text${end}${SMUGGLED}`);
    expect(conversation.accepted).toHaveLength(1);
    expect(conversation.accepted[0]?.content).toContain('MAIL FROM:<root@campus.example>');
  });

  it.each(ENDS)('fails where the first line decides, if that ends with CR LF: %j is text', (end) => {
    const conversation = inContent('first-line');
    conversation.say(`Subject: x\r\n\r\ntext${end}${SMUGGLED}`);
    expect(conversation.accepted).toHaveLength(1);
    expect(conversation.accepted[0]?.content).toContain('MAIL FROM:<root@campus.example>');
  });

  it('is no question for a client that sends LF alone, where the first line decides', () => {
    const conversation = inContent('first-line');
    expect(conversation.say('Subject: x\n', '\ntext\n.\n')).toMatch(/^250 .*queued/);
    expect(conversation.accepted[0]?.content).toMatch(/\r\nSubject: x\r\n\r\ntext\r\n$/);
    for (const line of ['MAIL FROM:<>', 'RCPT TO:<ada@campus.example>', 'DATA']) conversation.say(`${line}\r\n`);
    expect(conversation.say('Subject: y\r', '\n\ntext\n.\n')).toBe('');
    expect(conversation.say('\r\n.\r\n')).toMatch(/^250 .*queued/);
  });

  it.each(ENDS)('ends the session where a bare LF is refused: %j', (end) => {
    for (const dialect of ['postfix-like', 'strict-teach']) {
      const conversation = inContent('reject', dialect);
      expect(conversation.say(`text${end}${SMUGGLED}`)).toMatch(/^550 5\.5\.2 .*bare <LF> received.*\r\n$/);
      expect(conversation).toMatchObject({ accepted: [], closed: true });
      expect(conversation.events.at(-1)).toMatchObject({ verb: 'END', line: '.\r\n', code: 550, before: 'content', after: 'closed' });
    }
  });

  it('finds no line end in a bare CR, and passes none on', () => {
    for (const bareLf of ['accept', 'normalize', 'reject'] as const) {
      const conversation = inContent(bareLf);
      conversation.say('text\r.\rMAIL FROM:<root@campus.example>\r\n.\r\n');
      expect(conversation.accepted[0]?.content).toMatch(/\r\ntext \. MAIL FROM:<root@campus\.example>\r\n$/);
    }
  });
});

describe('a bare LF', () => {
  it('ends a command where it is accepted', () => {
    const conversation = new Conversation(MAIL_EXCHANGER);
    expect(conversation.say('NOOP\n')).toBe('250 2.0.0 Ok\r\n');
    expect(conversation.events.at(-1)).toMatchObject({ line: 'NOOP\n' });
  });

  it('ends the session of a server that teaches', () => {
    const conversation = new Conversation({ ...MAIL_EXCHANGER, dialect: 'strict-teach' });
    expect(conversation.say('EHLO ws1.campus.example\n')).toBe(
      '550 5.5.2 mx1.campus.example bare <LF> received: every line ends with <CR><LF>\r\n',
    );
    expect(conversation.closed).toBe(true);
  });

  it('becomes CR LF in the letter', () => {
    const conversation = inContent('normalize');
    conversation.say('Subject: x\n\none\ntwo\r\n.\r\n');
    expect(conversation.accepted[0]?.content).toMatch(/\r\nSubject: x\r\n\r\none\r\ntwo\r\n$/);
  });
});

describe('an unfinished line', () => {
  it('waits, however it comes', () => {
    const conversation = new Conversation(MAIL_EXCHANGER);
    expect(conversation.say('N', 'OO', 'P', '\r')).toBe('');
    expect(conversation.session.buffer).toBe('NOOP\r');
    expect(conversation.say('\nNO')).toBe('250 2.0.0 Ok\r\n');
    expect(conversation.session.buffer).toBe('NO');
  });
});
