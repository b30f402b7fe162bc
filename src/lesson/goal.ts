// The goal language. A goal looks at events only; it is a fold, so that a long trace is read once.

import type { TraceEvent } from '../engine/kernel/trace';
import type { Condition, Goal, Pattern, PatternValue } from './types';

/** What one condition has met so far. */
export interface Tally {
  count: number;
  /** With `distinct`: the values met, as JSON. */
  values: string[];
}

/** Tallies of a goal's conditions, for each value of its `within` field; without `within` the only key is ''. */
export type Tallies = Record<string, Tally[]>;

/** Whether an event fits a pattern. */
export function matches(pattern: Pattern, event: TraceEvent): boolean {
  const fields = event as unknown as Record<string, unknown>;
  return Object.entries(pattern).every(([field, wanted]) => Object.hasOwn(fields, field) && fits(wanted, fields[field]));
}

function fits(wanted: PatternValue, value: unknown): boolean {
  if (Array.isArray(value)) return value.some((member) => fits(wanted, member));
  if (Array.isArray(wanted)) return wanted.some((option) => fits(option, value));
  if (wanted !== null && typeof wanted === 'object') {
    if ('contains' in wanted) {
      const texts = Array.isArray(wanted.contains) ? wanted.contains : [wanted.contains];
      return typeof value === 'string' && texts.every((text) => fold(value).includes(fold(text)));
    }
    if (typeof value !== 'number') return false;
    return 'atLeast' in wanted ? value >= wanted.atLeast : value <= wanted.atMost;
  }
  if (typeof wanted === 'string' && typeof value === 'number') return isCodeClass(wanted) && String(value).startsWith(wanted.charAt(0));
  if (typeof wanted === 'string' && typeof value === 'string') return fold(wanted) === fold(value);
  return wanted === value;
}

/** True for `2xx` to `5xx`. */
export const isCodeClass = (text: string) => /^[2-5]xx$/.test(text);

const fold = (text: string) => text.toLowerCase();

/** The tallies after one more event; the same object if it touches no condition. */
export function tally(goal: Goal, before: Tallies, event: TraceEvent): Tallies {
  const key = groupOf(goal, event);
  if (key === null || !goal.all.some((condition) => matches(subject(condition), event))) return before;
  const group = before[key] ?? goal.all.map(() => ({ count: 0, values: [] }));
  return { ...before, [key]: group.map((entry, i) => counted(goal.all[i], entry, event)) };
}

function groupOf(goal: Goal, event: TraceEvent): string | null {
  if (goal.within === undefined) return '';
  const value = (event as unknown as Record<string, unknown>)[goal.within];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

function counted(condition: Condition | undefined, entry: Tally, event: TraceEvent): Tally {
  if (!condition || !matches(subject(condition), event)) return entry;
  if (condition.distinct === undefined) return { ...entry, count: entry.count + 1 };
  const value = JSON.stringify((event as unknown as Record<string, unknown>)[condition.distinct]);
  return entry.values.includes(value) ? entry : { count: entry.count + 1, values: [...entry.values, value] };
}

/** Whether all conditions hold, within one group where the goal asks for that. */
export function isReached(goal: Goal, tallies: Tallies): boolean {
  if (goal.all.length === 0) return true;
  return Object.values(tallies).some((group) => goal.all.every((condition, i) => holds(condition, group[i]?.count ?? 0)));
}

function holds(condition: Condition, count: number): boolean {
  if (condition.never) return count === 0;
  if (condition.saw) return count > 0;
  return count >= (condition.atLeast ?? 0) && count <= (condition.atMost ?? Infinity);
}

/** The pattern a condition is about. A loaded condition has exactly one. */
export function subject(condition: Condition): Pattern {
  return condition.saw ?? condition.count ?? condition.never ?? { type: '' };
}
