// The projections on traces of the real world: a server, a network, and clients that write to it.

import { describe, expect, it } from 'vitest';
import { enGlass } from '../../../src/messages/en-glass';
import { advanceConversations, momentOf } from '../../../src/views/project/conversations';
import { transactionAt } from '../../../src/views/project/envelope';
import { advanceLadder, type Ladder } from '../../../src/views/project/ladder';
import { showLetter } from '../../../src/views/project/letter';
import { stateAt } from '../../../src/views/project/state';
import { CAMPUS, runClients, type Client } from '../../support/smtp-world';

const LETTER = ['Subject: first\r\n\r\nHello Ada,\r\n', '..dot\r\nsee ', 'you.\r\n', '.\r\n'];
const BEGIN = ['EHLO ws1.campus.example\r\n', 'DATA\r\n', 'MAIL FROM:<you@campus.example>\r\n', 'RCPT TO:<nobody@campus.example>\r\n'];

function traceOf(segments: string[], port = 25, leaves: Client['leaves'] = 'waits') {
  return runClients(CAMPUS, 1, [{ at: 0, from: 'ws1.campus.example', port, segments, pause: 700, leaves }]).trace;
}

function last(trace: ReturnType<typeof traceOf>) {
  const connection = trace.find((event) => event.type === 'net.connect')!.connection;
  const moment = momentOf(advanceConversations(null, trace, trace.length), trace, null, connection)!;
  return { state: stateAt(moment), transaction: transactionAt(moment) };
}

const ladderOf = (trace: ReturnType<typeof traceOf>) => advanceLadder(null, trace, trace.length, enGlass);
const shown = (ladder: Ladder) =>
  ladder.rows.filter(({ kind }) => kind !== 'time').map(({ side, kind, text }) => `${side === 'server' ? '<' : '>'} ${kind} ${text}`);

describe('lesson 2 as it really happens', () => {
  const trace = traceOf([...BEGIN, 'RCPT TO:<ada@campus.example>\r\n', 'DATA\r\n', ...LETTER, 'QUIT\r\n']);

  it('is a ladder with every line in its place', () => {
    const rows = shown(ladderOf(trace));
    expect(rows.slice(3, 12)).toEqual([
      '< 2 220 mx1.campus.example ESMTP Postfix (Debian/GNU)',
      '> client EHLO ws1.campus.example',
      '< 2 250 greeting, 9 offers',
      '> client DATA',
      '< 5 503 5.5.1 need RCPT command',
      '> client MAIL FROM:<you@campus.example>',
      '< 2 250 2.1.0 Ok',
      '> client RCPT TO:<nobody@campus.example>',
      '< 5 550 5.1.1 User unknown in local recipient table',
    ]);
    expect(rows.filter((row) => row.startsWith('> content'))).toEqual(
      ['Subject: first', '', 'Hello Ada,', '..dot', 'see you.'].map((line) => `> content ${line}`),
    );
    const farewell = ['< 2 221 2.0.0 Bye', '< segment FIN, I have nothing more to send', '> note the connection is closed'];
    expect(rows.slice(-3)).toEqual(farewell);
    expect(ladderOf(trace).tail).toEqual([]);
  });

  it('ends closed, with an accepted letter that holds one dot less', () => {
    const { state, transaction } = last(trace);
    expect(state).toMatchObject({ state: 'closed', step: { verb: 'QUIT', outcome: 'moved' } });
    expect(transaction).toMatchObject({ stage: 'accepted', reversePath: 'you@campus.example' });
    expect(transaction!.queueId).toMatch(/^\w+$/);
    expect(transaction!.forwardPaths.map(({ accepted }) => accepted)).toEqual([false, true]);
    expect(showLetter(transaction!.content).body.map(({ text }) => text)).toEqual(['Hello Ada,', '.dot', 'see you.']);
  });

  it('is the same whether followed or looked at afterwards', () => {
    let ladder: Ladder | null = null;
    for (let count = 0; count <= trace.length; count++) {
      ladder = advanceLadder(ladder, trace, count, enGlass);
      const { rows, tail } = advanceLadder(null, trace, count, enGlass);
      expect({ rows: ladder.rows, tail: ladder.tail }).toEqual({ rows, tail });
    }
  });
});

describe('other real conversations', () => {
  it('shows the line that was never ended, until the server tires of it', () => {
    const trace = traceOf(['EHLO ws1.campus.example\r\n', 'NOO'], 2525);
    const before = trace.findIndex((event) => event.type === 'smtp.notice');
    const waiting = advanceLadder(null, trace, before, enGlass).tail;
    expect(waiting.map(({ text, mark }) => [text, mark])).toEqual([['NOO', 'waiting']]);
    expect(shown(ladderOf(trace)).find((row) => row.startsWith('< 4'))).toContain('421');
    expect(last(trace).state).toMatchObject({ state: 'closed', step: { outcome: 'hungUp' } });
  });

  it('consumes every octet of pipelined input', () => {
    const trace = traceOf([[...BEGIN, 'RCPT TO:<ada@campus.example>\r\n', 'DATA\r\n'].join(''), LETTER.join(''), 'QUIT\r\n']);
    expect(ladderOf(trace).tail).toEqual([]);
    expect(last(trace).transaction).toMatchObject({ stage: 'accepted' });
  });

  it('stamps a letter that was too large', () => {
    const letter = `${'x'.repeat(70)}\r\n`.repeat(60);
    const trace = traceOf([...BEGIN.slice(0, 1), BEGIN[2]!, 'RCPT TO:<ada@campus.example>\r\n', 'DATA\r\n', letter, '.\r\n'], 2525);
    expect(last(trace).transaction).toMatchObject({ code: 552, stage: 'refused' });
  });

  it('forgets the letter of a client that vanished', () => {
    const trace = traceOf([...BEGIN, 'RCPT TO:<ada@campus.example>\r\n', 'DATA\r\n', LETTER[0]!], 25, 'aborts');
    expect(last(trace)).toMatchObject({ state: { state: 'closed' }, transaction: null });
  });
});
