// A letter that wants to do harm: HTML, scripts, escape sequences that clear the screen, set the title or read the
// clipboard, text that runs backwards. It is shown in terminal and glass, and nothing of it is obeyed.

import type { Page } from '@playwright/test';
import { t } from '../../src/messages/t';
import { expect, test, type LabPage } from './support/lab-page';

const MARKUP = '<script>window.name="owned"</script><img src=x onerror="window.name=\'owned\'"><a href="javascript:alert(1)">x</a>';
/** Ten thousand octets without a line end. */
const LONG = `long ${'x'.repeat(9990)} end`;
/** What must never reach the page as itself: controls, and characters that turn text round or hide in it. */
const OBEYED = /(?![\n\t])[\p{Cc}\p{Cf}\u2028\u2029]/u;

/** Notes what a letter might have done to the page. `harm` gives it back; nothing of it is there before. */
async function guard(page: Page): Promise<() => Promise<unknown>> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => navigator.clipboard.writeText('mine'));
  await page.evaluate(() => {
    const touched: string[] = [];
    for (const name of ['readText', 'read', 'writeText', 'write'] as const) {
      const real = navigator.clipboard[name].bind(navigator.clipboard) as (...all: unknown[]) => unknown;
      Object.defineProperty(navigator.clipboard, name, { value: (...all: unknown[]) => (touched.push(name), real(...all)) });
    }
    document.addEventListener('securitypolicyviolation', (event) => touched.push(`policy: ${event.effectiveDirective}`));
    document.addEventListener('copy', () => touched.push('copy'));
    Object.assign(globalThis, { touched });
  });
  const title = await page.title();
  return async () => {
    const found = await page.evaluate(() => ({
      touched: (globalThis as unknown as { touched: string[] }).touched,
      name: window.name,
      elements: document.querySelectorAll('img, iframe, object, embed, form[action], a[href^="javascript"], #app script').length,
      title: document.title,
    }));
    const clipboard = await page.evaluate(() => Clipboard.prototype.readText.call(navigator.clipboard));
    return { ...found, titleChanged: found.title !== title, title: undefined, clipboard };
  };
}

const NO_HARM = { touched: [], name: '', elements: 0, titleChanged: false, title: undefined, clipboard: 'mine' };

/** Looks through everything there is to see, to hear and to point at. */
async function expectHarmless(page: Page): Promise<void> {
  const shown = await page.evaluate(() => {
    const named = [...document.querySelectorAll('[title], [aria-label]')];
    const names = named.flatMap((each) => [each.getAttribute('title'), each.getAttribute('aria-label')]);
    return [document.body.innerText, ...names].join('\n');
  });
  expect(shown).not.toMatch(OBEYED);
}

/** Looks at the letter in every part of the glass. */
async function expectInGlass(lab: LabPage): Promise<void> {
  await lab.choose(t('glass.letter'));
  await expect(lab.glass).toContainText(MARKUP);
  await expect(lab.glass).toContainText('^[[2J');
  await expect(lab.glass).toContainText('<U+202E>');
  await expectHarmless(lab.page);
  await lab.choose(t('glass.state'));
  await expectHarmless(lab.page);
  await lab.choose(t('glass.ladder'));
  await lab.row(/onerror/).click();
  await expect(lab.ladder.locator('code')).toContainText(MARKUP); // its detail
  await expectHarmless(lab.page);
}

/** Reads Ada's letter with `mail`, as she would, from above to below. */
async function readAsAda(lab: LabPage): Promise<void> {
  await lab.clickTerminal();
  await lab.say('clear', '$');
  await lab.say('ssh ada@mx1.campus.example', 'ada@mx1:~$');
  await lab.say('mail', '&');
  await lab.type('1\n');
  await expect(lab.screen).toContainText('the end of it');
  await expectHarmless(lab.page);
}

test('a hostile letter sent with printf and nc does nothing', async ({ lab, page }) => {
  await lab.open('sandbox');
  const harm = await guard(page);
  await lab.clickTerminal();
  const letter = [
    String.raw`Subject: \033]0;owned\007 \033]52;c;b3duZWQ=\007 \033]52;c;?\007`,
    '',
    MARKUP.replaceAll('"', String.raw`\042`).replaceAll("'", String.raw`\047`),
    String.raw`clear \033[2J\033[H\033c\0338 screen`,
    String.raw`backwards \xe2\x80\xae gnp.exe \xe2\x81\xa6 \xe2\x80\x8b`,
    String.raw`nul \000 bell \007 del \177 C1 \xc2\x9b31m raw \x9b31m return \r here`,
    'the end of it',
    '.',
  ];
  const lines = [
    'EHLO ws1.campus.example',
    'MAIL FROM:<you@campus.example>',
    'RCPT TO:<ada@campus.example>',
    'DATA',
    ...letter,
    'QUIT',
    '',
  ];
  await lab.type(`printf '${lines.join(String.raw`\r\n`)}' | nc mx1.campus.example 25\n`);
  await expect(lab.screen).toContainText('221 2.0.0');
  await expectInGlass(lab);
  await readAsAda(lab);
  const screen = await lab.screenText();
  for (const shown of [
    'ada@mx1:~$ mail',
    '^[[2J',
    '^[]0;owned^G',
    '^[]52;c;',
    '<U+202E>',
    '<U+200B>',
    '^@',
    '<U+009B>31m',
    String.raw`\x9b31m`,
  ]) {
    expect(screen).toContain(shown);
  }
  expect(await harm()).toEqual(NO_HARM);
});

test('a hostile letter pasted into telnet does nothing', async ({ lab, page }) => {
  await lab.open('sandbox');
  const harm = await guard(page);
  await lab.clickTerminal();
  await lab.say('telnet mx1.campus.example 25', '220');
  await lab.say('EHLO ws1.campus.example', '250 ');
  await lab.say('MAIL FROM:<you@campus.example>', '250 2.1.0');
  await lab.say('RCPT TO:<ada@campus.example>', '250 2.1.5');
  await lab.say('DATA', '354');
  const letter = [
    'Subject: \x1b]0;owned\x07',
    '',
    LONG,
    MARKUP,
    'clear \x1b[2J\x1b[H\x1bc \x9b2J',
    'back \u202e \u2066',
    'the end of it',
    '.',
  ];
  await lab.paste(`${letter.join('\n')}\n`);
  await expect(lab.screen).toContainText('250 2.0.0');
  await expectInGlass(lab);
  await lab.clickTerminal();
  await lab.say('QUIT', 'Connection closed');
  await readAsAda(lab);
  await lab.say('q', 'ada@mx1:~$');
  await lab.type('cat /var/mail/ada\n'); // as it lies on the disk
  await expect(lab.screen).toContainText('the end of it');
  await expectHarmless(page);
  expect(await harm()).toEqual(NO_HARM);
});
