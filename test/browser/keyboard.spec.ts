// No mouse at all: everything can be reached, one always sees where one is, and what to do stands on the screen.

import type { Locator, Page } from '@playwright/test';
import { t } from '../../src/messages/t';
import { expect, test, type LabPage } from './support/lab-page';
import { lessonOnDisk } from './support/lessons';

const LESSON = lessonOnDisk('knock-on-port-25');

/** True if the focus can be seen: an outline on the element, its handle or what it lies in, or, in the terminal, the filled cursor. */
function focusIsVisible(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return false;
    for (let element: Element | null = focused, up = 0; element && up < 6; element = element.parentElement, up++) {
      const looks = [getComputedStyle(element), getComputedStyle(element, '::after')];
      if (looks.some((look) => look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 1.5)) return true;
    }
    return focused.closest('.xterm.focus') !== null;
  });
}

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** Presses Tab (or Shift Tab) until `target` has the focus, and looks at every stop on the way. */
async function tabTo(lab: LabPage, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let stops = 0; stops < 60 && !(await isFocused(target)); stops++) {
    await lab.press(key);
    const where = await lab.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120));
    expect(await focusIsVisible(lab.page), `focus on ${where}`).toBe(true);
  }
  await expect(target, 'Tab does not get there').toBeFocused();
}

test('a newcomer gets the first tick by doing what the screen says', async ({ lab, page }) => {
  await page.goto('./');
  await tabTo(lab, page.getByRole('link', { name: new RegExp(t('start.begin', { number: 1 })) }));
  await lab.press('Enter');

  await expect(lab.lesson).toContainText(t('predict.first'));
  await expect(page.getByText(t('terminal.first'))).toBeVisible();
  await tabTo(lab, lab.lesson.getByRole('radio').first());
  await lab.press('ArrowDown');
  await tabTo(lab, lab.lesson.getByRole('button', { name: t('predict.lock') }));
  await lab.press('Enter');
  await expect(lab.keys).toBeFocused();
  expect(await focusIsVisible(page)).toBe(true);

  const line = await lab.lesson.locator('pre').first().innerText();
  await lab.type(`${line.trim()}\n`);
  await lab.expectDone(LESSON, 'no-number');
  await expect(page.getByText(t('terminal.first'))).toBeHidden();
  await expect(lab.lesson.getByRole('button', { name: t('lesson.next') })).toContainText(t('lesson.nextKeys'));
  await lab.press('Control+Enter');
  await lab.expectStep(LESSON, 'greeting');
});

test('the terminal is left with Escape and Tab, and everything behind it is reached', async ({ lab, page }) => {
  await lab.open(LESSON.slug);
  await tabTo(lab, lab.keys);
  await lab.type('telnet mx1.cam');
  await lab.press('Tab'); // in the terminal it completes
  await expect(lab.screen).toContainText('telnet mx1.campus.example');
  await expect(lab.keys).toBeFocused();
  await lab.type('25\n');
  await expect(lab.screen).toContainText('220 mx1.campus.example');
  await expect(page.getByText(t('terminal.leave'))).toBeVisible();
  await lab.press('Escape', 'Tab');
  await expect(lab.keys).not.toBeFocused();

  const tab = (name: string) => page.getByRole('tab', { name });
  await tabTo(lab, tab(t('glass.ladder')));
  await lab.press('ArrowRight');
  await expect(tab(t('glass.state'))).toBeFocused();
  await expect(page.getByRole('img', { name: t('state.diagram', { host: 'mx1', state: 'connected' }) })).toBeVisible();
  await lab.press('ArrowRight');
  await expect(tab(t('glass.letter'))).toBeFocused();
  await lab.press('Home');
  await expect(lab.ladder).toBeVisible();

  const row = lab.row(/answered 220|220 mx1/);
  await tabTo(lab, row);
  await lab.press('Enter');
  await expect(row).toHaveAttribute('aria-expanded', 'true');
  await lab.press('ArrowUp');
  await expect(lab.row(/SYN ACK/)).toBeFocused();
  await lab.press('End');
  await expect(row).toBeFocused();
  await lab.press('Escape');
  await expect(row).toHaveAttribute('aria-expanded', 'false');
  await tabTo(lab, page.getByRole('button', { name: t('clock.wait30sLong') }));
  await lab.press('Enter');
  await expect(page.getByRole('group', { name: t('clock.name') })).toContainText('09:00:3');

  await tabTo(lab, lab.keys, 'Shift+Tab');
  await lab.press('Escape', 'Shift+Tab'); // backwards too
  await expect(lab.keys).not.toBeFocused();
});

test('hints, answers, earlier steps and Start again without a mouse', async ({ lab, page }) => {
  await lab.open(LESSON.slug);
  await tabTo(lab, lab.lesson.getByRole('button', { name: t('hint.look') }));
  await lab.press('Enter');
  await expect(lab.lesson.getByRole('heading', { name: t('hint.look') })).toBeVisible();
  await tabTo(lab, lab.lesson.getByRole('button', { name: t('hint.rule') }));
  await lab.press('Space');
  await expect(lab.lesson.getByRole('heading', { name: t('hint.rule') })).toBeVisible();

  await tabTo(lab, lab.keys);
  await lab.type('telnet mx1.campus.example\n');
  await lab.expectDone(LESSON, 'no-number');
  await lab.press('Control+Enter'); // to the heading of the next step
  await tabTo(lab, lab.doneSteps().first());
  await lab.press('Enter');
  await lab.expectStep(LESSON, 'no-number');
  await tabTo(lab, page.getByRole('button', { name: t('lesson.restart') }));
  await lab.press('Enter');
  await tabTo(lab, page.getByRole('button', { name: t('lesson.restartYes') }));
  await lab.press('Enter');
  await lab.expectDone(LESSON);
  await lab.expectStep(LESSON, 'no-number');
});

test('the plain terminal: history, interruption, and Tab as everywhere on the web', async ({ lab, page }) => {
  await lab.open('sandbox');
  await tabTo(lab, page.getByRole('button', { name: t('terminal.plain') }));
  await lab.press('Space');
  await tabTo(lab, lab.line);
  await lab.type('hostname\n');
  await expect(lab.log).toContainText('ws1');
  await lab.press('ArrowUp');
  await expect(lab.line).toHaveValue('hostname');
  await lab.press('ArrowDown');
  await lab.type('telnet mx1.campus.example 25\n');
  await expect(lab.log).toContainText('220');
  await lab.press('Control+]');
  await expect(lab.log).toContainText('telnet>');
  await lab.type('quit\n');
  await expect(lab.log).toContainText('Connection closed.');
  await lab.type('not this');
  await lab.press('Control+c');
  await expect(lab.line).toHaveValue('');
  await expect(lab.log).toContainText('^C');
  await lab.press('Tab');
  await expect(lab.line).not.toBeFocused();
});
