// Whoever goes on from a past moment leaves a branch behind, and nothing that was done is ever lost: it
// can be returned to. A branch is a recording that knows its place. One whose inputs all stand in another
// one too is not kept beside it, so that undoing something five times leaves one branch and not five.

import { beginsWith, redone } from './history';
import type { Recording } from './types';

const FIRST = 1;

/** The branches of one lesson: the one being played, and those left behind. */
export interface Branches {
  current: Recording;
  others: readonly Recording[];
}

/** The branches that a recording carries. */
export function branchesOf({ others = [], ...current }: Recording): Branches {
  return { current, others };
}

/** The recording that carries them all. */
export function withOthers({ current, others }: Branches): Recording {
  return others.length > 0 ? { ...current, others: [...others] } : current;
}

/** The number of a branch. */
export function idOf(recording: Recording): number {
  return recording.branch?.id ?? FIRST;
}

/** All branches, by number. */
export function allBranches({ current, others }: Branches): Recording[] {
  return [current, ...others].sort((a, b) => idOf(a) - idOf(b));
}

/** Leaves the current branch where `cut`, a shorter version of it, ends, and begins one there. */
export function fork({ current, others }: Branches, cut: Recording): Branches {
  const left = leave(others, current);
  const id = Math.max(...left.others.map(idOf)) + 1;
  return { current: { ...cut, branch: { id, parent: left.heir, forkedAt: cut.end } }, others: left.others };
}

/** Returns to another branch. A RangeError if there is none with this number. */
export function switchTo({ current, others }: Branches, id: number): Branches {
  const left = leave(others, current).others;
  const target = left.find((each) => idOf(each) === id);
  if (!target) throw new RangeError(`there is no branch ${id}`);
  return { current: target, others: left.filter((each) => each !== target) };
}

/** One thing more of what was undone, as long as nothing else has been done since; null if there is nothing. */
export function redo(branches: Branches): Branches | null {
  const { current, others } = branches;
  const ahead = others.filter((each) => each.inputs.length > current.inputs.length && beginsWith(each.inputs, current.inputs));
  const target = ahead.find((each) => idOf(each) === current.branch?.parent) ?? ahead.at(-1);
  if (!target) return null;
  const more = redone(target, current.inputs.length);
  if (more.inputs.length === target.inputs.length) return switchTo(branches, idOf(target));
  const { branch: _, ...rest } = more;
  return { current: { ...rest, ...(current.branch && { branch: current.branch }) }, others };
}

/** Adds a recording to those left behind. `heir` is the branch in which it can be found from now on. */
function leave(others: readonly Recording[], recording: Recording): { others: Recording[]; heir: number } {
  const id = idOf(recording);
  const heir = others.find((each) => beginsWith(each.inputs, recording.inputs));
  if (!heir) return { others: [...others, recording], heir: id };
  return { others: others.map((each) => adopted(each, recording, heir)), heir: idOf(heir) };
}

/** A branch whose parent is not kept, because it is a part of `heir`, hangs on that one instead. */
function adopted(each: Recording, gone: Recording, heir: Recording): Recording {
  if (each.branch?.parent !== idOf(gone)) return each;
  if (each !== heir) return { ...each, branch: { ...each.branch, parent: idOf(heir) } };
  const { branch: _, ...first } = each;
  return gone.branch ? { ...first, branch: { ...gone.branch, id: idOf(each) } } : each;
}
