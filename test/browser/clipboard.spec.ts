// Copying out of the terminal and pasting into it, with the keys that people know.

import { t } from '../../src/messages/t';
import { expect, test } from './support/lab-page';
import { lessonOnDisk } from './support/lessons';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const LINES = 'EHLO ws1.campus.example\nMAIL FROM:<you@campus.example>\r\nRCPT TO:<ada@campus.example>\nDATA\n';

test('many lines pasted into telnet are sent one by one', async ({ lab, page }) => {
  await lab.open('sandbox'); // whose mx1 does not mind lines that come all at once
  await lab.clickTerminal();
  await lab.say('telnet mx1.campus.example 25', '220');
  await page.evaluate((text) => navigator.clipboard.writeText(text), LINES);
  await lab.press('Control+v');
  await expect(lab.screen).toContainText('354');
  for (const sent of [/sent EHLO/, /sent MAIL/, /sent RCPT/, /sent DATA/]) await expect(lab.row(sent)).toBeVisible();
  await expect(lab.envelope).toContainText('<ada@campus.example>');
});

test('many lines pasted into the plain terminal too', async ({ lab, page }) => {
  await lab.open('sandbox'); // whose mx1 does not mind lines that come all at once
  await page.getByRole('button', { name: t('terminal.plain') }).click();
  await lab.line.fill('telnet mx1.campus.example 25');
  await lab.press('Enter');
  await expect(lab.log).toContainText('220');
  await page.evaluate((text) => navigator.clipboard.writeText(text), LINES);
  await lab.press('Control+v');
  await expect(lab.log).toContainText('354');
});

test('Ctrl C copies what is selected, and interrupts if nothing is', async ({ lab, page }) => {
  await lab.open('sandbox');
  await lab.clickTerminal();
  await lab.say('ping mx1.campus.example', 'bytes from');
  const word = await page.getByText(/PING mx1/).boundingBox();
  await page.mouse.dblclick(word!.x + 3, word!.y + word!.height / 2);
  await lab.press('Control+c');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('PING');
  await expect(lab.screen).not.toContainText('^C');
  await lab.press('Control+c');
  await expect(lab.screen).toContainText('^C');
  await expect(lab.screen).toContainText('ping statistics');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('PING');
});

test('the line to type can be copied from the lesson', async ({ lab }) => {
  const lesson = lessonOnDisk('knock-on-port-25');
  await lab.open(lesson.slug);
  await lab.lesson.getByRole('button', { name: t('lesson.copy') }).click();
  await expect(lab.lesson.getByRole('button', { name: t('lesson.copied') })).toBeVisible();
  await lab.clickTerminal();
  await lab.press('Control+v');
  await expect(lab.screen).toContainText('telnet mx1.campus.example');
  await lab.press('Enter');
  await lab.expectDone(lesson, 'no-number');
});
