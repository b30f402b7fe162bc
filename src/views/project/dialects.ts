// How the mail servers of a world speak at a moment: what they were given, and what has been switched since.

import type { HostName, TraceEvent } from '../../engine/kernel/trace';
import type { WorldData } from '../../engine/world-types';

export interface Speaker {
  host: HostName;
  /** What it was given. */
  given: string;
  /** What it greets with now. */
  dialect: string;
}

/** The hosts with SMTP listeners, in the world's order, after the first `count` events. */
export function speakers(world: WorldData, trace: readonly TraceEvent[], count: number): Speaker[] {
  const switched = new Map<HostName, string>();
  for (let i = 0; i < count; i++) {
    const event = trace[i]!;
    if (event.type === 'lab.dialect') switched.set(event.host, event.dialect);
  }
  return Object.entries(world.hosts).flatMap(([host, { services = [], down }]) => {
    const service = services.find((each) => each.protocol === 'smtp');
    if (!service || down) return [];
    return [{ host, given: service.dialect, dialect: switched.get(host) ?? service.dialect }];
  });
}
