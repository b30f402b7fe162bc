// After the first visit the page needs no server, from whatever folder it came; and a newer version waits
// until nobody is in the middle of anything.

import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { t } from '../../src/messages/t';
import { LabPage } from './support/lab-page';
import { Site } from './support/site';

const SLUG = 'one-message-by-hand';
const FOLDER = '/courses/mail/';
let site: Site;

test.beforeEach(async () => {
  site = await Site.start(FOLDER);
});
test.afterEach(() => site.stop());

/** Visits the page and waits until all of it is on this device. */
async function visit(page: Page): Promise<LabPage> {
  await page.goto(`${site.origin}${FOLDER}#/lesson/${SLUG}`);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const lab = new LabPage(page);
  await lab.expectPrompt();
  return lab;
}

/** Says which version the page is of. */
const version = (page: Page) => page.evaluate(() => document.querySelector('meta[name=generator]')?.getAttribute('content') ?? null);
const notice = (page: Page, sentence: string) => page.getByRole('status').filter({ hasText: sentence });

async function openAgain(context: BrowserContext, address = ''): Promise<LabPage> {
  const page = await context.newPage();
  await page.goto(`${site.origin}${FOLDER}${address}`);
  return new LabPage(page);
}

test('starts without the server, with what was done, and a lesson not seen before', async ({ page, context }) => {
  const lab = await visit(page);
  await lab.clickTerminal();
  await lab.say('telnet mx1.campus.example 25', '220');
  await site.stop();
  await page.close();

  const again = await openAgain(context, `?from=elsewhere#/lesson/${SLUG}`);
  await expect(again.screen).toContainText('220 mx1.campus.example');
  await again.clickTerminal();
  await again.say('EHLO ws1.campus.example', '250 ');
  await again.page.goto(`${site.origin}${FOLDER}#/lesson/knock-on-port-25`);
  await again.expectPrompt();
  for (const [link, title] of [
    ['header.recordings', 'recordings.title'],
    ['header.teach', 'teach.title'],
  ] as const) {
    await again.page.getByRole('link', { name: t(link), exact: true }).click();
    await expect(again.page.getByRole('heading', { level: 1 })).toHaveText(t(title));
  }
  const icon = await again.page.evaluate(async () => (await fetch('favicon.svg')).status); // from public/
  expect(icon).toBe(200);
});

test('a new version waits, is announced, and is never swapped under a lesson', async ({ page }) => {
  const lab = await visit(page);
  await page.reload(); // from now on the worker answers
  await lab.clickTerminal();
  await lab.say('telnet mx1.campus.example 25', '220');
  site.publish('second');
  await page.reload();
  await expect(notice(page, t('notice.version'))).toBeVisible();
  expect(await version(page)).toBeNull();
  await expect(lab.screen).toContainText('220 mx1.campus.example');
  await lab.clickTerminal();
  await lab.say('EHLO ws1.campus.example', '250 ');
  await page.reload(); // still not the next start: this tab has never been closed
  expect(await version(page)).toBeNull();

  await page.getByRole('button', { name: t('notice.versionNow') }).click();
  await expect(page.locator('meta[name=generator]')).toHaveAttribute('content', 'second');
  await expect(lab.screen).toContainText('250-mx1.campus.example');
  await expect(notice(page, t('notice.version'))).toBeHidden();
});

test('a new version starts by itself the next time, once the last tab is closed', async ({ page, context }) => {
  await visit(page);
  await page.reload();
  site.publish('second');
  await page.reload();
  await expect(notice(page, t('notice.version'))).toBeVisible();
  await page.close();
  // A browser may need a moment until the last tab of the old version is really gone: then the next time is the one after.
  await expect(async () => {
    const again = await openAgain(context);
    const shown = await version(again.page);
    await again.page.close();
    expect(shown).toBe('second');
  }).toPass();
});

test('a new version does not start under another tab', async ({ page, context }) => {
  await visit(page);
  await page.reload();
  const other = await openAgain(context);
  site.publish('second');
  await page.reload();
  await page.getByRole('button', { name: t('notice.versionNow') }).click();
  await expect(notice(page, t('notice.versionTabs'))).toBeVisible();
  expect(await version(page)).toBeNull();
  await other.page.close();
  await page.getByRole('button', { name: t('notice.versionNow') }).click();
  await expect(page.locator('meta[name=generator]')).toHaveAttribute('content', 'second');
});
