// (e) Frames while a ladder of ten thousand lines is scrolled from end to end.

import type { Browser } from '@playwright/test';
import { line, quantile, type Figure } from './figures';
import { ready } from './first-view';
import { newPage, type Sites } from './sites';

const LINES = 10_000;
/** Commands sent at once; each makes two lines. */
const COMMANDS = 50;
const FRAME = 16.7;

export async function ladderFigure(browser: Browser, { ours }: Sites): Promise<Figure> {
  const page = await newPage(browser);
  await page.goto(`${ours.address}#/sandbox`);
  await ready(page);
  await page.keyboard.press('Backspace');
  const noops = `printf '${'NOOP\\r\\n'.repeat(COMMANDS)}' | nc mx1.campus.example 25`;
  for (let lines = 0; lines < LINES; lines += 2 * COMMANDS) {
    await page.keyboard.insertText(noops);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+c');
  }
  await page.waitForFunction(findLadder);
  const frames = await page.evaluate(scrollLadder);
  await page.close();
  const [median, p95] = [quantile(frames, 0.5), quantile(frames, 0.95)];
  return line('ladder: frame while scrolling, of 16.7 ms', median / FRAME, 1, `median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`);
}

/** Runs in the page: marks the element that scrolls ten thousand lines; false as long as there is none. */
function findLadder(): boolean {
  const scrolls = (node: Element) => node.scrollHeight > 200_000 && node.clientHeight > 100;
  const ladder = [...document.querySelectorAll('*')].find(scrolls);
  ladder?.setAttribute('data-bench', 'ladder');
  return ladder !== undefined;
}

/** Runs in the page: milliseconds between frames while the ladder is scrolled from end to end. */
async function scrollLadder(): Promise<number[]> {
  const ladder = document.querySelector('[data-bench=ladder]')!;
  const frame = () => new Promise<number>((next) => requestAnimationFrame(next));
  const frames: number[] = [];
  const steps = 300;
  let last = await frame();
  for (let i = 0; i <= steps; i++) {
    ladder.scrollTop = ((ladder.scrollHeight - ladder.clientHeight) * i) / steps;
    const now = await frame();
    frames.push(now - last);
    last = now;
  }
  return frames;
}
