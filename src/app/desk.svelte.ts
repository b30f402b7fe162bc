// The session of this page, once there is one. What a lesson is played in is fetched when the first
// lesson is opened, or earlier if nothing else is to be done; the first page does without.

import { untrack } from 'svelte';
import type { Session, Shown } from './session.svelte';

export class Desk {
  #session = $state.raw<Session | null>(null);
  #fetching: Promise<Session> | null = null;
  #wanted: string | null = null;
  readonly #fetch: () => Promise<Session>;

  constructor(fetch: () => Promise<Session>) {
    this.#fetch = fetch;
  }

  get session(): Session | null {
    return this.#session;
  }

  /** What the page shows of a lesson; null while none is open. */
  get shown(): Shown | null {
    return this.#session?.shown ?? null;
  }

  /** The session, fetched if it is not there yet. Rejects if it cannot be; it may be tried again. */
  async fetch(): Promise<Session> {
    this.#fetching ??= this.#fetch();
    try {
      return (this.#session = await this.#fetching);
    } catch (error) {
      this.#fetching = null;
      throw error;
    }
  }

  /** Opens a lesson where it was left. False if there is no such lesson; rejects if it cannot be fetched. */
  async open(slug: string): Promise<boolean> {
    this.#wanted = slug;
    const session = await this.fetch();
    return this.#wanted === slug ? session.open(slug) : true;
  }

  /** Puts the lesson away. What was done is saved. */
  close(): void {
    this.#wanted = null;
    untrack(() => this.#session)?.close();
  }
}
