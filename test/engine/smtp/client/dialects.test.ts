// The sending side hands letters to each of our servers, without a network between them: what is stored is what was sent.

import { describe, expect, it } from 'vitest';
import { encodeUtf8, type Bytes } from '../../../../src/engine/kernel/bytes';
import { dialectNamed, dialectNames } from '../../../../src/engine/smtp/dialects';
import type { ClientManner } from '../../../../src/engine/smtp/client-types';
import type { SmtpServer } from '../../../../src/engine/smtp/types';
import { byteByByte } from '../../../support/feed';
import { Handover, MANNER } from '../../../support/client';
import { MAIL_EXCHANGER } from '../../../support/reference';
import { Conversation, LOCALHOST } from '../../../support/smtp';

const envelope = {
  reversePath: 'bram@partner.example',
  recipients: [{ forwardPath: 'ada@campus.example' }, { forwardPath: 'nobody@campus.example' }, { forwardPath: 'cleo@campus.example' }],
  utf8: false,
};
const SEVEN_BIT = 'Subject: x\r\n\r\n.\r\n..\r\n.one\r\n\r\ntwo.\r\n.\r\nQUIT\r\n';
const EIGHT_BIT = `${SEVEN_BIT}${encodeUtf8('für dich')} \xff\r\n`;
const LARGE = `${EIGHT_BIT}${'.0123456789abcdef\r\n'.repeat(8000)}${'x'.repeat(200_000)}\r\n`;

const manners: [string, ClientManner][] = [false, true].flatMap((pipelining) =>
  [false, true].map((chunking): [string, ClientManner] => [
    `${pipelining ? '' : 'no '}pipelining, ${chunking ? '' : 'no '}chunking`,
    { ...MANNER, hostname: 'mx.partner.example', pipelining, chunking },
  ]),
);

/** Runs both ends until neither has more to say. */
function handOver(server: SmtpServer, content: Bytes, manner: ClientManner, cut: (bytes: Bytes) => Bytes[]) {
  const conversation = new Conversation(server, LOCALHOST);
  const client = new Handover({ envelope, content }, manner);
  for (let toClient = conversation.heard; toClient !== '';)
    toClient = conversation.say(...cut(client.hears(...cut(toClient))).filter(Boolean));
  if (!client.closed) client.loses();
  return { conversation, client };
}

describe.each(dialectNames)('a letter to %s', (dialect) => {
  const server: SmtpServer = { ...MAIL_EXCHANGER, dialect };
  const { extensions } = dialectNamed(dialect);
  const eightBit = extensions.includes('8BITMIME');

  describe.each(manners)('%s', (_, manner) => {
    it.each([
      ['of dots', SEVEN_BIT, (bytes: Bytes) => [bytes]],
      ['of dots, octet by octet', SEVEN_BIT, byteByByte],
      ['with eight bits', EIGHT_BIT, (bytes: Bytes) => [bytes]],
      ['with eight bits, octet by octet', EIGHT_BIT, byteByByte],
      ['of many long lines', LARGE, (bytes: Bytes) => [bytes]],
    ])('%s', (what, content, cut) => {
      // Sent in drops, a command is early wherever the reply to another one is awaited.
      const patient: SmtpServer = {
        ...server,
        strictness: { refuseEarlyInput: cut !== byteByByte && dialectNamed(dialect).strictness.refuseEarlyInput },
      };
      const { conversation, client } = handOver(patient, content, manner, cut);
      const kinds = client.verdicts.map(({ forwardPath, kind }) => [forwardPath.split('@')[0], kind]).sort();
      expect(conversation.closed).toBe(true);
      expect(client.records.at(-1)).toMatchObject({ verb: 'QUIT', code: 221, after: 'closed' });
      if (what !== 'of dots' && !what.startsWith('of dots,') && !eightBit) {
        expect(client.verdicts.map(({ status }) => status)).toEqual(['5.6.3', '5.6.3', '5.6.3']);
        return;
      }
      expect(kinds).toEqual([
        ['ada', 'relayed'],
        ['cleo', 'relayed'],
        ['nobody', 'failed'],
      ]);
      expect(conversation.accepted).toHaveLength(1);
      const [stored] = conversation.accepted;
      expect(stored!.envelope.recipients.map(({ forwardPath }) => forwardPath)).toEqual(['ada@campus.example', 'cleo@campus.example']);
      expect(stored!.content.replace(/^Received: .*\r\n(?:[\t ].*\r\n)*/, '')).toBe(content);
    });

    it('says everything ahead only where that is offered, and sends chunks only where they are', () => {
      const { client } = handOver(server, SEVEN_BIT, manner, (bytes) => [bytes]);
      const ahead = client.writes.some((write) => /^MAIL [^]*\r\nRCPT /.test(write));
      expect(ahead).toBe(manner.pipelining && extensions.includes('PIPELINING'));
      expect(client.writes.some((write) => /^BDAT /m.test(write))).toBe(manner.chunking && extensions.includes('CHUNKING'));
    });
  });
});
