// Recordings on this device. A browser may refuse storage, lose it, or run out of it; then work goes
// on in memory, and the person is told once.

import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** Why a recording was set aside instead of being gone on with. */
export type KeptReason = 'damaged' | 'older' | 'restarted';

interface Schema extends DBSchema {
  /** The recording in progress, as JSON text, by lesson slug. */
  recordings: { key: string; value: string };
  /** Recordings that could not be gone on with. Nothing is ever thrown away. */
  kept: { key: number; value: { lesson: string; reason: KeptReason; text: string } };
}

export type Database = Pick<IDBPDatabase<Schema>, 'get' | 'put' | 'add'>;

/** Milliseconds. Some browsers never answer when storage is blocked. */
const PATIENCE = 3_000;

/** Opens the database of this page; rejects if the browser refuses or does not answer. */
export async function connectDatabase(): Promise<Database> {
  const opening = openDB<Schema>('helo-world', 1, {
    upgrade(database) {
      database.createObjectStore('recordings');
      database.createObjectStore('kept', { autoIncrement: true });
    },
  });
  const silence = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no answer')), PATIENCE));
  return Promise.race([opening, silence]);
}

export class Recordings {
  /** What was saved since the page was loaded: newer than the database, or all there is. */
  readonly #memory = new Map<string, string>();
  readonly #complain: () => void;
  readonly #database: Promise<Database | null>;

  /** `complain` is called at the first failure, and only then. */
  constructor(connect: () => Promise<Database>, complain: () => void) {
    let complained = false;
    this.#complain = () => {
      if (!complained) complain();
      complained = true;
    };
    this.#database = connect().catch(() => {
      this.#complain();
      return null;
    });
  }

  /** The recording of a lesson as it was saved; null if there is none. Never rejects. */
  async load(lesson: string): Promise<string | null> {
    return this.#memory.get(lesson) ?? (await this.#try((database) => database.get('recordings', lesson))) ?? null;
  }

  /** Saves the recording of a lesson over the one before. Never rejects. */
  async save(lesson: string, text: string): Promise<void> {
    this.#memory.set(lesson, text);
    await this.#try((database) => database.put('recordings', text, lesson));
  }

  /** Sets a recording aside for good. Never rejects. */
  async keep(lesson: string, reason: KeptReason, text: string): Promise<void> {
    await this.#try((database) => database.add('kept', { lesson, reason, text }));
  }

  async #try<T>(action: (database: Database) => Promise<T>): Promise<T | undefined> {
    const database = await this.#database;
    if (!database) return undefined;
    try {
      return await action(database);
    } catch {
      this.#complain();
      return undefined;
    }
  }
}
