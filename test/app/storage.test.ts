import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { connectDatabase, type Database } from '../../src/app/database';
import type { StorageFault } from '../../src/app/shelf';
import { Recordings, type Surroundings } from '../../src/app/storage';
import { tabsTogether } from './tabs';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  let clock = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => ++clock);
});

/** A page that was just loaded. */
function page(around: Surroundings = {}, connect: () => Promise<Database> = connectDatabase) {
  const faults: StorageFault[] = [];
  const recordings = new Recordings(connect, (fault) => faults.push(fault), around);
  const shelf = async () => (await recordings.shelf.all()).map(({ lesson, text, kept }) => [lesson, text, kept]);
  return { recordings, faults, shelf };
}

/** A database in which `what` fails as long as `failing.now`. */
function failing(name: string) {
  const failing = { now: true };
  const connect = async () => {
    const database = await connectDatabase();
    const transaction = database.transaction.bind(database) as (...args: unknown[]) => unknown;
    return new Proxy(database, {
      get: (target, property) => {
        if (property !== 'transaction') return Reflect.get(target, property) as unknown;
        return (...args: unknown[]) => {
          if (failing.now) throw new DOMException('no room', name);
          return transaction(...args);
        };
      },
    });
  };
  return { failing, connect };
}

describe('recordings on this device', () => {
  it('are found by the next page, one to a lesson', async () => {
    const { recordings } = page();
    expect(await recordings.load('dots')).toBeNull();
    await recordings.save('dots', 'one');
    await recordings.save('dots', 'two');
    await recordings.load('queue');
    await recordings.save('queue', 'three');
    const next = page();
    expect((await next.recordings.peek('dots'))?.text).toBe('two');
    expect((await next.recordings.load('queue'))?.text).toBe('three');
    expect(await next.shelf()).toHaveLength(2);
  });

  it('are gone on with under a key of the page’s own, which replaces the old one', async () => {
    const first = page();
    await first.recordings.load('dots');
    await first.recordings.save('dots', 'one');
    const next = page();
    const { key } = (await next.recordings.load('dots'))!;
    await next.recordings.save('dots', 'two');
    expect(await next.shelf()).toEqual([['dots', 'two', null]]);
    expect(await next.recordings.shelf.get(key)).toBeNull();
  });

  it('that are left behind stay, and the next one begins', async () => {
    const { recordings, shelf } = page();
    await recordings.load('dots');
    await recordings.save('dots', 'one');
    await recordings.keep('dots', 'restarted', 'one and a half');
    expect(await recordings.peek('dots')).toBeNull();
    await recordings.save('dots', 'two');
    expect((await shelf()).sort()).toEqual([
      ['dots', 'one and a half', 'restarted'],
      ['dots', 'two', null],
    ]);
    expect((await recordings.peek('dots'))?.text).toBe('two');
  });

  it('that cannot be gone on with stay as they are, and what follows is there in the same instant', async () => {
    const first = page();
    await first.recordings.save('dots', 'old');
    const { recordings, shelf } = page();
    const found = (await recordings.load('dots'))!;
    await recordings.keep('dots', 'older', 'old', 'new');
    expect(await recordings.shelf.get(found.key)).toEqual({ ...found, kept: 'older' });
    expect((await recordings.peek('dots'))?.text).toBe('new');
    await recordings.save('dots', 'newer');
    expect((await shelf()).sort()).toEqual([
      ['dots', 'newer', null],
      ['dots', 'old', 'older'],
    ]);
  });

  it('say which version of the lesson they are of', async () => {
    const version = { world: 'a', steps: 'b', stepIds: ['c'] };
    const { recordings } = page();
    await recordings.load('dots', version);
    await recordings.save('dots', 'one');
    expect((await recordings.peek('dots'))?.version).toEqual(version);
  });

  it('of the first version of this page are brought over', async () => {
    const old = await openDB('helo-world', 1, {
      upgrade(database) {
        database.createObjectStore('recordings').put('text', 'dots').catch(expect.fail);
        database
          .createObjectStore('kept', { autoIncrement: true })
          .add({ lesson: 'dots', reason: 'older', text: 'kept' })
          .catch(expect.fail);
      },
    });
    old.close();
    const { recordings, shelf } = page();
    expect((await recordings.load('dots'))?.text).toBe('text');
    expect((await shelf()).sort()).toEqual([
      ['dots', 'kept', 'older'],
      ['dots', 'text', null],
    ]);
  });
});

describe('a browser that does not store', () => {
  it('is told of once, and work goes on in memory', async () => {
    const { recordings, faults, shelf } = page({}, () => Promise.reject(new Error('refused')));
    expect(await recordings.load('dots')).toBeNull();
    await recordings.save('dots', 'one');
    await recordings.save('dots', 'two');
    await recordings.keep('dots', 'restarted', 'two');
    await recordings.save('dots', 'three');
    expect((await recordings.load('dots'))?.text).toBe('three');
    await recordings.save('dots', 'four');
    expect((await shelf()).sort()).toEqual([
      ['dots', 'four', null],
      ['dots', 'two', 'restarted'],
    ]);
    expect(faults).toEqual(['refused']);
    expect(recordings.shelf.holdsUnwritten).toBe(true);
  });

  it.each([
    ['QuotaExceededError', 'full'],
    ['UnknownError', 'failed'],
  ])('because of a %s keeps the old recording and holds the new one, and writes it when it can', async (name, fault) => {
    await page().recordings.save('dots', 'old');
    const broken = failing(name);
    broken.failing.now = false;
    const { recordings, faults, shelf } = page({}, broken.connect);
    await recordings.load('dots');
    broken.failing.now = true;
    await recordings.save('dots', 'one');
    await recordings.save('dots', 'two');
    expect(faults).toEqual([fault]);
    expect(await shelf()).toEqual([['dots', 'two', null]]);
    expect(await page().shelf()).toEqual([['dots', 'old', null]]);
    broken.failing.now = false;
    await recordings.save('dots', 'three');
    expect(faults).toEqual([fault, 'none']);
    expect(recordings.shelf.holdsUnwritten).toBe(false);
    expect(await page().shelf()).toEqual([['dots', 'three', null]]);
  });

  it('that dies between two writes leaves the old recording or the new one', async () => {
    await page().recordings.save('dots', 'old');
    const { recordings } = page();
    await recordings.load('dots');
    const remove = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
      throw new DOMException('the process died', 'AbortError');
    });
    await recordings.save('dots', 'new');
    remove.mockRestore();
    const texts = (await page().shelf()).map(([, text]) => text);
    expect(texts).toContain('old');
    expect(await page().recordings.peek('dots')).not.toBeNull();
  });
});

describe('the same lesson in two tabs', () => {
  async function twoTabs(begun: boolean) {
    if (begun) await page().recordings.save('dots', 'old');
    const open = tabsTogether();
    const tell = { a: vi.fn(), b: vi.fn(), parted: vi.fn() };
    const a = page({ channel: open(), sharing: tell.a, flush: () => void a.recordings.save('dots', 'a, flushed') });
    const b = page({ channel: open(), sharing: tell.b, parted: tell.parted });
    await a.recordings.load('dots');
    return { a, b, tell };
  }

  it.each([true, false])('is saved by the first one only (begun before: %s)', async (begun) => {
    const { a, b, tell } = await twoTabs(begun);
    await b.recordings.load('dots');
    expect(tell.b.mock.calls).toEqual([['looking']]);
    await a.recordings.save('dots', 'a');
    await b.recordings.save('dots', 'b');
    expect(await page().shelf()).toEqual([['dots', 'a', null]]);
    expect(tell.a).not.toHaveBeenCalled();
  });

  it('is no matter once the first one has put it away, nor if it has another lesson', async () => {
    const { a, b, tell } = await twoTabs(true);
    await b.recordings.load('queue');
    a.recordings.release();
    await b.recordings.load('dots');
    expect(tell.b).not.toHaveBeenCalled();
  });

  it('can be two recordings', async () => {
    const { a, b, tell } = await twoTabs(true);
    await b.recordings.load('dots');
    b.recordings.part();
    await a.recordings.save('dots', 'a');
    await b.recordings.save('dots', 'b');
    expect(tell.b.mock.calls).toEqual([['looking'], ['writing']]);
    expect((await page().shelf()).map(([, text]) => text).sort()).toEqual(['a', 'b']);
  });

  it('can be taken over, with what the first had not saved yet; what was done in the second is kept', async () => {
    const { a, b, tell } = await twoTabs(true);
    await b.recordings.load('dots');
    await b.recordings.save('dots', 'b, only looking');
    await b.recordings.takeOver();
    expect((await b.recordings.load('dots'))?.text).toBe('a, flushed');
    expect(tell.a.mock.calls).toEqual([['taken']]);
    await b.recordings.save('dots', 'b');
    await a.recordings.save('dots', 'a');
    expect((await page().shelf()).sort()).toEqual([
      ['dots', 'b', null],
      ['dots', 'b, only looking', 'tab'],
    ]);
  });

  it('is two recordings, and the person is told, if the tabs could not hear each other', async () => {
    await page().recordings.save('dots', 'old');
    const parted = vi.fn();
    const [a, b] = [page(), page({ parted })];
    await a.recordings.load('dots');
    await b.recordings.load('dots');
    await a.recordings.save('dots', 'a');
    await b.recordings.save('dots', 'b');
    await a.recordings.save('dots', 'a again');
    expect(parted).toHaveBeenCalledOnce();
    expect((await page().shelf()).map(([, text]) => text).sort()).toEqual(['a again', 'b']);
  });

  it('opened at the same time: one of them yields', async () => {
    const open = tabsTogether();
    const sharing = vi.fn();
    const tabs = [page({ channel: open(), sharing }), page({ channel: open(), sharing })];
    await Promise.all(tabs.map(({ recordings }) => recordings.load('dots')));
    expect(sharing.mock.calls).toEqual([['looking']]);
  });

  it('whose recording is removed in another tab is not written again', async () => {
    const { a, b, tell } = await twoTabs(true);
    b.recordings.announce({ type: 'removed', keys: null });
    await a.recordings.save('dots', 'a');
    expect(tell.a.mock.calls).toEqual([['removed']]);
    expect(await page().shelf()).toEqual([['dots', 'old', null]]);
  });
});
