// Letters that move, as they are seen: a letter's path over all hosts, what two servers said to each other, the queue over
// hours, mailboxes with reports, where everything is, why a letter came back, and what would have been if.

import type { Page } from '@playwright/test';
import { t } from '../../src/messages/t';
import { expectClean } from './support/axe';
import { expect, test, type LabPage } from './support/lab-page';

const region = (page: Page, key: 'glass.path' | 'glass.queue' | 'glass.mailboxes') =>
  page.getByRole('region', { name: t(key), exact: true });

/** A conversation with the campus's relay, one letter for each of these recipients. */
async function sendTo(lab: LabPage, ...recipients: string[]): Promise<void> {
  await lab.open('sandbox');
  await lab.clickTerminal();
  await lab.say('telnet smtp.campus.example 25', '220 smtp.campus.example');
  await lab.say('EHLO ws1.campus.example', '250 CHUNKING');
  for (const recipient of recipients) {
    await lab.say('MAIL FROM:<you@campus.example>', '250 2.1.0');
    await lab.say(`RCPT TO:<${recipient}>`, '250 2.1.5');
    await lab.say('DATA', '354');
    await lab.type(`Subject: To ${recipient}\n\nAt noon?\n`);
    await lab.say('.', 'queued as');
  }
}

test('a letter is followed over all hosts, and each stretch opens what was said on it', async ({ lab, page }) => {
  await sendTo(lab, 'bram@partner.example');
  await lab.choose(t('glass.path'));
  const path = region(page, 'glass.path');
  await expect(path).toContainText(t('path.state.arrived'));
  await expect(path.getByRole('combobox', { name: t('path.choose') })).toContainText('To bram@partner.example');
  const steps = path.getByRole('list', { name: t('path.steps') });
  await expect(steps).toContainText(t('journey.delivered', { host: 'mx', mailbox: 'bram@partner.example' }));
  await expectClean(page, 'path', '.glass');

  const talk = steps
    .getByRole('listitem')
    .filter({ hasText: 'smtp calls mx.partner.example' })
    .getByRole('button', { name: t('path.open') });
  await talk.focus();
  await page.keyboard.press('Enter');
  // Only the rows on the screen exist; these are the newest.
  await expect(lab.ladder).toContainText('by smtp.campus.example (Postfix)');
  await expect(page.getByText(t('scope.alone', { number: 2, from: 'smtp', host: 'mx' }))).toBeVisible();
  await lab.choose(t('glass.bytes'));
  await expect(page.getByRole('region', { name: t('bytes.name') })).toBeVisible();
  await lab.choose(t('glass.ladder'));
  await page.getByRole('button', { name: t('scope.back') }).click();
  await expect(lab.ladder).toContainText(t('move.relayed', { host: 'smtp', path: 'bram@partner.example', next: 'mx' }));
  await expect(lab.ladder).not.toContainText('by smtp.campus.example (Postfix)');
});

test('what servers say to each other does not push aside what one says oneself', async ({ lab }) => {
  await sendTo(lab, 'bram@partner.example');
  await expect(lab.ladder).toContainText(t('move.relayed', { host: 'smtp', path: 'bram@partner.example', next: 'mx' }));
  await lab.say('MAIL FROM:<you@campus.example>', '250 2.1.0');
  await expect(lab.envelope).toContainText('you@campus.example');
  await expect(lab.ladder).toContainText('EHLO ws1.campus.example');
});

test('a letter waits in a queue for hours, with its tries and why', async ({ lab, page }) => {
  await sendTo(lab, 'someone@bulk.example');
  await lab.say('QUIT', '221');
  await lab.choose(t('glass.queue'));
  const queue = region(page, 'glass.queue');
  await expect(queue).toContainText('To someone@bulk.example');
  await lab.clickTerminal();
  await lab.say('sleep 2h', '$');
  await expect(queue).toContainText(t('queue.tries.many', { n: 3 }));
  await expect(queue).toContainText(t('queue.next', { wait: '1 h', clock: '12:00' }));
  await queue.getByRole('button', { name: t('queue.why') }).click();
  await expect(queue).toContainText(t('because.move.unreached'));
  await expectClean(page, 'queue', '.glass');
  await queue.getByRole('button', { name: t('queue.path') }).click();
  await expect(region(page, 'glass.path')).toContainText(t('path.state.waiting'));
});

test('a letter comes back as a report in three parts, and says why', async ({ lab, page }) => {
  await sendTo(lab, 'nobody@partner.example');
  await lab.choose(t('glass.mailboxes'));
  const boxes = region(page, 'glass.mailboxes');
  const report = boxes.getByRole('button', { name: /Undelivered Mail Returned to Sender/ });
  await expect(report).toContainText(t('boxes.report'));
  await expectClean(page, 'mailboxes', '.glass');
  await report.focus();
  await page.keyboard.press('Enter');
  for (const part of ['people', 'programs', 'letter'] as const)
    await expect(boxes.getByRole('heading', { name: new RegExp(`^\\d\\. ${t(`boxes.part.${part}`)}$`) })).toBeVisible();
  await expectClean(page, 'report', '.glass');

  await boxes.getByRole('button', { name: t('boxes.path') }).click();
  const path = region(page, 'glass.path');
  await expect(path).toContainText(t('path.state.bounced'));
  const bounced = path.getByRole('listitem').filter({ hasText: 'smtp gave up on nobody@partner.example' });
  await bounced.getByRole('button', { name: t('path.why') }).click();
  await expect(path).toContainText(t('because.move.refused', { next: 'mx.partner.example' }));
  await path.getByRole('button', { name: /^the answer to RCPT/ }).click();
  await expect(lab.ladder).toContainText('550 5.1.1');
  await expect(page.getByText(t('scope.alone', { number: 2, from: 'smtp', host: 'mx' }))).toBeVisible();
});

test('the sum of all letters comes out even', async ({ lab, page }) => {
  await sendTo(lab, 'bram@partner.example', 'ada@campus.example');
  const counter = page.getByRole('note', { name: t('count.name') });
  await expect(counter).toContainText(
    `${t('count.sum', { accepted: 3 })} = ${t('count.mailboxes', { n: 2 })} + ${t('count.relayed', { n: 1 })}`,
  );
});

test('what if the other server were off: the letter waits instead', async ({ lab, page }) => {
  await sendTo(lab, 'bram@partner.example');
  await page.getByRole('button', { name: t('whatIf.open'), exact: true }).click();
  await expect(page).toHaveURL(/#\/sandbox\/what-if$/);
  const dialog = page.getByRole('dialog', { name: t('whatIf.title') });
  await dialog.getByRole('combobox', { name: t('whatIf.host') }).selectOption('mx.partner.example');
  await dialog.getByRole('combobox', { name: t('whatIf.until') }).selectOption({ label: t('whatIf.until.more', { span: '1 h' }) });
  await dialog.getByRole('button', { name: t('whatIf.play') }).click();
  const result = dialog.getByRole('region', { name: t('whatIf.result') });
  await expect(result).toContainText(`${t('whatIf.only.as')}: smtp handed the letter for bram@partner.example to mx`);
  await expect(result).toContainText(new RegExp(`${t('whatIf.only.changed')}: smtp keeps the letter for bram@partner.example`));
  await expectClean(page, 'what if', 'dialog');
  await dialog.getByRole('button', { name: t('whatIf.back') }).click();
  await expect(page).toHaveURL(/#\/sandbox$/);
});

test('the timeline is seen from nearer and as a whole again', async ({ lab, page }) => {
  await sendTo(lab, 'bram@partner.example');
  await lab.press('Alt+l');
  await expect(page.getByRole('slider', { name: t('timeline.moment') })).toBeFocused();
  await lab.press('+', '+');
  const whole = page.getByRole('button', { name: t('timeline.whole') });
  await expect(whole).toHaveText(t('timeline.zoom', { n: 4 }));
  await lab.press('ArrowLeft', '0');
  await expect(whole).toBeHidden();
});

test('what-if opens by its address, on a phone too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./#/sandbox/what-if');
  await expect(page.getByRole('dialog', { name: t('whatIf.title') })).toBeVisible();
});
