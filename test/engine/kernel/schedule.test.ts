import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptySchedule, peek, postpone, schedule, takeNext } from '../../../src/engine/kernel/schedule';

function drain<T>(agenda: ReturnType<typeof emptySchedule<T>>): T[] {
  const out: T[] = [];
  for (let next = takeNext(agenda); next; next = takeNext(agenda)) out.push(next.what);
  return out;
}

describe('the agenda', () => {
  it('orders by instant, and by order of arrival within an instant', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), (instants) => {
        const agenda = emptySchedule<{ at: number; n: number }>();
        instants.forEach((at, n) => schedule(agenda, at, { at, n }));
        const expected = instants.map((at, n) => ({ at, n })).sort((a, b) => a.at - b.at || a.n - b.n);
        expect(drain(agenda)).toEqual(expected);
      }),
    );
  });

  it('stays ordered when things are added while others are taken', () => {
    const agenda = emptySchedule<string>();
    schedule(agenda, 10, 'late');
    schedule(agenda, 5, 'early');
    expect(takeNext(agenda)?.what).toBe('early');
    schedule(agenda, 7, 'between');
    expect(drain(agenda)).toEqual(['between', 'late']);
    expect(takeNext(agenda)).toBeUndefined();
  });

  it('postpones the next thing, which keeps its rank among others of that instant', () => {
    const agenda = emptySchedule<string>();
    for (const what of ['a', 'b']) schedule(agenda, 1, what);
    schedule(agenda, 9, 'c');
    postpone(agenda, 9);
    expect(peek(agenda)?.what).toBe('b');
    expect(drain(agenda)).toEqual(['b', 'a', 'c']);
  });

  it('is plain data in every state', () => {
    const agenda = emptySchedule<string>();
    for (const at of [3, 1, 2]) schedule(agenda, at, `at ${at}`);
    const revived = JSON.parse(JSON.stringify(agenda)) as typeof agenda;
    expect(drain(revived)).toEqual(drain(agenda));
  });
});
