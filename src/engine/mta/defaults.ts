// What holds for a host whose lesson says nothing else.

import type { HostName } from '../kernel/trace';
import { DEFAULT_TIMEOUTS } from '../smtp/client';
import type { ClientManner } from '../smtp/client-types';
import type { MtaData } from './types';

/** How long a queue manager waits for a connection (Postfix, smtp_connect_timeout). Milliseconds. */
export const CONNECT_PATIENCE = 30_000;

/** How a host speaks when it hands a letter on. */
export function mannerOf(host: HostName, { chunking = false }: MtaData = {}): ClientManner {
  return { hostname: host, timeouts: DEFAULT_TIMEOUTS, pipelining: true, chunking };
}
