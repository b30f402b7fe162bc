import { describe, expect, it } from 'vitest';
import type { ReplyGiven } from '../../../src/engine/kernel/trace';
import type { Answers, ComparedLine } from '../../../src/lab/compare';
import { saidIn, sharedDigits, sharedLines } from '../../../src/views/compare/shared';

const said = (...lines: string[]): Answers => ({ replies: [{ code: 250, lines, reason: 'hello' } satisfies ReplyGiven], ended: 'no' });
const row = (...answers: Answers[]): ComparedLine => ({ line: 'EHLO x\r\n', lines: 1, answers, agreement: 'code' });

describe('what replies have in common', () => {
  it('is all digits, the first one or none', () => {
    expect((['code', 'digit', 'none', null] as const).map(sharedDigits)).toEqual([3, 1, 0, 0]);
  });

  it('is the keywords that all of them offer, whatever their values', () => {
    const offers = row(said('mx1', 'PIPELINING', 'SIZE 100'), said('mx1', 'HELP', 'size 200', 'pipelining'));
    expect([...sharedLines(offers)]).toEqual(['PIPELINING', 'SIZE']);
    expect(saidIn({ code: 250, reason: 'hello', lines: ['mx1', 'size 200'] }, 1)).toBe('SIZE');
  });

  it('is whole lines where nothing is offered', () => {
    const help = (...lines: string[]): Answers => ({ replies: [{ code: 214, lines, reason: 'help' }], ended: 'no' });
    expect([...sharedLines(row(help('Commands: A', 'End'), help('Commands: B', 'end')))]).toEqual(['END']);
  });

  it('leaves out replies of one line, and servers that have gone', () => {
    expect(sharedLines(row(said('mx1', 'SIZE'), said('no'), said('mx1', 'SIZE')))).toEqual(new Set(['SIZE']));
    expect(sharedLines(row(said('OK'), said('OK'))).size).toBe(0);
    expect(sharedLines(row(said('a', 'b'), { ...said('a', 'b'), ended: 'before' })).size).toBe(0);
  });
});
