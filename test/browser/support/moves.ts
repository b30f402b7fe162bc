// What lessons with moving letters ask for besides typing: time that passes, a zone that is mended, a schedule on trial.

import { withLine } from '../../../src/lab/zones';
import type { Lesson, ScriptLine } from '../../../src/lesson/types';
import { BOUNDS } from '../../../src/lesson/schedule';
import { t } from '../../../src/messages/t';
import type { Locator } from '@playwright/test';
import { expect, type LabPage } from './lab-page';

/** A try at a server that is off takes half a minute, and a step that waits for it needs no more than a few of them. */
const PRESSES = 6;

/** Presses the button for 30 seconds until a step is done. */
export async function untilDone(
  lab: LabPage,
  lesson: Lesson,
  done: readonly string[],
  pressing = (button: Locator) => button.click(),
): Promise<void> {
  const isDone = async () => (await lab.lesson.getByText(`, ${t('lesson.done')}`).count()) >= done.length;
  for (let press = 0; press < PRESSES; press++) {
    await expect
      .poll(isDone, { timeout: 2500 })
      .toBe(true)
      .catch(() => pressing(lab.page.getByRole('button', { name: t('clock.wait30sLong') })));
    if (await isDone()) break;
  }
  await lab.expectDone(lesson, ...done);
}

/** Changes one line of a zone in the glass, and saves it. */
export async function mend(lab: LabPage, { apex, from, to }: Extract<ScriptLine, { type: 'zone' }>): Promise<void> {
  await lab.choose(t('glass.zone'));
  await lab.glass.getByRole('combobox', { name: t('zone.choose'), exact: true }).selectOption(apex);
  const text = lab.glass.getByRole('textbox', { name: t('zone.text', { apex }) });
  await text.fill(withLine(await text.inputValue(), from, to));
  await lab.glass.getByRole('button', { name: t('zone.save') }).click();
  await expect(lab.glass.getByRole('status').filter({ hasText: t('zone.saved') })).toBeVisible();
}

/** Milliseconds of the unit that stands behind each field. */
export const UNITS = { first: 60_000, factor: 1, longest: 3_600_000, lifetime: 86_400_000 } as const;

/** Fills a schedule in, tries it out and waits for the judgement. */
export async function tryOut(lab: LabPage, chosen: Extract<ScriptLine, { type: 'schedule' }>): Promise<void> {
  for (const part of Object.keys(BOUNDS) as (keyof typeof BOUNDS)[]) {
    await lab.lesson.getByRole('textbox', { name: t(`schedule.${part}`) }).fill(String(chosen[part] / UNITS[part]));
  }
  await lab.lesson.getByRole('button', { name: t('schedule.run') }).click();
  await expect(lab.lesson.getByRole('table')).toBeVisible({ timeout: 30_000 });
}
