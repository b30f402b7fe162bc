import { append, type Seq, type TraceBody } from '../kernel/trace';
import type { World } from '../world-types';

/** Appends an event to the trace at the world's present instant. */
export function record(world: World, body: TraceBody, cause?: Seq): Seq {
  return append(world.trace, world.now, body, cause);
}

/** The latest event. */
export function lastSeq(world: World): Seq {
  return world.trace.at(-1)?.seq ?? 0;
}
