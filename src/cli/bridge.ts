// `sim bridge`: a world's listeners on ports of this machine, so that any mail program can talk to them. Rule: only on
// 127.0.0.1. What the world is for is to be wrong in it, and nobody else's.

import { createServer, type Server, type Socket } from 'node:net';
import type { HostName } from '../engine/kernel/trace';
import type { ServiceData, SmtpServiceData, WorldData } from '../engine/world-types';
import { MOST_CONNECTIONS } from './bridge-bounds';
import { joinSocket } from './bridge-client';
import { openNames, type Names } from './bridge-names';
import { closeServer, countIn, dropAll, listenOn } from './bridge-ports';
import { LiveWorld } from './bridge-world';
import { UserFault } from './fault';

const HIGHEST_PORT = 65_535;
const TOO_MANY = '421 4.3.2 Too many connections, try again later\r\n';

export interface BridgeOptions {
  world: WorldData;
  seed: number;
  /** The first port; the others follow. 0: whichever are free. */
  portBase: number;
  /** Virtual seconds in a second. */
  speed: number;
}

export interface Listening {
  host: HostName;
  service: string;
  /** Port in the world. */
  port: number;
  /** Port on this machine. */
  listen: number;
  tls: 'none';
}

/** What the bridge tells whoever started it: the one line of JSON. */
export interface Facts {
  listeners: Listening[];
  /** Where names are answered, for all zones of the world; null if it has no name server. */
  dns: { udp: number; tcp: number } | null;
  accounts: { user: string; password: string; hosts: HostName[] }[];
}

export interface Bridge {
  facts: Facts;
  live: LiveWorld;
  /** The world is as in the beginning; all connections drop, all ports stay open. */
  restart(): void;
  close(): Promise<void>;
}

/** Opens every listener. A UserFault if a port cannot be had; then none is open. */
export async function openBridge({ world, seed, portBase, speed }: BridgeOptions): Promise<Bridge> {
  const services = smtpServices(world);
  if (portBase + services.length > HIGHEST_PORT) throw new UserFault(`From ${portBase} on there are not enough ports; the last is 65535.`);
  const live = new LiveWorld(world, seed, speed);
  const sockets = new Set<Socket>();
  const servers: Server[] = [];
  let names: Names | null = null;
  const portAt = (index: number) => (portBase === 0 ? 0 : portBase + index);
  let closed = false;
  const close = async () => {
    closed = true;
    live.stop();
    dropAll(sockets);
    await Promise.all([...servers.map(closeServer), names?.close()]);
  };
  try {
    const listeners: Listening[] = [];
    for (const [index, { host, service }] of services.entries()) {
      const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (socket) => {
        accept(socket, sockets, () => (closed ? socket.destroy() : joinSocket(socket, live, host, service.port)));
      });
      servers.push(server);
      const listen = await listenOn(server, portAt(index), `${host} port ${service.port}`);
      listeners.push({ host, service: service.service ?? service.protocol, port: service.port, listen, tls: 'none' });
    }
    names = servesNames(world) ? await openNames(live, portAt(services.length)) : null;
    const facts: Facts = { listeners, dns: names && { udp: names.udp, tcp: names.tcp }, accounts: [] };
    const restart = () => {
      live.restart();
      dropAll(sockets);
    };
    return { facts, live, restart, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Counts a new socket, and begins with it after one more turn of the loop: a signal that was sent before the connection was
 * made may be told one turn after it, and must not drop it.
 */
function accept(socket: Socket, sockets: Set<Socket>, begin: () => void): void {
  socket.on('error', () => undefined);
  const admit = () => {
    if (socket.destroyed) return;
    if (sockets.size >= MOST_CONNECTIONS) {
      socket.end(TOO_MANY, () => socket.destroy());
      return;
    }
    countIn(socket, sockets);
    begin();
  };
  setImmediate(() => setImmediate(admit));
}

function smtpServices(world: WorldData): { host: HostName; service: SmtpServiceData }[] {
  return Object.entries(world.hosts).flatMap(([host, { services = [] }]) => services.filter(isSmtp).map((service) => ({ host, service })));
}

const isSmtp = (service: ServiceData): service is SmtpServiceData => service.protocol === 'smtp';

function servesNames(world: WorldData): boolean {
  return Object.values(world.hosts).some(({ services = [] }) => services.some(({ protocol }) => protocol === 'dns'));
}
