// What the page shows while lessons from a disk are read and checked, and how that ends.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkFolders, type FolderNews } from '../../src/app/foreign-check';
import type { Offered, ReadFolder } from '../../src/app/foreign-files';
import { Opening } from '../../src/app/foreign-opening.svelte';
import { ForeignLessons } from '../../src/app/foreign';
import { goodLesson } from '../lesson/broken';
import { catalogue } from './lessons';

/** A thread that does its work when the test says so. */
class Thread extends EventTarget {
  static started: Thread[] = [];
  folders: ReadFolder[] = [];
  ended = false;

  constructor() {
    super();
    Thread.started.push(this);
  }

  postMessage(data: { folders: ReadFolder[] }): void {
    this.folders = data.folders;
  }

  terminate(): void {
    this.ended = true;
  }

  /** Says the first words of the check, or all. */
  work(words = Infinity): void {
    const said: FolderNews[] = [...checkFolders(this.folders, ['sandbox'])];
    for (const data of said.slice(0, words)) this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

const thread = () => Thread.started.at(-1)!;

function source(text?: string): () => Promise<Offered[]> {
  const files = { ...goodLesson(), ...(text === undefined ? {} : { 'world.json': text }) };
  return () =>
    Promise.resolve(
      Object.entries(files).map(([name, content]) => ({ path: `03-mine/${name}`, file: () => Promise.resolve(new File([content], name)) })),
    );
}

let lessons: ForeignLessons;
let opening: Opening;

beforeEach(() => {
  Thread.started = [];
  vi.stubGlobal('Worker', Thread);
  vi.useFakeTimers();
  lessons = new ForeignLessons();
  opening = new Opening(lessons, ['sandbox']);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('opening a lesson from a disk', () => {
  it('gives a lesson to play before the check is done', async () => {
    const opened = opening.open(source());
    expect(opening.phase).toBe('reading');
    await opened;
    expect([opening.phase, opening.busy]).toEqual(['checking', true]);
    thread().work(1);
    expect(opening.found[0]).toMatchObject({ name: '03-mine', faults: null, lesson: { slug: 'file--mine' } });
    expect(await lessons.beside(catalogue).fetch('file--mine')).toBe(opening.found[0]!.lesson);
    thread().work();
    expect([opening.phase, opening.busy, opening.found[0]!.faults, thread().ended]).toEqual(['done', false, [], true]);
  });

  it('says what is wrong, and nothing is held', async () => {
    await opening.open(source('{'));
    thread().work();
    expect(opening.found[0]).toMatchObject({ lesson: null, faults: [{ file: 'world.json', field: 'all of it' }] });
    expect(await lessons.beside(catalogue).fetch('file--mine')).toBeNull();
  });

  it('can be stopped; what is known stays', async () => {
    await opening.open(source());
    thread().work(1);
    opening.stop();
    expect([opening.phase, thread().ended, opening.found[0]!.lesson?.slug]).toEqual(['stopped', true, 'file--mine']);
    vi.advanceTimersByTime(60_000);
    expect(opening.phase).toBe('stopped');
  });

  it('ends by itself if nothing comes of it, and not before', async () => {
    await opening.open(source());
    vi.advanceTimersByTime(20_000);
    thread().work(1);
    vi.advanceTimersByTime(20_000);
    expect(opening.phase).toBe('checking');
    vi.advanceTimersByTime(20_000);
    expect([opening.phase, thread().ended]).toEqual(['endless', true]);
  });

  it('says so if the thread breaks down', async () => {
    await opening.open(source());
    thread().dispatchEvent(new Event('error'));
    expect([opening.phase, thread().ended]).toEqual(['failed', true]);
  });

  it('says so if there is nothing in it, or the browser gives it no more', async () => {
    await opening.open(() => Promise.resolve([]));
    expect(opening.phase).toBe('nothing');
    await opening.open(() => Promise.reject(new DOMException('', 'NotReadableError')));
    expect(opening.phase).toBe('gone');
    expect(Thread.started).toEqual([]);
  });

  it('reads the same again, and only the last reading counts', async () => {
    let text: string | undefined = '{';
    await opening.open(() => source(text)());
    thread().work();
    text = undefined;
    await opening.again();
    thread().work();
    expect(opening.found[0]!.faults).toEqual([]);
    const first = opening.again();
    const second = opening.open(source('{'));
    await Promise.all([first, second]);
    expect(Thread.started).toHaveLength(3);
    thread().work();
    expect(opening.found[0]!.lesson).toBeNull();
  });
});
