// A moment of a world, kept. The trace is append-only, so a moment remembers only how long it was.

import type { TraceEvent } from '../kernel/trace';
import type { World } from '../world-types';

export interface Snapshot {
  world: Omit<World, 'trace'>;
  traceLength: number;
}

/** A deep copy of everything but the trace. */
export function snapshot(world: World): Snapshot {
  const { trace, ...rest } = world;
  return { world: copy(rest), traceLength: trace.length };
}

/** The world as it was. `trace` is the trace it had then or any later one of the same run. */
export function restore(saved: Snapshot, trace: readonly TraceEvent[]): World {
  return { ...copy(saved.world), trace: trace.slice(0, saved.traceLength) };
}

/** A deep copy of plain data. */
export function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copy) as T;
  if (value === null || typeof value !== 'object') return value;
  const out: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) out[key] = copy(part);
  return out as T;
}
