import { describe, expect, it } from 'vitest';
import type { TraceEventOf } from '../../../src/engine/kernel/trace';
import { WORDING } from '../../../src/engine/smtp/replies';
import { createLab, settle, type } from '../../../src/lab/lab';
import { t } from '../../../src/messages/t';
import { RULES } from '../../../src/views/project/why-rules';
import { whyOf, type Why } from '../../../src/views/project/why';
import { labLesson } from '../../support/lab-lesson';
import { CAMPUS, runClients } from '../../support/smtp-world';
import { opening } from './traces';

function played(...lines: string[]) {
  const lab = createLab(labLesson(), 1);
  for (const line of ['telnet mx1.campus.example 25', ...lines]) {
    type(lab, 'ws1', `${line}\r`);
    settle(lab);
  }
  return lab.world.trace;
}

const exchanges = (trace: ReturnType<typeof played>) =>
  trace.filter((event): event is TraceEventOf<'smtp.exchange'> => event.type === 'smtp.exchange');
const whyLast = (trace: ReturnType<typeof played>) => whyOf(trace, exchanges(trace).at(-1)!.seq)!;
const told = ({ steps }: Why) => steps.map(({ key, values }) => t(key, values));

const HELLO = ['EHLO ws1.campus.example', 'MAIL FROM:<you@campus.example>'];

describe('why', () => {
  it('leads from a refusal to the command that began it all', () => {
    const why = whyLast(played(...HELLO, 'RCPT TO:<nobody@campus.example>'));
    expect(why.code).toBe(550);
    expect(t(why.because.key, why.because.values)).toMatch(/^The domain of <nobody@campus\.example> is served here/);
    expect(why.rule).toEqual({ rfc: 5321, section: '3.3' });
    expect(told(why)).toEqual([
      'the client sent RCPT TO:<nobody@campus.example>',
      'somebody typed that at the terminal ws1',
      'mx1 was in the state sender',
      'MAIL was answered 250, and led from ready to sender',
      'EHLO was answered 250, and led from connected to ready',
      'mx1 had greeted with 220',
      'ws1 had connected to mx1, port 25',
      'begun with the command telnet mx1.campus.example 25',
    ]);
  });

  it('leaves out what led in a circle', () => {
    const why = whyLast(played(...HELLO, 'RSET', 'NOOP', 'FOO'));
    expect(told(why).slice(2, 5)).toEqual([
      'mx1 was in the state ready',
      'EHLO was answered 250, and led from connected to ready',
      'mx1 had greeted with 220',
    ]);
  });

  it('names the recipients that were refused when nobody is left', () => {
    const why = whyLast(played(...HELLO, 'RCPT TO:<nobody@campus.example>', 'RCPT TO:<x@far.example>', 'DATA'));
    expect(told(why).slice(2, 4)).toEqual([
      'RCPT for x@far.example was answered 454, so nobody was added',
      'RCPT for nobody@campus.example was answered 550, so nobody was added',
    ]);
    const again = whyLast(played(...HELLO, 'RCPT TO:<nobody@campus.example>', 'RSET', 'MAIL FROM:<you@campus.example>', 'DATA'));
    expect(told(again).join()).not.toContain('nobody was added');
  });

  it('names the line without CR that spoilt a letter, and the errors that were too many', () => {
    const client = (segments: string[]) =>
      runClients(CAMPUS, 1, [{ at: 0, from: 'ws1.campus.example', port: 2525, segments, pause: 500, leaves: 'waits' }]).trace;
    const letter = client([...HELLO, 'RCPT TO:<ada@campus.example>', 'DATA', 'a\nb', '.'].map((line) => `${line}\r\n`));
    expect(told(whyLast(letter))[1]).toBe('a line of the letter ended with LF alone');
    const errors = client(Array.from({ length: 5 }, () => 'FOO\r\n'));
    const notice = errors.find(({ type }) => type === 'smtp.notice')!;
    expect(told(whyOf(errors, notice.seq)!)[0]).toBe('5 commands had been refused in this conversation');
  });

  it('knows that silence is a reason', () => {
    const { trace } = runClients(CAMPUS, 1, [
      { at: 0, from: 'ws1.campus.example', port: 2525, segments: ['NOOP\r\n'], pause: 100, leaves: 'waits' },
    ]);
    const why = whyOf(trace, trace.find(({ type }) => type === 'smtp.notice')!.seq)!;
    expect(why.rule).toEqual({ rfc: 5321, section: '4.5.3.2.7' });
    expect(told(why).slice(0, 2)).toEqual(['nothing had come from the client for a while', 'mx1 was in the state connected']);
  });

  it('takes the rule of the command where the answer is about that', () => {
    expect(whyLast(played('NOOP')).rule).toEqual({ rfc: 5321, section: '4.1.1.9' });
    expect(whyLast(played('ETRN')).rule).toEqual({ rfc: 1985, section: '5' });
    expect(told(whyLast(played('')))[0]).toBe('the client sent an empty line');
  });

  it('is asked of replies only', () => {
    const { trace } = opening();
    expect(whyOf(trace, trace.find(({ type }) => type === 'net.connect')!.seq)).toBeNull();
    expect(whyOf(trace, 9999)).toBeNull();
    const greeting = trace.find(({ type }) => type === 'smtp.greeting')!;
    expect(told(whyOf(trace, greeting.seq)!)).toEqual(['ws1 had connected to mx1, port 25']);
  });

  it('has a sentence for every answer a server can give', () => {
    for (const reason of Object.keys(WORDING)) {
      expect(RULES).toHaveProperty(reason);
      const sentence = t(`because.${reason as keyof typeof WORDING}`, { host: 'mx1', verb: 'RCPT', path: '<ada>' });
      expect(sentence).toMatch(/^[A-Z0-9][^{}]*\.$/);
    }
  });
});
