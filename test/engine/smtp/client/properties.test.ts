// What must hold for any octets from any server, however they are cut. Seeds are fixed: a run is repeatable.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientMachine } from '../../../../src/engine/smtp/client-machine';
import { clientExpire, clientLost, clientReceive } from '../../../../src/engine/smtp/client';
import type { ClientSession } from '../../../../src/engine/smtp/client-types';
import { cutAt } from '../../../support/feed';
import { Handover, LETTER, MANNER } from '../../../support/client';
import { cuts, octets } from '../../../support/smtp-input';

const RUNS = { seed: 20240115, numRuns: 1000 };

const REPLIES = [
  '220 mx ESMTP',
  '250-mx\r\n250-PIPELINING\r\n250-CHUNKING\r\n250 SIZE 100000',
  '250 mx',
  '250',
  '250-',
  '250 2.1.0 Ok',
  '250-one\r\n250 two',
  '250-one\r\n550 two',
  '354 go',
  '451 4.7.1 later',
  '452 4.5.3 too many',
  '550 5.1.1 no',
  '552 no',
  '421 bye',
  '221 bye',
  '199 what',
  '999 what',
  'hello',
  '',
  '250\tx',
  `250 ${'x'.repeat(600)}`,
  '250 \xff\x00\x1b[2J',
];

const reply = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...REPLIES) },
  { weight: 6, arbitrary: fc.constantFrom('250 ok', '250 2.0.0 Ok', '354 go') },
  { weight: 1, arbitrary: octets(40) },
  { weight: 1, arbitrary: fc.nat(70_000).map((length) => `250-${'x'.repeat(length)}`) },
);
const ending = fc.oneof({ weight: 12, arbitrary: fc.constant('\r\n') }, { weight: 1, arbitrary: fc.constantFrom('\n', '\r', '') });
const opening = fc.constantFrom(
  '',
  '220 mx\r\n',
  '220 mx\r\n250 mx\r\n',
  '220 mx\r\n250-mx\r\n250-PIPELINING\r\n250 CHUNKING\r\n250 ok\r\n250 ok\r\n',
);

const serverOctets = fc
  .tuple(opening, fc.array(fc.tuple(reply, ending), { maxLength: 10 }))
  .map(([first, rest]) => first + rest.map((parts) => parts.join('')).join(''));
const manners = fc.record({ pipelining: fc.boolean(), chunking: fc.boolean() }).map((switches) => ({ ...MANNER, ...switches }));

const paths = LETTER.envelope.recipients.map(({ forwardPath }) => forwardPath).sort();
const heardBy = (manner: typeof MANNER, pieces: string[]) => {
  const client = new Handover(LETTER, manner);
  client.hears(...pieces);
  return client;
};
const outcome = ({ session, writes, verdicts, records, closed }: Handover) => ({
  session,
  said: writes.join(''),
  verdicts,
  records,
  closed,
});

describe('the sending side, whatever the server says', () => {
  it('does the same however the octets are cut', () => {
    const check = (manner: typeof MANNER, input: string, places: number[]) => {
      expect(outcome(heardBy(manner, cutAt(input, places)))).toEqual(outcome(heardBy(manner, [input])));
    };
    fc.assert(fc.property(manners, serverOctets, cuts, check), RUNS);
  });

  it('gives each recipient exactly one verdict, at the latest when the connection is over', () => {
    const check = (manner: typeof MANNER, input: string, lost: boolean) => {
      const client = heardBy(manner, [input]);
      if (lost) client.loses();
      else for (let i = 0; i < 3 && !client.closed; i++) client.waits();
      expect(client.verdicts.map(({ forwardPath }) => forwardPath).sort()).toEqual(paths);
      expect(client.session).toMatchObject({ state: 'closed', awaited: [], open: [], buffer: '' });
      expect(client.effects.at(-1)).toEqual({ type: 'close' });
      for (const { kind, status, reply } of client.verdicts) {
        expect(status[0]).toBe({ relayed: '2', deferred: '4', failed: '5' }[kind]);
        if (kind === 'relayed') expect(reply?.code).toSatisfy((code: number) => code >= 200 && code < 300);
      }
    };
    fc.assert(fc.property(manners, serverOctets, fc.boolean(), check), RUNS);
  });

  it('is always in a state of the table, and its state is data that no call changes', () => {
    const check = (manner: typeof MANNER, input: string, places: number[]) => {
      const plain = new Handover(LETTER, manner);
      const copied = new Handover(LETTER, manner);
      for (const piece of cutAt(input, places)) {
        copied.session = structuredClone(JSON.parse(JSON.stringify(copied.session)) as ClientSession);
        const given = copied.session;
        const before = JSON.stringify(given);
        plain.hears(piece);
        copied.hears(piece);
        expect(JSON.stringify(given)).toBe(before);
        expect(clientMachine.states).toContain(plain.session.state);
        expect(copied.session).toEqual(plain.session);
      }
    };
    fc.assert(fc.property(manners, serverOctets, cuts, check), RUNS);
  });

  it('tells every reply it read, in order, and where each one led', () => {
    const check = (manner: typeof MANNER, input: string) => {
      const { records } = heardBy(manner, [input]);
      expect(input.startsWith(records.map(({ wire }) => wire).join(''))).toBe(true);
      records.forEach(({ before }, i) => expect(before).toBe(records[i - 1]?.after ?? 'connecting'));
    };
    fc.assert(fc.property(manners, serverOctets, check), RUNS);
  });

  it('says and does nothing after it hung up', () => {
    const check = (manner: typeof MANNER, input: string, more: string) => {
      const client = heardBy(manner, [input]);
      client.loses();
      expect(clientReceive(client.session, more, 0, manner).effects).toEqual([]);
      expect(clientExpire(client.session, 1e12, manner).effects).toEqual([]);
      expect(clientLost(client.session, 0, manner).effects).toEqual([]);
    };
    fc.assert(fc.property(manners, serverOctets, serverOctets, check), RUNS);
  });

  it('does not wait for ever for a line or a reply to end', () => {
    for (const endless of ['220 '.padEnd(16_385, 'x'), '220-x\r\n'.repeat(3000)]) {
      const client = heardBy(MANNER, endless.split(/(?<=\n)/));
      expect(client.verdicts.map(({ trouble }) => trouble)).toEqual(['malformed reply', 'malformed reply']);
      expect(client.closed).toBe(true);
    }
  });

  it('waits no longer for a reply that comes in drops', () => {
    const client = new Handover();
    client.now = 299_999;
    client.hears('2');
    expect(clientExpire(client.session, 299_999, MANNER).effects).toEqual([]);
    client.now = 300_000;
    client.waits();
    expect(client.verdicts[0]?.trouble).toBe('timed out');
  });
});
