// Which dialect a host's SMTP listeners speak. A session that has begun keeps its own (smtp/session.ts).

import type { HostName, Seq } from '../kernel/trace';
import { dialectNamed } from '../smtp/dialects';
import type { Host, SmtpServiceData, World } from '../world-types';
import { hostNamed } from './topology';
import { record } from './trace';

/**
 * From the next connection on, the host's SMTP listeners speak this dialect; the one they were given brings their own
 * settings back. Throws a RangeError for a host that does not exist or has no SMTP listener, and for an unknown dialect.
 */
export function switchDialect(world: World, name: HostName, dialect: string): Seq {
  const host = hostNamed(world, name);
  dialectNamed(dialect);
  if (!host.services.some(({ protocol }) => protocol === 'smtp')) throw new RangeError(`${name} has no SMTP listener`);
  host.dialect = dialect;
  return record(world, { type: 'lab.dialect', host: name, dialect });
}

/** The dialect in which a listener of this host greets. */
export function dialectOf(host: Host, service: SmtpServiceData): string {
  return host.dialect ?? service.dialect;
}

/** The dialect of a host's first SMTP listener; null if it has none. */
export function serverDialect(world: World, name: HostName): string | null {
  const host = hostNamed(world, name);
  const service = host.services.find((candidate): candidate is SmtpServiceData => candidate.protocol === 'smtp');
  return service ? dialectOf(host, service) : null;
}
