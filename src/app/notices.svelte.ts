// What the page has to say whether or not a lesson is open: one notice on each matter, the newest last.

import type { Notice } from './notice';

export type Matter = 'storage' | 'tabs' | 'version';

export class Notices {
  #shown = $state.raw<readonly { matter: Matter; notice: Notice }[]>([]);

  get shown(): readonly { matter: Matter; notice: Notice }[] {
    return this.#shown;
  }

  /** Says something in place of what was said on the same matter; null takes it back. */
  tell(matter: Matter, notice: Notice | null): void {
    const rest = this.#shown.filter((each) => each.matter !== matter);
    this.#shown = notice ? [...rest, { matter, notice }] : rest;
  }
}
