// Ports of this machine, what is said where one cannot be had, and the connections that are open there.

import type { Server, Socket } from 'node:net';
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

/** Counts a connection among the open ones, as long as it is. */
export function countIn(socket: Socket, open: Set<Socket>): void {
  open.add(socket);
  socket.on('close', () => open.delete(socket));
}

export function dropAll(open: ReadonlySet<Socket>): void {
  for (const socket of open) socket.destroy();
}

/** Takes no more connections, and waits until all there are have ended. */
export function closeServer(server: Server): Promise<unknown> {
  return new Promise((done) => server.close(done));
}
