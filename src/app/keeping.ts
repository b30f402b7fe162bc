// Connects the recordings to the page: what goes wrong with storage and what other tabs do becomes a notice,
// always with a way to keep the work.

import { connectDatabase } from './database';
import type { Desk } from './desk.svelte';
import type { Notice } from './notice';
import type { Notices } from './notices.svelte';
import { offeredRecording } from './offered-recording';
import type { StorageFault } from './shelf';
import { Recordings, type Sharing } from './storage';
import { openChannel } from './tabs';

const SENTENCES = { refused: 'notice.storage', full: 'notice.full', failed: 'notice.failed' } as const;

/** The recordings of this page. `desk` is asked for when it is needed. */
export function keepRecordings(notices: Notices, desk: () => Desk): Recordings {
  const save = () => desk().session?.save();

  function storage(fault: StorageFault): Notice | null {
    if (fault === 'none') return null;
    const entry = recordings.inHand;
    const text = () => {
      save();
      return recordings.inHand?.text ?? entry?.text ?? '';
    };
    const list = { label: 'header.recordings', run: () => void (location.hash = '#/recordings') } as const;
    const sentence: Notice = { key: SENTENCES[fault], actions: [list] };
    return entry ? { ...sentence, file: offeredRecording(entry.lesson, text) } : sentence;
  }

  async function takeOver(): Promise<void> {
    const { lesson } = recordings;
    if (lesson === null) return;
    save();
    await recordings.takeOver();
    if (recordings.lesson === lesson) await desk().open(lesson);
  }

  function keepBoth(): void {
    recordings.part();
    save();
  }

  function tabs(sharing: Sharing): Notice | null {
    if (sharing === 'writing') return null;
    const own = { label: sharing === 'removed' ? 'notice.keepAnyway' : 'notice.keepBoth', run: keepBoth } as const;
    const take = { label: sharing === 'taken' ? 'notice.takeBack' : 'notice.takeOver', run: () => void takeOver() } as const;
    return { key: `notice.${sharing}`, actions: sharing === 'removed' ? [own] : [take, own], stays: true };
  }

  const recordings: Recordings = new Recordings(connectDatabase, (fault) => notices.tell('storage', storage(fault)), {
    channel: openChannel(),
    flush: save,
    sharing: (sharing) => notices.tell('tabs', tabs(sharing)),
    parted: () => notices.tell('tabs', { key: 'notice.parted' }),
  });
  return recordings;
}
