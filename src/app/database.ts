// What is kept on this device, and how it was kept before.

import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';

/** Why a recording is not the one that is gone on with. */
export type KeptReason = 'damaged' | 'older' | 'restarted' | 'tab' | 'imported';

/** What a lesson was when it was played, as far as can be said of it later: SHA-256 of its parts, and its steps. */
export interface LessonVersion {
  world: string;
  steps: string;
  stepIds: readonly string[];
}

export interface Entry {
  /** One tab writes an entry, never two: whoever goes on with a recording writes it under a new key. */
  key: string;
  lesson: string;
  /** What the person calls it; empty if they gave it no name. */
  name: string;
  /** Milliseconds since 1970, by the clock of this device. */
  saved: number;
  kept: KeptReason | null;
  version: LessonVersion | null;
  /** The recording as it was written, whether it can be read or not. */
  text: string;
}

interface Schema extends DBSchema {
  entries: { key: string; value: Entry };
  /** By lesson: the key of the entry to go on with. */
  current: { key: string; value: string };
}

export type Database = IDBPDatabase<Schema>;

/** Milliseconds. Some browsers never answer when storage is blocked. */
const PATIENCE = 3_000;

/** Opens the database of this page; rejects if the browser refuses or does not answer. */
export async function connectDatabase(): Promise<Database> {
  const opening = openDB<Schema>('helo-world', 2, {
    upgrade(database, before, _now, transaction) {
      database.createObjectStore('entries', { keyPath: 'key' });
      database.createObjectStore('current');
      // If anything in it fails, the whole upgrade did not happen.
      if (before === 1) void bringOver(transaction as unknown as Upgrade);
    },
    // A newer page in another tab needs another database; this one works on in memory.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase | null)?.close(),
  });
  const silence = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no answer')), PATIENCE));
  return Promise.race([opening, silence]);
}

type Upgrade = IDBPTransaction<unknown, string[], 'versionchange'>;

/** The first version of this page had `recordings`, a text by lesson, and `kept`, what it had set aside. */
async function bringOver(upgrade: Upgrade): Promise<void> {
  const recordings = upgrade.objectStore('recordings');
  const lessons = (await recordings.getAllKeys()) as string[];
  const texts = (await recordings.getAll()) as string[];
  const kept = (await upgrade.objectStore('kept').getAll()) as Pick<Entry, 'lesson' | 'text'>[];
  const bring = (lesson: string, text: string, reason: KeptReason | null) => {
    const entry: Entry = { key: newKey(), lesson, name: '', saved: Date.now(), kept: reason, version: null, text };
    void upgrade.objectStore('entries').put(entry);
    if (!reason) void upgrade.objectStore('current').put(entry.key, lesson);
  };
  texts.forEach((text, i) => bring(lessons[i]!, text, null));
  for (const { lesson, text } of kept) bring(lesson, text, 'older');
  upgrade.db.deleteObjectStore('recordings');
  upgrade.db.deleteObjectStore('kept');
}

/** A key that no other entry has. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (octet) => octet.toString(16).padStart(2, '0')).join('');
}
