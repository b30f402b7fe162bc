import { describe, expect, it } from 'vitest';
import { expire, hangUp, openSession, receive, shutDown } from '../../../src/engine/smtp/session';
import type { SmtpServer, SmtpSession } from '../../../src/engine/smtp/types';
import { LOCALHOST, Conversation } from '../../support/smtp';
import { MAIL_EXCHANGER } from '../../support/reference';

const SMALL: SmtpServer = { ...MAIL_EXCHANGER, limits: { idle: 3000 } };

/** A conversation after these lines. */
function talk(server: SmtpServer, ...lines: string[]): Conversation {
  const conversation = new Conversation(server);
  for (const line of lines) conversation.say(`${line}\r\n`);
  return conversation;
}

const IN_CONTENT = ['EHLO ws1.campus.example', 'MAIL FROM:<bram@partner.example>', 'RCPT TO:<ada@campus.example>', 'DATA'];

describe('a session', () => {
  it('begins with a greeting that is recorded and sent', () => {
    const { session, effects } = openSession(MAIL_EXCHANGER, LOCALHOST, 1000, 1);
    const wire = '220 mx1.campus.example ESMTP Postfix (Debian/GNU)\r\n';
    expect(session).toMatchObject({ state: 'connected', deadline: 301_000, envelope: null });
    expect(effects).toEqual([
      {
        type: 'record',
        event: {
          type: 'smtp.greeting',
          dialect: 'postfix-like',
          helloRequired: false,
          reason: 'greeting',
          code: 220,
          lines: ['mx1.campus.example ESMTP Postfix (Debian/GNU)'],
          wire,
        },
      },
      { type: 'send', bytes: wire },
    ]);
  });

  it('records each exchange as it was', () => {
    const { events } = talk(MAIL_EXCHANGER, 'mail from:<bram@partner.example>', 'DATA');
    expect(events.slice(1)).toEqual([
      {
        type: 'smtp.exchange',
        verb: 'MAIL',
        line: 'mail from:<bram@partner.example>\r\n',
        legal: true,
        before: 'connected',
        after: 'sender',
        path: 'bram@partner.example',
        code: 250,
        enhanced: '2.1.0',
        lines: ['Ok'],
        wire: '250 2.1.0 Ok\r\n',
        reason: 'senderOk',
      },
      {
        type: 'smtp.exchange',
        verb: 'DATA',
        line: 'DATA\r\n',
        legal: false,
        before: 'sender',
        after: 'sender',
        code: 554,
        enhanced: '5.5.1',
        lines: ['Error: no valid recipients'],
        wire: '554 5.5.1 Error: no valid recipients\r\n',
        reason: 'noRecipient',
      },
    ]);
  });

  it('tells DATA without a recipient from DATA of which all recipients were refused (3.3)', () => {
    const strict = new Conversation({ ...MAIL_EXCHANGER, dialect: 'strict-teach' });
    strict.say('EHLO ws1.campus.example\r\n');
    strict.say('MAIL FROM:<bram@partner.example>\r\n');
    expect(strict.say('DATA\r\n')).toBe('503 5.5.1 Bad sequence of commands: send RCPT first\r\n');
    strict.say('RCPT TO:<nobody@campus.example>\r\n');
    expect(strict.say('DATA\r\n')).toBe('554 5.5.1 No valid recipients\r\n');
    strict.say('RSET\r\nMAIL FROM:<bram@partner.example>\r\n');
    expect(strict.say('DATA\r\n')).toMatch(/^503 /);
  });

  it('tells whether this very server wants a hello first', () => {
    const strict = new Conversation({ ...MAIL_EXCHANGER, strictness: { helloRequired: true } });
    expect(strict.events[0]).toMatchObject({ type: 'smtp.greeting', helloRequired: true });
  });

  it('keeps its dialect when the server takes another one', () => {
    const { session } = openSession(MAIL_EXCHANGER, LOCALHOST, 0, 1);
    const { effects } = receive(session, 'NOOP\r\n', 0, { ...MAIL_EXCHANGER, dialect: 'strict-teach', wording: { ok: '250 not mine' } });
    expect(effects).toContainEqual({ type: 'send', bytes: '250 2.0.0 Ok\r\n' });
  });

  it('keeps an envelope as long as the transaction is open', () => {
    const conversation = talk(MAIL_EXCHANGER, ...IN_CONTENT.slice(0, 3));
    expect(conversation.session.envelope).toEqual({
      reversePath: 'bram@partner.example',
      recipients: [{ forwardPath: 'ada@campus.example' }],
      utf8: false,
    });
    for (const line of ['RSET', 'EHLO ws1.campus.example', 'HELO ws1.campus.example']) {
      const { session } = receive(conversation.session, `${line}\r\n`, 0, MAIL_EXCHANGER);
      expect(session).toMatchObject({ state: 'ready', envelope: null });
    }
  });

  it('hands over a letter with its envelope, and is ready for the next', () => {
    const conversation = talk(MAIL_EXCHANGER, ...IN_CONTENT);
    const answer = conversation.say('Subject: x\r\n\r\n..y\r\n.\r\n');
    const [message] = conversation.accepted;
    expect(answer).toBe(`250 2.0.0 Ok: queued as ${message?.queueId}\r\n`);
    expect(message?.queueId).toMatch(/^[0-9A-F]{5}18[0-9A-F]{4}$/);
    expect(message?.content).toMatch(/^Received: from ws1\.campus\.example [^]*\r\nSubject: x\r\n\r\n\.y\r\n$/);
    expect(conversation.session).toMatchObject({ state: 'ready', envelope: null, content: null });
    expect(conversation.effects.slice(-5).map((effect) => (effect.type === 'record' ? effect.event.type : effect.type))).toEqual([
      'smtp.content',
      'smtp.exchange',
      'send',
      'mail.accepted',
      'deliver',
    ]);
    expect(conversation.events.at(-1)).toEqual({
      type: 'mail.accepted',
      queueId: message?.queueId,
      reversePath: 'bram@partner.example',
      forwardPaths: ['ada@campus.example'],
      octets: message?.content.length,
    });
  });

  it('gives each letter a queue id of its own', () => {
    const conversation = talk(MAIL_EXCHANGER, ...IN_CONTENT, '.', ...IN_CONTENT, '.');
    const [one, two] = conversation.accepted;
    expect(one?.queueId).not.toBe(two?.queueId);
  });

  it('is not changed by what is done with it', () => {
    const freeze = (session: SmtpSession) => {
      if (session.envelope) Object.freeze(Object.freeze(session.envelope).recipients);
      return Object.freeze(session);
    };
    let session = freeze(openSession(MAIL_EXCHANGER, LOCALHOST, 0, 1).session);
    const input = `${IN_CONTENT.join('\r\n')}\r\nx\r\n.\r\nRSET\r\nFOO\r\nQUIT\r\n`;
    for (const octet of input) session = freeze(receive(session, octet, 0, MAIL_EXCHANGER).session);
    expect(session.state).toBe('closed');
  });

  it('says nothing more once it is closed', () => {
    const { session } = talk(MAIL_EXCHANGER, 'QUIT');
    for (const step of [
      receive(session, 'NOOP\r\n', 0, MAIL_EXCHANGER),
      expire(session, 1e9, MAIL_EXCHANGER),
      hangUp(session, 0, MAIL_EXCHANGER),
      shutDown(session, 0, MAIL_EXCHANGER),
    ]) {
      expect(step).toEqual({ session, effects: [] });
    }
  });

  it('throws away what comes behind QUIT', () => {
    const conversation = new Conversation(MAIL_EXCHANGER);
    expect(conversation.say('QUIT\r\nNOOP\r\n')).toBe('221 2.0.0 Bye\r\n');
    expect(conversation.session.buffer).toBe('');
  });
});

describe('time', () => {
  it('is up at the deadline, not before', () => {
    const { session } = openSession(SMALL, LOCALHOST, 0, 1);
    expect(expire(session, 2999, SMALL)).toEqual({ session, effects: [] });
    const { session: closed, effects } = expire(session, 3000, SMALL);
    const wire = '421 4.4.2 mx1.campus.example Error: timeout exceeded\r\n';
    expect(closed.state).toBe('closed');
    expect(effects).toEqual([
      {
        type: 'record',
        event: {
          type: 'smtp.notice',
          state: 'connected',
          code: 421,
          enhanced: '4.4.2',
          lines: ['mx1.campus.example Error: timeout exceeded'],
          reason: 'timeout',
          wire,
        },
      },
      { type: 'send', bytes: wire },
      { type: 'close' },
    ]);
  });

  it('begins anew with every octet', () => {
    const { session } = openSession(SMALL, LOCALHOST, 0, 1);
    expect(receive(session, 'N', 2500, SMALL).session.deadline).toBe(5500);
  });

  it('runs in content too, and an unfinished letter is lost', () => {
    const conversation = talk(SMALL, ...IN_CONTENT, 'Subject: never finished');
    expect(conversation.wait(3000)).toMatch(/^421 4\.4\.2 /);
    expect(conversation.accepted).toEqual([]);
  });
});

describe('the end', () => {
  it.each([[[]], [IN_CONTENT.slice(0, 2)], [[...IN_CONTENT, 'half a letter']]])('by the client, after %j', (lines) => {
    const conversation = talk(MAIL_EXCHANGER, ...lines);
    const heard = conversation.heard;
    conversation.leave();
    expect(conversation).toMatchObject({ closed: true, heard, accepted: [], session: { state: 'closed', envelope: null, content: null } });
  });

  it('by the server, in any state', () => {
    for (let length = 0; length <= IN_CONTENT.length; length++) {
      const { session, effects } = shutDown(talk(MAIL_EXCHANGER, ...IN_CONTENT.slice(0, length)).session, 0, MAIL_EXCHANGER);
      expect(session.state).toBe('closed');
      expect(effects.at(-2)).toEqual({
        type: 'send',
        bytes: '421 4.3.2 mx1.campus.example Service shutting down, closing the connection\r\n',
      });
    }
  });
});
