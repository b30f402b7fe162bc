import { describe, expect, it } from 'vitest';
import { Recordings, type Database } from '../../src/app/storage';

function fakeDatabase() {
  const saved = new Map<string, string>();
  const kept: unknown[] = [];
  const database = {
    get: (_store: string, key: string) => Promise.resolve(saved.get(key)),
    put: (_store: string, value: string, key: string) => Promise.resolve(void saved.set(key, value)),
    add: (_store: string, value: unknown) => Promise.resolve(kept.push(value)),
  } as unknown as Database;
  return { saved, kept, database };
}

const broken = { get: fail, put: fail, add: fail } as unknown as Database;
function fail(): Promise<never> {
  return Promise.reject(new DOMException('full', 'QuotaExceededError'));
}

describe('recordings on this device', () => {
  it('are saved and found again', async () => {
    const { saved, kept, database } = fakeDatabase();
    saved.set('old', 'text');
    const recordings = new Recordings(() => Promise.resolve(database), expect.fail);
    expect(await recordings.load('old')).toBe('text');
    expect(await recordings.load('new')).toBeNull();
    await recordings.save('new', '{}');
    expect(saved.get('new')).toBe('{}');
    await recordings.keep('new', 'damaged', 'x');
    expect(kept).toEqual([{ lesson: 'new', reason: 'damaged', text: 'x' }]);
  });

  it('stay in memory when the browser refuses, and the person is told once', async () => {
    for (const connect of [() => Promise.reject(new Error('refused')), () => Promise.resolve(broken)]) {
      let told = 0;
      const recordings = new Recordings(connect, () => (told += 1));
      expect(await recordings.load('a')).toBeNull();
      await recordings.save('a', 'one');
      await recordings.save('a', 'two');
      await recordings.keep('a', 'damaged', 'x');
      expect(await recordings.load('a')).toBe('two');
      expect(told).toBe(1);
    }
  });

  it('are newest in memory: a save that has not arrived yet is not overtaken', async () => {
    const { database } = fakeDatabase();
    const recordings = new Recordings(() => Promise.resolve(database), expect.fail);
    void recordings.save('a', 'one');
    expect(await recordings.load('a')).toBe('one');
  });
});
