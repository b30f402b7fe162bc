// The built page as such: it asks nobody for anything, keeps to its own policy, and does not care where it lies.

import { expect, test, type Page } from '@playwright/test';
import { join } from 'node:path';

/** What the browser complains about (the policy too), and every request to another origin, from now on. */
function watch(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) complaints.push(`asked for ${request.url()}`);
  });
  return complaints;
}

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
