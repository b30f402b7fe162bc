// What can be taken away from the page: a conversation for Wireshark and as text, a letter for any mail program.

import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { t } from '../../src/messages/t';
import { expect, test } from './support/lab-page';

/** The name and the octets of the file that a button gives. */
async function taken(page: Page, button: Locator): Promise<{ name: string; octets: string }> {
  const waiting = page.waitForEvent('download');
  await button.click();
  const download = await waiting;
  return { name: download.suggestedFilename(), octets: readFileSync(await download.path(), 'latin1') };
}

test('a conversation and its letter are files', async ({ lab, page }) => {
  await lab.open('sandbox');
  await lab.clickTerminal();
  await lab.say('telnet mx1.campus.example 25', '220 mx1.campus.example');
  await lab.say('HELO ws1.campus.example', '250 mx1');
  await lab.say('MAIL FROM:<you@campus.example>', '250 2.1.0');
  await lab.say('RCPT TO:<ada@campus.example>', '250 2.1.5');
  await lab.say('DATA', '354');
  await lab.type('Subject: take me\n\nGrüße\n..\n');
  await lab.say('.', '250 2.0.0');
  await lab
    .row(/HELO ws1/)
    .first()
    .click();
  const capture = await taken(page, lab.ladder.getByRole('button', { name: t('save.pcap') }));
  expect(capture.name).toMatch(/^conversation-\d+\.pcap$/);
  expect(capture.octets.slice(0, 4)).toBe('\xa1\xb2\xc3\xd4');
  expect(capture.octets).toContain('HELO ws1.campus.example\r\n');
  const text = await taken(page, lab.ladder.getByRole('button', { name: t('save.text') }));
  expect(Buffer.from(text.octets, 'latin1').toString()).toContain('C: Grüße\nC: ..\nC: .\n');
  await lab.choose(t('glass.letter'));
  await page.getByRole('button', { name: t('glass.toNow') }).click();
  const letter = await taken(page, page.getByRole('button', { name: t('save.letter') }));
  expect(letter).toEqual({ name: 'letter.eml', octets: 'Subject: take me\r\n\r\nGr\xc3\xbc\xc3\x9fe\r\n.\r\n' });
});
