// Ports of this machine, and what is said where one cannot be had.

import type { Server } from 'node:net';
import { UserFault } from './fault';

/** Nobody but this machine reaches it. */
export const LOOPBACK = '127.0.0.1';

/** Listens on loopback; 0 is any free port. Gives the port. Throws a UserFault that says for whom it was. */
export function listenOn(server: Server, port: number, whom: string): Promise<number> {
  return new Promise((listening, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => failed(new UserFault(portFault(error, port, whom))));
    server.listen(port, LOOPBACK, () => listening((server.address() as { port: number }).port));
  });
}

/** Why a port cannot be had, as a sentence. */
export function portFault({ code, message }: NodeJS.ErrnoException, port: number, whom: string): string {
  if (code === 'EADDRINUSE') return `Port ${port} on ${LOOPBACK}, for ${whom}, is taken; choose others with --port-base.`;
  if (code === 'EACCES') return `Port ${port} on ${LOOPBACK}, for ${whom}, is not for everybody; choose others with --port-base.`;
  return `Port ${port} on ${LOOPBACK}, for ${whom}, cannot be opened: ${message}.`;
}
