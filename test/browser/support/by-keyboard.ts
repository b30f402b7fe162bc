// The page by keyboard alone, in plain mode: whatever is wanted is found by role and name, reached with Tab and
// used with keys. There is no mouse and no selector here, and nothing is asked for its place on the screen.

import type { Locator } from '@playwright/test';
import { t } from '../../../src/messages/t';
import type { Lesson, ScriptLine } from '../../../src/lesson/types';
import { plainText } from '../../../src/views/lesson/plain-text';
import { withLine } from '../../../src/lab/zones';
import { expect, type LabPage } from './lab-page';
import { UNITS } from './moves';

const KEYS: Record<string, string> = { '\x1d': 'Control+]', '\x7f': 'Backspace', '\r': 'Enter' };

/** More stops than any page has. */
const STOPS = 150;

/** Presses Tab (or Shift Tab) until something has the focus. */
export async function tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < STOPS; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await target.page().keyboard.press(key);
  }
  throw new Error(`${target} is not reached with ${key}.`);
}

/** Goes to a button or link with Tab and presses it. */
export async function activate(target: Locator): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press('Enter');
}

/** Chooses one of some radio buttons: Tab leads into their group, arrow keys within it. */
export async function choose(wanted: Locator): Promise<void> {
  const { keyboard } = wanted.page();
  await expect(wanted).toBeVisible();
  const inGroup = () =>
    wanted.evaluate((radio: HTMLInputElement) => (document.activeElement as HTMLInputElement | null)?.name === radio.name);
  for (let stop = 0; stop < STOPS && !(await inGroup()); stop++) await keyboard.press('Tab');
  await keyboard.press('Space');
  for (let option = 0; option < 20 && !(await wanted.isChecked()); option++) await keyboard.press('ArrowDown');
  await expect(wanted).toBeChecked();
}

/** Answers the question of a step and locks the answer; the focus is then in the input line. */
export async function predict(lab: LabPage, lesson: Lesson, step: string, option: string): Promise<void> {
  const label = plainText(lesson.prose['en']?.steps[step]?.options[option]?.label ?? option);
  await choose(lab.lesson.getByRole('radio', { name: label, exact: true }));
  await activate(lab.lesson.getByRole('button', { name: t('predict.lock') }));
  await expect(lab.line).toBeFocused();
}

/** Types a line into the input line, and waits until the terminal has said all it has to say to it. */
export async function say(lab: LabPage, line: string): Promise<void> {
  await tabTo(lab.line);
  await lab.type(line);
  await lab.press('Enter');
  await settle(lab);
}

/** Waits until nothing new has come for a while; a connection that is being opened is waited for. */
async function settle(lab: LabPage): Promise<void> {
  let text = '';
  await expect(async () => {
    const before = text;
    text = await lab.log.innerText();
    expect(text).not.toMatch(/Trying \S+\.\.\.$/);
    expect(text).toBe(before);
  }).toPass({ timeout: 15_000, intervals: [250] });
}

/** Goes on from a finished step, if one is on the screen. */
export async function goOn(lab: LabPage): Promise<void> {
  const button = lab.lesson.getByRole('button', { name: new RegExp(`^(${t('lesson.next')}|${t('lesson.finish')})`) });
  if (await button.isVisible()) await lab.press('Control+Enter');
}

async function answer(lab: LabPage, lesson: Lesson, { step, item, value }: Extract<ScriptLine, { type: 'answer' }>): Promise<void> {
  const prose = lesson.prose['en']?.steps[step]?.task;
  const name = plainText(prose?.items[item]?.label ?? item);
  const option = plainText(prose?.answers[value]?.label ?? value);
  const group = lab.lesson.getByRole('group', { name, exact: true });
  const list = lab.lesson.getByRole('combobox', { name, exact: true });
  if (await group.isVisible()) await choose(group.getByRole('radio', { name: option, exact: true }));
  else if (await list.isVisible()) {
    await tabTo(list);
    await lab.type(option);
    await expect(list).toHaveValue(value);
  } else {
    await tabTo(lab.lesson.getByRole('textbox', { name, exact: true }));
    await lab.press('Control+a');
    await lab.type(value);
  }
  await activate(lab.lesson.getByRole('button', { name: t('task.check') }));
}

/** Changes one line of a zone. The view of zones is a tab of the glass, or in the menu beside them. */
async function mend(lab: LabPage, { apex, from, to }: Extract<ScriptLine, { type: 'zone' }>): Promise<void> {
  const zones = lab.glass.getByRole('combobox', { name: t('zone.choose'), exact: true });
  if (!(await zones.isVisible())) {
    await tabTo(lab.page.getByRole('combobox', { name: t('glass.moreLong') }), 'Shift+Tab');
    await lab.type(t('glass.zone'));
  }
  await tabTo(zones);
  await lab.type(apex);
  await expect(zones).toHaveValue(apex);
  const text = lab.glass.getByRole('textbox', { name: t('zone.text', { apex }) });
  const mended = withLine(await text.inputValue(), from, to);
  await tabTo(text);
  await lab.press('Control+a');
  await lab.type(mended);
  await lab.press('Control+s');
  await expect(lab.glass.getByRole('status').filter({ hasText: t('zone.saved') })).toBeVisible();
}

async function tryOut(lab: LabPage, chosen: Extract<ScriptLine, { type: 'schedule' }>): Promise<void> {
  for (const part of Object.keys(UNITS) as (keyof typeof UNITS)[]) {
    await tabTo(lab.lesson.getByRole('textbox', { name: t(`schedule.${part}`) }));
    await lab.press('Control+a');
    await lab.type(String(chosen[part] / UNITS[part]));
  }
  await activate(lab.lesson.getByRole('button', { name: t('schedule.run') }));
  await expect(lab.lesson.getByRole('table')).toBeVisible({ timeout: 30_000 });
}

/** Plays one line of a lesson's solution. */
export async function play(lab: LabPage, lesson: Lesson, line: ScriptLine): Promise<void> {
  switch (line.type) {
    case 'line':
      await goOn(lab);
      return say(lab, line.text);
    case 'keys':
      await goOn(lab);
      await tabTo(lab.line);
      for (const key of line.keys) await (KEYS[key] ? lab.press(KEYS[key]) : lab.type(key));
      return;
    case 'sleep':
      for (let left = line.milliseconds; left > 0; left -= 30_000)
        await activate(lab.page.getByRole('button', { name: t('clock.wait30sLong') }));
      return;
    case 'predict':
      await goOn(lab);
      return predict(lab, lesson, line.step, line.option);
    case 'answer':
      await goOn(lab);
      return answer(lab, lesson, line);
    case 'zone':
      await goOn(lab);
      return mend(lab, line);
    case 'schedule':
      await goOn(lab);
      return tryOut(lab, line);
    case 'terminal':
      throw new Error('No solution needs a second terminal.');
    case 'ticks':
      return;
  }
}
