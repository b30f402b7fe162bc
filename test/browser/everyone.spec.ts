// The page for every person: plain mode and the keyboard, the accessibility tree, panes, keys, languages, other names.

import { expect, test } from './support/lab-page';
import { activate, choose, goOn, play, predict, say, tabTo } from './support/by-keyboard';
import { LESSONS, lessonOnDisk, titleOf } from './support/lessons';
import { untilDone } from './support/moves';
import { t } from '../../src/messages/t';

// Long ones: whoever is free takes the next.
test.describe.configure({ mode: 'parallel' });

/** Every key is pressed for itself: on a busy machine that takes its time. */
const LONG = 240_000;

test('lesson 1 by the accessibility tree alone, from the first page to the next lesson', async ({ lab, page }) => {
  test.setTimeout(LONG);
  const lesson = lessonOnDisk('knock-on-port-25');

  // The first page: one heading, and behind the links of the header one link that begins.
  await page.goto('./');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading "A letter crosses the internet. Carry it yourself." [level=1]
      - paragraph: /Behind every e-mail/
      - paragraph:
        - link "Start with lesson 1"
  `);
  await activate(page.getByRole('link', { name: t('start.begin', { number: 1 }) }));

  // The lesson: its heading has the focus. The first stops of the page are two ways past the header: to the lesson,
  // and to a terminal that can be read.
  await expect(lab.lesson).toMatchAriaSnapshot(`
    - region "Lesson":
      - paragraph: Lesson 1 · step 1 of 8
      - heading "The wrong door" [level=1]
      - group "The wrong door":
        - figure:
          - text: telnet mx1.campus.example
          - button "Copy"
        - group "First, what do you expect? No port was named. What will answer?":
          - radio "The mail server, because this is a mail machine"
          - radio "A login prompt"
          - 'radio "Nothing: the machine refuses"'
        - button "Lock my answer" [disabled]
      - navigation "Steps":
        - list:
          - listitem:
            - button "The wrong door"
          - listitem: Who speaks first?
  `);
  const heading = page.getByRole('heading', { level: 1, name: 'The wrong door' });
  await expect(heading).toBeFocused();
  await tabTo(page.getByRole('button', { name: t('page.plain') }), 'Shift+Tab');
  await lab.press('Enter');
  await expect(lab.log).toBeVisible();
  await tabTo(page.getByRole('button', { name: t('page.skip') }), 'Shift+Tab');
  await lab.press('Enter');
  await expect(heading).toBeFocused();

  // Tab leads to the question, arrow keys to an answer, Tab to the button that locks it; then the input line has the focus.
  await choose(lab.lesson.getByRole('radio', { name: 'A login prompt' }));
  await activate(lab.lesson.getByRole('button', { name: t('predict.lock') }));
  await expect(lab.line).toBeFocused();
  await lab.type('telnet mx1.campus.example');
  await lab.press('Enter');
  await expect(lab.log).toMatchAriaSnapshot(`
    - log "What the terminal shows": "you@ws1:~$ telnet mx1.campus.example Trying 192.0.2.25... error: telnet: Unable to connect to remote host: Connection refused you@ws1:~$"
  `);
  await expect(page.getByText(t('lesson.stepDone', { title: 'The wrong door' }))).toBeAttached(); // said aloud
  await expect(lab.lesson).toMatchAriaSnapshot(`
    - region "Lesson":
      - group "The wrong door":
        - term: You expected
        - definition: A login prompt
        - term: What happened
        - definition: "Nothing: the machine refuses"
        - button "Next step Ctrl Enter"
      - navigation "Steps":
        - list:
          - listitem:
            - button "The wrong door , done"
          - listitem:
            - button "Who speaks first?"
  `);

  // Ctrl Enter goes on from anywhere. The state of the server is told beside the log.
  await lab.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: titleOf(lesson, 'greeting') })).toBeFocused();
  await predict(lab, lesson, 'greeting', 'server');
  await say(lab, 'telnet mx1.campus.example 25');
  await expect(page.getByRole('status').filter({ hasText: t('terminal.state', { host: 'mx1', state: 'connected' }) })).toBeVisible();
  await lab.press('Control+Enter');

  // Half a line, no Enter, and half a minute: the button is a few stops away. What was typed is still in the field.
  await predict(lab, lesson, 'unfinished', 'no');
  await lab.type('NOOP');
  await activate(page.getByRole('button', { name: t('clock.wait30sLong') }));
  await expect(page.getByText(t('lesson.stepDone', { title: titleOf(lesson, 'unfinished') }))).toBeAttached();
  await lab.press('Control+Enter');
  await predict(lab, lesson, 'line-end', 'one');
  await expect(lab.line).toHaveValue('NOOP');
  await lab.press('Enter');
  await expect(lab.log).toContainText('250 2.0.0');
  await lab.press('Control+Enter');

  await predict(lab, lesson, 'help', 'same');
  await say(lab, 'HELP');
  await lab.press('ArrowUp'); // the line before, which time does not take away
  await page.waitForTimeout(1500);
  await expect(lab.line).toHaveValue('HELP');
  await lab.press('Control+a');
  await say(lab, 'help');
  await lab.press('Control+Enter');

  // A refusal says so in words, before the line.
  await predict(lab, lesson, 'unknown', 'refuses');
  await say(lab, 'FOO');
  await expect(lab.log).toContainText(/refused:\s*500 5\.5\.1/);
  await expect(lab.coach).toContainText('500');
  await lab.press('Control+Enter');
  await predict(lab, lesson, 'quit', 'server');
  await say(lab, 'QUIT');
  await lab.press('Control+Enter');

  // Completion is ^I, because Tab leads on; what came of it is told.
  await predict(lab, lesson, 'other-words', 'same-digits');
  await lab.type('telnet mx2');
  await lab.press('Control+i');
  await expect(page.getByRole('status').filter({ hasText: t('terminal.completed', { line: 'telnet mx2.campus.example' }) })).toBeVisible();
  await say(lab, '25');
  await say(lab, 'HELP');
  await lab.press('Control+Enter');

  await expect(lab.line).toBeFocused(); // no question: the challenge
  for (const line of ['QUIT', 'telnet mx.partner.example 25', 'EHLO ws1.campus.example', 'NOOP', 'RSET', 'HELP', 'QUIT'])
    await say(lab, line);
  await lab.press('Control+Enter');
  await expect(lab.lesson).toMatchAriaSnapshot(`
    - region "Lesson":
      - paragraph: That was lesson 1
      - heading "Knock on port 25" [level=1]
      - heading "You can now" [level=2]
      - list:
        - listitem: Open a connection to port 25 of a mail server.
      - paragraph:
        - 'link "Lesson 2: One message by hand"'
        - button "Same lesson, other names"
  `);
  await activate(page.getByRole('link', { name: /^Lesson 2/ }));
  await expect(page.getByRole('heading', { level: 1, name: titleOf(lessonOnDisk('one-message-by-hand'), 'hello') })).toBeVisible();
  await expect(lab.log).toContainText('$'); // plain mode stays
});

for (const slug of LESSONS) {
  test(`${slug} in plain mode, by keyboard alone`, async ({ lab, page }) => {
    test.setTimeout(LONG);
    const lesson = lessonOnDisk(slug);
    await page.goto(`./#/lesson/${slug}`);
    await activate(page.getByRole('button', { name: t('page.plain') }));
    await lab.expectPrompt();
    const done: string[] = [];
    for (const line of lesson.solution) {
      await play(lab, lesson, line);
      if (line.type !== 'ticks') continue;
      done.push(line.step);
      await untilDone(lab, lesson, done, activate);
    }
    await goOn(lab);
    await expect(lab.lesson).toContainText(t('lesson.finished', { number: lesson.number }));
  });
}

test.describe('a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 1024, height: 768 } });

  test('begins in plain mode, and everything to tap is 44 px', async ({ lab, page }) => {
    await lab.open('knock-on-port-25');
    await expect(lab.log).toBeVisible();
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, select, [role=tab], input')].flatMap((each) => {
        const { width, height } = (each.closest('label') ?? each).getBoundingClientRect();
        return width > 0 && (width < 43.5 || height < 43.5) ? [`${each.ariaLabel ?? each.textContent}: ${width} x ${height}`] : [];
      }),
    );
    expect(small).toEqual([]);
  });
});
