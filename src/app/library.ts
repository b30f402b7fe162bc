// The list of recordings, and what a person can do with it.

import type { Instant } from '../engine/kernel/schedule';
import type { Entry } from './database';
import type { Catalogue } from './lessons';
import { standingIn, type Standing } from './overview';
import { read } from './recording-text';
import { isForeign, lessonAddress } from './route';
import type { Recordings } from './storage';

export interface Listed {
  entry: Entry;
  /** Why it cannot be opened here; null if it can. */
  fault: 'damaged' | 'newer' | 'unknown' | 'foreign' | null;
  /** It is what its lesson goes on with. */
  current: boolean;
  /** How far its clock had come, ms; 0 if it cannot be read. */
  length: Instant;
  branches: number;
}

/** What only playing it can tell. */
export interface Played {
  standing: Standing | null;
  /** It is of another version of the lesson than the one here. */
  older: boolean;
}

export interface Removed {
  entry: Entry;
  current: boolean;
}

export class Library {
  readonly #recordings: Recordings;
  readonly #catalogue: Catalogue;

  constructor(recordings: Recordings, catalogue: Catalogue) {
    this.#recordings = recordings;
    this.#catalogue = catalogue;
  }

  /** All recordings in which something was done, the newest first. */
  async list(): Promise<Listed[]> {
    const { shelf } = this.#recordings;
    const entries = await shelf.all();
    const lessons = [...new Set(entries.map(({ lesson }) => lesson))];
    const current = new Set(await Promise.all(lessons.map((lesson) => shelf.current(lesson))));
    return entries.flatMap((entry) => this.#listed(entry, current.has(entry.key)) ?? []);
  }

  /** Plays a recording. Null if it cannot be opened here, or its lesson cannot be fetched now. */
  async play({ entry, fault }: Listed): Promise<Played | null> {
    if (fault) return null;
    const lesson = await this.#catalogue.fetch(entry.lesson).catch(() => null);
    const result = read(entry.text);
    if (!lesson || 'fault' in result) return null;
    return { standing: standingIn(lesson, entry.text), older: result.recording.lessonHash !== lesson.hash };
  }

  /** Makes a recording the one its lesson goes on with. Gives the address at which it does. */
  async open({ key, lesson }: Entry): Promise<string> {
    await this.#recordings.shelf.commit({ current: { lesson, key } });
    return lessonAddress(lesson);
  }

  async rename({ key }: Entry, name: string): Promise<void> {
    await this.#recordings.shelf.update(key, (entry) => ({ ...entry, name: name.trim() }));
    this.#recordings.announce({ type: 'renamed', key, name: name.trim() });
  }

  /** Removes a recording; what it gives can be put back. */
  async remove(entry: Entry): Promise<Removed> {
    const { shelf } = this.#recordings;
    const { key, lesson } = entry;
    const current = (await shelf.current(lesson)) === key;
    await shelf.commit({ remove: [key], ...(current && { current: { lesson, key: null } }) });
    this.#recordings.announce({ type: 'removed', keys: [key] });
    return { entry, current };
  }

  async putBack({ entry, current }: Removed): Promise<void> {
    const { key, lesson } = entry;
    await this.#recordings.shelf.commit({ put: [entry], ...(current && { current: { lesson, key } }) });
    this.#recordings.announce({ type: 'saved' });
  }

  /** Adds a recording. False if the very same one is there already. */
  async add(entry: Entry): Promise<boolean> {
    const all = await this.#recordings.shelf.all();
    if (all.some(({ text }) => text === entry.text)) return false;
    await this.#recordings.shelf.commit({ put: [entry] });
    this.#recordings.announce({ type: 'saved' });
    return true;
  }

  /** Removes everything for good. False if the browser could not. */
  async erase(): Promise<boolean> {
    const done = await this.#recordings.shelf.clear();
    this.#recordings.announce({ type: 'removed', keys: null });
    return done;
  }

  #listed(entry: Entry, current: boolean): Listed | null {
    const result = read(entry.text);
    if ('fault' in result) return { entry, fault: result.fault, current, length: 0, branches: 0 };
    const { inputs, others = [], end } = result.recording;
    if (inputs.length === 0 && others.length === 0 && entry.name === '') return null;
    const unknown = isForeign(entry.lesson) ? 'foreign' : 'unknown';
    return { entry, fault: this.#catalogue.find(entry.lesson) ? null : unknown, current, length: end, branches: others.length };
  }
}
