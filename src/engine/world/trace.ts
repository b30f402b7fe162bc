import { append, type Seq, type TraceBody } from '../kernel/trace';
import type { World } from '../world-types';

/** Appends an event to the trace at the world's present instant. */
export function record(world: World, body: TraceBody, cause?: Seq): Seq {
  return append(world.trace, world.now, body, cause);
}
