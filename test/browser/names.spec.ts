// The views of names and zones: a question is followed down the tree, a zone is written anew, and the past shows both
// as they were.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { t } from '../../src/messages/t';
import { expect, test } from './support/lab-page';

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect.soft(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))).toEqual([]);
}

test('who asked whom, and what is remembered', async ({ lab, page }) => {
  await lab.open('sandbox');
  await lab.clickTerminal();
  await lab.say('dig +short farm.example MX', '10 exch.isp.example.');
  await lab.choose(t('glass.names'));
  const names = page.getByRole('group', { name: t('glass.names') });
  await expect(names).toContainText(t('names.asks', { asker: 'ws1', server: 'ns1' }));
  await expect(names).toContainText(t('names.asksOn', { asker: 'ns1', server: 'a.root-servers.example' }));
  await expect(names).toContainText(t('names.asksOn', { asker: 'ns1', server: 'ns1.isp.example' }));
  const cache = names.getByRole('region', { name: t('names.cacheOf', { host: 'ns1.campus.example' }) });
  await expect(cache.getByRole('row', { name: /^farm\.example MX 10 exch\.isp\.example\. 59:/ })).toBeVisible();
  await expectAccessible(page);
});

test('a zone is edited: the fault on its line, saved with Ctrl+S, read-only in the past', async ({ lab, page }) => {
  await lab.open('sandbox');
  await lab.choose(t('glass.zone'));
  const text = page.getByRole('textbox', { name: t('zone.text', { apex: 'campus.example' }) });
  const before = await text.inputValue();
  const line = before.split('\n').findIndex((each) => each.includes('10 mx1')) + 1;
  await text.fill(before.replace('10 mx1', 'ten mx1'));
  const fault = page.getByRole('button', { name: new RegExp(`^${t('zone.fault', { line, message: '' })}`) });
  await expect(fault).toBeVisible();
  await expect(page.getByRole('button', { name: t('zone.save') })).toBeDisabled();
  await expectAccessible(page);
  await fault.click();
  await expect(text).toBeFocused();
  await text.fill(before.replace('10 mx1', '30 mx1'));
  await expect(page.getByText('campus.example. 3600 IN MX 30 mx1.campus.example.')).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('status').filter({ hasText: t('zone.saved') })).toBeVisible();
  await lab.clickTerminal();
  await lab.say('dig +short campus.example MX', '30 mx1.campus.example.');
  // Before the zone was saved it said something else.
  await page.getByRole('slider').focus();
  await page.keyboard.press('Home');
  await expect(text).toHaveValue(before);
  await expect(text).not.toBeEditable();
  await expect(page.getByText(t('zone.past'))).toBeVisible();
});
