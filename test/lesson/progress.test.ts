import { describe, expect, it } from 'vitest';
import type { TraceBody, TraceEvent } from '../../src/engine/kernel/trace';
import { advance, startProgress } from '../../src/lesson/progress';
import { isRight } from '../../src/lesson/task';
import type { Goal, Lesson, Step, Task } from '../../src/lesson/types';
import { connect, exchange, greeting, traceOf } from './events';

const step = (id: string, goal: Goal): Step => ({ id, goal, task: null, panel: null, prediction: null, challenge: false, show: [] });
const saw = (verb: string, more: Partial<Goal> = {}): Goal => ({ all: [{ saw: { type: 'smtp.exchange', verb } }], ...more });

function lessonOf(...steps: Step[]): Lesson {
  const world = { start: '', networks: {}, sites: {}, hosts: {}, zones: {}, terminals: [] };
  return {
    slug: 'test',
    number: 1,
    support: 'goal',
    rfc: [],
    world,
    steps,
    prose: {},
    transcript: null,
    solution: [],
    also: [],
    miss: [],
    variants: null,
    hash: '',
  };
}

const done = (lesson: Lesson, trace: TraceEvent[]) => advance(lesson, startProgress(lesson), trace).steps.map((entry) => entry.done);

describe('progress', () => {
  const lesson = lessonOf(step('a', saw('NOOP')), step('b', saw('RSET')), step('c', saw('NOOP', { after: 'b' })));

  it('names the event that ticked each step, in any order', () => {
    expect(done(lesson, traceOf(connect(25), exchange('RSET'), exchange('NOOP')))).toEqual([2, 1, 2]);
  });

  it('after: only what comes later counts', () => {
    expect(done(lesson, traceOf(exchange('NOOP'), exchange('RSET')))).toEqual([0, 1, null]);
    expect(done(lesson, traceOf(exchange('NOOP'), exchange('RSET'), exchange('RSET'), exchange('NOOP')))).toEqual([0, 1, 3]);
  });

  it('after: the event that ticks the earlier step does not count for the later one', () => {
    const twice = lessonOf(step('a', saw('NOOP')), step('b', saw('NOOP', { after: 'a' })));
    expect(done(twice, traceOf(exchange('NOOP')))).toEqual([0, null]);
    expect(done(twice, traceOf(exchange('NOOP'), exchange('NOOP')))).toEqual([0, 1]);
  });

  it('stays done when what it needs is spoilt later', () => {
    const never = lessonOf(
      step('a', { all: [{ saw: { type: 'smtp.greeting' } }, { never: { type: 'smtp.exchange' } }], within: 'connection' }),
    );
    expect(done(never, traceOf(greeting(), exchange('NOOP')))).toEqual([0]);
  });

  it('current is the first step not done, whatever was done behind it', () => {
    const current = (...verbs: string[]) => advance(lesson, startProgress(lesson), traceOf(...verbs.map((verb) => exchange(verb)))).current;
    expect(current()).toBe(0);
    expect(current('RSET')).toBe(0);
    expect(current('NOOP')).toBe(1);
    expect(current('RSET', 'NOOP')).toBe(3);
  });

  it('keeps the first prediction, and each hint once', () => {
    const trace = traceOf(
      { type: 'lesson.predicted', step: 'b', option: 'yes' },
      { type: 'lesson.hinted', step: 'b', hint: 'rule' },
      { type: 'lesson.predicted', step: 'b', option: 'no' },
      { type: 'lesson.hinted', step: 'b', hint: 'look' },
      { type: 'lesson.hinted', step: 'b', hint: 'rule' },
      { type: 'lesson.predicted', step: 'elsewhere', option: 'no' },
    );
    expect(advance(lesson, startProgress(lesson), trace).steps[1]).toMatchObject({ predicted: 'yes', hints: ['rule', 'look'], done: null });
  });

  it('folded event by event equals folded at once, and changes nothing it was given', () => {
    const trace = traceOf(connect(25), greeting(), exchange('NOOP'), exchange('RSET'), exchange('NOOP'));
    const whole = advance(lesson, startProgress(lesson), trace);
    let stepwise = startProgress(lesson);
    for (let count = 1; count <= trace.length; count++) {
      const before = structuredClone(stepwise);
      const next = advance(lesson, stepwise, trace, count);
      expect(stepwise).toEqual(before);
      stepwise = next;
    }
    expect(stepwise).toEqual(whole);
    expect(advance(lesson, whole, trace)).toBe(whole);
  });

  it('is plain data', () => {
    const progress = advance(lesson, startProgress(lesson), traceOf(exchange('NOOP')));
    expect(JSON.parse(JSON.stringify(progress))).toEqual(progress);
  });
});

describe('a task', () => {
  const task: Task = {
    options: ['ok', 'never'],
    items: [
      { id: 'ehlo', truth: 'ok' },
      { id: 'lines', truth: 7 },
    ],
  };
  const answer = (item: string, value: string, step = 'a'): TraceBody => ({
    type: 'lesson.answered',
    step,
    item,
    value,
    right: isRight(task, item, value),
  });
  const alone = lessonOf({ ...step('a', { all: [] }), task });
  const both = lessonOf({ ...step('a', saw('NOOP')), task });

  it('is done with the last right answer', () => {
    expect(done(alone, traceOf(answer('ehlo', 'ok'), answer('lines', '7')))).toEqual([1]);
    expect(done(alone, traceOf(answer('lines', '7')))).toEqual([null]);
    expect(done(alone, traceOf(answer('ehlo', 'ok', 'b'), answer('lines', '7', 'b')))).toEqual([null]);
    expect(done(alone, traceOf(exchange('NOOP')))).toEqual([null]);
  });

  it('may be corrected; what was answered last counts', () => {
    expect(done(alone, traceOf(answer('ehlo', 'never'), answer('lines', '7'), answer('ehlo', 'ok')))).toEqual([2]);
    expect(done(alone, traceOf(answer('ehlo', 'ok'), answer('ehlo', 'never'), answer('lines', '7')))).toEqual([null]);
  });

  it('stands beside the goal, in any order', () => {
    expect(done(both, traceOf(answer('ehlo', 'ok'), answer('lines', '7')))).toEqual([null]);
    expect(done(both, traceOf(answer('ehlo', 'ok'), answer('lines', '7'), exchange('NOOP')))).toEqual([2]);
    expect(done(both, traceOf(exchange('NOOP'), answer('ehlo', 'ok'), answer('lines', '7')))).toEqual([2]);
  });

  it.each([
    ['ehlo', 'ok', true],
    ['ehlo', 'OK', false],
    ['lines', ' 07 ', true],
    ['lines', '7.0', false],
    ['lines', '', false],
    ['nothing', 'ok', false],
  ])('%s: %j is right: %s', (item, value, right) => {
    expect(isRight(task, item, value)).toBe(right);
    expect(isRight(null, item, value)).toBe(false);
  });
});
