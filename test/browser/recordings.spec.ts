// My recordings: the list and all that can be done with it, two tabs, and a browser that has no room.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { readRecording } from '../../src/app/recording-text';
import { traceHash } from '../../src/lab/digest';
import { replay } from '../../src/lab/lab';
import { t } from '../../src/messages/t';
import { damageStored, storedTexts } from './support/inside';
import { expect, LabPage, test } from './support/lab-page';
import { lessonOnDisk } from './support/lessons';
import { watch } from './support/watch';

const LESSON = lessonOnDisk('one-message-by-hand');
const TITLE = LESSON.prose['en']!.title;

const rows = (page: Page) => page.getByRole('main').getByRole('listitem');
const said = (page: Page) => page.getByRole('main').getByRole('status');
const notice = (page: Page, sentence: string) => page.getByRole('status').filter({ hasText: sentence });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** One step of the lesson, so that there is something to keep. */
async function greet(lab: LabPage): Promise<void> {
  await lab.clickTerminal();
  await lab.say('telnet mx1.campus.example 25', '220');
  await lab.say('EHLO ws1.campus.example', '250 ');
  await lab.expectDone(LESSON, 'hello');
}

async function openList(page: Page): Promise<void> {
  await page.getByRole('link', { name: t('header.recordings') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('recordings.title'));
}

async function exported(page: Page, name: string): Promise<string> {
  const download = page.waitForEvent('download');
  await button(page, t('recordings.exportLong', { name })).click();
  return readFileSync(await (await download).path(), 'utf8');
}

async function importText(page: Page, name: string, text: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

test('what was done is in the list: renamed, deleted, brought back, and opened again', async ({ lab, page }) => {
  await lab.open(LESSON.slug);
  await greet(lab);
  await openList(page);
  await expect(page.getByRole('main')).toContainText(t('recordings.local'));
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText(t('start.steps', { done: 1, steps: LESSON.steps.length }));
  await expect(rows(page)).toContainText(t('recordings.current'));

  await button(page, t('recordings.renameLong', { name: TITLE })).click();
  await page.getByRole('textbox', { name: t('recordings.name') }).fill('Monday');
  await page.keyboard.press('Enter');
  await expect(rows(page).getByRole('heading')).toHaveText('Monday');
  await expect(button(page, t('recordings.renameLong', { name: 'Monday' }))).toBeFocused();

  await button(page, t('recordings.deleteLong', { name: 'Monday' })).click();
  await expect(rows(page)).toHaveCount(0);
  expect(await storedTexts(page)).toEqual([]);
  await button(page, t('recordings.undo')).click();
  await expect(rows(page)).toContainText('Monday');
  await page.reload();
  await button(page, t('recordings.openLong', { name: 'Monday' })).click();
  await expect(lab.screen).toContainText('250-mx1.campus.example');
  await lab.expectDone(LESSON, 'hello');
});

test('an older recording can be gone on with, and the newer one stays', async ({ lab, page }) => {
  await lab.open(LESSON.slug);
  await greet(lab);
  await button(page, t('lesson.restart')).click();
  await button(page, t('lesson.restartYes')).click();
  await lab.expectDone(LESSON);
  await lab.clickTerminal();
  await lab.say('hostname', 'ws1');
  await openList(page);
  await expect(rows(page)).toHaveCount(2);
  const older = rows(page).filter({ hasText: t('recordings.kept.restarted') });
  await older.getByRole('button', { name: t('recordings.openLong', { name: TITLE }) }).click();
  await lab.expectDone(LESSON, 'hello');
  await openList(page);
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText(t('recordings.current'));
});

test('a recording goes out as a file a person can read, everything is erased, and it comes back', async ({ lab, page }) => {
  await lab.open(LESSON.slug);
  await greet(lab);
  await openList(page);
  const file = await exported(page, TITLE);
  const recording = readRecording(file)!;
  expect(JSON.parse(file)).toMatchObject({ lesson: LESSON.slug, traceHash: traceHash(replay(LESSON, recording).world.trace) });
  expect(file.split('\n').length).toBeGreaterThan(recording.inputs.length);

  await button(page, t('recordings.erase')).click();
  await button(page, t('recordings.eraseNo')).click();
  await expect(rows(page)).toHaveCount(1);
  await button(page, t('recordings.erase')).click();
  await button(page, t('recordings.eraseYes')).click();
  await expect(said(page)).toHaveText(t('recordings.erased'));
  await expect(page.getByRole('main')).toContainText(t('recordings.empty'));
  expect(await storedTexts(page)).toEqual([]);

  await importText(page, 'mine.json', file);
  await expect(said(page)).toHaveText(t('recordings.import.added', { name: TITLE }));
  await importText(page, 'again.json', file);
  await expect(said(page)).toHaveText(t('recordings.import.again', { file: 'again.json' }));
  await button(page, t('recordings.openLong', { name: TITLE })).click();
  await lab.expectDone(LESSON, 'hello');
});

test('a file can be dropped on the page; each kind of odd file gets its sentence, and what may be of use is kept', async ({
  lab,
  page,
}) => {
  void lab;
  await page.goto('./#/recordings');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('recordings.title'));
  const format = 'helo-world-recording/1';
  const recording = {
    format,
    lesson: 'lists-and-loops',
    lessonHash: 'x',
    seed: 1,
    inputs: [{ at: 0, type: 'open', terminal: 'b' }],
    end: 9,
  };
  const files = {
    'cut.json': JSON.stringify(recording).slice(0, -9),
    'hostile.json': JSON.stringify({ ...recording, end: 1e300 }),
    'newer.json': JSON.stringify({ ...recording, format: 'helo-world-recording/7' }),
    'unknown.json': JSON.stringify(recording).replace('{', '{"__proto__":{"lesson":"x"},'),
  };
  await page.evaluate((all) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of Object.entries(all)) dataTransfer.items.add(new File([text], name));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
  }, files);
  const name = recording.lesson;
  await expect(said(page).getByRole('paragraph')).toHaveText([
    t('recordings.import.damaged', { file: 'cut.json' }),
    t('recordings.import.damaged', { file: 'hostile.json' }),
    t('recordings.import.newer', { file: 'newer.json' }),
    t('recordings.import.unknown', { file: 'unknown.json', lesson: name }),
  ]);
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).filter({ hasText: t('recordings.fault.newer') })).toHaveCount(1);
  await expect(rows(page).filter({ hasText: t('recordings.fault.unknown', { lesson: name }) })).toHaveCount(1);
  await expect(page.getByRole('button', { name: t('recordings.open'), exact: true })).toHaveCount(0);
});

test('a damaged recording is in the list, and goes out exactly as it is', async ({ lab, page }) => {
  await lab.open(LESSON.slug);
  await greet(lab);
  await openList(page);
  await expect(rows(page)).toHaveCount(1);
  const text = '{"format":"helo-world-recording/1","inputs":[[[';
  await damageStored(page, text);
  await page.reload();
  await expect(rows(page)).toContainText(t('recordings.fault.damaged'));
  expect(await exported(page, TITLE)).toBe(text);
});

test.describe('the same lesson in two tabs', () => {
  async function secondTab(lab: LabPage, complaints: string[]): Promise<LabPage> {
    const page = await lab.page.context().newPage();
    const second = new LabPage(page);
    const watched = watch(page, new URL(lab.page.url()).origin);
    await second.open(LESSON.slug);
    await expect(notice(page, t('notice.looking'))).toBeVisible();
    complaints.push(...watched);
    return second;
  }

  test('the second one says so, and nothing of it is saved unasked', async ({ lab, complaints }) => {
    await lab.open(LESSON.slug);
    await greet(lab);
    const second = await secondTab(lab, complaints);
    await second.clickTerminal();
    await second.say('NOOP', '250');
    await second.page.close();
    await lab.reload();
    await lab.expectDone(LESSON, 'hello');
    await expect(lab.screen).not.toContainText('NOOP');
    await expect(notice(lab.page, t('notice.looking'))).toBeHidden();
  });

  test('the second one takes over: the first says so, and can take it back', async ({ lab, complaints }) => {
    await lab.open(LESSON.slug);
    const second = await secondTab(lab, complaints);
    await lab.page.bringToFront();
    await greet(lab);
    await second.page.bringToFront();
    await button(second.page, t('notice.takeOver')).click();
    await second.expectDone(LESSON, 'hello');
    await expect(notice(second.page, t('notice.looking'))).toBeHidden();
    await expect(notice(lab.page, t('notice.taken'))).toBeVisible();
    await second.clickTerminal();
    await second.say('NOOP', '250');

    await lab.page.bringToFront();
    await button(lab.page, t('notice.takeBack')).click();
    await expect(lab.screen).toContainText('NOOP');
    await expect(notice(second.page, t('notice.taken'))).toBeVisible();
  });

  test('both are kept if that is wanted', async ({ lab, complaints }) => {
    await lab.open(LESSON.slug);
    await greet(lab);
    const second = await secondTab(lab, complaints);
    await button(second.page, t('notice.keepBoth')).click();
    await expect(notice(second.page, t('notice.looking'))).toBeHidden();
    await second.clickTerminal();
    await second.say('NOOP', '250');
    await openList(second.page);
    await expect(rows(second.page)).toHaveCount(2);
  });

  test('what is erased in one is not written again by the other, unless that is wanted', async ({ lab, page, context }) => {
    await lab.open(LESSON.slug);
    await greet(lab);
    const list = await context.newPage();
    await list.goto('./#/recordings');
    await expect(rows(list)).toHaveCount(1);
    await button(list, t('recordings.erase')).click();
    await button(list, t('recordings.eraseYes')).click();
    await expect(notice(page, t('notice.removed'))).toBeVisible();
    await page.bringToFront();
    await lab.clickTerminal();
    await lab.say('NOOP', '250');
    expect(await storedTexts(list)).toEqual([]);
    await button(page, t('notice.keepAnyway')).click();
    await expect(rows(list)).toHaveCount(1);
  });
});

test('no room: a sentence, the work stays in memory and goes out as a file, and is written once there is room', async ({ lab, page }) => {
  await page.addInitScript(() => {
    const put = Reflect.get(IDBObjectStore.prototype, 'put') as IDBObjectStore['put'];
    IDBObjectStore.prototype.put = function (...args) {
      if ('full' in window && window.full) throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, args);
    };
  });
  await lab.open(LESSON.slug);
  await page.evaluate(() => Object.assign(window, { full: true }));
  await greet(lab);
  await expect(notice(page, t('notice.full'))).toBeVisible();
  const download = page.waitForEvent('download');
  await button(page, t('notice.file')).click();
  const file = readRecording(readFileSync(await (await download).path(), 'utf8'));
  expect(
    replay(LESSON, file!)
      .recording.inputs.map((each) => (each.type === 'keys' ? each.keys : ''))
      .join(''),
  ).toContain('EHLO');

  await openList(page);
  await expect(rows(page)).toContainText(t('start.steps', { done: 1, steps: LESSON.steps.length }));
  await button(page, t('recordings.openLong', { name: TITLE })).click();
  await lab.expectDone(LESSON, 'hello');

  await page.evaluate(() => Object.assign(window, { full: false }));
  await lab.clickTerminal();
  await lab.say('NOOP', '250');
  await expect(notice(page, t('notice.full'))).toBeHidden();
  await lab.reload();
  await expect(lab.screen).toContainText('NOOP');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the list, ${colorScheme}`, async ({ lab, page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await lab.open(LESSON.slug);
    await greet(lab);
    await openList(page);
    await importText(page, 'newer.json', '{"format":"helo-world-recording/9"}');
    await expect(rows(page)).toHaveCount(2);
    await button(page, t('recordings.renameLong', { name: TITLE })).click();
    await button(page, t('recordings.erase')).click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  });
}
