// (a) Octets of what the first view loads, and the time until the terminal takes keys.

import type { Browser, Page } from '@playwright/test';
import { line, quantile, type Figure } from './figures';
import type { Site } from './serve';
import { newPage, type Sites } from './sites';

const LESSON = '#/lesson/knock-on-port-25';
const LOADS = 11;

export async function firstViewFigures(browser: Browser, { ours, bare }: Sites): Promise<Figure[]> {
  const theirs = bare.octetsOf((await load(browser, bare, '', ready)).asked);
  const start = await load(browser, ours, '', complete);
  const lesson = await load(browser, ours, LESSON, ready);
  const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  // Taken in turns, so that a busy moment of the machine falls on both.
  for (let i = 0; i < LOADS; i++) {
    times.bare.push((await load(browser, bare, '', ready)).milliseconds);
    times.ours.push((await load(browser, ours, LESSON, ready)).milliseconds);
  }
  const [mine, its] = [quantile(times.ours, 0.5), quantile(times.bare, 0.5)];
  const over = (octets: number) => `${kilo(octets)} over ${kilo(theirs)}`;
  const [first, whole] = [ours.octetsOf(start.asked), ours.octetsOf(start.later)];
  const direct = ours.octetsOf(lesson.asked);
  return [
    line('page: brotli octets of the first view', first / theirs, 1.5, `${over(first)}; ${kilo(whole)} more when idle`),
    line('page: brotli octets of a lesson opened by its address', direct / theirs, 1.5, over(direct)),
    line('page: time until keys, in that lesson', mine / its, 1.5, `${mine.toFixed(0)} ms over ${its.toFixed(0)} ms`),
  ];
}

const kilo = (octets: number) => `${(octets / 1000).toFixed(1)} kB`;

interface Load {
  milliseconds: number;
  /** What was asked for until the view was there, and what only after that. */
  asked: string[];
  later: string[];
}

/** Loads an address in a browser without a past, until the view is there, and then until nothing is asked for any more. `shown` gives the instant (ms) at which it was. */
async function load(browser: Browser, site: Site, path: string, shown: (page: Page) => Promise<number>): Promise<Load> {
  const page = await newPage(browser);
  const started = performance.now();
  await page.goto(site.address + path, { waitUntil: 'commit' });
  const until = await shown(page);
  const milliseconds = performance.now() - started;
  await page.waitForLoadState('networkidle');
  const resources = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name, startTime }) => ({ name, startTime })));
  await page.close();
  const named = (wanted: typeof resources) => wanted.map(({ name }) => name);
  return {
    milliseconds,
    asked: [site.address, ...named(resources.filter(({ startTime }) => startTime <= until))],
    later: named(resources.filter(({ startTime }) => startTime > until)),
  };
}

/** All that the page shows has been loaded. */
async function complete(page: Page): Promise<number> {
  await page.waitForFunction(() => performance.getEntriesByName('complete').length > 0);
  return page.evaluate(() => performance.getEntriesByName('complete')[0]!.startTime);
}

/** The terminal is there and shows what is typed. */
export async function ready(page: Page): Promise<number> {
  await page.locator('.xterm-helper-textarea').focus();
  await page.keyboard.type('x');
  await page.waitForFunction(() => document.querySelector('.xterm-rows')?.textContent?.includes('x'));
  return page.evaluate(() => performance.now());
}
