import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { connectDatabase, type Entry } from '../../src/app/database';
import { Library } from '../../src/app/library';
import { writeRecording } from '../../src/app/recording-text';
import { freshLab } from '../../src/app/restore';
import { Recordings } from '../../src/app/storage';
import { input } from '../../src/lab/lab';
import { catalogue } from './lessons';

const SLUG = catalogue.lessons[0]!.slug;
const lesson = (await catalogue.fetch(SLUG))!;
const terminal = lesson.world.terminals[0]!.name;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

function textOf(keys: string): string {
  const lab = freshLab(lesson);
  if (keys) input(lab, { type: 'keys', terminal, keys });
  return writeRecording(lab.recording);
}

function open() {
  const recordings = new Recordings(connectDatabase, expect.fail);
  return { recordings, library: new Library(recordings, catalogue) };
}

const entry = (key: string, text: string, more: Partial<Entry> = {}): Entry => ({
  ...{ key, lesson: SLUG, name: '', saved: 1, kept: null, version: null, text },
  ...more,
});

describe('my recordings', () => {
  it('are all in which something was done, the newest first, with what can be told without playing them', async () => {
    const { recordings, library } = open();
    await recordings.shelf.commit({
      put: [
        entry('old', textOf('date\r'), { saved: 1 }),
        entry('new', textOf('date\r'), { saved: 2 }),
        entry('nothing', textOf(''), { saved: 3 }),
        entry('named', textOf(''), { saved: 4, name: 'x' }),
        entry('cut', '{', { saved: 5 }),
        entry('newer', '{"format":"helo-world-recording/2"}', { saved: 6 }),
        entry('strange', textOf('date\r').replace(SLUG, 'other'), { saved: 7, lesson: 'other' }),
      ],
      current: { lesson: SLUG, key: 'old' },
    });
    const listed = await library.list();
    expect(listed.map(({ entry: { key }, fault, current }) => [key, fault, current])).toEqual([
      ['strange', 'unknown', false],
      ['newer', 'newer', false],
      ['cut', 'damaged', false],
      ['named', null, false],
      ['new', null, false],
      ['old', null, true],
    ]);
  });

  it('tell by being played how far they come and whether the lesson has changed', async () => {
    const { recordings, library } = open();
    const text = textOf('telnet mx1.campus.example\r').replace(/"end":\d+/, '"end":9000');
    await recordings.shelf.commit({ put: [entry('a', text), entry('b', text.replace(lesson.hash, 'x')), entry('c', '{')] });
    const [a, b, c] = await Promise.all((await library.list()).map((each) => library.play(each)));
    expect(a).toEqual({ standing: { done: 1, current: lesson.steps[1]!.id }, older: false });
    expect(b).toMatchObject({ older: true });
    expect(c).toBeNull();
  });

  it('can be made the one to go on with', async () => {
    const { recordings, library } = open();
    const old = entry('old', textOf('date\r'));
    await recordings.shelf.commit({ put: [old] });
    expect(await library.open(old)).toBe(`#/lesson/${SLUG}`);
    expect((await recordings.load(SLUG))?.key).toBe('old');
  });

  it('can be renamed, also while they are being played', async () => {
    const { recordings, library } = open();
    await recordings.save(SLUG, textOf('a'));
    const [listed] = await library.list();
    await library.rename(listed!.entry, '  Monday ');
    expect((await library.list())[0]!.entry.name).toBe('Monday');
  });

  it('are gone when deleted, and back when that is undone, as what the lesson goes on with', async () => {
    const { recordings, library } = open();
    await recordings.save(SLUG, textOf('date\r'));
    recordings.release();
    const [listed] = await library.list();
    const removed = await library.remove(listed!.entry);
    expect(await library.list()).toEqual([]);
    expect(await recordings.peek(SLUG)).toBeNull();
    await library.putBack(removed);
    expect(await library.list()).toEqual([listed]);
    expect((await recordings.peek(SLUG))?.key).toBe(listed!.entry.key);
  });

  it('are added once', async () => {
    const { library } = open();
    expect(await library.add(entry('a', textOf('date\r')))).toBe(true);
    expect(await library.add(entry('b', textOf('date\r')))).toBe(false);
    expect(await library.list()).toHaveLength(1);
  });

  it('are all gone when erased, and whoever watches hears of every change', async () => {
    const { recordings, library } = open();
    const watcher = vi.fn();
    const stop = recordings.watch(watcher);
    await library.add(entry('a', textOf('date\r')));
    expect(await library.erase()).toBe(true);
    expect(await recordings.shelf.all()).toEqual([]);
    expect(watcher).toHaveBeenCalledTimes(2);
    stop();
    await library.add(entry('a', textOf('date\r')));
    expect(watcher).toHaveBeenCalledTimes(2);
  });
});
