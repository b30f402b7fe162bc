// Opening lessons from a disk, as the page shows it: reading, checking with progress, stopping, reading again.

import type { Lesson } from '../lesson/types';
import type { CheckedFault, FolderNews } from './foreign-check';
import type { ForeignLessons } from './foreign';
import { linterThread } from './foreign-thread';
import { readFolders, type Offered, type ReadFolder } from './foreign-files';

/** One lesson that was found. */
export interface Found {
  /** As it is called on the disk; empty for files without a folder. */
  name: string;
  /** Null if it cannot be played, or is not known yet. */
  lesson: Lesson | null;
  /** Null until the linter is done; then it is everything. */
  faults: readonly CheckedFault[] | null;
  /** What its translations lack. */
  notes: readonly CheckedFault[];
  played: number;
  all: number;
}

/** `gone`: the browser does not give the files any more. `endless`: no lesson came of them in a time that is enough for any. */
export type Phase = 'idle' | 'reading' | 'checking' | 'done' | 'stopped' | 'nothing' | 'gone' | 'endless' | 'failed';

/** Milliseconds in which something must come of a folder. */
const PATIENCE = 30_000;

/** Lists what there is to open; asked again when it is read again. */
export type Source = () => Promise<Offered[]>;

export class Opening {
  phase = $state<Phase>('idle');
  found = $state.raw<readonly Found[]>([]);

  readonly #lessons: ForeignLessons;
  readonly #slugs: readonly string[];
  #source: Source | null = null;
  #worker: Worker | null = null;
  #turn = 0;
  #patience: ReturnType<typeof setTimeout> | undefined;

  /** `slugs` are the lessons of this page. */
  constructor(lessons: ForeignLessons, slugs: readonly string[]) {
    this.#lessons = lessons;
    this.#slugs = slugs;
  }

  get busy(): boolean {
    return this.phase === 'reading' || this.phase === 'checking';
  }

  /** Reads and checks what a source lists. Never rejects. */
  async open(source: Source): Promise<void> {
    this.#end();
    const turn = ++this.#turn;
    this.#source = source;
    this.phase = 'reading';
    const folders = await source()
      .then(readFolders)
      .catch(() => null);
    if (turn !== this.#turn) return;
    if (!folders) return void (this.phase = 'gone');
    this.found = folders.map(({ name }) => ({ name, lesson: null, faults: null, notes: [], played: 0, all: 1 }));
    if (folders.length === 0) this.phase = 'nothing';
    else this.#check(folders);
  }

  /** Reads the same again, as it is on the disk now. */
  async again(): Promise<void> {
    if (this.#source) await this.open(this.#source);
  }

  /** Ends the work. What is known stays. */
  stop(): void {
    this.#turn++;
    this.#end();
    this.phase = 'stopped';
  }

  #check(folders: readonly ReadFolder[]): void {
    this.phase = 'checking';
    const worker = linterThread();
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<FolderNews>) => this.#hear(data));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#fail('failed');
    });
    worker.postMessage({ folders, slugs: this.#slugs });
    this.#wait();
  }

  #hear(news: FolderNews): void {
    this.#wait();
    this.found = this.found.map((found, index) => (index === news.index ? told(found, news) : found));
    if (news.type === 'opened' && news.lesson) this.#lessons.hold(news.lesson);
    if (news.type !== 'checked' || news.index < this.found.length - 1) return;
    this.#end();
    this.phase = 'done';
  }

  #wait(): void {
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => this.#fail('endless'), PATIENCE);
  }

  #fail(phase: Phase): void {
    this.#end();
    this.phase = phase;
  }

  #end(): void {
    clearTimeout(this.#patience);
    this.#worker?.terminate();
    this.#worker = null;
  }
}

function told(found: Found, news: FolderNews): Found {
  switch (news.type) {
    case 'opened':
      return { ...found, lesson: news.lesson };
    case 'played':
      return { ...found, played: news.played, all: news.all };
    case 'checked':
      return { ...found, faults: news.faults, notes: news.notes };
  }
}
