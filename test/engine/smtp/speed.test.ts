// Time in proportion to the octets: twice as much takes about twice as long, however it is cut. The bound
// is wide, because other work may run beside the tests; a scan of all that came before would break it by far.

import { describe, expect, it } from 'vitest';
import { MAIL_EXCHANGER } from '../../support/reference';
import { Conversation } from '../../support/smtp';

const ENOUGH = 10_000;
const TRANSACTION = 'EHLO a.example\r\nMAIL FROM:<bram@partner.example>\r\nRCPT TO:<ada@campus.example>\r\nDATA\r\n';

describe('a session', () => {
  it(
    'takes a letter of ten million octets in small pieces',
    () => {
      const conversation = new Conversation(MAIL_EXCHANGER);
      conversation.say(TRANSACTION);
      const line = `${'x'.repeat(70)}\r\n`;
      const piece = line.repeat(20);
      const pieces = Math.floor(10_000_000 / piece.length);
      for (let i = 0; i < pieces; i++) conversation.say(piece.slice(0, 700), piece.slice(700));
      conversation.say('.\r\n');
      expect(conversation.accepted[0]?.content.endsWith(piece)).toBe(true);
      expect(conversation.accepted[0]?.content.length).toBeGreaterThan(pieces * piece.length);
    },
    ENOUGH,
  );

  it(
    'takes ten million octets as one chunk in small pieces',
    () => {
      const conversation = new Conversation(MAIL_EXCHANGER);
      const piece = `${'x'.repeat(698)}\r\n`;
      const pieces = Math.floor(10_000_000 / piece.length);
      conversation.say(TRANSACTION.replace('DATA', `BDAT ${pieces * piece.length} LAST`));
      for (let i = 0; i < pieces; i++) conversation.say(piece);
      expect(conversation.accepted[0]?.content.length).toBeGreaterThan(pieces * piece.length);
    },
    ENOUGH,
  );

  it(
    'answers twenty thousand commands sent at once',
    () => {
      const conversation = new Conversation({ ...MAIL_EXCHANGER, limits: { junkCommands: 1e6 } });
      expect(conversation.say('RSET\r\n'.repeat(20_000))).toHaveLength('250 2.0.0 Ok\r\n'.length * 20_000);
    },
    ENOUGH,
  );

  it(
    'waits for the end of a line of half a million octets that come one by one',
    () => {
      const conversation = new Conversation(MAIL_EXCHANGER);
      for (let i = 0; i < 500_000; i++) conversation.say('x');
      expect(conversation.say('\r\n')).toBe('500 5.5.2 Error: command not recognized\r\n');
    },
    ENOUGH,
  );

  it.each(['\r', '.\r', '\r\n.', ' ', '<', '"'])(
    'is not slowed by %j again and again',
    (octets) => {
      const conversation = new Conversation(MAIL_EXCHANGER);
      conversation.say(`${octets.repeat(200_000)}\r\n`);
      const second = new Conversation(MAIL_EXCHANGER);
      second.say(TRANSACTION);
      second.say(octets.repeat(200_000), '\r\nx\r\n', '.\r\n');
      expect(['ready', 'closed']).toContain(second.session.state);
    },
    ENOUGH,
  );
});
