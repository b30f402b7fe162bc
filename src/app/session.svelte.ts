// The lab a person plays, and the one value the page is drawn from. Every change of the page's main
// matter goes through #show, which holds the only assignment.

import type { Instant } from '../engine/kernel/schedule';
import type { ConnectionId } from '../engine/kernel/trace';
import { input, runUntil, sleepingUntil } from '../lab/lab';
import type { Input, Lab } from '../lab/types';
import { advance, startProgress, type Progress } from '../lesson/progress';
import { otherSeed } from '../lesson/variants';
import { findLesson, type Catalogue } from './lessons';
import type { Notice } from './notice';
import { writeRecording } from './recording-text';
import { freshLab, restore } from './restore';
import type { Recordings } from './storage';
import type { View } from './view';

export interface TerminalTab {
  name: string;
  host: string;
  user: string;
}

export interface Shown {
  view: View;
  terminals: readonly TerminalTab[];
  /** Numbers the labs of this page: what remembers something about a lab is keyed by it. */
  lab: number;
  notice: Notice | null;
}

/** Milliseconds of wall time after an input until it is saved. */
const SAVE_DELAY = 400;

export class Session {
  #shown = $state.raw<Shown | null>(null);

  readonly #catalogue: Catalogue;
  readonly #recordings: Recordings;
  #lab: Lab | null = null;
  #labs = 0;
  #opening = '';
  #progress: Progress | null = null;
  #notice: Notice | null = null;
  #connection: ConnectionId | null = null;
  #connectionsRead = 0;
  #saving: ReturnType<typeof setTimeout> | undefined;

  constructor(catalogue: Catalogue, recordings: Recordings) {
    this.#catalogue = catalogue;
    this.#recordings = recordings;
  }

  /** What the page shows; null while no lesson is open. */
  get shown(): Shown | null {
    return this.#shown;
  }

  /** Opens a lesson where it was left. False if there is no such lesson. */
  async open(slug: string): Promise<boolean> {
    this.close();
    const lesson = findLesson(this.#catalogue, slug);
    if (!lesson) return false;
    this.#opening = slug;
    const restored = await restore(lesson, this.#recordings);
    if (this.#opening === slug) this.#begin(restored.lab, restored.notice);
    return true;
  }

  /** Puts the lesson away. What was done is saved. */
  close(): void {
    this.save();
    this.#opening = '';
    this.#lab = null;
    this.#show();
  }

  /** Begins the same lesson again, with other names if it has variants and they are wanted. What was done is set aside, not thrown away. */
  async restart(names: 'same' | 'other' = 'same'): Promise<void> {
    const lab = this.#lab;
    if (!lab) return;
    if (lab.recording.inputs.length > 0) await this.#recordings.keep(lab.lesson.slug, 'restarted', writeRecording(lab.recording));
    const other = names === 'other' ? otherSeed(lab.lesson) : null;
    this.#begin(freshLab(lab.lesson, other ?? lab.recording.seed), null);
    this.save();
  }

  /** Keys as a keyboard sends them, Enter being CR. */
  type(terminal: string, keys: string): void {
    this.#act((lab) => input(lab, { type: 'keys', terminal, keys }));
  }

  predict(step: string, option: string): void {
    this.#act((lab) => input(lab, { type: 'predict', step, option }));
  }

  answer(step: string, item: string, value: string): void {
    this.#act((lab) => input(lab, { type: 'answer', step, item, value }));
  }

  hint(step: string, hint: Extract<Input, { type: 'hint' }>['hint']): void {
    this.#act((lab) => input(lab, { type: 'hint', step, hint }));
  }

  /** In the sandbox: the host's mail server speaks this dialect from the next connection on. */
  switchDialect(host: string, dialect: string): void {
    this.#act((lab) => input(lab, { type: 'dialect', host, dialect }));
  }

  /** Opens one more terminal and returns its name. */
  openTerminal(): string {
    let number = 2;
    while (this.#lab?.terminals[`term${number}`]) number++;
    const name = `term${number}`;
    this.#act((lab) => input(lab, { type: 'open', terminal: name }));
    return name;
  }

  /** Lets virtual milliseconds pass at once. */
  wait(milliseconds: number): void {
    this.#act((lab) => runUntil(lab, lab.world.now + milliseconds));
  }

  /** Milliseconds have passed on the wall. A `sleep` that only time can end is over at once. */
  tick(milliseconds: number): void {
    const lab = this.#lab;
    if (!lab) return;
    const before = this.#shown?.view;
    runUntil(lab, sleepingUntil(lab) ?? lab.world.now + milliseconds);
    const seconds = (now: Instant) => Math.floor(now / 1000);
    if (before?.count !== lab.world.trace.length || seconds(before.now) !== seconds(lab.world.now)) this.#show();
  }

  /** Shows another conversation in the glass, until a new one begins. */
  look(connection: ConnectionId): void {
    this.#connection = connection;
    this.#show();
  }

  /** Tells the person something, at once or as soon as a lesson is open; null takes it away. */
  tell(notice: Notice | null): void {
    this.#notice = notice;
    this.#show();
  }

  /** Saves the recording now. */
  save(): void {
    clearTimeout(this.#saving);
    this.#saving = undefined;
    if (this.#lab) void this.#recordings.save(this.#lab.lesson.slug, writeRecording(this.#lab.recording));
  }

  #begin(lab: Lab, notice: Notice | null): void {
    this.#lab = lab;
    this.#labs += 1;
    this.#progress = startProgress(lab.lesson);
    this.#connection = null;
    this.#connectionsRead = 0;
    this.#notice = notice ?? this.#notice;
    this.#show();
  }

  #act(act: (lab: Lab) => void): void {
    if (!this.#lab) return;
    act(this.#lab);
    this.#show();
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => this.save(), SAVE_DELAY);
  }

  #show(): void {
    this.#shown = this.#lab && this.#picture(this.#lab);
  }

  #picture(lab: Lab): Shown {
    const { trace, now, epoch } = lab.world;
    this.#progress = advance(lab.lesson, this.#progress ?? startProgress(lab.lesson), trace);
    for (const event of trace.slice(this.#connectionsRead)) if (event.type === 'net.connect') this.#connection = event.connection;
    this.#connectionsRead = trace.length;
    const view: View = {
      trace,
      count: trace.length,
      now,
      epoch,
      lesson: lab.lesson,
      progress: this.#progress,
      connection: this.#connection,
    };
    const terminals = Object.values(lab.terminals).map(({ name, logins }) => ({
      name,
      host: logins.at(-1)!.host,
      user: logins.at(-1)!.user,
    }));
    return { view, terminals, lab: this.#labs, notice: this.#notice };
  }
}
