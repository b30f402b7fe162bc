// Our page against a bare Svelte and xterm page, both built and loaded in this run.

import { chromium, type Browser, type Page } from '@playwright/test';
import { build } from 'vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromeFlags } from '../browser/support/chrome';
import { line, quantile, type Figure } from './figures';
import { serve, type Served } from './serve';

const LESSON = '#/lesson/knock-on-port-25';
const LOADS = 7;
const KEYS = 200;

/** (a) octets of the first view and time until the terminal takes keys; (b) key to painted echo; (e) frames while the ladder scrolls. */
export async function pageFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const [ours, bare] = [join(folder, 'ours'), join(folder, 'bare')];
  await build({ logLevel: 'error', build: { outDir: ours } });
  const root = join(import.meta.dirname, 'bare');
  await build({ root, configFile: false, plugins: [svelte({ configFile: false })], base: './', logLevel: 'error', build: { outDir: bare } });
  const browser = await chromium.launch({
    args: chromeFlags(process.getuid?.() === 0),
    ...(process.env['CHROME_PATH'] ? { executablePath: process.env['CHROME_PATH'] } : {}),
  });
  const [us, them] = [await serve(ours), await serve(bare)];
  try {
    return [...(await firstView(browser, us, them)), ...(await echoes(browser, us, them)), await scrolling(browser, us)];
  } finally {
    us.close();
    them.close();
    await browser.close();
  }
}

async function firstView(browser: Browser, us: Served, them: Served): Promise<Figure[]> {
  const measure = async (site: Served, path: string) => {
    site.takeOctets();
    const times: number[] = [];
    let octets = 0;
    for (let i = 0; i < LOADS; i++) {
      const page = await browser.newPage();
      const started = performance.now();
      await page.goto(site.address + path);
      await ready(page);
      times.push(performance.now() - started);
      await page.close();
      octets = site.takeOctets();
    }
    return { octets, time: quantile(times, 0.5) };
  };
  const theirs = await measure(them, '');
  const ourStart = await octetsOf(browser, us, '');
  const ourLesson = await measure(us, LESSON);
  const kilo = (octets: number) => `${(octets / 1000).toFixed(1)} kB`;
  return [
    line('page: brotli octets of the start page', ourStart / theirs.octets, 1.5, `${kilo(ourStart)} over ${kilo(theirs.octets)}`),
    line('page: brotli octets of a lesson', ourLesson.octets / theirs.octets, 1.5, `${kilo(ourLesson.octets)} over ${kilo(theirs.octets)}`),
    line('page: time until keys', ourLesson.time / theirs.time, 1.5, `${ourLesson.time.toFixed(0)} ms over ${theirs.time.toFixed(0)} ms`),
  ];
}

async function octetsOf(browser: Browser, site: Served, path: string): Promise<number> {
  site.takeOctets();
  const page = await browser.newPage();
  await page.goto(site.address + path, { waitUntil: 'networkidle' });
  await page.close();
  return site.takeOctets();
}

/** The terminal is there and shows what is typed. */
async function ready(page: Page): Promise<void> {
  const keyboard = page.locator('.xterm-helper-textarea');
  await keyboard.focus();
  await page.keyboard.type('x');
  await page.waitForFunction(() => document.querySelector('.xterm-rows')?.textContent?.includes('x'));
}

async function echoes(browser: Browser, us: Served, them: Served): Promise<Figure[]> {
  const measure = async (site: Served, path: string) => {
    const page = await browser.newPage();
    await page.goto(site.address + path);
    await ready(page);
    await page.evaluate(watchEcho);
    for (let i = 0; i < KEYS; i++) {
      await page.keyboard.press(i % 40 === 39 ? 'Enter' : 'a');
      await page.waitForFunction((n) => window.echoes.length > n, i);
    }
    const sample = await page.evaluate(() => window.echoes);
    await page.close();
    return sample;
  };
  const [theirs, ours] = [await measure(them, ''), await measure(us, '#/sandbox')];
  return [0.5, 0.95].map((share) => {
    const [mine, bare] = [quantile(ours, share), quantile(theirs, share)];
    const name = share === 0.5 ? 'median' : 'p95';
    return line(`terminal: key to painted echo, ${name}`, mine / bare, 1.2, `${mine.toFixed(1)} ms over ${bare.toFixed(1)} ms`);
  });
}

declare global {
  interface Window {
    echoes: number[];
  }
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

const LADDER_LINES = 10_000;

async function scrolling(browser: Browser, us: Served): Promise<Figure> {
  const page = await browser.newPage();
  await page.goto(`${us.address}#/sandbox`);
  await ready(page);
  await page.keyboard.press('Backspace');
  const noops = `printf '${'NOOP\\r\\n'.repeat(50)}' | nc mx1.campus.example 25`;
  for (let lines = 0; lines < LADDER_LINES; lines += 100) {
    await page.keyboard.insertText(noops);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+c');
  }
  await page.waitForTimeout(1_000);
  const frames = await page.evaluate(scrollLadder);
  await page.close();
  const [median, p95] = [quantile(frames, 0.5), quantile(frames, 0.95)];
  return line('ladder: frame while scrolling (of 16.7 ms)', median / (1000 / 60), 1, `median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`);
}

/** Runs in the page: milliseconds between frames while the ladder is scrolled from end to end. */
async function scrollLadder(): Promise<number[]> {
  const scroller = [...document.querySelectorAll('*')].find((node) => node.scrollHeight > 20 * node.clientHeight && node.clientHeight > 100);
  if (!scroller || scroller.scrollHeight < 100_000) throw new Error('the ladder is not long enough');
  const frames: number[] = [];
  let last = await new Promise<number>((frame) => requestAnimationFrame(frame));
  const steps = 300;
  for (let i = 0; i <= steps; i++) {
    scroller.scrollTop = ((scroller.scrollHeight - scroller.clientHeight) * i) / steps;
    const now = await new Promise<number>((frame) => requestAnimationFrame(frame));
    frames.push(now - last);
    last = now;
  }
  return frames;
}
