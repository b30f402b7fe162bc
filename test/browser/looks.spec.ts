// What everyone can choose: colours, panes, keys, language, names. Chosen by keyboard, remembered after a reload.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { t } from '../../src/messages/t';
import { expect, test, type LabPage } from './support/lab-page';
import { activate, say, tabTo } from './support/by-keyboard';
import { lessonOnDisk, titleOf } from './support/lessons';

const SLUG = 'one-message-by-hand';

async function expectClean(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect
    .soft(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`),
      where,
    )
    .toEqual([]);
}

const remember = (page: Page, choices: object) =>
  page.addInitScript((stored) => localStorage.setItem('helo-world-preferences', stored), JSON.stringify(choices));

/** Through the parts of a lab with something refused in it, in plain mode. */
async function lookAround(lab: LabPage, theme: string): Promise<void> {
  const { page } = lab;
  await lab.open(SLUG);
  await say(lab, 'telnet mx1.campus.example 25');
  await say(lab, 'DATA');
  await expectClean(page, `${theme}: plain terminal, ladder`);
  for (const tab of [t('glass.state'), t('glass.letter'), t('glass.bytes')]) {
    await lab.choose(tab);
    await expectClean(page, `${theme}: ${tab}`);
  }
  await activate(page.getByRole('button', { name: t('keys.open') }));
  await expectClean(page, `${theme}: keys`);
  await lab.press('Escape');
}

for (const theme of ['light', 'dark', 'contrast']) {
  test(`axe finds nothing in plain mode, ${theme}`, async ({ lab, page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await remember(page, { theme, terminal: 'plain' });
    await page.goto('./');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectClean(page, `${theme}: first page`);
    await lookAround(lab, theme);
  });
}

test('the strongest contrast is chosen with a button, and by the system', async ({ lab, page }) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await lab.open(SLUG);
  expect(await paper()).not.toBe('rgb(255, 255, 255)');
  for (const theme of ['auto', 'light', 'dark'] as const)
    await page.getByRole('button', { name: t(`header.theme.${theme}`) }).press('Enter');
  await expect(page.getByRole('button', { name: t('header.theme.contrast') })).toBeFocused();
  await expect.poll(paper).toBe('rgb(255, 255, 255)');
  await lab.reload();
  await expect.poll(paper).toBe('rgb(255, 255, 255)');
  await page.getByRole('button', { name: t('header.theme.contrast') }).press('Enter'); // as the system
  await expect.poll(paper).not.toBe('rgb(255, 255, 255)');
  await page.emulateMedia({ contrast: 'more', colorScheme: 'dark' });
  await expect.poll(paper).toBe('rgb(0, 0, 0)');
  await expectClean(page, 'more contrast, dark');
});

test('in a system’s own colours what is chosen can be told from what is not', async ({ lab, page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await lab.open(SLUG);
  const ground = (name: string) => page.getByRole('tab', { name }).evaluate((tab) => getComputedStyle(tab).backgroundColor);
  expect(await ground(t('glass.ladder'))).not.toBe(await ground(t('glass.state')));
  await expectClean(page, 'forced colours');
});

test('“?” opens the list of keys where it is not text, and not at all if nobody wants it', async ({ lab, page }) => {
  await lab.open(SLUG);
  const dialog = page.getByRole('dialog', { name: t('keys.title') });
  await tabTo(page.getByRole('link', { name: t('header.lessons') }));
  await lab.press('?');
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('heading', { level: 3 }).first()).toHaveText(t('keys.page'));
  await lab.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('link', { name: t('header.lessons') })).toBeFocused();

  await tabTo(page.getByRole('button', { name: t('page.plain') }), 'Shift+Tab');
  await lab.press('Enter');
  await tabTo(lab.line);
  await lab.type('?');
  await expect(lab.line).toHaveValue('?');
  await expect(dialog).toBeHidden();

  await activate(page.getByRole('button', { name: t('keys.open') }));
  await tabTo(dialog.getByRole('checkbox', { name: t('keys.singles') }));
  await lab.press('Space');
  await lab.press('Escape');
  await lab.press('?');
  await expect(dialog).toBeHidden();
  await lab.reload();
  await tabTo(page.getByRole('link', { name: t('header.lessons') }));
  await lab.press('?');
  await expect(dialog).toBeHidden();
});

test('the panes are moved by keyboard, within limits, and stay', async ({ lab, page }) => {
  await page.setViewportSize({ width: 1600, height: 900 });
  await lab.open(SLUG);
  const line = page.getByRole('separator', { name: t('pane.divider.lesson') });
  const usual = Number(await line.getAttribute('aria-valuenow'));
  const width = async () => (await lab.lesson.boundingBox())!.width;
  const before = await width();
  await tabTo(line);
  await lab.press('ArrowRight', 'ArrowRight', 'ArrowRight');
  await expect(line).toHaveAttribute('aria-valuenow', String(usual + 6));
  expect((await width()) - before).toBeCloseTo(0.06 * 1600, -1);
  await lab.reload();
  await expect(line).toHaveAttribute('aria-valuenow', String(usual + 6));
  await tabTo(line);
  await lab.press('End');
  await expect(line).toHaveAttribute('aria-valuenow', (await line.getAttribute('aria-valuemax'))!);
  await lab.press('Enter');
  await expect(line).toHaveAttribute('aria-valuenow', String(usual));

  const glass = page.getByRole('separator', { name: t('pane.divider.glass') });
  const [x, y] = [(await glass.boundingBox())!.x + 8, 400];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 160, y, { steps: 4 });
  await page.mouse.up();
  await expect(glass).toHaveAttribute('aria-valuenow', '41');
  await glass.dblclick();
  await expect(glass).toHaveAttribute('aria-valuenow', '31');
});

test('the page speaks German when asked to, and English where nothing is translated', async ({ lab, page }) => {
  const lesson = lessonOnDisk(SLUG);
  await lab.open(SLUG);
  const languages = page.getByRole('combobox', { name: t('header.language') });
  await languages.selectOption('Deutsch');
  const german = lesson.prose['de']!;
  await expect(page.getByRole('heading', { level: 1, name: german.steps['hello']!.title })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Sprache' })).toBeFocused();
  await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('de');
  await expect(page).toHaveTitle(`${german.title} · HELO World`);
  await expect(page.getByText('Noch nichts auf der Leitung.')).toBeVisible();
  await expectClean(page, 'German');

  await lab.reload();
  await expect(page.getByRole('link', { name: 'Lektionen', exact: true })).toBeVisible();
  await page.goto('./#/lesson/three-digits');
  const untranslated = lessonOnDisk('three-digits');
  const region = page.getByRole('region', { name: 'Lektion', exact: true });
  await expect(region.getByRole('heading', { level: 1 })).toHaveText(titleOf(untranslated, untranslated.steps[0]!.id));
  await expect(region).toHaveAttribute('lang', 'en');
  await page.getByRole('combobox', { name: 'Sprache' }).selectOption('English');
  await expect(page.getByRole('link', { name: t('header.lessons') })).toBeVisible();
});

test.describe('a browser that speaks German', () => {
  test.use({ locale: 'de-AT' });

  test('finds the page in German', async ({ page }) => {
    await page.goto('./');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ein Brief reist durchs Internet. Trag ihn selbst.');
    await expect(page.getByRole('link', { name: /Anklopfen an Port 25/ })).toBeVisible();
  });
});

test('the same lesson with other names, which a reload keeps', async ({ lab, page }) => {
  await remember(page, { terminal: 'plain' });
  await lab.open(SLUG);
  const text = () => lab.lesson.getByText(/works two floors up/).innerText();
  const before = await text();
  await activate(lab.lesson.getByRole('button', { name: t('lesson.restartOther') }));
  await expect(lab.lesson.getByRole('status').filter({ hasText: t('lesson.restartOtherSure') })).toBeVisible();
  await activate(lab.lesson.getByRole('button', { name: t('lesson.restartYes') }));
  await expect.poll(text).not.toBe(before);
  const other = await text();
  const [command = ''] = /telnet \S+ 25/.exec(await lab.lesson.getByRole('figure').innerText()) ?? [];
  await say(lab, command);
  await expect(lab.log).toContainText('220 ');
  await lab.reload();
  expect(await text()).toBe(other);
});

for (const width of [320, 390]) {
  test(`${width} px wide and with the largest text nothing is cut off sideways`, async ({ lab, page }) => {
    await page.setViewportSize({ width, height: 700 });
    await remember(page, { text: 'largest' });
    const expectFits = async (where: string) =>
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), where).toBeLessThanOrEqual(0);
    await page.goto('./');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectFits('first page');
    await page.goto(`./#/lesson/${SLUG}`);
    await expect(lab.lesson).toBeVisible();
    await expectFits('lesson');
    await lab.choose(t('pane.terminal'));
    await say(lab, 'telnet mx1.campus.example 25');
    await expectFits('terminal');
    await lab.choose(t('pane.glass'));
    await expectFits('glass');
    await activate(page.getByRole('button', { name: t('header.look'), exact: true }));
    await expectFits('how it looks');
    await activate(page.getByRole('button', { name: t('keys.open') }));
    await expectFits('keys');
  });
}
