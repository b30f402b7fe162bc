// The ladder and what hangs on it: a row that is chosen is chosen everywhere, and ten thousand rows cost no more than ten.

import { t } from '../../src/messages/t';
import { expect, test } from './support/lab-page';

test('a row that is chosen sets ladder, state and envelope to its moment', async ({ lab, page }) => {
  await lab.open('one-message-by-hand');
  await lab.clickTerminal();
  await lab.say('telnet mx1.campus.example 25', '220');
  await lab.say('EHLO ws1.campus.example', '250 ');
  await lab.say('MAIL FROM:<you@campus.example>', '250 2.1.0');
  await lab.say('RCPT TO:<nobody@campus.example>', '550 5.1.1');
  await lab.say('RCPT TO:<ada@campus.example>', '250 2.1.5');
  const here = lab.glass.locator('[aria-current=step]');
  await expect(here).toHaveText('recipients');
  await expect(lab.envelope).toContainText('<ada@campus.example>');

  const sent = lab.row(/sent MAIL FROM/);
  await sent.click();
  await expect(sent).toHaveAttribute('aria-expanded', 'true');
  await expect(lab.ladder.locator('code')).toHaveText([/MAIL FROM:<you@campus\.example>\s*CR LF/, /250 2\.1\.0.*CR LF/]);
  await expect(lab.ladder.getByRole('link', { name: /RFC 5321/ })).toHaveAttribute(
    'href',
    /^https:\/\/www\.rfc-editor\.org\/rfc\/rfc5321#section-/,
  );
  await expect(here).toHaveText('sender');
  await expect(lab.envelope).toContainText('<you@campus.example>');
  await expect(lab.envelope).not.toContainText('<ada@campus.example>');
  await lab.choose(t('glass.state'));
  await expect(page.getByRole('img', { name: t('state.diagram', { host: 'mx1', state: 'sender' }) })).toBeVisible();
  await lab.choose(t('glass.ladder'));

  await lab.row(/answered 550/).click();
  await expect(lab.ladder.locator('[aria-expanded=true]')).toHaveCount(1);
  await expect(here).toHaveText('sender');
  await expect(lab.envelope).toContainText(t('envelope.refused', { code: 550 }));
  await lab.row(/answered 550/).click(); // once more: back to the present
  await expect(here).toHaveText('recipients');
  await expect(lab.ladder.locator('[aria-expanded=true]')).toHaveCount(0);
});

test('ten thousand rows stay few elements, and scroll', async ({ lab, page }) => {
  await lab.open('sandbox');
  await lab.clickTerminal();
  await lab.say('telnet mx1.campus.example 25', '220');
  await lab.say('EHLO ws1.campus.example', '250 ');
  await lab.say('MAIL FROM:<you@campus.example>', '250 2.1.0');
  await lab.say('RCPT TO:<ada@campus.example>', '250 2.1.5');
  await lab.say('DATA', '354');
  await lab.paste(Array.from({ length: 10_000 }, (_, i) => `line ${i} of the letter\n`).join(''));
  await expect(lab.screen).toContainText('line 9999 of the letter');
  await lab.say('.', '250 2.0.0');

  const rows = lab.ladder.getByRole('listitem');
  await expect(lab.row(/answered 250 2\.0\.0/)).toBeVisible(); // it follows the newest
  expect(Number(await rows.last().getAttribute('aria-setsize'))).toBeGreaterThan(10_000);
  expect(await rows.count()).toBeLessThan(300);

  const list = lab.ladder.getByRole('group');
  await list.evaluate((element) => element.scrollTo({ top: element.scrollHeight / 2 }));
  const middle = rows.filter({ hasText: /line (4\d|5\d)\d\d of the letter/ }).first();
  await expect(middle).toBeVisible();
  await middle.getByRole('button').click();
  await expect(lab.ladder.locator('[aria-expanded=true]')).toHaveCount(1);
  await page.keyboard.press('Home');
  await expect(lab.row(/SYN/).first()).toBeVisible();
  expect(await rows.count()).toBeLessThan(300);
  await lab.ladder.getByRole('button', { name: t('ladder.newest') }).click();
  await expect(lab.row(/answered 250 2\.0\.0/)).toBeInViewport();
});
