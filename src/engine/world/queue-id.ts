import { drawFrom } from '../kernel/random';
import { dialectNamed } from '../smtp/dialects';
import { drawId } from '../smtp/ids';
import type { Dialect } from '../smtp/types';
import type { Host, SmtpServiceData, World } from '../world-types';
import { dialectOf } from './manner';

const RANDOM_STATES = 0x1_0000_0000;

/** The dialect of a host's mail software: that of its first SMTP listener, or null if it has none. */
export function mailSoftware(host: Host): Dialect | null {
  const service = host.services.find((candidate): candidate is SmtpServiceData => candidate.protocol === 'smtp');
  return service ? dialectNamed(dialectOf(host, service)) : null;
}

/** A queue id for a letter that came over no connection. */
export function drawQueueId(world: World, host: Host): string {
  const random = drawFrom(world.random, world.seed, `letters ${host.name}`, RANDOM_STATES);
  return drawId(mailSoftware(host)?.trace.queueId ?? 'hhhhhhhhhh', random).id;
}
