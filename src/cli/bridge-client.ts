// A program from outside: a TCP socket whose octets go through a connection of the world, and back. Rule: what is not
// read is not fetched. As long as the program does not take its answers, nothing more is read from it.

import type { Socket } from 'node:net';
import type { HostName } from '../engine/kernel/trace';
import type { Notice } from '../engine/world-types';
import type { LiveWorld } from './bridge-world';

/** So long a program may take to fetch the last words after the server has hung up. Milliseconds. */
const LAST_WORDS = 60_000;

/** Joins a socket, paused since it was accepted, to a listener of the world. The socket closes when either side does. */
export function joinSocket(socket: Socket, live: LiveWorld, host: HostName, port: number): void {
  socket.setNoDelay(true);
  const caller = live.connect(host, port, told);
  socket.on('data', (chunk) => live.send(caller, chunk.toString('latin1')));
  socket.on('end', () => live.finish(caller));
  socket.on('drain', () => socket.resume());
  // Whatever went wrong, the end of the socket follows.
  socket.on('error', () => undefined);
  socket.on('close', () => live.leave(caller));

  function told(notice: Notice): void {
    switch (notice.type) {
      case 'opened':
        socket.resume();
        return;
      case 'data':
        if (!socket.write(notice.bytes, 'latin1')) socket.pause();
        return;
      case 'finished':
        socket.end();
        setTimeout(() => socket.destroy(), LAST_WORDS).unref();
        return;
      case 'failed':
      case 'reset':
        socket.resetAndDestroy();
        return;
      case 'answer':
      case 'timer':
      case 'pong':
        return;
    }
  }
}
