// The names of a bridged world, on UDP and TCP (RFC 1035, 4.2), for `dig` and whatever else resolves.

import { createSocket, type Socket as DatagramSocket } from 'node:dgram';
import { createServer, type Socket } from 'node:net';
import { MOST_CONNECTIONS } from './bridge-bounds';
import { closeServer, countIn, dropAll, listenOn, LOOPBACK, portFault } from './bridge-ports';
import { respond } from './bridge-wire';
import type { LiveWorld } from './bridge-world';
import { UserFault } from './fault';

/** RFC 7766, 6.2.3: a client that is silent loses its connection. Milliseconds. */
const IDLE = 10_000;

export interface Names {
  udp: number;
  tcp: number;
  close(): Promise<unknown>;
}

/** Opens a name server on both transports, on the same port; 0 is any free one. Throws a UserFault if it cannot be had. */
export async function openNames(live: LiveWorld, port: number): Promise<Names> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    countIn(socket, sockets);
    serve(socket, live);
  });
  server.maxConnections = MOST_CONNECTIONS;
  const tcp = await listenOn(server, port, 'names over TCP');
  const datagrams = createSocket('udp4');
  const close = () => {
    dropAll(sockets);
    return Promise.all([closeServer(server), new Promise<void>((done) => datagrams.close(done))]);
  };
  try {
    await bind(datagrams, tcp);
  } catch (error) {
    await close();
    throw error;
  }
  datagrams.on('message', (message, { address, port: from }) => {
    const response = respond(live.world, message, 'udp');
    // A client that has gone by now is told by nobody; it was not waiting.
    if (response) datagrams.send(response, from, address, () => undefined);
  });
  return { udp: datagrams.address().port, tcp, close };
}

function bind(socket: DatagramSocket, port: number): Promise<void> {
  return new Promise((bound, failed) => {
    socket.once('error', (error) => failed(new UserFault(portFault(error, port, 'names over UDP'))));
    socket.bind(port, LOOPBACK, bound);
  });
}

/** One TCP client: messages with their length in front (RFC 1035, 4.2.2), as many as it sends. */
function serve(socket: Socket, live: LiveWorld): void {
  let input: Buffer = Buffer.alloc(0);
  socket.setTimeout(IDLE, () => socket.destroy());
  socket.on('error', () => socket.destroy());
  socket.on('drain', () => socket.resume());
  socket.on('data', (chunk) => {
    input = input.length === 0 ? chunk : Buffer.concat([input, chunk]);
    let drained = true;
    for (let end = endOfMessage(input); end <= input.length; end = endOfMessage(input)) {
      const response = respond(live.world, input.subarray(2, end), 'tcp');
      input = input.subarray(end);
      if (!response) return void socket.destroy();
      const length = Buffer.alloc(2);
      length.writeUInt16BE(response.length);
      drained = socket.write(Buffer.concat([length, response]));
    }
    if (!drained) socket.pause();
  });
}

const endOfMessage = (input: Buffer) => (input.length < 2 ? Infinity : 2 + input.readUInt16BE(0));
