// The page as a person uses it: what is on the screen, and keys. Everything is found by role and by the
// catalogue's own words, so that a test breaks when a person would be lost, and not when a class is renamed.

import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { t } from '../../../src/messages/t';
import '../../../src/messages/whole';
import type { Lesson } from '../../../src/lesson/types';
import { titleOf } from './lessons';
import { watch } from './watch';

export { expect };

/** For what Playwright does not wait for by itself. */
const PATIENCE = { timeout: 10_000, intervals: [30, 60, 120] };

/** Tests with a page that is watched: a complaint of the browser fails any of them. */
export const test = base.extend<{ lab: LabPage; complaints: string[] }>({
  complaints: async ({ page, baseURL }, use) => {
    const complaints = watch(page, new URL(baseURL!).origin);
    await use(complaints);
    expect(complaints).toEqual([]);
  },
  lab: async ({ page, complaints }, use) => {
    void complaints; // watched from the start
    await use(new LabPage(page));
  },
});

export class LabPage {
  /** The terminal with all its keys: what its screen shows, and what takes the keys. */
  readonly screen: Locator;
  readonly keys: Locator;
  /** The terminal in plain mode: its log and its input line. */
  readonly log: Locator;
  readonly line: Locator;
  readonly lesson: Locator;
  readonly steps: Locator;
  readonly glass: Locator;
  readonly ladder: Locator;
  readonly envelope: Locator;
  readonly coach: Locator;

  constructor(readonly page: Page) {
    this.screen = page.locator('.xterm-rows');
    this.keys = page.getByRole('textbox', { name: t('terminal.label') });
    this.log = page.getByRole('log', { name: t('terminal.log') });
    this.line = page.getByRole('textbox', { name: t('terminal.input') });
    this.lesson = page.getByRole('region', { name: t('pane.lesson'), exact: true });
    this.steps = page.getByRole('navigation', { name: t('lesson.steps') });
    this.glass = page.getByRole('region', { name: t('glass.name') });
    this.ladder = page.getByRole('region', { name: t('ladder.name') });
    this.envelope = page.getByRole('region', { name: t('envelope.name'), exact: true });
    this.coach = page.getByLabel(t('coach.name'), { exact: true });
  }

  /** Opens `sandbox` or a lesson by its slug, and waits for the prompt. */
  async open(slug: string): Promise<void> {
    await this.page.goto(slug === 'sandbox' ? './#/sandbox' : `./#/lesson/${slug}`);
    await this.expectPrompt();
  }

  /** Loads the page anew, as F5 does. */
  async reload(): Promise<void> {
    await this.page.reload();
    await expect(this.screen.or(this.log).first()).toContainText(/\S/);
  }

  async expectPrompt(): Promise<void> {
    await expect(this.screen.or(this.log).first()).toContainText('$');
  }

  /** Puts the keyboard into the terminal with the mouse. */
  async clickTerminal(): Promise<void> {
    await this.page.locator('.xterm-screen').click();
    await expect(this.keys).toBeFocused();
  }

  /** Types at whatever has the focus; `\n` is Enter. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Types a line, sees it stand there, presses Enter, and waits until `answer` stands below it in the terminal. */
  async say(line: string, answer: string): Promise<void> {
    await this.type(line);
    await expect(async () => expect(dense(await this.screenText()).endsWith(dense(line))).toBe(true)).toPass(PATIENCE);
    await this.press('Enter');
    await expect(async () => expect(dense(await this.below(line))).toContain(dense(answer))).toPass(PATIENCE);
  }

  /** Pastes, as Ctrl+V does, into what has the focus. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((data) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', data);
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  }

  /** What the terminal shows, line by line, without what only fills it. */
  async screenText(): Promise<string> {
    const plain = await this.log.isVisible();
    return (await (plain ? this.log : this.screen).innerText())
      .replaceAll('\u00a0', ' ')
      .replace(/[ \t]+$/gm, '')
      .trimEnd();
  }

  /** What stands below the newest `line`, with or without a prompt before it. It must fit into one row. */
  private async below(line: string): Promise<string> {
    const rows = (await this.screenText()).split('\n');
    const typed = new RegExp(`^(\\S*[$>&] )?${escaped(line)}$`);
    return rows.slice(rows.map((row) => typed.test(row)).lastIndexOf(true) + 1).join('\n');
  }

  /** Answers the question on the screen and locks the answer; the keyboard is then in the terminal. */
  async predict(option: string): Promise<void> {
    await this.lesson.locator(`input[type=radio][value="${option}"]`).check();
    await this.lesson.getByRole('button', { name: t('predict.lock') }).click();
    await expect(this.lesson).toContainText(t('predict.locked'));
  }

  /** The steps that the list shows as done. */
  doneSteps(): Locator {
    return this.steps.getByRole('button', { name: new RegExp(`, ${t('lesson.done')}$`) });
  }

  /** Waits until exactly these steps have a tick. */
  async expectDone(lesson: Lesson, ...steps: string[]): Promise<void> {
    const done = lesson.steps.filter(({ id }) => steps.includes(id)).map(({ id }) => titleOf(lesson, id));
    await expect(this.doneSteps()).toHaveText(done.map((title) => new RegExp(`^\\s*${escaped(title)}\\s*, ${t('lesson.done')}\\s*$`)));
  }

  /** Goes on from the outcome of a step with the button. */
  async next(): Promise<void> {
    await this.lesson.getByRole('button', { name: new RegExp(`^(${t('lesson.next')}|${t('lesson.finish')})`) }).click();
  }

  async expectStep(lesson: Lesson, step: string): Promise<void> {
    await expect(this.lesson.getByRole('heading', { level: 1 })).toHaveText(titleOf(lesson, step));
  }

  async choose(tab: string): Promise<void> {
    const menu = this.page.getByRole('combobox', { name: t('glass.moreLong') });
    // Where the pane is narrow, some of its tabs are in a menu.
    if ((await menu.count()) > 0 && (await menu.locator('option').allTextContents()).includes(tab)) await menu.selectOption(tab);
    else await this.page.getByRole('tab', { name: tab }).click();
  }

  /** A row of the ladder by what is read aloud for it. */
  row(spoken: string | RegExp): Locator {
    return this.ladder.getByRole('button', { name: spoken });
  }
}

/** Without blanks, because long answers are wrapped. */
const dense = (text: string) => text.replace(/\s+/g, '');
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
