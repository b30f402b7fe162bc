// What was typed is kept: a reload brings back screen, glass and ticks by replay, in the page and in Node alike.

import { readFileSync } from 'node:fs';
import { readRecording } from '../../src/app/recording-text';
import { traceHash } from '../../src/lab/digest';
import { replay } from '../../src/lab/lab';
import { advance, startProgress } from '../../src/lesson/progress';
import { t } from '../../src/messages/t';
import { damageStored, storedTexts, traceHashInside } from './support/inside';
import { expect, test, type LabPage } from './support/lab-page';
import { LESSONS, lessonOnDisk } from './support/lessons';
import { playedTo, storeLab } from './support/prepared';

const LESSON = lessonOnDisk('one-message-by-hand');

/** All that a person sees of what has happened so far. */
async function picture(lab: LabPage) {
  return {
    screen: await lab.screenText(),
    ladder: await lab.ladder.innerText(),
    envelope: await lab.envelope.innerText(),
    state: await lab.glass.locator('[aria-current=step]').allInnerTexts(),
    done: await lab.doneSteps().allInnerTexts(),
  };
}

async function expectSameAfterReload(lab: LabPage): Promise<void> {
  const before = await picture(lab);
  await lab.reload();
  await expect(async () => expect(await picture(lab)).toEqual(before)).toPass({ timeout: 10_000 });
}

test('a reload at any moment restores screen, glass and ticks', async ({ lab }) => {
  await lab.open(LESSON.slug);
  await lab.clickTerminal();
  await lab.type('telnet mx1.campus'); // in the middle of a line
  await expect(lab.screen).toContainText('telnet mx1.campus');
  await expectSameAfterReload(lab);

  await lab.clickTerminal();
  await lab.type('.example 25\n');
  await expect(lab.screen).toContainText('220 mx1.campus.example');
  await lab.predict('one');
  await expectSameAfterReload(lab);
  await expect(lab.lesson).toContainText(t('predict.locked'));

  await lab.clickTerminal();
  await lab.say('EHLO ws1.campus.example', '250 ');
  await lab.say('MAIL FROM:<you@campus.example>', '250 2.1.0');
  await lab.say('RCPT TO:<nobody@campus.example>', '550 5.1.1');
  await lab.say('RCPT TO:<ada@campus.example>', '250 2.1.5');
  await lab.expectDone(LESSON, 'hello', 'sender', 'nobody', 'recipient');
  await expectSameAfterReload(lab);

  await lab.clickTerminal();
  await lab.say('DATA', '354');
  await lab.type('Subject: half of it\n\nThe other ha'); // in the middle of the letter
  await expect(lab.screen).toContainText('The other ha');
  await expectSameAfterReload(lab);

  await lab.clickTerminal();
  await lab.type('lf\n');
  await lab.say('.', '250 2.0.0');
  await lab.say('QUIT', 'Connection closed by foreign host.');
  await expectSameAfterReload(lab);
  await lab.expectDone(LESSON, 'hello', 'sender', 'nobody', 'recipient', 'letter');
});

for (const slug of LESSONS) {
  test(`${slug}: a reload at a random moment`, async ({ lab, page }) => {
    const lesson = lessonOnDisk(slug);
    const typed = lesson.solution.flatMap((line, i) => (line.type === 'line' ? [i] : []));
    await page.goto('./');
    for (let round = 0; round < 2; round++) {
      const after = typed[Math.floor(Math.random() * typed.length)]! + 1;
      await test.step(`after ${after} lines of the solution`, async () => {
        const done = playedTo(lesson, after);
        await page.goto('./#/');
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('start.title'));
        await storeLab(page, done);
        await page.goto(`./#/lesson/${slug}`);
        await expect(lab.screen).toContainText(/\S/);
        await lab.clickTerminal();
        await lab.type('half a line'); // and this tab has something of its own to save
        await expect(async () => expect((await lab.screenText()).endsWith('half a line')).toBe(true)).toPass();
        const { steps } = advance(done.lesson, startProgress(done.lesson), done.world.trace);
        await lab.expectDone(lesson, ...steps.flatMap(({ id, done: seq }) => (seq === null ? [] : [id])));
        await expectSameAfterReload(lab);
      });
    }
  });
}

test('what was done in one lesson is there after another one, and on the first page', async ({ lab, page }) => {
  await lab.open(LESSON.slug);
  await lab.clickTerminal();
  await lab.say('telnet mx1.campus.example 25', '220');
  await lab.say('EHLO ws1.campus.example', '250 ');
  await lab.expectDone(LESSON, 'hello');
  await page.getByRole('link', { name: t('header.lessons') }).click();
  await expect(page.getByRole('main')).toContainText(t('start.steps', { done: 1, steps: LESSON.steps.length }));
  await page.getByRole('link', { name: new RegExp(t('start.continue', { number: 2 })) }).click();
  await expect(lab.screen).toContainText('250-mx1.campus.example');
  await lab.expectDone(LESSON, 'hello');
});

test('Start again begins from nothing, and sets the old recording aside', async ({ lab, page }) => {
  await lab.open(LESSON.slug);
  await lab.clickTerminal();
  await lab.say('telnet mx1.campus.example 25', '220');
  await lab.say('EHLO ws1.campus.example', '250 ');
  await lab.expectDone(LESSON, 'hello');
  await page.getByRole('button', { name: t('lesson.restart') }).click();
  await page.getByRole('button', { name: t('lesson.restartNo') }).click();
  await lab.expectDone(LESSON, 'hello');
  await page.getByRole('button', { name: t('lesson.restart') }).click();
  await page.getByRole('button', { name: t('lesson.restartYes') }).click();

  const expectNothing = async () => {
    await lab.expectDone(LESSON);
    await expect(lab.ladder).toContainText(t('ladder.empty'));
    await expect(lab.screen).toHaveText(/^you@ws1:~\$\s*$/);
  };
  await expectNothing();
  await lab.reload();
  await expectNothing();
  const recordings = (await storedTexts(page)).map((text) => readRecording(text)!.inputs.length);
  expect(recordings.sort((a, b) => a - b)).toEqual([0, expect.any(Number)]);
  expect(recordings.at(-1)).toBeGreaterThan(20); // not thrown away
});

test('a recording that cannot be read is set aside, and can be taken away', async ({ lab, page }) => {
  await lab.open(LESSON.slug);
  await lab.predict('one');
  await lab.open('knock-on-port-25'); // what was done is saved
  await expect(async () => expect((await storedTexts(page)).length).toBeGreaterThan(0)).toPass({ timeout: 10_000 });
  await damageStored(page, '{"format":"helo-world-recording/1","inputs":');
  await page.reload(); // the page remembers what it saved itself
  await lab.open(LESSON.slug);
  const notice = page.getByRole('status').filter({ hasText: t('notice.damaged', { lesson: LESSON.prose['en']!.title }) });
  await expect(notice).toBeVisible();
  const download = page.waitForEvent('download');
  await notice.getByRole('button', { name: t('notice.file') }).click();
  expect(readFileSync(await (await download).path(), 'utf8')).toBe('{"format":"helo-world-recording/1","inputs":');
  await notice.getByRole('button', { name: t('notice.close') }).click();
  await expect(notice).toBeHidden();
  await lab.clickTerminal();
  await lab.say('hostname', 'ws1');
});

for (const [how, refuse] of Object.entries({
  'refuses to': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  },
  'never answers when asked to': () => {
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  },
})) {
  test(`a browser that ${how} remember: a sentence, and the page works`, async ({ lab, page }) => {
    await page.addInitScript(refuse);
    await lab.open(LESSON.slug);
    const notice = page.getByRole('status').filter({ hasText: t('notice.storage') });
    await notice.getByRole('button', { name: t('notice.close') }).click();
    await lab.clickTerminal();
    await lab.say('telnet mx1.campus.example 25', '220');
    await lab.say('EHLO ws1.campus.example', '250 ');
    await lab.expectDone(LESSON, 'hello');
    await page.getByRole('link', { name: t('header.lessons') }).click();
    await page.getByRole('link', { name: new RegExp(t('start.continue', { number: 2 })) }).click();
    await lab.expectDone(LESSON, 'hello'); // not remembered for ever, but while the page is open
    await expect(notice).toBeHidden(); // said once
  });
}

test('the same recording gives the same trace in Node and in the browser', async ({ lab, page }) => {
  await lab.open(LESSON.slug);
  await lab.predict('each-line');
  await lab.type('telnte mx1.campus.example 25');
  await lab.press('Control+a', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Control+k');
  await lab.type('et mx1.ca');
  await lab.press('Tab');
  await lab.type('25\n');
  await expect(lab.screen).toContainText('220 mx1.campus.example');
  await lab.say('EHLO ws1.campus.example', '250 ');
  await lab.say('MAIL FROM:<you@campus.example>', '250 2.1.0');
  await lab.say('RCPT TO:<ada@campus.example>', '250 2.1.5');
  await lab.say('DATA', '354');
  await lab.paste('Subject: Grüße, 你好 👋\n\n..dot\nlast line\n.\nQUIT\n');
  await expect(lab.screen).toContainText('Connection closed by foreign host.');
  await lab.say('dig MX partner.example', 'ANSWER SECTION');
  await page.getByRole('button', { name: t('terminal.new') }).click();
  await lab.clickTerminal();
  await lab.type('ping mx.partner.example\n');
  await expect(lab.screen).toContainText('bytes from');
  await lab.press('Control+c');
  await expect(lab.screen).toContainText('ping statistics');
  await page.getByRole('button', { name: t('clock.wait30minLong') }).click(); // everything comes to rest
  const read = async () => readRecording((await storedTexts(page))[0] ?? '');
  await expect(async () => expect((await read())?.end).toBeGreaterThan(30 * 60_000)).toPass({ timeout: 10_000 });
  const live = await traceHashInside(page);

  const { trace } = replay(LESSON, (await read())!).world;
  expect(trace.length).toBeGreaterThan(100);
  expect(live).toBe(traceHash(trace));
  await lab.reload();
  await expect(lab.screen).toContainText('Connection closed by foreign host.');
  expect(await traceHashInside(page)).toBe(live);
});
