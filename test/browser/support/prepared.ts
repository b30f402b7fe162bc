// Work that was done already: recordings made in Node, put where the page keeps its own. So a test is at any moment of any
// lesson at once, without the minute of typing that led there.

import type { Page } from '@playwright/test';
import { writeRecording } from '../../../src/app/recording-text';
import { createLab, settle } from '../../../src/lab/lab';
import { playLine } from '../../../src/lab/play-script';
import type { Lab } from '../../../src/lab/types';
import type { Lesson } from '../../../src/lesson/types';
import { AS_WRITTEN } from '../../../src/lesson/variants';

/** A lesson after the first `lines` lines of its solution. */
export function playedTo(lesson: Lesson, lines: number): Lab {
  const lab = createLab(lesson, AS_WRITTEN);
  settle(lab);
  let terminal = lesson.world.terminals[0]?.name ?? '';
  for (const line of lesson.solution.slice(0, lines)) terminal = playLine(lab, terminal, line);
  return lab;
}

/** For each step, the lines of the solution up to the last thing that is done in it: the step is on the screen with all it has. */
export function momentsOf(lesson: Lesson): { step: string; lines: number }[] {
  return lesson.solution.flatMap((line, i) => (line.type === 'ticks' ? [{ step: line.step, lines: i - 1 }] : []));
}

/** Makes a recording the one that its lesson is gone on with. The page must have been open: it makes the database. */
export function putStored(page: Page, lesson: string, text: string, kept: string | null = null): Promise<void> {
  return page.evaluate(put, { lesson, text, kept });
}

export const storeLab = (page: Page, { lesson, recording }: Lab): Promise<void> => putStored(page, lesson.slug, writeRecording(recording));

/** Runs in the page. */
function put({ lesson, text, kept }: { lesson: string; text: string; kept: string | null }): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('helo-world');
    opening.onerror = () => reject(new Error('no database'));
    opening.onsuccess = () => {
      const key = `prepared-${lesson}-${Math.random()}`;
      const transaction = opening.result.transaction(['entries', 'current'], 'readwrite');
      transaction.objectStore('entries').put({ key, lesson, name: '', saved: Date.now(), kept, version: null, text });
      if (kept === null) transaction.objectStore('current').put(key, lesson);
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}
