// The entries on this device, and in memory what could not be written. A browser may refuse storage, lose
// it, or run out of it; then work goes on in memory. Every change is one transaction: it happened, or it did not.

import type { Database, Entry } from './database';

/** What can go wrong with storage; `none`: all that was only in memory is written after all. */
export type StorageFault = 'refused' | 'full' | 'failed' | 'none';

export interface Change {
  put?: readonly Entry[];
  remove?: readonly string[];
  /** Which entry a lesson goes on with; `key` null: with none. */
  current?: { lesson: string; key: string | null };
}

export class Shelf {
  readonly #database: Promise<Database | null>;
  readonly #tell: (fault: StorageFault) => void;
  /** Newer than the database, or all there is. */
  readonly #unwritten = new Map<string, Entry>();
  readonly #pointers = new Map<string, string | null>();
  /** Entries to be removed in a change that was not written. */
  readonly #gone = new Set<string>();
  #fault: StorageFault = 'none';

  /** `tell` is called when storage begins to fail in another way than before, and when it works again. */
  constructor(connect: () => Promise<Database>, tell: (fault: StorageFault) => void) {
    this.#tell = tell;
    this.#database = connect().catch(() => {
      this.#report('refused');
      return null;
    });
  }

  /** True if something would be lost with this tab. */
  get holdsUnwritten(): boolean {
    return this.#fault !== 'none' && this.#unwritten.size > 0;
  }

  async get(key: string): Promise<Entry | null> {
    if (this.#gone.has(key)) return null;
    return this.#unwritten.get(key) ?? (await this.#try((database) => database.get('entries', key))) ?? null;
  }

  /** The key of the entry that a lesson goes on with. */
  async current(lesson: string): Promise<string | null> {
    const pointer = this.#pointers.get(lesson);
    return pointer !== undefined ? pointer : ((await this.#try((database) => database.get('current', lesson))) ?? null);
  }

  /** Every entry, the newest first. */
  async all(): Promise<Entry[]> {
    const written = (await this.#try((database) => database.getAll('entries'))) ?? [];
    const entries = new Map([...written.map((entry) => [entry.key, entry] as const), ...this.#unwritten]);
    for (const key of this.#gone) entries.delete(key);
    return [...entries.values()].sort((a, b) => b.saved - a.saved || (a.key < b.key ? -1 : 1));
  }

  /**
   * Carries out a change; until it is written, and if it cannot be, it holds in memory. Gives the key that `current`
   * replaced, or undefined if the change could not be written or names none. Never rejects.
   */
  async commit(change: Change): Promise<string | null | undefined> {
    const { put = [], remove = [], current } = change;
    for (const entry of put) {
      this.#unwritten.set(entry.key, entry);
      this.#gone.delete(entry.key);
    }
    for (const key of remove) {
      this.#unwritten.delete(key);
      this.#gone.add(key);
    }
    if (current) this.#pointers.set(current.lesson, current.key);
    const done = await this.#try((database) => write(database, change));
    if (!done) return undefined;
    for (const entry of put) if (this.#unwritten.get(entry.key) === entry) this.#unwritten.delete(entry.key);
    for (const key of remove) this.#gone.delete(key);
    if (current && this.#pointers.get(current.lesson) === current.key) this.#pointers.delete(current.lesson);
    if (this.#fault !== 'none' && (await this.#writeRest())) this.#report('none');
    return done.before;
  }

  /** Changes one entry as it is at that moment, whoever wrote it last. */
  async update(key: string, change: (entry: Entry) => Entry): Promise<void> {
    const here = this.#unwritten.get(key);
    if (here) this.#unwritten.set(key, change(here));
    await this.#try(async (database) => {
      const transaction = database.transaction('entries', 'readwrite');
      const entry = await transaction.store.get(key);
      if (entry) await transaction.store.put(change(entry));
      await transaction.done;
    });
  }

  /** Removes everything. False if the database could not. */
  async clear(): Promise<boolean> {
    this.#unwritten.clear();
    this.#pointers.clear();
    this.#gone.clear();
    const done = await this.#try(async (database) => {
      const transaction = database.transaction(['entries', 'current'], 'readwrite');
      await Promise.all([transaction.objectStore('entries').clear(), transaction.objectStore('current').clear(), transaction.done]);
      return true;
    });
    return done ?? this.#fault === 'refused';
  }

  /** There may be room again. True if nothing is in memory only any more. */
  async #writeRest(): Promise<boolean> {
    const put = [...this.#unwritten.values()];
    for (const entry of put) {
      if (!(await this.#try((database) => write(database, { put: [entry] })))) return false;
      if (this.#unwritten.get(entry.key) === entry) this.#unwritten.delete(entry.key);
    }
    return true;
  }

  async #try<T>(action: (database: Database) => Promise<T>): Promise<T | undefined> {
    const database = await this.#database;
    if (!database) return undefined;
    try {
      return await action(database);
    } catch (error) {
      this.#report(error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : 'failed');
      return undefined;
    }
  }

  #report(fault: StorageFault): void {
    if (fault === this.#fault) return;
    this.#fault = fault;
    this.#tell(fault);
  }
}

/** One transaction, asked for at once and without waiting in between: the page may be closed right now. */
async function write(database: Database, { put = [], remove = [], current }: Change): Promise<{ before: string | null | undefined }> {
  const transaction = database.transaction(['entries', 'current'], 'readwrite');
  const entries = transaction.objectStore('entries');
  const pointers = transaction.objectStore('current');
  const before = current && pointers.get(current.lesson);
  const requests: Promise<unknown>[] = put.map((entry) => entries.put(entry));
  for (const key of remove) requests.push(entries.delete(key));
  if (current) requests.push(current.key === null ? pointers.delete(current.lesson) : pointers.put(current.key, current.lesson));
  transaction.commit();
  await Promise.allSettled([...requests, before]);
  await transaction.done; // knows why, where a request only knows that it was aborted
  return { before: current ? ((await before) ?? null) : undefined };
}
