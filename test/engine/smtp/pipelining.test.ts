import { describe, expect, it } from 'vitest';
import type { SmtpServer } from '../../../src/engine/smtp/types';
import { MAIL_EXCHANGER } from '../../support/reference';
import { Conversation } from '../../support/smtp';

const STRICT: SmtpServer = { ...MAIL_EXCHANGER, dialect: 'strict-teach' };
const GROUP = 'MAIL FROM:<bram@partner.example>\r\nRCPT TO:<ada@campus.example>\r\nDATA\r\n';
const SYNC = /^554 5\.5\.0 .*\r\n$/;

function greeted(server: SmtpServer, hello: string): Conversation {
  const conversation = new Conversation(server);
  conversation.say(`${hello}\r\n`);
  return conversation;
}

describe('commands sent ahead', () => {
  it('are answered in their order where PIPELINING was offered', () => {
    expect(
      greeted(STRICT, 'EHLO a.example')
        .say(GROUP)
        .match(/^\d{3}/gm),
    ).toEqual(['250', '250', '354']);
  });

  it('may follow the end of content', () => {
    const conversation = greeted(STRICT, 'EHLO a.example');
    conversation.say(GROUP);
    expect(conversation.say(`x\r\n.\r\n${GROUP}`).match(/^\d{3}/gm)).toEqual(['250', '250', '250', '354']);
  });

  it.each(['EHLO a.example', 'NOOP', 'VRFY ada', 'EXPN staff'])('may not follow %s', (line) => {
    const conversation = greeted(STRICT, 'EHLO a.example');
    expect(conversation.say(`${line}\r\nRSET\r\n`)).toMatch(SYNC);
    expect(conversation.closed).toBe(true);
  });

  it('may not follow DATA: the letter waits for 354', () => {
    const conversation = greeted(STRICT, 'EHLO a.example');
    expect(conversation.say(`${GROUP}Subject: impatient\r\n`)).toMatch(/^250.*\r\n250.*\r\n554 5\.5\.0.*\r\n$/);
  });

  it.each([
    ['after HELO', STRICT, 'HELO a.example'],
    ['before HELO', STRICT, ''],
    ['where PIPELINING is not offered', { ...STRICT, discardKeywords: ['PIPELINING'] } satisfies SmtpServer, 'EHLO a.example'],
  ])('may not come %s', (_, server, hello) => {
    const conversation = new Conversation(server);
    if (hello !== '') conversation.say(`${hello}\r\n`);
    expect(conversation.say('RSET\r\nRSET\r\n')).toMatch(SYNC);
  });

  it('are taken by a server that is not so strict', () => {
    expect(
      new Conversation(MAIL_EXCHANGER).say(`HELO a.example\r\n${GROUP}Subject: x\r\n\r\nx\r\n.\r\nQUIT\r\n`).match(/^\d{3}/gm),
    ).toEqual(['250', '250', '250', '354', '250', '221']);
  });
});
