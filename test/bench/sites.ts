// Our page and a bare Svelte and xterm page, both built for this run and served.

import { chromium, type Browser, type Page } from '@playwright/test';
import { build } from 'vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromeFlags } from '../browser/support/chrome';
import { serve, type Site } from './serve';

export interface Sites {
  ours: Site;
  bare: Site;
  close(): void;
}

export async function openSites(): Promise<Sites> {
  const folder = mkdtempSync(join(tmpdir(), 'helo-bench-'));
  const [ours, bare] = [join(folder, 'ours'), join(folder, 'bare')];
  await build({ logLevel: 'error', build: { outDir: ours } });
  const root = join(import.meta.dirname, 'bare');
  await build({
    root,
    configFile: false,
    plugins: [svelte({ configFile: false })],
    base: './',
    logLevel: 'error',
    build: { outDir: bare },
  });
  const sites = { ours: await serve(ours), bare: await serve(bare) };
  return {
    ...sites,
    close() {
      sites.ours.close();
      sites.bare.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The browser of the tests. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROME_PATH'];
  return chromium.launch({ args: chromeFlags(process.getuid?.() === 0), ...(executablePath ? { executablePath } : {}) });
}

/** A page with a storage of its own and without the service worker, which would fetch everything. It marks the instant at which it was complete. */
export async function newPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ serviceWorkers: 'block', viewport: { width: 1280, height: 800 } });
  await page.addInitScript('globalThis.__name = (named) => named'); // what tsx compiles for the page asks for it
  await page.addInitScript(markComplete);
  return page;
}

/** Runs in the page: it is complete when all it shows has been loaded, the fonts too. */
function markComplete(): void {
  addEventListener('load', () => void document.fonts.ready.then(() => performance.mark('complete')));
}
