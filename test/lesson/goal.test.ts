import { describe, expect, it } from 'vitest';
import type { TraceBody } from '../../src/engine/kernel/trace';
import { isReached, matches, tally, type Tallies } from '../../src/lesson/goal';
import type { Goal, Pattern, PatternValue } from '../../src/lesson/types';
import { acceptedMail, connect, exchange, failed, greeting, idle, sent, traceOf } from './events';

const fits = (pattern: Pattern, body: TraceBody) => traceOf(body).every((event) => matches(pattern, event));

/** Whether the goal holds after each event. */
function reached(goal: Goal, ...bodies: TraceBody[]): boolean[] {
  let tallies: Tallies = {};
  return traceOf(...bodies).map((event) => isReached(goal, (tallies = tally(goal, tallies, event))));
}

describe('a pattern', () => {
  const mail = exchange('MAIL FROM:<You@Campus.Example>', { path: 'You@Campus.Example', after: 'sender' });

  it.each<[string, PatternValue, boolean]>([
    ['verb', 'MAIL', true],
    ['verb', 'RCPT', false],
    ['verb', ['RCPT', 'MAIL'], true],
    ['verb', [], false],
    ['path', 'you@campus.example', true],
    ['path', { contains: '@CAMPUS' }, true],
    ['path', { contains: 'ada' }, false],
    ['path', { contains: ['@CAMPUS', 'you'] }, true],
    ['path', { contains: ['@campus', 'ada'] }, false],
    ['code', 250, true],
    ['code', '2xx', true],
    ['code', '5xx', false],
    ['code', ['4xx', 250], true],
    ['code', '250', false],
    ['code', { atLeast: 250 }, true],
    ['code', { atLeast: 251 }, false],
    ['code', { atMost: 250 }, true],
    ['code', { atMost: 249 }, false],
    ['legal', true, true],
    ['legal', false, false],
    ['lines', 'ok', true],
    ['lines', { contains: 'k' }, true],
    ['lines', { contains: 'x' }, false],
    ['enhanced', '2.1.0', false],
    ['toString', 'x', false],
  ])('%s against %j: %s', (field, value, result) => {
    expect(fits({ type: 'smtp.exchange', [field]: value }, mail)).toBe(result);
  });

  it('a list needs only one member that fits', () => {
    const accepted = acceptedMail({ forwardPaths: ['ada@campus.example', 'eli@campus.example'] });
    expect(fits({ type: 'mail.accepted', forwardPaths: 'ELI@campus.example' }, accepted)).toBe(true);
    expect(fits({ type: 'mail.accepted', forwardPaths: 'you@campus.example' }, accepted)).toBe(false);
  });

  it('null matches null, and no empty list', () => {
    expect(fits({ type: 'terminal.idle', connection: null }, idle(0, null))).toBe(true);
    expect(fits({ type: 'terminal.idle', connection: null }, idle(0))).toBe(false);
    expect(fits({ type: 'mail.accepted', forwardPaths: { contains: '' } }, acceptedMail({ forwardPaths: [] }))).toBe(false);
  });
});

describe('a goal', () => {
  it('saw: once is enough', () => {
    expect(reached({ all: [{ saw: { type: 'smtp.greeting' } }] }, connect(25), greeting(), failed())).toEqual([false, true, true]);
  });

  it('count: between atLeast and atMost', () => {
    const goal: Goal = { all: [{ count: { type: 'smtp.exchange', verb: 'NOOP' }, atLeast: 2, atMost: 2 }] };
    expect(reached(goal, exchange('NOOP'), exchange('NOOP'), exchange('NOOP'))).toEqual([false, true, false]);
  });

  it('distinct: each value counts once', () => {
    const goal: Goal = { all: [{ count: { type: 'smtp.exchange' }, distinct: 'verb', atLeast: 2 }] };
    expect(reached(goal, exchange('NOOP'), exchange('NOOP'), exchange('RSET'))).toEqual([false, false, true]);
  });

  it('never: what happened cannot be undone', () => {
    const goal: Goal = { all: [{ saw: { type: 'smtp.exchange' } }, { never: { type: 'net.bytes', side: 'client' } }] };
    expect(reached(goal, exchange('NOOP'), sent('x'), exchange('NOOP'))).toEqual([true, false, false]);
  });

  it('all: every condition, in any order', () => {
    const goal: Goal = { all: [{ saw: { type: 'net.failed' } }, { saw: { type: 'net.connect', port: 23 } }] };
    expect(reached(goal, failed(), connect(25), connect(23))).toEqual([false, false, true]);
  });

  it('within: one conversation must have it all, and a new one is a new chance', () => {
    const goal: Goal = {
      all: [{ saw: { type: 'net.connect', port: 23 } }, { saw: { type: 'net.failed' } }, { never: { type: 'net.bytes' } }],
      within: 'connection',
    };
    const chances = [connect(23, 1), failed(2), sent('x', 1), failed(1), connect(23, 2)];
    expect(reached(goal, ...chances)).toEqual([false, false, false, false, true]);
  });

  it('within: an event without that field belongs to no conversation', () => {
    const goal: Goal = { all: [{ saw: { type: 'terminal.idle' } }], within: 'connection' };
    expect(reached(goal, idle(1, null), idle(1, 7))).toEqual([false, true]);
  });

  it('leaves its tallies as they are where an event does not concern it', () => {
    const tallies: Tallies = {};
    const [event] = traceOf(failed());
    expect(tally({ all: [{ saw: { type: 'net.open' } }] }, tallies, event!)).toBe(tallies);
  });
});
