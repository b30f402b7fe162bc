import { describe, expect, it } from 'vitest';
import { dialectNames } from '../../src/engine/smtp/dialects';
import type { SmtpServer } from '../../src/engine/smtp/types';
import { compare, type ComparedLine, type Script } from '../../src/lab/compare';
import { createLab, input, settle, type } from '../../src/lab/lab';
import { scriptOf } from '../../src/lab/script-of';
import type { Lab } from '../../src/lab/types';
import { labLesson } from '../support/lab-lesson';
import { MAIL_EXCHANGER } from '../support/reference';

const PEER = { address: '192.0.2.10', name: 'ws1.campus.example' };
const BOTH = ['postfix-like', 'strict-teach'];
const LETTER = [
  'EHLO ws1.campus.example',
  'MAIL FROM:<bram@partner.example>',
  'RCPT TO:<ada@campus.example>',
  'DATA',
  'Subject: hi',
  '',
  'Hello',
  '.',
];

/** One segment a line, a second apart. */
const script = (lines: string[], server: SmtpServer = MAIL_EXCHANGER): Script => ({
  server,
  peer: PEER,
  opened: 0,
  segments: lines.map((line, i) => ({ at: (i + 1) * 1000, bytes: `${line}\r\n` })),
});
const codes = (rows: ComparedLine[]) =>
  rows.map(({ answers }) => answers.map(({ replies }) => replies.map(({ code }) => code).join('+')).join(' '));

describe('the same lines said to several servers', () => {
  it('are answered line by line, the greeting first', () => {
    const rows = compare(script(['NOOP', 'MAIL FROM:<a@b.example>', 'FOO', 'QUIT']), BOTH);
    expect(rows.map(({ line }) => line)).toEqual([null, 'NOOP\r\n', 'MAIL FROM:<a@b.example>\r\n', 'FOO\r\n', 'QUIT\r\n']);
    expect(codes(rows)).toEqual(['220 220', '250 250', '250 503', '500 500', '221 221']);
    expect(rows.map(({ agreement }) => agreement)).toEqual(['code', 'code', 'none', 'code', 'code']);
    expect(rows.at(-1)!.answers.map(({ ended }) => ended)).toEqual(['quit', 'quit']);
  });

  it('agree on the first digit where only that is the same', () => {
    const rows = compare(script(['MAIL FROM ada']), BOTH);
    expect(codes(rows).at(-1)).toBe('501 503');
    expect(rows.at(-1)!.agreement).toBe('digit');
  });

  it('make one row of a letter’s lines, which nobody answers', () => {
    const rows = compare(script([...LETTER, 'QUIT']), BOTH);
    expect(rows.map(({ line, lines }) => [line, lines]).slice(4)).toEqual([
      ['DATA\r\n', 1],
      ['Subject: hi\r\n', 3],
      ['.\r\n', 1],
      ['QUIT\r\n', 1],
    ]);
    expect(codes(rows).slice(4)).toEqual(['354 354', ' ', '250 250', '221 221']);
  });

  it('are commands to a server that did not take DATA', () => {
    const rows = compare(script(LETTER.slice(1)), BOTH);
    expect(codes(rows)).toEqual(['220 220', '250 503', '250 503', '354 503', ' 500', ' 500', ' 500', '250 500']);
    expect(rows[4]!.agreement).toBe('none');
  });

  it('go unheard once a server has hung up, and then it has no say', () => {
    const rows = compare(script(['GET / HTTP/1.1', 'NOOP']), BOTH);
    expect(codes(rows)).toEqual(['220 220', '221 500', ' 250']);
    expect(rows.map(({ answers }) => answers[0]!.ended)).toEqual(['no', 'hungUp', 'before']);
    expect(rows.at(-1)!.agreement).toBeNull();
  });

  it('meet a server’s patience, and its dislike of commands sent ahead', () => {
    const late = {
      ...script(['NOOP']),
      segments: [
        { at: 10, bytes: 'NOOP\r\n' },
        { at: 400_000, bytes: 'NOOP\r\n' },
      ],
    };
    expect(codes(compare(late, BOTH))).toEqual(['220 220', '250+421 250+421', ' ']);
    const ahead = { ...script([]), segments: [{ at: 10, bytes: 'NOOP\r\nNOOP\r\n' }] };
    expect(codes(compare(ahead, BOTH))).toEqual(['220 220', '250 554', '250 ']);
  });

  it('are whole lines, however they were cut', () => {
    const rows = compare({ ...script([]), segments: [...'NOOP\r\nQU'].map((bytes, i) => ({ at: i, bytes })) }, BOTH);
    expect(rows.map(({ line }) => line)).toEqual([null, 'NOOP\r\n']);
    expect(codes(rows)).toEqual(['220 220', '250 250']);
  });

  it('keep the server’s own settings in its own dialect only', () => {
    const server: SmtpServer = { ...MAIL_EXCHANGER, strictness: { helloRequired: true } };
    const [own, other] = compare(script(['MAIL FROM:<a@b.example>'], server), ['postfix-like', 'strict-teach'])[1]!.answers;
    expect(own!.replies[0]).toMatchObject({ code: 503, reason: 'needHello' });
    expect(other!.replies[0]).toMatchObject({ code: 503, reason: 'needHello' });
    expect(compare(script(['RCPT TO:<nobody@campus.example>'], server), dialectNames)).toHaveLength(2);
  });
});

describe('the script of a conversation', () => {
  const enter = (lab: Lab, ...lines: string[]) => {
    for (const line of lines) {
      type(lab, 'ws1', `${line}\r`);
      settle(lab);
    }
    return lab;
  };
  const lab = enter(createLab(labLesson(), 1), 'telnet mx1.campus.example 25', 'HELO ws1', 'QUIT');
  const { trace } = lab.world;
  const connections = (of: Lab) => of.world.trace.flatMap((event) => (event.type === 'net.connect' ? event.connection : []));
  const [connection = -1] = connections(lab);

  it('gets the answers that were really given', () => {
    const played = scriptOf(lab.lesson.world, trace, trace.length, connection)!;
    expect(played.peer).toEqual({ address: '192.0.2.10', name: 'ws1.campus.example' });
    expect(played.server.users).toHaveProperty('ada');
    const given = trace.flatMap((event) => (event.type === 'smtp.greeting' || event.type === 'smtp.exchange' ? [event.lines] : []));
    expect(compare(played, ['postfix-like']).map(({ answers }) => answers[0]!.replies[0]!.lines)).toEqual(given);
  });

  it('goes as far as the moment does', () => {
    const greeted = trace.findIndex(({ type }) => type === 'smtp.greeting');
    expect(scriptOf(lab.lesson.world, trace, greeted, connection)).toBeNull();
    expect(scriptOf(lab.lesson.world, trace, greeted + 1, connection)!.segments).toEqual([]);
  });

  it('knows the dialect in which the server greeted', () => {
    const switched = createLab(labLesson(), 1);
    input(switched, { type: 'dialect', host: 'mx1.campus.example', dialect: 'strict-teach' });
    enter(switched, 'telnet mx1.campus.example 25');
    const events = switched.world.trace;
    expect(scriptOf(switched.lesson.world, events, events.length, connections(switched)[0]!)!.server.dialect).toBe('strict-teach');
  });
});
