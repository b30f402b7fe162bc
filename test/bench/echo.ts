// (b) From a key to its painted echo.

import type { Browser } from '@playwright/test';
import { line, quantile, type Figure } from './figures';
import { ready } from './first-view';
import type { Site } from './serve';
import { newPage, type Sites } from './sites';

const KEYS = 200;

declare global {
  interface Window {
    echoes: number[];
  }
}

export async function echoFigures(browser: Browser, { ours, bare }: Sites): Promise<Figure[]> {
  const theirs = await echoes(browser, bare, '');
  const mine = await echoes(browser, ours, '#/sandbox');
  return ([0.5, 0.95] as const).map((share) => {
    const [a, b] = [quantile(mine, share), quantile(theirs, share)];
    const name = `terminal: key to painted echo, ${share === 0.5 ? 'median' : 'p95'}`;
    return line(name, a / b, 1.2, `${a.toFixed(1)} ms over ${b.toFixed(1)} ms`);
  });
}

async function echoes(browser: Browser, site: Site, path: string): Promise<number[]> {
  const page = await newPage(browser);
  await page.goto(site.address + path);
  await ready(page);
  await page.evaluate(watchEcho);
  for (let i = 0; i < KEYS; i++) {
    await page.keyboard.press(i % 40 === 39 ? 'Enter' : 'a');
    await page.waitForFunction((count) => window.echoes.length > count, i);
  }
  const sample = await page.evaluate(() => window.echoes);
  await page.close();
  return sample;
}

/** Runs in the page: milliseconds from each key event to the frame after the rows changed. */
function watchEcho(): void {
  window.echoes = [];
  let pressed: number | null = null;
  document.addEventListener('keydown', (event) => (pressed = event.timeStamp), true);
  new MutationObserver(() => {
    const from = pressed;
    if (from === null) return;
    pressed = null;
    requestAnimationFrame(() => window.echoes.push(performance.now() - from));
  }).observe(document.querySelector('.xterm-rows')!, { subtree: true, childList: true, characterData: true, attributes: true });
}
