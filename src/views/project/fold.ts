// Projections that follow the trace are folds that continue where they stopped. The trace of a lab
// only grows; another lab (a restart, a rewind) has other events, and then the fold starts again.

import type { TraceEvent } from '../../engine/kernel/trace';

/** How far a fold has come, and the event it ended with, to recognise its trace. */
export interface Folded {
  count: number;
  last: TraceEvent | undefined;
}

/** True if a fold that has come this far may go on with the first `count` events of `trace`. */
export function continues(folded: Folded, trace: readonly TraceEvent[], count: number): boolean {
  return folded.count <= count && (folded.count === 0 || trace[folded.count - 1] === folded.last);
}
