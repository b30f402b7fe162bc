// Projections that follow the trace are folds that continue where they stopped. The trace of a lab
// only grows; another lab (a restart, a rewind) has other events, and then the fold starts again.

import type { TraceBody, TraceEvent, TraceEventOf } from '../../engine/kernel/trace';

/** How far a fold has come, and the event it ended with, to recognise its trace. */
export interface Folded {
  count: number;
  last: TraceEvent | undefined;
}

/** True if a fold that has come this far may go on with the first `count` events of `trace`. */
export function continues(folded: Folded, trace: readonly TraceEvent[], count: number): boolean {
  return folded.count <= count && (folded.count === 0 || trace[folded.count - 1] === folded.last);
}

/**
 * The fold of the first `count` events. Continues `before` in place where it can, and the old value must not be used any more;
 * else it begins with `empty`. `take` gets each event that is new, and its index in the trace.
 */
export function advanceFold<Fold extends Folded>(
  before: Fold | null,
  trace: readonly TraceEvent[],
  count: number,
  empty: () => Fold,
  take: (fold: Fold, event: TraceEvent, index: number) => void,
): Fold {
  const fold = before !== null && continues(before, trace, count) ? { ...before } : empty();
  for (let i = fold.count; i < count; i++) take(fold, trace[i]!, i);
  fold.count = count;
  fold.last = trace[count - 1];
  return fold;
}

/** What a fold does with an event, by the event's type. */
export type Handlers<Fold> = { [Type in TraceBody['type']]?: (fold: Fold, event: TraceEventOf<Type>) => void };

/** Hands an event to its handler; an event that has none leaves the fold as it is. */
export function handle<Fold>(handlers: Handlers<Fold>, fold: Fold, event: TraceEvent): void {
  (handlers[event.type] as ((fold: Fold, event: TraceEvent) => void) | undefined)?.(fold, event);
}
