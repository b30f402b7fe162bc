import { describe, expect, it } from 'vitest';
import { allBranches, fork, idOf, redo, switchTo, type Branches } from '../../src/lab/branches';
import { cutAt, undone } from '../../src/lab/history';
import type { Recording } from '../../src/lab/types';

/** Lines typed at 1000, 2000, ... */
const recorded = (...lines: string[]): Recording => ({
  format: 'helo-world-recording/1',
  lesson: 'small',
  lessonHash: '',
  seed: 1,
  inputs: lines.map((line, i) => ({ at: 1000 * (i + 1), type: 'keys', terminal: 'ws1', keys: `${line}\r` })),
  end: 1000 * lines.length + 500,
});

const lines = ({ inputs }: Recording) => inputs.map((each) => (each.type === 'keys' ? each.keys.trim() : each.type)).join(' ');
const tree = (branches: Branches) => allBranches(branches).map((each) => [idOf(each), each.branch?.parent ?? null, lines(each)]);

function done(branches: Branches, line: string): Branches {
  const { current } = branches;
  const at = current.end + 1000;
  return {
    ...branches,
    current: { ...current, inputs: [...current.inputs, { at, type: 'keys', terminal: 'ws1', keys: `${line}\r` }], end: at + 500 },
  };
}

const undo = (branches: Branches) => fork(branches, undone(branches.current)!);
const start: Branches = { current: recorded('a', 'b', 'c'), others: [] };

describe('branches', () => {
  it('keep what was left behind, and say where it was left', () => {
    const forked = done(fork(start, cutAt(start.current, 2200)), 'd');
    expect(tree(forked)).toEqual([
      [1, null, 'a b c'],
      [2, 1, 'a b d'],
    ]);
    expect(forked.current.branch).toEqual({ id: 2, parent: 1, forkedAt: 2200 });
  });

  it('can be returned to, there and back again', () => {
    const forked = done(fork(start, cutAt(start.current, 2200)), 'd');
    const back = switchTo(forked, 1);
    expect(back.current).toBe(start.current);
    expect(switchTo(back, 2)).toEqual(forked);
    expect(() => switchTo(back, 7)).toThrow('there is no branch 7');
  });

  it('are not kept twice: undoing much leaves one branch', () => {
    const before = undo(undo(start));
    expect(tree(before)).toEqual([
      [1, null, 'a b c'],
      [2, 1, 'a'],
    ]);
    expect(tree(done(before, 'x'))).toEqual([
      [1, null, 'a b c'],
      [2, 1, 'a x'],
    ]);
    expect(tree(undo(done(before, 'x')))).toEqual([
      [1, null, 'a b c'],
      [2, 1, 'a x'],
      [3, 2, 'a'],
    ]);
  });

  it('redo what was undone, one thing at a time, until something else is done', () => {
    const twice = undo(undo(start));
    const once = redo(twice)!;
    expect(lines(once.current)).toBe('a b');
    expect(once.current.end).toBe(3000);
    const whole = redo(once)!;
    expect(whole).toEqual(start);
    expect(redo(whole)).toBeNull();
    expect(redo(done(twice, 'x'))).toBeNull();
  });

  it('redo along the branch that was left, though others lead on too', () => {
    const other = done(fork(start, cutAt(start.current, 1200)), 'x');
    const back = undo(undo(switchTo(other, 1)));
    expect(lines(redo(back)!.current)).toBe('a b');
    expect(lines(redo(undo(other))!.current)).toBe('a x');
  });

  it('hand their children on when all of them stands in another branch', () => {
    const gone = fork(start, cutAt(start.current, 2200)); // 2: a b, no more than what 1 has
    const next = done(fork(gone, cutAt(gone.current, 1100)), 'x');
    expect(tree(next)).toEqual([
      [1, null, 'a b c'],
      [2, 1, 'a x'],
    ]);
    const grown = done(fork(start, start.current), 'd'); // 2 goes on where 1 ended
    const third = done(fork(switchTo(grown, 1), cutAt(start.current, 1100)), 'y');
    expect(tree(third)).toEqual([
      [2, 1, 'a b c d'],
      [3, 2, 'a y'],
    ]);
    expect(tree(switchTo(third, 2))).toEqual(tree(third));
  });
});
