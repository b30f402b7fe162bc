// A bridge in this process, on ports that happen to be free, and what came through it.

import { connect, type Socket } from 'node:net';
import { openBridge, type Bridge } from '../../src/cli/bridge';
import type { WorldData } from '../../src/engine/world-types';
import { smallWorld } from './small-world';

/** The small world, with a listener that takes no large letters and soon loses its patience, and one that never does. */
export function bridgedWorld(): WorldData {
  const world = smallWorld();
  world.hosts['mx1.campus.example']?.services?.push(
    { port: 2525, protocol: 'smtp', service: 'smtp-small', dialect: 'postfix-like', limits: { messageOctets: 2_000, idle: 3_000 } },
    { port: 2526, protocol: 'smtp', service: 'smtp-patient', dialect: 'postfix-like', limits: { errors: 1e9, junkCommands: 1e9 } },
  );
  return world;
}

export function bridgeTo(world = bridgedWorld(), speed = 1): Promise<Bridge> {
  return openBridge({ world, seed: 1, portBase: 0, speed });
}

/** The port on this machine of a listener, by its service's name. */
export function portOf({ facts }: Pick<Bridge, 'facts'>, service: string): number {
  const found = facts.listeners.find((listener) => listener.service === service);
  if (!found) throw new Error(`no listener ${service}`);
  return found.listen;
}

/** Letters in a mailbox of the small world, as stored. */
export function lettersOf({ live }: Bridge, user: string): string[] {
  return live.world.sites['campus']?.mailboxes[user]?.messages.map(({ content }) => content) ?? [];
}

/** A client that says exactly what it is told to. */
export class RawClient {
  heard = '';
  closed = false;
  readonly socket: Socket;

  constructor(port: number) {
    this.socket = connect(port, '127.0.0.1');
    this.socket.setEncoding('latin1');
    this.socket.on('data', (text: string) => (this.heard += text));
    this.socket.on('error', () => undefined);
    this.socket.on('close', () => (this.closed = true));
  }

  say(text: string): this {
    this.socket.write(text, 'latin1');
    return this;
  }

  /** Until this has been heard; an Error after five seconds. */
  async hear(what: RegExp): Promise<this> {
    await until(
      () => what.test(this.heard),
      () => `${what} not in ${JSON.stringify(this.heard.slice(-300))}`,
    );
    return this;
  }

  async gone(): Promise<void> {
    await until(
      () => this.closed,
      () => 'the connection is still open',
    );
  }
}

/** Waits until something is true; an Error after five seconds. */
export async function until(isTrue: () => boolean, why: () => string): Promise<void> {
  for (const began = performance.now(); !isTrue();) {
    if (performance.now() - began > 5_000) throw new Error(why());
    await new Promise((later) => setTimeout(later, 5));
  }
}
