// What the glass shows besides the ladder: octets, why an answer was given, the same words to other servers, and in the
// sandbox servers that take another manner.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { t } from '../../src/messages/t';
import { expect, test, type LabPage } from './support/lab-page';

/** From the greeting to a refused recipient. */
async function untilRefused(lab: LabPage): Promise<void> {
  await lab.open('sandbox');
  await lab.clickTerminal();
  await lab.say('telnet mx1.campus.example 25', '220 mx1.campus.example');
  await lab.say('EHLO ws1.campus.example', '250 CHUNKING');
  await lab.say('MAIL FROM:<you@campus.example>', '250 2.1.0');
  await lab.say('RCPT TO:<nobody@campus.example>', '550 5.1.1');
}

/** axe finds nothing here, in either theme. */
async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
    expect.soft(found, colorScheme).toEqual([]);
  }
}

test('each octet is told, by mouse and by keys, on the wire and in the letter', async ({ lab, page }) => {
  await untilRefused(lab);
  await lab.say('RCPT TO:<ada@campus.example>', '250 2.1.5');
  await lab.say('DATA', '354');
  await lab.type('..ü\n');
  await lab.choose(t('glass.bytes'));
  const bytes = page.getByRole('region', { name: t('bytes.name') });
  const octets = bytes.getByRole('button', { name: /^([0-9A-F]{2}|no octet here): / });
  await expect(octets).toHaveText(['2E .', '2E .', 'C3 ü', 'BC ·', '0D CR', '0A LF', '', '2E .', 'C3 ü', 'BC ·', '0D CR', '0A LF']);
  await octets.first().hover();
  await expect(bytes).toContainText(t('octet.stuffed'), { ignoreCase: true });
  await octets.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(octets.nth(6)).toBeFocused();
  await expect(octets.nth(6)).toHaveAccessibleName(`${t('bytes.hole')}: ${t('octet.taken')}`);
  await page.keyboard.press('End');
  await expect(bytes).toContainText(t('octet.lf'), { ignoreCase: true });
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(bytes).toContainText('octet 2 of 2 of the character “ü” (U+00FC) in UTF-8', { ignoreCase: true });

  await expectAccessible(page);

  await bytes.getByRole('button', { name: t('bytes.earlier') }).click();
  await expect(octets.first()).toHaveText('44 D');
  await bytes.getByRole('button', { name: t('bytes.newest') }).click();
  await expect(octets.first()).toHaveAccessibleName(/^2E: /);
});

test('a backspace in telnet’s character mode travels, and is seen', async ({ lab, page }) => {
  await untilRefused(lab);
  await lab.press('Control+]');
  await lab.say('mode character', '');
  await lab.type('NOO');
  await lab.press('Backspace');
  await lab.choose(t('glass.bytes'));
  const octets = page.getByRole('region', { name: t('bytes.name') }).getByRole('button', { name: /^[0-9A-F]{2}: / });
  await expect(octets).toHaveText(['4E N', '4F O', '4F O', '08 BS']);
});

test('a refusal says why, and leads back to what made it so', async ({ lab, page }) => {
  await untilRefused(lab);
  await lab.row(/550 5\.1\.1/).click();
  await lab.ladder.getByRole('button', { name: t('why.open', { code: 550 }) }).click();
  await expect(lab.ladder).toContainText('The domain of <nobody@campus.example> is served here, but it has no such mailbox.');
  await expect(lab.ladder.getByRole('link', { name: /RFC 5321, 3\.3/ })).toHaveAttribute(
    'href',
    'https://www.rfc-editor.org/rfc/rfc5321#section-3.3',
  );
  await expect(lab.ladder).toContainText(t('why.began', { line: 'telnet mx1.campus.example 25' }));
  await expectAccessible(page);
  await page.getByRole('button', { name: t('why.moved', { verb: 'MAIL', code: 250, before: 'ready', after: 'sender' }) }).click();
  await expect(lab.ladder.locator('[aria-expanded="true"]')).toHaveAccessibleName(/250 2\.1\.0/);
});

test('the same words are said to servers of other kinds, at an address of its own', async ({ lab, page }) => {
  await untilRefused(lab);
  await lab.say('GET / HTTP/1.1', '221 2.7.0');
  await page.getByRole('button', { name: t('compare.open') }).click();
  const dialog = page.getByRole('dialog', { name: t('compare.title') });
  await expect(page).toHaveURL(/#\/sandbox\/compare$/);
  await expect(dialog.getByRole('columnheader')).toHaveText([/^postfix-like/, 'strict-teach', 'exim-like', 'sendmail-like']);
  await dialog.getByLabel('1990-like').check();
  await dialog.getByLabel('exim-like').uncheck();
  await expect(dialog.getByRole('columnheader')).toHaveText([/^postfix-like/, 'strict-teach', 'sendmail-like', '1990-like']);
  const line = (text: string) => dialog.getByRole('rowgroup').filter({ hasText: text });
  await expect(line('RCPT TO:')).toContainText(t('compare.agree.code'));
  await expect(line('EHLO')).toContainText(t('compare.agree.none'));
  await expect(line('GET /').getByRole('cell').first()).toContainText(t('compare.hungUp'));
  await expectAccessible(page);

  await page.reload();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/#\/sandbox$/);
});

test('the compare view without a conversation says what to do', async ({ lab, page }) => {
  await page.goto('./#/sandbox/compare');
  const dialog = page.getByRole('dialog', { name: t('compare.title') });
  await expect(dialog).toContainText(t('compare.nothing'));
  await dialog.getByRole('button', { name: t('compare.back') }).click();
  await lab.expectPrompt();
});

test('a server of the sandbox takes another manner, from the next connection on and after a reload', async ({ lab, page }) => {
  await untilRefused(lab);
  const chooser = page.getByRole('combobox', { name: 'mx1.campus.example' });
  await chooser.selectOption('strict-teach');
  await lab.clickTerminal();
  await lab.say('NOOP', '250 2.0.0 Ok');
  await lab.say('QUIT', 'Connection closed');
  await lab.say('telnet mx1.campus.example 25', '220 mx1.campus.example ESMTP ready');
  await lab.say('MAIL FROM:<you@campus.example>', '503 5.5.1');
  await lab.reload();
  await expect(chooser).toHaveValue('strict-teach');
  await expect(lab.screen).toContainText('503 5.5.1');
});
