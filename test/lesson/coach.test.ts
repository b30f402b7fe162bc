import { describe, expect, it } from 'vitest';
import { coach } from '../../src/lesson/coach';
import { enCoach } from '../../src/messages/en-coach';
import type { TraceBody } from '../../src/engine/kernel/trace';
import { acceptedMail, connect, exchange, failed, greeting, idle, sent, traceOf } from './events';

const said = (...events: TraceBody[]) => {
  const advice = coach(traceOf(...events));
  if (!advice) return null;
  return enCoach[advice.key].replace(/\{(\w+)\}/g, (_, name: string) => String(advice.values[name] ?? `{${name}}`));
};
const id = (...events: TraceBody[]) => coach(traceOf(...events))?.id ?? null;

const refusal = (line: string, code: number, more = {}) => exchange(line, { code, ...more });
const badPath = (line: string) => refusal(line, 501, { reason: /^rcpt/i.test(line) ? 'badRecipient' : 'badSender' });
const outOfOrder = { code: 503, legal: false } as const;

describe('M01: telnet without a port', () => {
  it('is told which port that is', () => {
    expect(said(connect(23), failed())).toBe(
      'You asked mx1.campus.example for port 23, the login service that telnet means when it is given no number; a mail server listens on port 25.',
    );
  });

  it('but not where port 25 is refused, or another connection was to 23', () => {
    expect(id(connect(25), failed())).toBeNull();
    expect(id(connect(23, 1), connect(25, 2), failed(2))).toBeNull();
  });
});

describe('M02: MAIL before EHLO', () => {
  it('is told what a session begins with', () => {
    expect(said(greeting(), exchange('MAIL FROM:<you@campus.example>', { ...outOfOrder, before: 'connected', after: 'connected' }))).toBe(
      'mx1.campus.example received MAIL, but it was still waiting for a greeting: a session that carries mail begins with EHLO and the name of your machine.',
    );
  });

  it('but not where the server lets it pass, nor for a second MAIL', () => {
    expect(id(exchange('MAIL FROM:<you@campus.example>', { before: 'connected', after: 'sender' }))).toBeNull();
    expect(id(exchange('MAIL FROM:<you@campus.example>', { ...outOfOrder, before: 'sender', after: 'sender' }))).toBe('order');
  });
});

describe('any other command out of order', () => {
  it.each([
    ['RCPT TO:<ada@campus.example>', 'connected', 'coach.order.greeting'],
    ['RCPT TO:<ada@campus.example>', 'ready', 'coach.order.envelope'],
    ['DATA', 'ready', 'coach.order.envelope'],
    ['DATA', 'sender', 'coach.order.recipient'],
    ['MAIL FROM:<you@campus.example>', 'recipients', 'coach.order.open'],
    ['ETRN campus.example', 'recipients', 'coach.order.open'],
  ] as const)('%s in %s', (line, state, key) => {
    expect(coach(traceOf(exchange(line, { ...outOfOrder, before: state, after: state })))).toMatchObject({ id: 'order', key });
  });
});

describe('M03: a path without angle brackets', () => {
  it.each(['MAIL FROM:you@campus.example', 'rcpt to: ada@campus.example', 'MAIL FROM:ada'])('%s', (line) => {
    expect(said(badPath(line))).toMatch(/^mx1\.campus\.example received (MAIL|RCPT) and a bare address; it was waiting for a path/);
  });

  it('is told too where a server lets it pass', () => {
    expect(said(exchange('MAIL FROM:you@campus.example', { after: 'sender', reason: 'senderOk' }))).toBe(
      'mx1.campus.example let a path without < and > pass, but the standard writes every path between them and a stricter server refuses it.',
    );
  });

  it('but not where the brackets are there', () => {
    expect(id(exchange('MAIL FROM:<you@campus.example>', { after: 'sender', reason: 'senderOk' }))).toBeNull();
    expect(id(refusal('RCPT TO:<nobody@campus.example>', 550, { before: 'sender', after: 'sender' }))).toBe('M15');
  });

  it.each([
    ['RCPT TO:<ada@campus.example', 'coach.M03.open'],
    ['RCPT TO: Ada <ada@campus.example>', 'coach.M03.inFront'],
    ['MAIL', 'coach.M03.keyword'],
    ['MAIL FROM:', 'coach.M03.keyword'],
    ['MAIL <you@campus.example>', 'coach.M03.keyword'],
    ['RCPT TO<ada@campus.example>', 'coach.M03.keyword'],
  ])('says what else is missing in %s', (line, key) => {
    expect(coach(traceOf(badPath(line)))).toMatchObject({ id: 'M03', key });
  });

  it('but does not blame the brackets for a parameter, a letter above 127 or the size', () => {
    expect(id(refusal('MAIL FROM:you@campus.example WRONG', 501, { reason: 'unsupportedOption' }))).toBe('M15');
    expect(id(refusal('MAIL FROM:ü@campus.example', 553, { reason: 'utf8Needed' }))).toBe('M15');
    expect(id(refusal('MAIL FROM:you@campus.example SIZE=99999999', 552, { reason: 'declaredTooBig' }))).toBe('M15');
  });
});

describe('M04: a blank beside the colon', () => {
  it.each([
    ['MAIL FROM :<you@campus.example>', 501, 'pathSyntax', 'coach.M04.before'],
    ['MAIL FROM : <you@campus.example>', 500, 'pathSyntax', 'coach.M04.before'],
    ['RCPT TO: <ada@campus.example>', 501, 'spaceAfterColon', 'coach.M04.refused'],
    ['MAIL FROM: <you@campus.example>', 250, 'senderOk', 'coach.M04.accepted'],
  ])('%s answered %i', (line, code, reason, key) => {
    expect(coach(traceOf(exchange(line, { code, reason })))).toMatchObject({ id: 'M04', key });
  });

  it('names the words as they belong together', () => {
    expect(said(exchange('mail from: <you@campus.example>'))).toBe(
      'mx1.campus.example let the blank behind MAIL FROM: pass, but the standard has none there and a stricter server refuses it.',
    );
  });

  it('but not without a blank, nor where something else was refused', () => {
    expect(id(exchange('MAIL FROM:<you@campus.example>'))).toBeNull();
    expect(id(refusal('RCPT TO: <nobody@campus.example>', 550, { before: 'sender', after: 'sender' }))).toBe('M15');
  });
});

describe('M07: no dot yet', () => {
  const data = exchange('DATA', { code: 354, before: 'recipients', after: 'content' });

  it('is told what ends the letter', () => {
    expect(said(data, sent('Hello\r\n'), idle(0))).toBe(
      'mx1.campus.example is still receiving your letter and says nothing until a line comes that holds a single dot.',
    );
  });

  it('but not once more is typed, after the dot, or in another conversation', () => {
    expect(id(data, idle(0), sent('.\r\n'))).toBeNull();
    expect(id(data, exchange('.', { verb: 'END', before: 'content' }), idle(0))).toBeNull();
    expect(id(data, greeting({ connection: 2 }), idle(0, 2))).toBeNull();
  });

  it('elsewhere a silence is only worth a word if something waits for Enter', () => {
    expect(id(greeting(), idle(4))).toBe('unfinished');
    expect(id(greeting(), idle(0))).toBeNull();
    expect(id(idle(4, null))).toBeNull();
  });
});

describe('M14: 250 after the dot', () => {
  const dot = exchange('.', { verb: 'END', before: 'content' });

  it('is told what was promised, in whatever order the trace has it', () => {
    const sentence =
      'With this 250 mx1.campus.example has taken responsibility for the letter (its queue id is 4F1); it does not say that the letter was delivered, let alone read.';
    expect(said(acceptedMail(), dot)).toBe(sentence);
    expect(said(dot, acceptedMail())).toBe(sentence);
  });

  it('but not where the letter was refused, nor once the conversation goes on', () => {
    expect(id(exchange('.', { verb: 'END', code: 552, before: 'content' }))).toBe('M15');
    expect(id(acceptedMail(), dot, exchange('NOOP'))).toBeNull();
  });
});

describe('M15: digits, not words', () => {
  const elsewhere = { connection: 2, host: 'mx2.campus.example' };

  it('the same code in other words, once for each server', () => {
    const there = exchange('NOOP', { ...elsewhere, lines: ['Fine'] });
    expect(said(exchange('NOOP'), there)).toBe(
      'mx2.campus.example answered NOOP with 250, as mx1.campus.example did, in other words: programs go by the digits, the words are for people.',
    );
    expect(id(exchange('NOOP'), there, there)).toBeNull();
  });

  it('but not where the words are the same, name only the server or the path, or are meant for programs', () => {
    expect(id(exchange('NOOP'), exchange('NOOP', elsewhere))).toBeNull();
    expect(
      id(exchange('QUIT', { lines: ['mx1.campus.example bye'] }), exchange('QUIT', { ...elsewhere, lines: ['mx2.campus.example bye'] })),
    ).toBeNull();
    expect(id(exchange('EHLO a'), exchange('EHLO a', { ...elsewhere, lines: ['SIZE 1'] }))).toBeNull();
  });

  it('a refusal, whatever its words', () => {
    expect(said(refusal('FOO', 500, { legal: false }))).toBe(
      'mx1.campus.example received FOO and answered 500: the 5 says no, whatever the words, and it is waiting for your next command.',
    );
  });

  it('a refused letter, whose last line is no verb', () => {
    expect(said(exchange('.', { verb: 'END', code: 552, before: 'content' }))).toMatch(
      /^mx1\.campus\.example received the dot and answered 552/,
    );
  });

  it('but not where the server hangs up; a 4 is another matter', () => {
    expect(id(refusal('FOO', 500, { after: 'closed' }))).toBeNull();
    expect(id(refusal('RCPT TO:<full@campus.example>', 452))).toBe('M18');
  });

  it('an endless verb does not fill the page', () => {
    expect(said(refusal('X'.repeat(500), 500))?.length).toBeLessThan(160);
  });
});

describe('the coach', () => {
  it('says nothing before anything happened, and nothing about what is over', () => {
    expect(coach([])).toBeNull();
    const command: TraceBody = { type: 'shell.command', terminal: 'main', host: 'ws1.campus.example', user: 'you', line: 'ls', name: 'ls' };
    expect(id(connect(23), failed(), command)).toBeNull();
    expect(id(refusal('FOO', 500), greeting({ connection: 2 }))).toBeNull();
  });

  it('can look at an earlier moment', () => {
    const trace = traceOf(connect(23), failed(), connect(25, 2), greeting({ connection: 2 }));
    expect(coach(trace, 2)?.id).toBe('M01');
    expect(coach(trace)).toBeNull();
  });

  it('never judges', () => {
    for (const sentence of Object.values(enCoach)) expect(sentence).not.toMatch(/wrong|error|bad|mistake|fail|!/i);
  });
});
