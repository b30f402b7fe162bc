// A world that goes on with the clock on the wall. Rules: its virtual time is the time since it began, times the speed;
// nothing here waits for it longer than a moment, so that whoever gives it much to do holds up no other; and it keeps no
// past, so that it can run for ever.

import { abort, createWorld, finish, nextDue, runUntil, send, step, takeNotices } from '../engine/world';
import type { Bytes } from '../engine/kernel/bytes';
import type { ConnectionId, HostName } from '../engine/kernel/trace';
import type { Notice, World, WorldData } from '../engine/world-types';
import { connectOutside, forgetPast, openEdge } from '../engine/world/outside';
import { heaviest, withinBounds } from './bridge-bounds';

/** So long the world runs before sockets have their turn again. Milliseconds on the wall. */
const TURN = 20;
/** setTimeout takes no more. Milliseconds. */
const LONGEST_WAIT = 0x7fff_ffff;
/** Events of the past that are kept for the moment. */
const PAST = 64;
/** Octets received before the bounds are looked at again. */
const LOOK = 4_194_304;

export type Told = (notice: Notice) => void;

/** Somebody outside with a connection. In a world that was started afresh the number may be another's, the owner never. */
export interface Caller {
  owner: string;
  id: ConnectionId;
}

export class LiveWorld {
  world: World;
  private began = performance.now();
  private readonly told = new Map<string, Told>();
  private soon: NodeJS.Immediate | undefined;
  private later: NodeJS.Timeout | undefined;
  private callers = 0;
  private received = 0;

  constructor(
    private readonly data: WorldData,
    private readonly seed: number,
    private readonly speed: number,
  ) {
    this.world = this.create();
  }

  /** The world as it was in the beginning. Nobody is told anything any more. */
  restart(): void {
    this.stop();
    this.began = performance.now();
    this.world = this.create();
  }

  /** Time stands still from now on, and nobody is told anything any more. */
  stop(): void {
    this.told.clear();
    this.unplan();
  }

  /** Opens a connection from outside; `told` hears what becomes of it until `leave`. */
  connect(host: HostName, port: number, told: Told): Caller {
    const owner = `outside ${this.callers++}`;
    this.told.set(owner, told);
    this.run();
    const id = connectOutside(this.world, { owner, host, port });
    this.run();
    return { owner, id };
  }

  send({ owner, id }: Caller, bytes: Bytes): void {
    if (!this.told.has(owner)) return;
    this.run();
    send(this.world, id, bytes);
    this.run();
    this.received += bytes.length;
    if (this.received > LOOK) this.dropHeaviest();
  }

  finish({ owner, id }: Caller): void {
    if (!this.told.has(owner)) return;
    finish(this.world, id);
    this.run();
  }

  /** The caller has gone. What is left of the connection is torn down. */
  leave({ owner, id }: Caller): void {
    if (!this.told.delete(owner)) return;
    abort(this.world, id);
    this.run();
  }

  private unplan(): void {
    clearImmediate(this.soon);
    clearTimeout(this.later);
  }

  private dropHeaviest(): void {
    this.received = 0;
    const id = heaviest(this.world);
    const owner = id === null ? null : this.world.connections[id]?.owner;
    if (id !== null && owner) this.told.get(owner)?.({ type: 'reset', connection: id });
  }

  private create(): World {
    const world = createWorld(withinBounds(this.data), this.seed);
    openEdge(world);
    return world;
  }

  /** Does what is due by now, and looks again when something more will be. */
  private run(): void {
    this.unplan();
    const { world } = this;
    const now = this.now();
    const enough = performance.now() + TURN;
    while (nextDue(world) <= now && performance.now() < enough) step(world);
    if (world.trace.length > PAST) forgetPast(world);
    const due = nextDue(world);
    if (due > now) runUntil(world, now);
    const wait = due > now ? Math.min((due - now) / this.speed, LONGEST_WAIT) : 0;
    if (wait === 0) this.soon = setImmediate(() => this.run());
    else if (due < Infinity) this.later = setTimeout(() => this.run(), Math.ceil(wait));
    for (const { owner, notice } of takeNotices(world)) this.told.get(owner)?.(notice);
  }

  private now(): number {
    return Math.floor((performance.now() - this.began) * this.speed);
  }
}
