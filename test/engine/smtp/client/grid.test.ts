// The sending side: every situation x every kind of answer, as one reviewed file, `grid.txt`. A change of a line there is a
// change of the protocol and wants a reason.

import { describe, expect, it } from 'vitest';
import { clientMachine, type ClientVerb } from '../../../../src/engine/smtp/client-machine';
import { Handover, LETTER, MANNER } from '../../../support/client';

const HELLO = ['220 mx\r\n'];
const PLAIN = [...HELLO, '250 mx\r\n'];
const FULL = [...HELLO, '250-mx\r\n250-PIPELINING\r\n250 CHUNKING\r\n'];
const AHEAD = { ...MANNER, pipelining: true };
const CHUNKS = { ...MANNER, chunking: true };
const BOTH = { ...MANNER, pipelining: true, chunking: true };
/** More than one chunk. */
const LARGE = { ...LETTER, content: `Subject: x\r\n\r\n${'0123456789abcdef\r\n'.repeat(5000)}` };

interface Situation {
  state: string;
  heard: string[];
  manner?: typeof MANNER;
  letter?: typeof LETTER;
}

/** How a client gets into each state, and what it waits for there. */
const SITUATIONS: Readonly<Record<string, Situation>> = {
  'GREETING awaited': { state: 'connecting', heard: [] },
  'EHLO awaited': { state: 'greeted', heard: HELLO },
  'HELO awaited': { state: 'greeted', heard: [...HELLO, '500 what?\r\n'] },
  'MAIL awaited': { state: 'ready', heard: PLAIN },
  'MAIL awaited, all sent ahead': { state: 'ready', heard: FULL, manner: AHEAD },
  'RCPT awaited, MAIL was refused': { state: 'ready', heard: [...FULL, '550 no\r\n'], manner: AHEAD },
  'DATA awaited, MAIL was refused': { state: 'ready', heard: [...FULL, '550 no\r\n503 no\r\n503 no\r\n'], manner: AHEAD },
  'first RCPT awaited': { state: 'envelope', heard: [...PLAIN, '250 ok\r\n'] },
  'last RCPT awaited, one taken': { state: 'envelope', heard: [...PLAIN, '250 ok\r\n250 ok\r\n'] },
  'last RCPT awaited, one refused': { state: 'envelope', heard: [...PLAIN, '250 ok\r\n550 no\r\n'] },
  'DATA awaited': { state: 'envelope', heard: [...PLAIN, '250 ok\r\n250 ok\r\n250 ok\r\n'] },
  'DATA awaited, all refused': { state: 'envelope', heard: [...FULL, '250 ok\r\n550 no\r\n550 no\r\n'], manner: AHEAD },
  'BDAT awaited, more to come': { state: 'envelope', heard: [...FULL, '250 ok\r\n250 ok\r\n250 ok\r\n'], manner: BOTH, letter: LARGE },
  'BDAT awaited, all refused': { state: 'envelope', heard: [...FULL, '250 ok\r\n550 no\r\n550 no\r\n'], manner: BOTH, letter: LARGE },
  'BDAT LAST awaited': { state: 'content', heard: [...FULL, '250 ok\r\n250 ok\r\n250 ok\r\n250 ok\r\n'], manner: CHUNKS, letter: LARGE },
  'END awaited': { state: 'content', heard: [...PLAIN, '250 ok\r\n250 ok\r\n250 ok\r\n354 go\r\n'] },
  'QUIT awaited': { state: 'leaving', heard: ['554 no\r\n'] },
  nothing: { state: 'closed', heard: ['554 no\r\n221 bye\r\n'] },
};

const ANSWERS: Readonly<Record<string, (client: Handover) => void>> = {
  '2yz': (client) => client.hears('250 ok\r\n'),
  '3yz': (client) => client.hears('354 go\r\n'),
  '4yz': (client) => client.hears('450 later\r\n'),
  '5yz': (client) => client.hears('550 never\r\n'),
  'closing (421)': (client) => client.hears('421 closing\r\n'),
  garbage: (client) => client.hears('hello?\r\n'),
  lost: (client) => client.loses(),
  timeout: (client) => client.waits(),
};

function at(situation: string) {
  const { heard, manner = MANNER, letter = LETTER } = SITUATIONS[situation]!;
  const client = new Handover(letter, manner);
  for (const bytes of heard) client.hears(bytes);
  return client;
}

function outcome(situation: string, answer: string) {
  const client = at(situation);
  const { verdicts, writes, effects } = client;
  const before = [verdicts.length, writes.length, effects.length] as const;
  ANSWERS[answer]!(client);
  const said = writes.slice(before[1]).map((write) => {
    const verbs = write.match(/^(?:EHLO|HELO|MAIL|RCPT|DATA|BDAT \d+(?: LAST)?|QUIT|\.(?=\r))/gm) ?? [];
    return verbs.join(' ').replace(/(RCPT) RCPT/, '$1 x2');
  });
  const judged = verdicts.slice(before[0]).map(({ forwardPath, kind, status }) => `${forwardPath[0]} ${kind} ${status}`);
  const closes = effects.slice(before[2]).some(({ type }) => type === 'close');
  return { client, said: [...said, ...(closes ? ['(close)'] : [])].join(' '), judged: judged.join(', ') };
}

const cells = Object.keys(SITUATIONS).flatMap((situation) => Object.keys(ANSWERS).map((answer) => [situation, answer] as const));

describe('the sending side', () => {
  it('is the reviewed grid', async () => {
    const rows = cells.map(([situation, answer]) => {
      const { client, said, judged } = outcome(situation, answer);
      return [SITUATIONS[situation]!.state, situation, answer, client.session.state, said, judged];
    });
    const table = [['state', 'situation', 'answer', 'state after', 'says', 'verdicts'], ...rows];
    const width = (column: number) => Math.max(...table.map((row) => row[column]!.length));
    const line = (row: string[]) =>
      row
        .map((cell, column) => cell.padEnd(width(column)))
        .join(' | ')
        .trimEnd();
    await expect(`${table.map(line).join('\n')}\n`).toMatchFileSnapshot('./grid.txt');
  });

  it('is met in every state', () => {
    for (const [situation, { state }] of Object.entries(SITUATIONS)) expect(at(situation).session.state, situation).toBe(state);
    expect([...new Set(Object.values(SITUATIONS).map(({ state }) => state))]).toEqual(clientMachine.states);
  });

  it.each(cells)('%s, %s: keeps the laws of the table', (situation, answer) => {
    const { client } = outcome(situation, answer);
    const { state, awaited, open } = client.session;
    expect(awaited.length === 0).toBe(state === 'closed');
    if (state === 'leaving' || state === 'closed') expect(open).toEqual([]);
    for (const { before, after, verb, code } of client.records) {
      expect(clientMachine.allows(before, verb as ClientVerb)).toBe(true);
      if (code === 421) expect(after).toBe('closed');
    }
    const paths = client.letter.envelope.recipients.map(({ forwardPath }) => forwardPath);
    expect([...client.verdicts.map(({ forwardPath }) => forwardPath), ...open].sort()).toEqual(paths.sort());
  });
});
