// The lab a person plays, and the one value the page is drawn from. Every change of the page's main
// matter goes through #show, which holds the only assignment.

import type { Instant } from '../engine/kernel/schedule';
import type { ConnectionId } from '../engine/kernel/trace';
import { allBranches, branchesOf, fork, idOf, redo, switchTo, type Branches } from '../lab/branches';
import { cutAt, nextShown, remember, stepOnWire, undone, type Kept } from '../lab/history';
import { input, runUntil, sleepingUntil } from '../lab/lab';
import type { Deed, Input, Lab, Recording } from '../lab/types';
import type { Progress } from '../lesson/progress';
import { otherSeed } from '../lesson/variants';
import type { Catalogue } from './lessons';
import type { Notice } from './notice';
import { cannotReturn, labOf } from './other-branch';
import { writeRecording } from './recording-text';
import { freshLab, restore } from './restore';
import type { Recordings } from './storage';
import { Sight, type TerminalTab } from './sight';
import { lookAt, playOn, rateOf, RUNNING, type Pace, type Timing } from './timing';
import type { View } from './view';

export interface Shown {
  /** Of now, or of the past moment that is looked at. */
  view: View;
  terminals: readonly TerminalTab[];
  /** Numbers the labs of this page: what remembers something about a lab is keyed by it. */
  lab: number;
  notice: Notice | null;
  time: TimeShown;
}

/** Time itself, whichever moment is shown. */
export interface TimeShown extends Timing {
  /** What has happened up to now, what time it is now, and how far the lesson has come. */
  count: number;
  now: Instant;
  progress: Progress;
  canUndo: boolean;
  canRedo: boolean;
  /** By number; one of them is being played. */
  branches: readonly Recording[];
  branch: number;
}

/** Milliseconds of wall time after an input until it is saved, however much is typed meanwhile. */
const SAVE_DELAY = 400;

export class Session {
  #shown = $state.raw<Shown | null>(null);

  readonly #catalogue: Catalogue;
  readonly #recordings: Recordings;
  #lab: Lab | null = null;
  #labs = 0;
  #opening = '';
  #sight: Sight | null = null;
  #kept: readonly Kept[] = [];
  #timing = RUNNING;
  #notice: Notice | null = null;
  #saving: ReturnType<typeof setTimeout> | undefined;

  constructor(catalogue: Catalogue, recordings: Recordings) {
    this.#catalogue = catalogue;
    this.#recordings = recordings;
  }

  /** What the page shows; null while no lesson is open. */
  get shown(): Shown | null {
    return this.#shown;
  }

  /** Opens a lesson where it was left. False if there is no such lesson; rejects if it cannot be fetched. */
  async open(slug: string): Promise<boolean> {
    this.close();
    this.#opening = slug;
    const lesson = await this.#catalogue.fetch(slug);
    if (!lesson) return false;
    if (this.#opening !== slug) return true;
    const restored = await restore(lesson, this.#recordings);
    if (this.#opening === slug) this.#begin(restored.lab, restored.notice);
    return true;
  }

  /** Puts the lesson away. What was done is saved. */
  close(): void {
    this.save();
    this.#recordings.release();
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

  /** Keys as a keyboard sends them, Enter being CR. False in the past, where nothing can be typed. */
  type(terminal: string, keys: string): boolean {
    return this.#act((lab) => input(lab, { type: 'keys', terminal, keys }));
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

  /** Changes something in the world, as far as the lesson allows it. A schedule on trial takes time, so time goes on. */
  change(what: Deed): void {
    this.#act((lab) => input(lab, what));
    if (what.type === 'schedule') this.pause(false);
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

  /** Virtual milliseconds that pass in one of the wall's, where the page stands. */
  get rate(): number {
    return rateOf(this.#timing);
  }

  /** Virtual milliseconds have passed. A `sleep` that only time can end is over at once. */
  tick(milliseconds: number): void {
    const lab = this.#lab;
    const before = this.#shown?.view;
    if (!lab || !before) return;
    if (this.#timing.looking !== null) this.#timing = playOn(this.#timing, lab, before.count, milliseconds);
    else runUntil(lab, sleepingUntil(lab) ?? lab.world.now + milliseconds);
    const { looking } = this.#timing;
    const seconds = (now: Instant) => Math.floor(now / 1000);
    if (looking !== null || before.count !== lab.world.trace.length || seconds(before.now) !== seconds(lab.world.now)) this.#show();
  }

  /** Stops time, or lets it go on; in the past, plays it again from there. */
  pause(still: boolean): void {
    const { looking } = this.#timing;
    this.#time(looking === null ? { paused: still } : { playing: !still });
  }

  setPace(pace: Pace): void {
    this.#time({ pace });
  }

  /** Stops time and lets the next thing on the wire happen. False if nothing is on its way. */
  step(): boolean {
    const lab = this.#lab;
    const { looking } = this.#timing;
    if (!lab || !this.#shown) return false;
    if (looking !== null) {
      this.#timing = { ...this.#timing, playing: false };
      this.seek(nextShown(lab.world.trace, this.#shown.view.count));
      return true;
    }
    const moved = stepOnWire(lab);
    this.#time({ paused: true });
    return moved;
  }

  /** Looks at the moment of an instant (ms); null is now. Changes nothing of what was done. */
  seek(at: Instant | null): void {
    if (this.#lab) this.#time(lookAt({ ...this.#timing, playing: false }, this.#lab, at));
  }

  /** Goes on from the past moment that is looked at. What came after it is a branch left behind. */
  continueHere(): void {
    const { looking } = this.#timing;
    this.#branch((branches) => (looking === null ? null : fork(branches, cutAt(branches.current, looking))));
  }

  /** Takes back the last thing done. */
  undo(): void {
    this.#branch((branches) => {
      const cut = undone(branches.current);
      return cut && fork(branches, cut);
    });
  }

  /** Does again what was undone, as long as nothing else has been done since. */
  redo(): void {
    this.#branch(redo);
  }

  /** Returns to a branch left behind, as it was left. False, and it is told, if the lesson as it is now cannot play it. */
  switchTo(branch: number): boolean {
    return this.#branch((branches) => switchTo(branches, branch));
  }

  /** Shows another conversation in the glass, until a new one begins. */
  look(connection: ConnectionId): void {
    if (this.#shown) this.#sight?.choose(connection, this.#shown.view.count);
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
    this.#kept = [];
    this.#labs += 1;
    this.#notice = notice ?? this.#notice;
    this.#take(lab, RUNNING);
  }

  /** Another lab of the same lesson takes the place of this one. */
  #take(lab: Lab, timing: Timing): void {
    this.#lab = lab;
    this.#sight = new Sight(lab);
    this.#timing = timing;
    this.#show();
  }

  #branch(change: (branches: Branches) => Branches | null): boolean {
    const lab = this.#lab;
    const branches = lab && change(branchesOf(lab.recording));
    if (!branches) return false;
    const rebuilt = labOf(branches, lab, this.#kept);
    if (rebuilt) {
      this.#kept = rebuilt.kept;
      this.#take(rebuilt.lab, { ...this.#timing, looking: null, playing: false });
      this.#saveSoon();
    } else this.tell(cannotReturn(lab));
    return rebuilt !== null;
  }

  #time(change: Partial<Timing>): void {
    this.#timing = { ...this.#timing, ...change };
    this.#show();
  }

  /** In the past nothing can be done. */
  #act(act: (lab: Lab) => void): boolean {
    if (!this.#lab || this.#timing.looking !== null) return false;
    act(this.#lab);
    this.#kept = remember(this.#kept, this.#lab);
    this.#show();
    this.#saveSoon();
    return true;
  }

  /** Not put off by what is typed next: somebody who types on without a pause is saved too. */
  #saveSoon(): void {
    this.#saving ??= setTimeout(() => this.save(), SAVE_DELAY);
  }

  #show(): void {
    this.#shown = this.#lab && this.#sight && this.#picture(this.#lab, this.#sight);
  }

  #picture(lab: Lab, sight: Sight): Shown {
    const view = sight.view(this.#timing.looking);
    const branches = branchesOf(lab.recording);
    const time = {
      ...this.#timing,
      count: lab.world.trace.length,
      now: lab.world.now,
      progress: sight.progress,
      canUndo: lab.recording.inputs.length > 0,
      canRedo: redo(branches) !== null,
      branches: allBranches(branches),
      branch: idOf(lab.recording),
    };
    return { view, terminals: sight.terminals(view.count), lab: this.#labs, notice: this.#notice, time };
  }
}
