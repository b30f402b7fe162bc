// A terminal on a small world: keys in, the screen's text out.

import { createWorld, nextDue, runUntil, step, takeNotices } from '../../src/engine/world';
import type { TraceBody, TraceEventOf } from '../../src/engine/kernel/trace';
import type { World, WorldData } from '../../src/engine/world-types';
import { sleepsUntil } from '../../src/shell/foreground';
import { emptyScreen, foldScreen, screenText } from '../../src/shell/screen';
import { begin, createTerminal, notify, typeKeys } from '../../src/shell/terminal';
import type { Terminal } from '../../src/shell/types';
import { smallWorld } from './small-world';

/** The small world with what a shell needs: accounts, files, a host with two addresses, one behind a filter. */
export function consoleWorld(): WorldData {
  const data = smallWorld();
  const { hosts, zones } = data;
  hosts['mx1.campus.example']!.users = ['ada', 'you', 'root'];
  hosts['mx1.campus.example']!.files = { '/etc/motd': 'The mail server of the campus.\n' };
  hosts['ws1.campus.example']!.files = { '~/notes.txt': 'one\ntwo\nthree\n', '/srv/letters/a.eml': 'Subject: a\n' };
  hosts['two.campus.example'] = { addresses: ['192.0.2.31'], network: 'campus' };
  hosts['quiet.campus.example'] = { addresses: ['192.0.2.40'], network: 'campus', down: true, users: ['you'] };
  zones['campus.example']?.push(
    'two A 192.0.2.31',
    'two A 192.0.2.25',
    'quiet A 192.0.2.40',
    'empty A 192.0.2.200',
    'mail CNAME mx1',
    'ns1 A 192.0.2.53',
  );
  return data;
}

export class Console {
  readonly world: World;
  readonly terminal: Terminal;

  constructor(data: WorldData = consoleWorld(), host = 'ws1.campus.example', user = 'you') {
    this.world = createWorld(data, 1);
    this.terminal = createTerminal('t', host, user);
    begin(this.terminal, this.world);
  }

  /** Raw keys, without waiting. */
  keys(text: string): this {
    typeKeys(this.terminal, text, this.world);
    this.dispatch();
    return this;
  }

  /** Everything due within `milliseconds` happens. */
  wait(milliseconds: number): this {
    const until = this.world.now + milliseconds;
    while (nextDue(this.world) <= until) {
      step(this.world);
      this.dispatch();
    }
    runUntil(this.world, until);
    return this;
  }

  /** Until nothing is due within a minute and no program sleeps. */
  rest(): this {
    for (let turns = 0; turns < 1000; turns++) {
      const wake = sleepsUntil(this.terminal);
      const due = nextDue(this.world);
      if (wake !== null) this.wait(wake - this.world.now);
      else if (due <= this.world.now + 60_000) this.wait(due - this.world.now);
      else return this;
    }
    throw new Error('never rests');
  }

  /** Lines, each with Enter, each followed by rest. Returns what came on the screen since the last look. */
  run(...lines: string[]): string {
    this.look();
    for (const line of lines) this.keys(`${line}\r`).rest();
    return this.look();
  }

  private seen = 0;

  /** Text that came on the screen since the last look. */
  look(): string {
    const before = this.text(this.seen);
    this.seen = this.world.trace.length;
    return this.screen.startsWith(before) ? this.screen.slice(before.length) : this.screen;
  }

  get screen(): string {
    return this.text(this.world.trace.length);
  }

  private text(count: number): string {
    return screenText(foldScreen(emptyScreen(), this.world.trace.slice(0, count), 't'));
  }

  events<T extends TraceBody['type']>(type: T): TraceEventOf<T>[] {
    return this.world.trace.filter((event): event is TraceEventOf<T> => event.type === type);
  }

  private dispatch(): void {
    for (let told = takeNotices(this.world); told.length > 0; told = takeNotices(this.world)) {
      for (const { owner, notice } of told) if (owner === 't') notify(this.terminal, notice, this.world);
    }
  }
}
