// The three sizes: a laptop and a projector without scrolling, a phone with tabs.

import type { Page } from '@playwright/test';
import { t } from '../../src/messages/t';
import { expect, test, type LabPage } from './support/lab-page';
import { lessonOnDisk } from './support/lessons';

const LESSON = lessonOnDisk('one-message-by-hand');
const rootSize = (page: Page) => page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));

/** How far the page can be scrolled, and what one can press or read that lies beyond its left or right edge. */
function overflow(page: Page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    const reachable = (element: Element) => {
      for (let up = element.parentElement; up; up = up.parentElement) {
        if (['auto', 'scroll'].includes(getComputedStyle(up).overflowX) && up.scrollWidth > up.clientWidth) return true;
      }
      return false;
    };
    const beyond = [...document.querySelectorAll('h1, h2, p, a, button, input, select, label')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 1 && (left < -1 || right > clientWidth + 1) && !reachable(element);
    });
    return {
      across: scrollWidth - clientWidth,
      down: scrollHeight - clientHeight,
      beyond: beyond.map((each) => each.outerHTML.slice(0, 120)),
    };
  });
}
const NONE = { across: 0, down: 0, beyond: [] };

async function converse(lab: LabPage): Promise<void> {
  await lab.clickTerminal();
  await lab.say('telnet mx1.campus.example 25', '220');
  await lab.say('EHLO ws1.campus.example', '250 ');
  await lab.say('MAIL FROM:<you@campus.example>', '250 2.1.0');
  await lab.say('RCPT TO:<nobody@campus.example>', '550 5.1.1');
}

for (const [width, height] of [
  [1280, 800],
  [1366, 768],
  [1920, 1080],
] as const) {
  test(`${width} x ${height}: lesson, terminal and glass side by side, without scrolling`, async ({ lab, page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('./');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('start.title'));
    expect(await overflow(page)).toMatchObject({ across: 0, beyond: [] });
    await lab.open(LESSON.slug);
    await converse(lab);
    await lab.row(/answered 550/).click();
    expect(await overflow(page)).toEqual(NONE);
    for (const part of [lab.lesson, lab.screen, lab.ladder, lab.envelope, lab.coach]) await expect(part).toBeInViewport({ ratio: 0.9 });
  });
}

test('the text grows in four sizes, without scrolling, and stays as chosen', async ({ lab, page }) => {
  await lab.open(LESSON.slug);
  await converse(lab);
  const larger = page.getByRole('button', { name: t('header.larger') });
  const terminalSize = () => lab.screen.evaluate((rows) => parseFloat(getComputedStyle(rows).fontSize));
  const before = { root: await rootSize(page), terminal: await terminalSize() };
  await larger.click();
  await larger.click();
  await expect(larger).toBeDisabled();
  expect(await rootSize(page)).toBeGreaterThan(before.root * 1.3);
  await expect.poll(terminalSize).toBeGreaterThan(before.terminal * 1.2);
  expect(await overflow(page)).toEqual(NONE);
  await expect(lab.screen).toContainText('550 5.1.1');
  await expect(page.getByRole('button', { name: t('clock.wait30sLong') })).toBeInViewport();
  await lab.reload();
  expect(await rootSize(page)).toBeGreaterThan(before.root * 1.3);
  const smaller = page.getByRole('button', { name: t('header.smaller') });
  for (let i = 0; i < 3; i++) await smaller.click();
  await expect(smaller).toBeDisabled();
  expect(await rootSize(page)).toBeLessThan(before.root);
});

test.describe('a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the same parts as tabs, and an input line', async ({ lab, page }) => {
    await page.goto('./');
    await page.getByRole('link', { name: new RegExp(t('start.begin', { number: 1 })) }).tap();
    const lesson = lessonOnDisk('knock-on-port-25');
    await lab.expectStep(lesson, 'no-number');
    expect(await overflow(page)).toEqual(NONE);
    await lab.lesson.getByRole('radio').last().tap();
    await lab.lesson.getByRole('button', { name: t('predict.lock') }).tap();

    await lab.lesson.getByRole('button', { name: t('lesson.toTerminal') }).tap();
    await lab.line.tap();
    await lab.type('telnet mx1.campus.example');
    await page.getByRole('button', { name: t('terminal.send') }).tap();
    await expect(lab.log).toContainText('Connection refused');
    expect(await overflow(page)).toEqual(NONE);

    await page.getByRole('tab', { name: t('pane.glass') }).tap();
    await expect(lab.ladder).toContainText(t('net.refused'));
    expect(await overflow(page)).toEqual(NONE);
    await page.getByRole('tab', { name: t('pane.lessonWaits') }).tap();
    await lab.expectDone(lesson, 'no-number');
    await lab.next();
    await lab.expectStep(lesson, 'greeting');
  });

  test('telnet’s escape character and an interruption without a keyboard', async ({ lab, page }) => {
    await page.goto('./#/sandbox');
    await page.getByRole('tab', { name: t('pane.terminal') }).tap();
    await lab.line.fill('telnet mx1.campus.example 25');
    await lab.press('Enter');
    await expect(lab.log).toContainText('220');
    await page.getByRole('button', { name: t('terminal.key.escape') }).tap();
    await expect(lab.log).toContainText('telnet>');
    await lab.line.fill('quit');
    await lab.press('Enter');
    await expect(lab.log).toContainText('Connection closed.');
    await lab.line.fill('tel');
    await page.getByRole('button', { name: t('terminal.key.tab') }).tap();
    await expect(lab.line).toHaveValue('telnet ');
    await page.getByRole('button', { name: t('terminal.key.interrupt') }).tap();
    await expect(lab.line).toHaveValue('');
    await page.getByRole('button', { name: t('terminal.key.up') }).tap();
    await expect(lab.line).toHaveValue('quit');
    expect(await overflow(page)).toEqual(NONE);
  });
});
