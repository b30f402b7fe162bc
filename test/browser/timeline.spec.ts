// Time goes both ways: any moment is shown everywhere, can be gone on from, and nothing is lost.

import type { Locator } from '@playwright/test';
import { t } from '../../src/messages/t';
import { expect, test, type LabPage } from './support/lab-page';
import { lessonOnDisk, titleOf } from './support/lessons';

const MX1 = 'mx1.campus.example';
const lesson = lessonOnDisk('one-message-by-hand');

const head = (lab: LabPage): Locator => lab.page.getByRole('slider', { name: t('timeline.moment') });
const button = (lab: LabPage, key: 'timeline.undo' | 'timeline.step' | 'timeline.events' | 'past.continue' | 'past.back'): Locator =>
  lab.page.getByRole('button', { name: t(key), exact: true });
const branches = (lab: LabPage): Locator => lab.page.getByRole('combobox', { name: t('timeline.branch'), exact: true });
const clockOf = (lab: LabPage): Promise<string> =>
  lab.page
    .getByRole('group', { name: t('clock.name') })
    .getByRole('time')
    .innerText();

/** A conversation up to a recipient that nobody has. */
async function converse(lab: LabPage): Promise<void> {
  await lab.open(lesson.slug);
  await lab.clickTerminal();
  await lab.say(`telnet ${MX1} 25`, '220');
  await lab.say('EHLO ws1.campus.example', '250');
  await lab.say('MAIL FROM:you@campus.example', '501');
  await lab.say('MAIL FROM:<you@campus.example>', '250 2.1.0');
  await lab.say('RCPT TO:<nobody@campus.example>', '550');
}

/** The screen down to its last line with something on it. */
const lastLine = async (lab: LabPage): Promise<string> => (await lab.screenText()).split('\n').at(-1) ?? '';

test('a past moment is shown by terminal, glass, lesson and coach alike', async ({ lab }) => {
  await converse(lab);
  await lab.expectDone(lesson, 'hello', 'brackets', 'sender', 'nobody');
  await expect(lab.envelope).toContainText('nobody@campus.example');
  await head(lab).focus();
  for (let i = 0; i < 5; i++) await lab.press('ArrowLeft'); // before the path with brackets was sent
  await expect(head(lab)).toHaveAttribute('aria-valuetext', /501/);
  await expect.poll(() => lastLine(lab)).toContain('MAIL FROM:you@campus.example');
  await lab.expectDone(lesson, 'hello', 'brackets');
  await expect(lab.row(/501/)).toBeVisible();
  await expect(lab.row(/nobody/)).toHaveCount(0);
  await expect(lab.envelope).not.toContainText('you@campus.example');
  await expect(lab.coach).toContainText(t('coach.M03', { host: MX1, verb: 'MAIL' }));
  await lab.press('End');
  await expect.poll(() => lastLine(lab)).toContain('550');
  await lab.expectDone(lesson, 'hello', 'brackets', 'sender', 'nobody');
  await expect(lab.envelope).toContainText('nobody@campus.example');
});

test('the head can be dragged, and the past cannot be typed into', async ({ lab, page }) => {
  await converse(lab);
  const end = (await head(lab).boundingBox())!;
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2);
  await page.mouse.down();
  await page.mouse.move(0, end.y, { steps: 8 });
  await page.mouse.up();
  await expect(head(lab)).toHaveAttribute('aria-valuenow', '0');
  await expect.poll(() => lab.screenText()).toMatch(/\$$/);
  const frozen = await clockOf(lab);
  expect(frozen).toBe('09:00:00');
  await lab.clickTerminal();
  await lab.type('x');
  await expect(page.getByRole('alert')).toContainText(t('past.looking', { clock: frozen }));
  await button(lab, 'past.back').click();
  await expect(lab.keys).toBeFocused();
  await expect.poll(() => lastLine(lab)).toContain('550');
  await lab.say('RCPT TO:<ada@campus.example>', '250');
});

test('going on from a past moment leaves a branch that can be returned to, after a reload too', async ({ lab }) => {
  await converse(lab);
  await head(lab).focus();
  await lab.press('PageDown', 'PageDown', 'PageDown'); // two answers before the last one
  await expect(head(lab)).toHaveAttribute('aria-valuetext', /501/);
  await button(lab, 'past.continue').click();
  await expect(lab.keys).toBeFocused();
  await lab.say('MAIL FROM:<ada@campus.example>', '250');
  await expect(lab.envelope).toContainText('<ada@campus.example>');
  await expect(branches(lab)).toHaveValue('2');
  await branches(lab).selectOption('1');
  await expect(lab.envelope).toContainText('<you@campus.example>');
  await expect.poll(() => lastLine(lab)).toContain('550');
  await branches(lab).selectOption('2');
  await expect(lab.envelope).toContainText('<ada@campus.example>');
  await expect.poll(() => lab.screenText()).not.toContain('nobody');

  await lab.page.waitForTimeout(600); // saved as it happens
  await lab.reload();
  await expect(branches(lab)).toHaveValue('2');
  await expect(lab.envelope).toContainText('<ada@campus.example>');
  await branches(lab).selectOption('1');
  await expect(lab.envelope).toContainText('<you@campus.example>');
  await lab.expectDone(lesson, 'hello', 'brackets', 'sender', 'nobody');
});

test('what was done can be taken back from within the terminal, and done again', async ({ lab }) => {
  await converse(lab);
  await lab.press('Alt+z');
  await expect.poll(() => lab.screenText()).not.toContain('nobody');
  await lab.expectDone(lesson, 'hello', 'brackets', 'sender');
  await lab.press('Alt+z');
  await lab.expectDone(lesson, 'hello', 'brackets');
  await lab.press('Alt+Shift+Z', 'Alt+Shift+Z');
  await lab.expectDone(lesson, 'hello', 'brackets', 'sender', 'nobody');
  await button(lab, 'timeline.undo').click();
  await lab.clickTerminal();
  await lab.say('RCPT TO:<ada@campus.example>', '250');
  await lab.expectDone(lesson, 'hello', 'brackets', 'sender');
  await expect(branches(lab)).toHaveValue('2');
});

test('time stops, and goes one thing on the wire at a time', async ({ lab, page }) => {
  await lab.open(lesson.slug);
  await lab.clickTerminal();
  await lab.say(`telnet ${MX1} 25`, '220');
  await lab.press('Alt+p');
  const stopped = await clockOf(lab);
  await lab.type('NOOP\n');
  await expect.poll(() => lastLine(lab)).toContain('NOOP');
  await page.waitForTimeout(1200);
  expect(await clockOf(lab)).toBe(stopped);
  expect(await lastLine(lab)).toContain('NOOP');
  await button(lab, 'timeline.step').click();
  await expect(lab.row(/answered 250/)).toBeVisible();
  expect(await lastLine(lab)).toContain('NOOP'); // the answer is still on its way
  await button(lab, 'timeline.step').click();
  await expect.poll(() => lastLine(lab)).toContain('250');
  await button(lab, 'timeline.step').click();
  await expect(page.getByText(t('said.idle'))).toBeVisible();
  await page.getByRole('button', { name: t('timeline.go') }).click();
  await expect.poll(() => clockOf(lab)).not.toBe(stopped);
});

test('everything that happened is a list to read and to go to', async ({ lab, page }) => {
  await converse(lab);
  await button(lab, 'timeline.events').click();
  const list = page.getByRole('region', { name: t('timeline.eventsLong') });
  await expect(list.getByRole('listitem').first()).toContainText(t('mark.name', { who: 'ws1', text: `${MX1} A` }));
  await expect(list.getByRole('listitem').nth(-2)).toContainText('550');
  await expect(list.getByRole('listitem').last()).toContainText(t('mark.tick', { text: titleOf(lesson, 'nobody') }));
  await list.getByRole('button', { name: /sent EHLO/ }).click();
  await expect.poll(() => lastLine(lab)).toContain('EHLO');
  await expect(list.locator('[aria-current]')).toContainText('EHLO');
  await lab.press('Escape');
  await expect(list).toBeHidden();
  await expect(button(lab, 'timeline.events')).toBeFocused();
  await lab.press('Alt+End');
  await expect.poll(() => lastLine(lab)).toContain('550');
});
