// Lessons 3 to 8, done as their solutions say: by typing, by pressing keys, by choosing answers.

import { t } from '../../src/messages/t';
import type { ScriptLine } from '../../src/lesson/types';
import { expect, test, type LabPage } from './support/lab-page';
import { LESSONS, lessonOnDisk } from './support/lessons';
import { mend, tryOut, untilDone } from './support/moves';

// Long ones: whoever is free takes the next.
test.describe.configure({ mode: 'parallel' });

const KEYS: Record<string, string> = { '\x1d': 'Control+]', '\x7f': 'Backspace', '\r': 'Enter' };

/** Every key is pressed for itself: on a busy machine that takes its time. */
const LONG = 240_000;

async function play(lab: LabPage, line: ScriptLine): Promise<void> {
  switch (line.type) {
    case 'line':
      await toTerminal(lab);
      if (CONNECTS.test(line.text)) await atPrompt(lab);
      await lab.type(line.text);
      await lab.press('Enter');
      if (CONNECTS.test(line.text)) await expect.poll(() => greeted(lab, line.text)).toBe(true);
      if (RETURNS.test(line.text)) await atPrompt(lab);
      return;
    case 'keys':
      await toTerminal(lab);
      for (const key of line.keys) await (KEYS[key] ? lab.press(KEYS[key]) : lab.type(key));
      return;
    case 'predict':
      await lab.predict(line.option);
      return;
    case 'answer':
      await answer(lab, line);
      return;
    case 'zone':
      await mend(lab, line);
      return;
    case 'schedule':
      await tryOut(lab, line);
      return;
    default:
      throw new Error(`This test cannot play ${JSON.stringify(line)}`);
  }
}

/** What is typed while the line before is still being dealt with goes to the wrong program, as it would on a real machine. */
const CONNECTS = /^(?:telnet|nc) /;
/** After these it is the turn of a prompt, of the shell or of `mail`. */
const RETURNS = /^(?:ssh .*|exit|sleep .*|dig .*|mailq|mail|cat .*|QUIT|q|[1*$])$/;

async function atPrompt(lab: LabPage): Promise<void> {
  await expect.poll(async () => await lab.screenText()).toMatch(/[$&]$/);
}

async function greeted(lab: LabPage, command: string): Promise<boolean> {
  const text = await lab.screenText();
  return /\n220 /.test(text.slice(text.lastIndexOf(command)));
}

async function toTerminal(lab: LabPage): Promise<void> {
  if (!(await lab.keys.evaluate((element) => element === document.activeElement))) await lab.clickTerminal();
}

async function answer(lab: LabPage, { step, item, value }: Extract<ScriptLine, { type: 'answer' }>): Promise<void> {
  const field = lab.lesson.locator(`[name="${step}-${item}"]`);
  const kind = await field.first().evaluate((element) => (element instanceof HTMLInputElement ? element.type : 'list'));
  if (kind === 'list') await field.selectOption(value);
  else if (kind === 'radio') await lab.lesson.locator(`[name="${step}-${item}"][value="${value}"]`).check();
  else await field.fill(value);
  await lab.lesson.getByRole('button', { name: t('task.check') }).click();
}

/** Lessons 1 and 2 are done with wrong turns in lessons.spec. */
const OTHERS = LESSONS.slice(2);

for (const slug of OTHERS) {
  test(`${slug} by its solution`, async ({ lab }) => {
    test.setTimeout(LONG);
    const lesson = lessonOnDisk(slug);
    await lab.open(slug);
    const done: string[] = [];
    for (const line of lesson.solution) {
      if (line.type !== 'ticks') {
        await play(lab, line);
        continue;
      }
      done.push(line.step);
      await untilDone(lab, lesson, done);
      await lab.next();
    }
    await expect(lab.lesson).toContainText(t('lesson.finished', { number: lesson.number }));
  });
}

test('in the step that asks for it, no words of replies are on the screen, and after it all are', async ({ lab }) => {
  const lesson = lessonOnDisk('three-digits');
  await lab.open(lesson.slug);
  await lab.predict('can');
  await lab.say('telnet mx1.campus.example 25', '220 ····');
  await lab.say('EHLO ws1.campus.example', '250 ····');
  await lab.say('MAIL FROM:<you@campus.example>', '250 2.1.0 ····');
  await lab.say('RCPT TO:<nobody@campus.example>', '550 5.1.1 ····');
  await lab.say('RCPT TO:<ada@campus.example>', '250 2.1.5 ····');
  await expect(lab.screen).not.toContainText('no such user');
  await expect(lab.ladder).not.toContainText('no such user');
  for (const [item, value] of [
    ['ehlo', 'done'],
    ['mail', 'done'],
    ['nobody', 'never'],
    ['friend', 'done'],
  ] as const)
    // prettier-ignore
    await answer(lab, { type: 'answer', step: 'digits', item, value });
  await lab.expectDone(lesson, 'digits');
  await expect(lab.screen).toContainText('no such user');
  await expect(lab.ladder).toContainText('no such user');
});
