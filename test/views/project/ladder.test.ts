import { describe, expect, it } from 'vitest';
import { append } from '../../../src/engine/kernel/trace';
import { enGlass } from '../../../src/messages/en-glass';
import { advanceLadder, endsOf, type Ladder } from '../../../src/views/project/ladder';
import type { Row } from '../../../src/views/project/row';
import { accepted, goodbye, hostile, opening, recipients, Scribe, writing } from './traces';

const whole = ({ trace }: Scribe): Ladder => advanceLadder(null, trace, trace.length, enGlass);
const brief = ({ side, kind, text, mark }: Row) =>
  `${side === 'client' ? '>' : side === 'server' ? '<' : '-'} ${kind} ${text}${mark ? ` [${mark}]` : ''}`;
const rows = (scribe: Scribe) => whole(scribe).rows.map(brief);

describe('the ladder of a conversation', () => {
  it('tells look-up, handshake, greeting, and every exchange in order', () => {
    expect(rows(opening())).toEqual([
      '- note ws1 looked up mx1.campus.example A: 192.0.2.25',
      '- ends connection 1 to mx1.campus.example, port 25',
      '> segment SYN, may I connect?',
      '< segment SYN ACK, the line is open',
      '< 2 220 mx1.campus.example ESMTP',
      '- time +1.2 s',
      '> client EHLO ws1.campus.example',
      '< 2 250 greeting, 4 offers',
      '- time +8 s',
      '> client DATA',
      '< 5 503 5.5.1 need MAIL command',
      '- time +5 s',
      '> client MAIL FROM:<you@campus.example>',
      '< 2 250 2.1.0 Ok',
    ]);
  });

  it('shows 5yz and 4yz as different kinds, with the reason first', () => {
    const shown = rows(recipients());
    expect(shown).toContain('< 5 550 5.1.1 User unknown in local recipient table');
    expect(shown).toContain('< 4 452 4.2.2 Mailbox is full');
  });

  it('shows the letter line by line, its extra dot and its end', () => {
    const shown = rows(accepted());
    expect(shown).toContain('< 3 354 End data with <CR><LF>.<CR><LF>');
    expect(shown).toContain('> content ..dot [stuffed]');
    expect(shown).toContain('> content see you.');
    expect(shown).toContain('> client . [end]');
  });

  it('shows who closes', () => {
    expect(rows(goodbye(accepted())).slice(-3)).toEqual([
      '< segment FIN, I have nothing more to send',
      '> segment FIN, I have nothing more to send',
      '- note the connection is closed',
    ]);
  });

  it('groups a command and its reply under one event, and only the command opens the group', () => {
    const pair = whole(opening()).rows.slice(-2);
    expect(pair.map(({ opens }) => opens)).toEqual([true, false]);
    expect(pair[0]!.seq).toBe(pair[1]!.seq);
    expect(new Set(whole(accepted()).rows.map(({ id }) => id)).size).toBe(whole(accepted()).rows.length);
  });

  it('says rows as sentences', () => {
    const spoken = whole(recipients()).rows.map((row) => row.spoken);
    expect(spoken).toContain('you sent RCPT TO:<nobody@campus.example>');
    expect(spoken).toContain('mx1 answered 550 5.1.1 User unknown in local recipient table');
  });

  it('names the ends, and who sits at the client', () => {
    expect(endsOf(whole(opening()), 1)).toMatchObject({
      client: 'ws1 · you',
      server: 'mx1 · port 25',
      serverTitle: 'mx1.campus.example (192.0.2.25)',
    });
    expect(endsOf(whole(opening()), 9)).toBeUndefined();
  });
});

describe('connections that fail or end badly', () => {
  const failing = (reason: 'refused' | 'unreachable' | 'timeout' | 'abandoned') => {
    const scribe = new Scribe().connect();
    scribe.wait(20).add({ type: 'net.failed', connection: 1, reason });
    return rows(scribe).at(-1);
  };

  it('tells a refusal from silence', () => {
    expect(failing('refused')).toBe('< 5 RST, connection refused');
    expect(failing('unreachable')).toBe('- 5 no route to this host [lost]');
    expect(failing('timeout')).toBe('- 5 no answer, given up [lost]');
    expect(failing('abandoned')).toBe('- 5 given up before an answer came [lost]');
  });

  it('shows repeated attempts and the time between them', () => {
    const scribe = new Scribe().connect().wait(1000);
    scribe.add({ type: 'net.retry', connection: 1, attempt: 2 });
    expect(rows(scribe).slice(-2)).toEqual(['- time +1 s', '> segment SYN again, attempt 2']);
  });

  it('shows a 421 that nobody asked for, and the reset after it', () => {
    const scribe = opening().wait(300_000).notice('421 4.4.2 mx1.campus.example Error: timeout exceeded\r\n', 'sender');
    scribe.add({ type: 'net.reset', connection: 1, side: 'server' });
    expect(rows(scribe).slice(-3)).toEqual(['- time +5.1 min', '< 4 421 4.4.2 timeout exceeded', '< 5 RST, the line is cut']);
    expect(whole(scribe).rows.at(-2)!.spoken).toBe('mx1 said, unasked: 421 4.4.2 timeout exceeded');
  });

  it('heads each connection, also when two take turns', () => {
    const scribe = opening();
    scribe.connection = 2;
    scribe.connect('mx2.campus.example').open();
    scribe.connection = 1;
    scribe.say({ verb: 'NOOP', line: 'NOOP\r\n', reply: '250 2.0.0 Ok', before: 'sender', after: 'sender' });
    const heads = whole(scribe).rows.filter(({ kind }) => kind === 'ends');
    expect(heads.map(({ connection, text }) => [connection, text])).toEqual([
      [1, 'connection 1 to mx1.campus.example, port 25'],
      [2, 'connection 2 to mx2.campus.example, port 25'],
      [1, 'connection 1 to mx1.campus.example, port 25'],
    ]);
  });
});

describe('what is under way', () => {
  const tail = (scribe: Scribe) => whole(scribe).tail.map(brief);

  it('shows octets that wait for a line end', () => {
    expect(tail(opening().send('NOO'))).toEqual(['> client NOO [waiting]']);
    expect(tail(opening().send('NOO').send('P'))).toEqual(['> client NOOP [waiting]']);
  });

  it('shows whole lines on their way, and counts a crowd', () => {
    const lines = Array.from({ length: 9 }, (_, i) => `NOOP ${i}\r\n`).join('');
    expect(tail(opening().send(`${lines}QU`))).toEqual([
      ...[0, 1, 2, 3, 4, 5].map((i) => `> client NOOP ${i} [travelling]`),
      '- note and 3 more lines on their way [travelling]',
      '> client QU [waiting]',
    ]);
  });

  it('is empty when the server has answered', () => {
    const scribe = opening().send('NOO');
    scribe.say({ verb: 'NOOP', line: 'P\r\n', reply: '250 2.0.0 Ok', before: 'sender', after: 'sender' });
    const last = scribe.trace
      .slice()
      .reverse()
      .find((event) => event.type === 'smtp.exchange')!;
    Object.assign(last, { line: 'NOOP\r\n' });
    expect(tail(scribe)).toEqual([]);
  });

  it('is letter once the server reads a letter', () => {
    expect(tail(writing().send('half a l'))).toEqual(['> content half a l [waiting]']);
  });

  it('keeps a line of the letter whole when its content came in pieces', () => {
    const scribe = writing().content('one, t').content('wo\r\nthree');
    expect(rows(scribe).at(-1)).toBe('> content one, two');
    expect(tail(scribe)).toEqual(['> content three [waiting]']);
  });

  it('forgets what was under way when the line is cut', () => {
    const scribe = opening().send('NOO');
    scribe.add({ type: 'net.reset', connection: 1, side: 'client' });
    expect(tail(scribe)).toEqual([]);
  });

  it('shows a question without an answer', () => {
    const scribe = new Scribe();
    scribe.add({
      type: 'dns.query',
      query: 7,
      asker: 'ws1.campus.example',
      server: 'ns.campus.example',
      to: null,
      name: 'x.example.',
      recordType: 'MX',
      recursionDesired: true,
    });
    expect(tail(scribe)).toEqual(['- note ws1 asks ns for x.example MX … [travelling]']);
  });
});

describe('names', () => {
  const looked = (status: 'NOERROR' | 'NXDOMAIN' | 'SERVFAIL', answers: string[], recordType = 'A') => {
    const scribe = new Scribe();
    const question = { query: 1, asker: 'ws1.campus.example', server: 'ns', name: 'x.example', recordType };
    scribe.add({ type: 'dns.query', ...question, to: null, recursionDesired: true });
    scribe.add({ type: 'dns.answer', ...question, status, authoritative: false, answers, authority: [] });
    return rows(scribe)[0];
  };

  it('tells missing, empty, failed and found apart', () => {
    expect(looked('NXDOMAIN', [])).toBe('- note ws1 looked up x.example: no such name');
    expect(looked('NOERROR', [])).toBe('- note ws1 looked up x.example: it exists, but has no A');
    expect(looked('SERVFAIL', [])).toBe('- note ws1 looked up x.example A: no useful answer (SERVFAIL)');
    const chain = ['x.example. 60 IN CNAME y.example.', 'y.example. 60 IN A 192.0.2.1'];
    expect(looked('NOERROR', chain)).toBe('- note ws1 looked up x.example A: 192.0.2.1 and 1 more');
    expect(looked('NOERROR', ['x.example. 60 IN MX 10 mx.example.'], 'MX')).toBe('- note ws1 looked up x.example MX: 10 mx.example.');
  });
});

it('says where a server changes its manner', () => {
  const scribe = new Scribe();
  scribe.add({ type: 'lab.dialect', host: 'mx1.campus.example', dialect: 'exim-like' });
  expect(rows(scribe)).toEqual(['- note mx1 speaks exim-like from the next connection on']);
});

describe('hostile octets', () => {
  it('reach no row as themselves, and no row is long', () => {
    const ladder = whole(hostile());
    expect(ladder.rows.length).toBeGreaterThan(5000);
    for (const row of [...ladder.rows, ...ladder.tail]) {
      expect(row.text + row.spoken).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
      expect(row.text.length).toBeLessThan(4200);
    }
  });

  it('marks a bare line feed', () => {
    const scribe = opening().say({ verb: 'NOOP', line: 'NOOP\n', reply: '250 2.0.0 Ok', before: 'sender', after: 'sender' });
    expect(rows(scribe).at(-2)).toBe('> client NOOP [bare]');
  });
});

it('says where a zone is written anew, and keeps what a resolver asks for somebody to the view of names', () => {
  const scribe = new Scribe();
  scribe.add({ type: 'lab.zone', apex: 'campus.example', host: 'ns1.campus.example', text: '', changed: ['a', 'b'], removed: ['c'] });
  const common = { server: '192.0.2.53', name: 'x.example.', recordType: 'A' };
  scribe.add({ type: 'dns.query', query: 1, asker: 'ws1.campus.example', to: 'ns1.campus.example', recursionDesired: true, ...common });
  const from = { query: 2, asker: 'ns1.campus.example' };
  append(scribe.trace, scribe.at, { type: 'dns.query', ...from, to: null, recursionDesired: false, ...common }, 1);
  expect(rows(scribe)).toEqual(['- note the zone campus.example is written anew: 2 new records, 1 gone']);
  expect(whole(scribe).tail.map(brief)).toEqual(['- note ws1 asks 192.0.2.53 for x.example A … [travelling]']);
});
