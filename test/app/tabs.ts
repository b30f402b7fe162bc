// Tabs that hear each other at once.

import type { Channel, Word } from '../../src/app/tabs';

/** Each call opens the channel of one more tab. */
export function tabsTogether(): () => Channel {
  const listeners = new Map<Channel, (word: Word) => void>();
  return () => {
    const channel: Channel = {
      say: (word) => {
        for (const [tab, listener] of [...listeners]) if (tab !== channel) listener(structuredClone(word));
      },
      hear: (listener) => void listeners.set(channel, listener),
    };
    return channel;
  };
}
