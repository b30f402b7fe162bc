// The tabs in which this page is open talk to each other, so that one recording has one writer: the tab
// that had it first. Should a tab not answer (a browser freezes tabs), nothing is lost either: storage.ts
// never writes over what another tab wrote.

/** What a tab has in hand: a lesson, the entry it goes on with (null: a new one), and since when (ms since 1970). */
export interface Claim {
  tab: string;
  lesson: string;
  key: string | null;
  since: number;
}

export type Word =
  /** Does anybody have this in hand? */
  | { type: 'ask'; claim: Claim }
  /** I have had it longer than you. */
  | { type: 'mine'; to: string; tab: string }
  /** Save what you have and stop saving: I go on with it. */
  | { type: 'take'; to: string; tab: string }
  | { type: 'given'; to: string }
  | { type: 'renamed'; key: string; name: string }
  /** Removed by the person; `keys` null: everything was. */
  | { type: 'removed'; keys: readonly string[] | null }
  /** Something was saved or added. */
  | { type: 'saved' };

/** A way to all other tabs. */
export interface Channel {
  say(word: Word): void;
  /** Sets who listens. */
  hear(listener: (word: Word) => void): void;
}

/** The way to the other tabs of this page. */
export function openChannel(): Channel {
  const channel = new BroadcastChannel('helo-world');
  return {
    say: (word) => channel.postMessage(word),
    hear: (listener) => (channel.onmessage = ({ data }: MessageEvent<Word>) => listener(data)),
  };
}

/** For a page that has no other tabs to talk to. */
export const noChannel: Channel = { say: () => undefined, hear: () => undefined };

/** True if the first has it longer than the second. */
export function isEarlier(a: Claim, b: Claim): boolean {
  return a.since < b.since || (a.since === b.since && a.tab < b.tab);
}
