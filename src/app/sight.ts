// What a lab looks like at a moment: folds of its trace. Past moments are asked for at random while
// somebody drags the timeline, so the slow fold (progress) leaves checkpoints on its way.

import type { Instant } from '../engine/kernel/schedule';
import type { ConnectionId, TraceEventOf } from '../engine/kernel/trace';
import { carrierAt } from '../engine/kernel/carriers';
import { countAt } from '../lab/history';
import type { Lab } from '../lab/types';
import { advance, startProgress, type Progress } from '../lesson/progress';
import type { View } from './view';

export interface TerminalTab {
  name: string;
  host: string;
  user: string;
}

/** Events between two checkpoints. */
const SPACING = 500;

export class Sight {
  readonly #lab: Lab;
  #read = 0;
  /** Progress after the first `seen` events; the last one is the newest and moves on. */
  readonly #progress: Progress[];
  /** Connections that people opened, at their terminals. */
  readonly #connects: TraceEventOf<'net.connect'>[] = [];
  readonly #logins: TraceEventOf<'terminal.login'>[] = [];
  /** A conversation chosen instead of the latest one. */
  #chosen: { connection: ConnectionId; latest: ConnectionId | null } | null = null;

  constructor(lab: Lab) {
    this.#lab = lab;
    this.#progress = [startProgress(lab.lesson)];
  }

  /** The view of an instant (ms), or of now. */
  view(at: Instant | null): View {
    const { lesson, world } = this.#lab;
    this.#readOn();
    const count = at === null ? world.trace.length : countAt(world.trace, at);
    const latest = this.#latestConnection(count);
    return {
      trace: world.trace,
      count,
      now: at ?? world.now,
      epoch: world.epoch,
      lesson,
      progress: this.#progressAt(count),
      connection: this.#chosen?.latest === latest ? this.#chosen.connection : latest,
    };
  }

  /** How far the lesson has come by now. */
  get progress(): Progress {
    return this.#progressAt(this.#lab.world.trace.length);
  }

  /** The terminals that there are after the first `count` events, and who is logged in where. */
  terminals(count: number): TerminalTab[] {
    const tabs = new Map<string, TerminalTab>();
    for (const { seq, terminal, host, user } of this.#logins) if (seq < count) tabs.set(terminal, { name: terminal, host, user });
    return [...tabs.values()];
  }

  /** Shows another conversation than the latest, as long as that is the latest. */
  choose(connection: ConnectionId, count: number): void {
    this.#chosen = { connection, latest: this.#latestConnection(count) };
  }

  #readOn(): void {
    const { trace } = this.#lab.world;
    for (; this.#read < trace.length; this.#read++) {
      const event = trace[this.#read]!;
      if (event.type === 'net.connect' && !carrierAt(trace, this.#read)) this.#connects.push(event);
      if (event.type === 'terminal.login') this.#logins.push(event);
    }
  }

  #latestConnection(count: number): ConnectionId | null {
    return this.#connects.filter(({ seq }) => seq < count).at(-1)?.connection ?? null;
  }

  #progressAt(count: number): Progress {
    const { lesson, world } = this.#lab;
    for (let last = this.#progress.at(-1)!; last.seen < world.trace.length; last = this.#progress.at(-1)!) {
      const next = advance(lesson, last, world.trace, Math.min(world.trace.length, this.#nextCheckpoint(last.seen)));
      if (last.seen % SPACING !== 0) this.#progress.pop();
      this.#progress.push(next);
    }
    const before = this.#progress.filter(({ seen }) => seen <= count).at(-1)!;
    return advance(lesson, before, world.trace, count);
  }

  #nextCheckpoint(seen: number): number {
    return (Math.floor(seen / SPACING) + 1) * SPACING;
  }
}
