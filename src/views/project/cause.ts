import type { TraceEvent } from '../../engine/kernel/trace';

/** The event that led to this one; undefined where there is none. */
export function causeOf(trace: readonly TraceEvent[], { cause }: TraceEvent): TraceEvent | undefined {
  return cause === undefined ? undefined : trace[cause];
}
