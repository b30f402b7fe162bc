// The session of this page, once there is one. What a lesson is played in is fetched when the first
// lesson is opened, or earlier if nothing else is to be done; the first page does without.

import type { Notice } from './notice';
import type { Session, Shown } from './session.svelte';

export class Desk {
  #session = $state.raw<Session | null>(null);
  #fetching: Promise<Session> | null = null;
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
    return (await this.fetch()).open(slug);
  }

  /** Puts the lesson away. What was done is saved. */
  close(): void {
    void this.#fetching?.then(
      (session) => session.close(),
      () => undefined, // whoever opened it was told
    );
  }

  /** Tells the person something, at once or as soon as a lesson is open. */
  tell(notice: Notice): void {
    void this.fetch().then(
      (session) => session.tell(notice),
      () => undefined, // without a session there is nothing to say it about
    );
  }
}
