// What servers say to the sending side, and with which letter and manner it meets them: the input of the dialogues in this
// folder. Each text is one write of the server; LOST and WAIT are a connection that breaks and a server that says no more.

import type { Bytes } from '../../../../src/engine/kernel/bytes';
import type { ClientLetter, ClientManner } from '../../../../src/engine/smtp/client-types';
import { LETTER } from '../../../support/client';

export interface Dialogue {
  manner?: Partial<ClientManner>;
  letter?: ClientLetter;
  server: readonly Bytes[];
}

const HELLO = '220 mx.partner.example ESMTP\r\n';
const PLAIN = '250-mx.partner.example\r\n250 HELP\r\n';
const FULL =
  '250-mx.partner.example\r\n250-PIPELINING\r\n250-SIZE 2000\r\n250-8BITMIME\r\n250-DSN\r\n250-SMTPUTF8\r\n250-ENHANCEDSTATUSCODES\r\n250 CHUNKING\r\n';
const MAIL = '250 2.1.0 Ok\r\n';
const RCPT = '250 2.1.5 Ok\r\n';
const GO = '354 End data with <CR><LF>.<CR><LF>\r\n';
const QUEUED = '250 2.0.0 Ok: queued as 4F1B2186001\r\n';
const BYE = '221 2.0.0 Bye\r\n';
const AHEAD = { pipelining: true };
const CHUNKS = { pipelining: true, chunking: true };

const { envelope, content } = LETTER;
const EIGHT_BIT: ClientLetter = { envelope, content: 'Subject: x\r\n\r\nf\xc3\xbcr dich' };
const UTF8: ClientLetter = {
  envelope: { reversePath: 'j\xc3\xbcrgen@campus.example', recipients: [{ forwardPath: 'bram@partner.example' }], utf8: true },
  content,
};
const WITH_DSN: ClientLetter = {
  envelope: {
    reversePath: '',
    recipients: [
      { forwardPath: 'bram@partner.example', notify: ['SUCCESS', 'DELAY'], originalRecipient: 'rfc822;a+b=c@partner.example' },
      { forwardPath: 'the cat@partner.example', notify: ['NEVER'] },
    ],
    utf8: false,
    returnContent: 'HDRS',
    envelopeId: 'QQ+1=\xc3\xbc',
  },
  content,
};

export const DIALOGUES: Readonly<Record<string, Dialogue>> = {
  plain: { server: [HELLO, PLAIN, MAIL, RCPT, RCPT, GO, QUEUED, BYE] },
  'plain, in pieces of reply': {
    server: ['220-one\r\n220 two\r\n', PLAIN, '250\r\n', '250 \n', RCPT, GO, '250-2.6.0 a\r\n250 2.6.0 b\r\n', BYE],
  },
  pipelined: { manner: AHEAD, server: [HELLO, FULL, MAIL + RCPT, RCPT + GO, QUEUED, BYE] },
  'pipelining not offered': { manner: AHEAD, server: [HELLO, PLAIN, MAIL, RCPT, RCPT, GO, QUEUED, BYE] },
  'one chunk': { manner: CHUNKS, letter: EIGHT_BIT, server: [HELLO, FULL, MAIL + RCPT + RCPT + QUEUED, BYE] },
  'chunks without pipelining': { manner: { chunking: true }, server: [HELLO, FULL, MAIL, RCPT, RCPT, QUEUED, BYE] },
  'chunk refused': { manner: CHUNKS, server: [HELLO, FULL, MAIL + RCPT + RCPT, '552 5.3.4 Chunk exceeds message size limit\r\n', BYE] },
  'EHLO unknown': { server: [HELLO, '502 5.5.1 Error: command not implemented\r\n', '250 mx\r\n', MAIL, RCPT, RCPT, GO, QUEUED, BYE] },
  'EHLO and HELO refused': { server: [HELLO, '550 Access denied\r\n', '550 Access denied\r\n', BYE] },
  'EHLO put off': { server: [HELLO, '451 Try later\r\n', BYE] },
  'greeting refused': { server: ['554 No SMTP service here\r\n', BYE] },
  'greeting put off': { server: ['421 4.3.2 too busy\r\n'] },
  'sender refused': { server: [HELLO, PLAIN, '550 5.7.1 We know you\r\n', BYE] },
  'sender refused, pipelined': {
    manner: AHEAD,
    server: [HELLO, FULL, '451 4.7.1 Greylisted\r\n', '503 5.5.1 need MAIL\r\n503 5.5.1 need MAIL\r\n', '503 5.5.1 need RCPT\r\n', BYE],
  },
  'recipients refused and put off': {
    server: [HELLO, PLAIN, MAIL, '550 5.1.1 unknown\r\n', '450 4.2.2 full\r\n', BYE],
  },
  'one recipient refused': { manner: AHEAD, server: [HELLO, FULL, MAIL + '550 no such user\r\n' + RCPT, GO, QUEUED, BYE] },
  'all refused, and 354': {
    manner: AHEAD,
    server: [HELLO, FULL, MAIL + '550 5.1.1 a\r\n550 5.1.1 b\r\n' + GO, '554 5.5.1 no valid recipients\r\n', BYE],
  },
  'all refused, and the chunk too': {
    manner: CHUNKS,
    server: [HELLO, FULL, MAIL + '550 5.1.1 a\r\n550 5.1.1 b\r\n', '554 5.5.1 no valid recipients\r\n', BYE],
  },
  'too many recipients, in the words of 1982': {
    server: [HELLO, '250 old\r\n', MAIL, RCPT, '552 Too many recipients\r\n', GO, QUEUED, BYE],
  },
  'too large for one recipient': { server: [HELLO, '250 old\r\n', MAIL, RCPT, '552 5.2.3 Too large for her\r\n', GO, QUEUED, BYE] },
  'content refused': { server: [HELLO, PLAIN, MAIL, RCPT, RCPT, GO, '554 5.7.1 This is spam\r\n', BYE] },
  'content put off': { server: [HELLO, PLAIN, MAIL, RCPT, RCPT, GO, '452 No space\r\n', BYE] },
  'shut down after one recipient': { server: [HELLO, PLAIN, MAIL, '550 5.1.1 unknown\r\n', '421 4.3.2 Shutting down\r\n'] },
  'lost after the dot': { server: [HELLO, PLAIN, MAIL, RCPT, RCPT, GO, 'LOST'] },
  'silence after the dot': { server: [HELLO, PLAIN, MAIL, RCPT, RCPT, GO, 'WAIT'] },
  'lost after the last chunk': { manner: CHUNKS, server: [HELLO, FULL, MAIL + RCPT + RCPT, 'LOST'] },
  'no answer to QUIT': { server: [HELLO, PLAIN, MAIL, RCPT, RCPT, GO, QUEUED, 'LOST'] },
  'silent from the beginning': { server: ['WAIT'] },
  'not SMTP at all': { server: ['HTTP/1.1 400 Bad Request\r\n'] },
  'two codes in one reply': { server: [HELLO, '250-mx\r\n550 no\r\n'] },
  'a reply that makes no sense': { server: [HELLO, PLAIN, GO, BYE] },
  'over the size limit': {
    letter: { envelope, content: `Subject: x\r\n\r\n${'0123456789abcdef\r\n'.repeat(120)}` },
    server: [HELLO, FULL, BYE],
  },
  'eight bits, and no 8BITMIME': { letter: EIGHT_BIT, server: [HELLO, PLAIN, BYE] },
  'UTF-8 addresses': { letter: UTF8, server: [HELLO, FULL, MAIL, RCPT, GO, QUEUED, BYE] },
  'UTF-8 addresses, and no SMTPUTF8': { letter: UTF8, server: [HELLO, PLAIN, BYE] },
  'reports asked for': { manner: AHEAD, letter: WITH_DSN, server: [HELLO, FULL, MAIL + RCPT + RCPT, GO, QUEUED, BYE] },
  'reports asked for, and no DSN': { letter: WITH_DSN, server: [HELLO, PLAIN, MAIL, RCPT, RCPT, GO, QUEUED, BYE] },
  'an empty letter': { letter: { envelope, content: '' }, server: [HELLO, PLAIN, MAIL, RCPT, RCPT, GO, QUEUED, BYE] },
};
