// axe finds nothing, in either theme, wherever one can get.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { t } from '../../src/messages/t';
import { expect, test } from './support/lab-page';
import { lessonOnDisk } from './support/lessons';

const LESSON = lessonOnDisk('one-message-by-hand');

async function expectClean(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
  expect.soft(found, where).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.slow(); // axe looks at every element, many times
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('the pages without a terminal', async ({ lab, page }) => {
      await page.goto('./');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('start.title'));
      await expectClean(page, 'first page');
      await page.goto('./#/teach');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('teach.title'));
      await expectClean(page, 'teachers');
      await page.goto('./#/lesson/no-such-lesson');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('lesson.unknown'));
      await expectClean(page, 'unknown lesson');
      await lab.open('sandbox');
      await expectClean(page, 'sandbox');
    });

    test('a lesson from its beginning to a letter', async ({ lab, page }) => {
      await lab.open(LESSON.slug);
      await expectClean(page, 'fresh lesson');
      await lab.lesson.getByRole('button', { name: t('hint.look') }).click();
      await lab.predict('one');
      await lab.say('telnet mx1.campus.example 25', '220');
      await expectClean(page, 'prediction locked, hint open, in conversation');
      await lab.say('EHLO ws1.campus.example', '250 ');
      await lab.expectDone(LESSON, 'hello');
      await expectClean(page, 'outcome of a step');
      await lab.say('MAIL FROM:you@campus.example', '501');
      await lab.say('MAIL FROM:<you@campus.example>', '250');
      await lab.say('RCPT TO:<nobody@campus.example>', '550');
      await lab.row(/RCPT TO:<nobody/).click();
      await expectClean(page, 'a row of the ladder is open');
      await lab.choose(t('glass.state'));
      await expectClean(page, 'state after a refusal');
      await lab.choose(t('glass.ladder'));
      await lab.row(/RCPT TO:<nobody/).press('Escape'); // back to the present
      await lab.clickTerminal();
      await lab.say('RCPT TO:<ada@campus.example>', '250');
      await lab.say('DATA', '354');
      await lab.type('Subject: first\n\nText.\n');
      await lab.choose(t('glass.letter'));
      await expect(lab.glass).toContainText('Text.');
      await expectClean(page, 'letter being written');
      await lab.clickTerminal();
      await lab.say('.', '250');
      await expectClean(page, 'letter accepted');
      await page.getByRole('button', { name: t('terminal.plain') }).click();
      await expect(lab.log).toContainText('250 2.0.0');
      await expectClean(page, 'plain terminal');
    });

    test('a phone', async ({ lab, page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto('./');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('start.title'));
      await expectClean(page, 'first page');
      await page.goto(`./#/lesson/${LESSON.slug}`);
      await lab.expectStep(LESSON, 'hello');
      await expectClean(page, 'lesson');
      await lab.choose(t('pane.terminal'));
      await lab.line.fill('telnet mx1.campus.example 25');
      await lab.press('Enter');
      await expect(lab.log).toContainText('220');
      await expectClean(page, 'terminal');
      await lab.choose(t('pane.glass'));
      await expectClean(page, 'glass');
      await lab.row(/220/).click();
      await expectClean(page, 'a row of the ladder is open');
    });
  });
}
