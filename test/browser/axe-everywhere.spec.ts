// axe finds nothing in any view, theme or mode: each card of each lesson with its task and panel, time, the glass, the
// dialogs, the recordings, what is said when something is the matter; wide and on a phone.

import type { Page } from '@playwright/test';
import type { Lab } from '../../src/lab/types';
import { t } from '../../src/messages/t';
import { expectClean } from './support/axe';
import { expect, test, type LabPage } from './support/lab-page';
import { LESSONS, lessonOnDisk, titleOf } from './support/lessons';
import { momentsOf, playedTo, putStored, storeLab } from './support/prepared';

/** Those with tasks and panels; axe.spec.ts goes through the second, and the first has nothing that the second has not. */
/** The cards of lessons 1 and 2 are looked at in axe.spec. */
const CARDS_OF = LESSONS.slice(2);
const PHONE = { width: 390, height: 844 };
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Opens a lesson where a recording ends. The page is left first, because whoever leaves a lesson saves it. */
async function openAt(lab: LabPage, done: Lab): Promise<void> {
  await lab.page.goto('./#/');
  await expect(lab.page.getByRole('heading', { level: 1 })).toHaveText(t('start.title'));
  await storeLab(lab.page, done);
  await openLeft(lab, done.lesson.slug);
}

/** Opens a lesson that was left in the middle of something. */
async function openLeft(lab: LabPage, slug: string): Promise<void> {
  await lab.page.goto(`./#/lesson/${slug}`);
  await expect(lab.lesson.getByRole('heading', { level: 1 })).toBeVisible();
}

/** The second lesson up to its letter, with a branch left behind. */
async function openWorked(lab: LabPage): Promise<void> {
  const lesson = lessonOnDisk('one-message-by-hand');
  await openAt(lab, playedTo(lesson, momentsOf(lesson)[6]!.lines + 1));
}

for (const slug of CARDS_OF) {
  test(`the cards of ${slug}`, async ({ lab, page }) => {
    test.slow(); // axe looks at every element, many times
    const lesson = lessonOnDisk(slug);
    for (const [i, { step, lines }] of momentsOf(lesson).entries()) {
      await openAt(lab, playedTo(lesson, lines));
      await expect(lab.lesson.getByRole('heading', { level: 1 })).toHaveText(titleOf(lesson, step));
      await expectClean(page, step, i === 0 ? undefined : 'section.lesson');
    }
    await openAt(lab, playedTo(lesson, lesson.solution.length));
    await expectClean(page, 'finished');
  });
}

for (const terminal of ['keys', 'plain'] as const) {
  test(`time, the glass and the dialogs, terminal: ${terminal}`, async ({ lab, page }) => {
    test.slow(); // axe looks at every element, many times
    await page.addInitScript((choices) => localStorage.setItem('helo-world-preferences', choices), JSON.stringify({ terminal }));
    await openWorked(lab);
    await button(page, t('timeline.undo')).click();
    await expect(page.getByRole('combobox', { name: t('timeline.branch'), exact: true })).toBeVisible();
    await button(page, t('timeline.events')).click();
    await expectClean(page, 'branches, events');
    await button(page, t('timeline.events')).click();
    await page.getByRole('slider', { name: t('timeline.moment') }).press('PageDown');
    await expect(button(page, t('past.continue'))).toBeVisible();
    await expectClean(page, 'the past');
    await button(page, t('past.back')).click();

    await lab.row(/550/).first().click();
    await lab.ladder.getByRole('button', { name: t('why.open', { code: 550 }) }).click();
    await expectClean(page, 'why');
    await lab.row(/550/).first().press('Escape');
    for (const tab of [t('glass.state'), t('glass.letter'), t('glass.bytes')]) {
      await lab.choose(tab);
      await expectClean(page, tab, '#glass-pane');
    }
    await button(page, t('compare.open')).click();
    await expect(page.getByRole('dialog').getByRole('columnheader').first()).toBeVisible();
    await expectClean(page, 'compare');
    await lab.press('Escape');
    await button(page, t('keys.open')).click();
    await expectClean(page, 'keys');
    await lab.press('Escape');
    await button(page, t('lesson.restart')).click();
    await expectClean(page, 'restart', 'section.lesson');
    await lab.open('sandbox');
    await expectClean(page, 'sandbox');
  });
}

test('recordings, and what is said when something is the matter', async ({ lab, page }) => {
  test.slow(); // axe looks at every element, many times
  const lesson = lessonOnDisk('one-message-by-hand');
  await openWorked(lab);
  await putStored(page, 'knock-on-port-25', 'no recording at all');
  await putStored(page, 'knock-on-port-25', 'nor this', 'damaged');
  await page.getByRole('link', { name: t('header.recordings') }).click();
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(3);
  await expectClean(page, 'entries');
  const name = lesson.prose['en']!.title;
  await button(page, t('recordings.renameLong', { name })).click();
  await expectClean(page, 'rename');
  await lab.press('Escape');
  await button(page, t('recordings.deleteLong', { name })).click();
  await expect(button(page, t('recordings.undo'))).toBeVisible();
  await button(page, t('recordings.erase')).click();
  await expectClean(page, 'deleted, erase everything?');
  await openLeft(lab, 'knock-on-port-25');
  await expect(page.getByRole('status').filter({ hasText: 'cannot be read' })).toBeVisible();
  await expectClean(page, 'a damaged recording');
  await page.goto('./#/lesson/no-such-lesson');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('lesson.unknown'));
  await expectClean(page, 'unknown lesson');
});

test('on a phone', async ({ lab, page }) => {
  test.slow(); // axe looks at every element, many times
  await page.setViewportSize(PHONE);
  await page.goto('./');
  await expectClean(page, 'first page');
  const digits = lessonOnDisk('three-digits');
  await openAt(lab, playedTo(digits, momentsOf(digits).find(({ step }) => step === 'challenge')!.lines));
  await lab.expectStep(digits, 'challenge');
  await expectClean(page, 'transcript');
  await lab.choose(t('pane.terminal'));
  await expectClean(page, 'terminal');
  await page.getByRole('slider', { name: t('timeline.moment') }).press('PageDown');
  await expectClean(page, 'the past');
  await lab.choose(t('pane.glass'));
  await expectClean(page, 'glass');
  await button(page, t('compare.open')).click();
  await expectClean(page, 'compare');
  await lab.press('Escape');
  await button(page, t('header.look')).click();
  await expectClean(page, 'look');
  await page.goto('./#/recordings');
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
  await expectClean(page, 'recordings');
});
