// The built page as such: it asks nobody for anything, keeps to its own policy, and does not care where it lies.

import { expect, test } from '@playwright/test';
import { join } from 'node:path';
import { watch } from './support/watch';

test('starts without a complaint from the browser', async ({ page, baseURL }) => {
  const complaints = watch(page, new URL(baseURL!).origin);
  await page.goto('./');
  await expect(page.locator('#app')).not.toBeEmpty();
  await page.waitForLoadState('networkidle');
  expect(complaints).toEqual([]);
});

test('works from any folder of any web server', async ({ page }) => {
  const folder = 'http://lab.test/courses/mail/';
  await page.route(`${folder}**`, (route) =>
    route.fulfill({ path: join('dist', route.request().url().slice(folder.length) || 'index.html') }),
  );
  const complaints = watch(page, new URL(folder).origin);
  await page.goto(folder);
  await expect(page.locator('#app')).not.toBeEmpty();
  await page.waitForLoadState('networkidle');
  expect(complaints).toEqual([]);
});

test('cannot be made to run a script or to ask another server', async ({ page }) => {
  await page.goto('./');
  const outcome = await page.evaluate(async () => {
    const violated: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'window.name = "owned"';
    document.head.append(script);
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'body { display: none }' }));
    document.body.insertAdjacentHTML('beforeend', '<img src="missing.png" onerror="window.name = \'owned\'">');
    await fetch('https://mx1.campus.example/').catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { violated: [...new Set(violated)].sort(), name: window.name };
  });
  expect(outcome).toEqual({ violated: ['connect-src', 'script-src-attr', 'script-src-elem', 'style-src-elem'], name: '' });
});
