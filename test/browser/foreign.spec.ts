// A teacher's own lesson: opened from the disk in every way there is, checked, played, mended, and gone on with after F5.

import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkLessonFolder } from '../../src/lab/check';
import type { LessonFiles } from '../../src/lesson/types';
import { t, type MessageKey } from '../../src/messages/t';
import { brokenLessons, edited, goodLesson } from '../lesson/broken';
import { expect, test as base, type LabPage } from './support/lab-page';

/** A folder of its own for each test, with a sound lesson in it. */
const test = base.extend<{ folder: string }>({
  folder: async ({ page: _ }, use) => {
    const above = mkdtempSync(join(tmpdir(), 'lesson-'));
    const folder = join(above, '03-of-mine');
    cpSync('test/lessons-broken/good', folder, { recursive: true });
    await use(folder);
    rmSync(above, { recursive: true });
  },
});

const TITLE = 'A sound lesson';

function write(folder: string, files: LessonFiles): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

async function goToTeach(page: Page): Promise<void> {
  await page.goto('./#/teach');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('teach.title'));
}

const button = (page: Page, name: MessageKey) => page.getByRole('button', { name: t(name), exact: true });
const found = (page: Page, title: string) => page.getByRole('listitem', { name: title, exact: true });
const findings = (row: Locator) => row.getByRole('list', { name: t('foreign.findings') }).getByRole('listitem');

/** Chooses files as a person does in the browser's own dialog, which `press` opens. */
async function choose(page: Page, press: () => Promise<void>, path: string | string[]): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press()]);
  await chooser.setFiles(path);
}

const openFolder = (page: Page, folder: string) => choose(page, () => button(page, 'foreign.folder').click(), folder);

/** Lets go of a file or a folder over the page. */
async function drop(page: Page, path: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  await devtools.detach();
}

async function expectSaid(page: Page, key: MessageKey): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: t(key) })).toBeVisible();
}

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect.soft(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))).toEqual([]);
}

/** Tab until it has the focus, and Enter. */
async function enter(lab: LabPage, target: Locator): Promise<void> {
  const isFocused = () => target.evaluate((element) => element === document.activeElement);
  for (let stops = 0; stops < 40 && !(await isFocused()); stops++) await lab.press('Tab');
  await expect(target).toBeFocused();
  await lab.press('Enter');
}

async function playFirstStep(lab: LabPage): Promise<void> {
  await expect(lab.lesson.getByRole('heading', { level: 1 })).toHaveText('Who speaks first?');
  await lab.expectPrompt();
  await lab.predict('server');
  await lab.say('telnet mx.lab.example 25', '220');
  await expect(lab.doneSteps()).toHaveCount(1);
}

test('a sound folder is opened and played by keyboard alone', async ({ lab, page, folder }) => {
  await goToTeach(page);
  await choose(page, () => enter(lab, button(page, 'foreign.folder')), folder);
  await expectSaid(page, 'foreign.allSound');
  await expect(found(page, TITLE)).toContainText(t('foreign.sound'));
  await expect(found(page, TITLE)).toContainText('03-of-mine');
  await expectClean(page);
  await enter(lab, page.getByRole('link', { name: t('foreign.playLong', { title: TITLE }) }));
  await expect(page).toHaveURL(/#\/file\/of-mine$/);
  await playFirstStep(lab);
  await expect(lab.lesson).toContainText('Well.');
});

test('a broken folder is told in the words of the linter', async ({ page, folder }) => {
  const { edits } = brokenLessons().find(({ name }) => name === 'missing-field.json')!;
  const files = edited(
    { ...goodLesson(), 'lesson.md': readFileSync(join(folder, 'lesson.md'), 'utf8').replace('RFC 5321, 3.1\n', 'a book\n') },
    edits,
  );
  write(folder, files);
  await goToTeach(page);
  await openFolder(page, folder);
  await expectSaid(page, 'foreign.done');
  const faults = checkLessonFolder('03-of-mine', files, []);
  expect(faults).toHaveLength(2);
  const row = found(page, '03-of-mine');
  await expect(row).toContainText(t('foreign.unplayable', { count: 2 }));
  await expect(findings(row)).toHaveText(faults.map(({ file, field, message }) => `${file} ${field} ${message}`));
  await expect(row.getByRole('link')).toHaveCount(0);
  await expectClean(page);
});

test('what does not keep a lesson from being played is told and shown as text', async ({ lab, page, folder }) => {
  const markup = '<img src=x onerror="window.name=1"><script>window.name=1</script>';
  write(folder, { 'lesson.md': goodLesson()['lesson.md']!.replace('Connect to', `${markup} [out](javascript:window.name=1) Connect to`) });
  await goToTeach(page);
  await openFolder(page, folder);
  await expectSaid(page, 'foreign.done');
  await expect(findings(found(page, TITLE)).first()).toContainText(`lesson.md greeting Prose is Markdown without HTML`);
  await page.getByRole('link', { name: t('foreign.playLong', { title: TITLE }) }).click();
  await playFirstStep(lab);
  expect(
    await page.evaluate(() => [window.name, document.querySelectorAll('#app img, #app script, a[href^="javascript"]').length]),
  ).toEqual(['', 0]);
});

test('after F5 the lesson is opened again, and what was done in it is there', async ({ lab, page, folder }) => {
  await goToTeach(page);
  await openFolder(page, folder);
  await page.getByRole('link', { name: t('foreign.playLong', { title: TITLE }) }).click();
  await playFirstStep(lab);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('lesson.foreign'));
  await expectClean(page);
  await page.goto('./#/recordings');
  await expect(page.getByRole('listitem', { name: 'of-mine' })).toContainText(t('recordings.fault.foreign'));
  await page.goto('./#/file/of-mine');
  await page.getByRole('link', { name: t('lesson.foreignWhere') }).click();
  await openFolder(page, folder);
  await page.getByRole('link', { name: t('foreign.playLong', { title: TITLE }) }).click();
  await expect(lab.doneSteps()).toHaveCount(1);
  await expect(lab.screen).toContainText('220');
});

test('a folder that was dropped is read again when it has been mended', async ({ page, folder }) => {
  write(folder, { 'steps.json': '[{ "id": "greeting" }' });
  await goToTeach(page);
  await drop(page, folder);
  await expectSaid(page, 'foreign.done');
  await expect(found(page, '03-of-mine')).toContainText('This is not JSON');
  write(folder, goodLesson());
  await button(page, 'foreign.again').click();
  await expectSaid(page, 'foreign.allSound');
  await expect(found(page, TITLE)).toContainText(t('foreign.sound'));
});

test('a folder that was chosen is read again, or asked for again', async ({ page, folder }) => {
  write(folder, { 'solution.txt': 'telnet mx.lab.example 25\n' });
  await goToTeach(page);
  await openFolder(page, folder);
  await expectSaid(page, 'foreign.done');
  write(folder, goodLesson());
  // The browser gives a chosen file as it was, or not at all.
  await choose(page, () => button(page, 'foreign.again').click(), folder);
  await expectSaid(page, 'foreign.allSound');
});

test('files that want to do harm get a sentence', async ({ page, folder }) => {
  await goToTeach(page);
  const junk: [file: string, content: string | Buffer, sentence: string][] = [
    ['world.json', Buffer.alloc(50_000_000, 'x'), 'This file has 50000000 octets'],
    ['steps.json', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0xff, 0xfe, 0]), 'This is not text in UTF-8'],
    ['steps.json', '{"all":['.repeat(20_000), 'This is not JSON'],
    ['lesson.md', '>'.repeat(20_000), 'nested too deeply'],
  ];
  for (const [file, content, sentence] of junk) {
    write(folder, goodLesson());
    writeFileSync(join(folder, file), content);
    await choose(
      page,
      () => button(page, 'foreign.files').click(),
      ['lesson.md', 'world.json', 'steps.json'].map((name) => join(folder, name)),
    );
    await expect(found(page, t('foreign.noFolder'))).toContainText(sentence);
    await expectSaid(page, 'foreign.done');
  }
});

test('a check that never ends is stopped, and the page stays alive', async ({ page, folder }) => {
  const solution = goodLesson()['solution.txt']!.replace(
    'NOOP',
    'NOOP\n@terminal second\nping mx.lab.example\n@sleep 900000h\n@terminal main',
  );
  write(folder, { 'solution.txt': solution });
  await goToTeach(page);
  await openFolder(page, folder);
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(page.getByRole('link', { name: t('foreign.playLong', { title: TITLE }) })).toBeVisible();
  await button(page, 'foreign.stop').click();
  await expectSaid(page, 'foreign.stopped');
  await expect(page.getByRole('progressbar')).toHaveCount(0);
});
