// Recordings on this device, and the one this tab has in hand. A tab writes only entries of its own: the
// first save of a recording it found is a new entry, written and made current in one transaction in which
// the old one goes. So a crash leaves the old or the new one, and two tabs never write over each other.

import { newKey, type Database, type Entry, type KeptReason, type LessonVersion } from './database';
import { Shelf, type StorageFault } from './shelf';
import { isEarlier, noChannel, type Channel, type Claim, type Word } from './tabs';

export type { Entry, KeptReason } from './database';

/** Whether this tab saves what is done in it. If not: another tab had it first or took it over, or it was removed in another tab. */
export type Sharing = 'writing' | 'looking' | 'taken' | 'removed';

export interface Surroundings {
  channel?: Channel;
  /** Another tab wants to go on with what this one has in hand: save it. */
  flush?: () => void;
  sharing?: (sharing: Sharing) => void;
  /** Another tab went on with the same recording unnoticed; there are two of them now. */
  parted?: () => void;
}

interface Hand {
  lesson: string;
  /** What only this tab writes. */
  readonly key: string;
  /** The entry it goes on with; null if there is none. Once something is written, `key`. */
  from: string | null;
  /** That entry as it was found. */
  found: Entry | null;
  name: string;
  /** What the lesson is now. */
  version: LessonVersion | null;
  since: number;
  sharing: Sharing;
  /** The tab that writes it, if this one does not. */
  writer: string | null;
  /** What was last to be saved, whether it could be or not. */
  text: string | null;
}

/** Milliseconds another tab has to answer. One that was frozen by the browser does not. */
const ANSWER = 1_000;

export class Recordings {
  readonly #shelf: Shelf;
  readonly #channel: Channel;
  readonly #around: Surroundings;
  readonly #tab = newKey();
  readonly #watchers = new Set<() => void>();
  #hand: Hand | null = null;
  #saving: Promise<unknown> = Promise.resolve();
  #given: (() => void) | null = null;

  /** `tell` hears when storage begins to fail, and when it works again. */
  constructor(connect: () => Promise<Database>, tell: (fault: StorageFault) => void, around: Surroundings = {}) {
    this.#shelf = new Shelf(connect, tell);
    this.#around = around;
    this.#channel = around.channel ?? noChannel;
    this.#channel.hear((word) => this.#hear(word));
  }

  /** The shelf itself: for the list of recordings. */
  get shelf(): Shelf {
    return this.#shelf;
  }

  /** The lesson this tab has in hand. */
  get lesson(): string | null {
    return this.#hand?.lesson ?? null;
  }

  /** What this tab has in hand as it would be saved now; null if that is nothing. */
  get inHand(): Entry | null {
    const hand = this.#hand;
    return hand && hand.text !== null ? this.#entry(hand, hand.text) : null;
  }

  /** What a lesson would be gone on with; null if it was never begun. Never rejects. */
  async peek(lesson: string): Promise<Entry | null> {
    const key = await this.#shelf.current(lesson);
    return key === null ? null : this.#shelf.get(key);
  }

  /** Takes the recording of a lesson in hand, as it was saved; null if it was never begun. `version`: what the lesson is now. Never rejects. */
  async load(lesson: string, version: LessonVersion | null = null): Promise<Entry | null> {
    const hand = this.#take(lesson, version);
    const found = await this.peek(lesson);
    if (this.#hand !== hand) return found;
    Object.assign(hand, { from: found?.key ?? null, found, name: found?.name ?? '' });
    this.#channel.say({ type: 'ask', claim: this.#claim(hand) });
    return found;
  }

  /** Saves the recording of a lesson, unless another tab does. Never rejects. */
  async save(lesson: string, text: string): Promise<void> {
    const hand = this.#handOf(lesson);
    hand.text = text;
    if (hand.sharing !== 'writing') return;
    const { key, from } = hand;
    const put = [this.#entry(hand, text)];
    const isFirst = from !== key;
    const change = isFirst ? { put, remove: from === null ? [] : [from], current: { lesson, key } } : { put };
    const saving = this.#shelf.commit(change);
    this.#saving = saving;
    const before = await saving;
    // A second save that began before the first had come through finds the work done.
    if (isFirst && before !== undefined && before !== key) {
      if (before !== from) this.#around.parted?.();
      hand.from = key;
    }
    this.#channel.say({ type: 'saved' });
  }

  /**
   * Leaves the recording of a lesson behind as `text`: it stays in the list, and the next save begins another one. With
   * `next` that other one is begun at once, in the same transaction. Never rejects.
   */
  async keep(lesson: string, reason: KeptReason, text: string, next?: string): Promise<void> {
    const hand = this.#handOf(lesson);
    if (hand.sharing !== 'writing') return;
    const { found, from } = hand;
    const untouched = found?.text === text && from === found.key ? found : this.#entry(hand, text);
    const after = this.#take(lesson, hand.version);
    const put: Entry[] = [{ ...untouched, kept: reason }];
    if (next !== undefined) {
      put.push(this.#entry(after, next));
      Object.assign(after, { from: after.key, text: next });
    }
    const remove = from === null || from === untouched.key ? [] : [from];
    await this.#shelf.commit({ put, remove, current: { lesson, key: next === undefined ? null : after.key } });
    this.#channel.say({ type: 'saved' });
  }

  /** Puts what this tab has in hand away. */
  release(): void {
    const before = this.#hand?.sharing ?? 'writing';
    this.#hand = null;
    if (before !== 'writing') this.#around.sharing?.('writing');
  }

  /** What is done in this tab becomes a recording of its own from now on. */
  part(): void {
    const hand = this.#hand;
    if (!hand) return;
    this.#hand = { ...hand, key: newKey(), from: null, found: null, sharing: 'writing', writer: null };
    this.#around.sharing?.('writing');
  }

  /** Asks the other tab to save and to stop saving, so that this one can load the lesson anew and go on. What was done here is kept. */
  async takeOver(): Promise<void> {
    const hand = this.#hand;
    if (!hand) return;
    if (hand.text !== null && hand.text !== hand.found?.text) {
      await this.#shelf.commit({ put: [{ ...this.#entry(hand, hand.text), key: newKey(), kept: 'tab' }] });
    }
    if (hand.writer === null) return;
    const given = new Promise<void>((resolve) => {
      this.#given = resolve;
      setTimeout(resolve, ANSWER);
    });
    this.#channel.say({ type: 'take', to: hand.writer, tab: this.#tab });
    await given;
    this.#given = null;
  }

  /** Calls back when something changed on the shelf, here or in another tab. Returns what ends that. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Tells the other tabs, and this one, that the person changed something on the shelf. */
  announce(word: Extract<Word, { type: 'renamed' | 'removed' | 'saved' }>): void {
    this.#channel.say(word);
    this.#changed();
  }

  #changed(): void {
    for (const watcher of this.#watchers) watcher();
  }

  #handOf(lesson: string): Hand {
    return this.#hand?.lesson === lesson ? this.#hand : this.#take(lesson);
  }

  #take(lesson: string, version: LessonVersion | null = null): Hand {
    this.release();
    const fresh = { key: newKey(), from: null, found: null, name: '', sharing: 'writing', writer: null, text: null } as const;
    this.#hand = { ...fresh, lesson, version, since: Date.now() };
    return this.#hand;
  }

  #entry({ key, lesson, name, version }: Hand, text: string): Entry {
    return { key, lesson, name, saved: Date.now(), kept: null, version, text };
  }

  #claim({ lesson, from, since }: Hand): Claim {
    return { tab: this.#tab, lesson, key: from, since };
  }

  #hear(word: Word): void {
    const hand = this.#hand;
    switch (word.type) {
      case 'ask':
        if (hand?.lesson === word.claim.lesson) this.#answer(hand, word.claim);
        return;
      case 'mine':
        if (word.to === this.#tab && hand?.sharing === 'writing') this.#yield(hand, 'looking', word.tab);
        return;
      case 'take':
        if (word.to === this.#tab && hand?.sharing === 'writing') void this.#give(hand, word.tab);
        return;
      case 'given':
        if (word.to === this.#tab) this.#given?.();
        return;
      case 'renamed':
        if (hand?.from === word.key) hand.name = word.name;
        break;
      case 'removed':
        if (hand?.from && (!word.keys || word.keys.includes(hand.from))) this.#yield(hand, 'removed', null);
        break;
      case 'saved':
    }
    this.#changed();
  }

  #answer(hand: Hand, claim: Claim): void {
    if (hand.sharing !== 'writing')
      hand.writer = claim.tab; // perhaps the writer, loaded anew
    else if (claim.key !== hand.from && claim.key !== hand.key) return;
    else if (isEarlier(claim, this.#claim(hand))) this.#yield(hand, 'looking', claim.tab);
    else this.#channel.say({ type: 'mine', to: claim.tab, tab: this.#tab });
  }

  #yield(hand: Hand, sharing: Sharing, writer: string | null): void {
    Object.assign(hand, { sharing, writer });
    this.#around.sharing?.(sharing);
  }

  async #give(hand: Hand, to: string): Promise<void> {
    this.#around.flush?.();
    await this.#saving;
    this.#yield(hand, 'taken', to);
    this.#channel.say({ type: 'given', to });
  }
}
