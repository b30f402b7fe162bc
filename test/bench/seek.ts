// (d) Looking at a random moment of an hour of work: the fold alone, and in the page with everything it shows.

import type { Browser, Page } from '@playwright/test';
import { Sight } from '../../src/app/sight';
import { draw, seedFor } from '../../src/engine/kernel/random';
import type { Lab } from '../../src/lab/types';
import { t } from '../../src/messages/t';
import { line, quantile, type Figure } from './figures';
import { hourOfWork, INPUTS } from './hour';
import { newPage, type Sites } from './sites';

const SEEKS = 200;
/** One frame, in milliseconds. */
const FRAME = 16;

/** Milliseconds from a press of the mouse to the next painted frame, and to the one after which nothing changes any more. */
interface Seek {
  frame: number;
  settled: number;
}

declare global {
  interface Window {
    seeks: Seek[];
  }
}

/** `browser` must not wait for the screen between two frames, or every figure would be a multiple of a frame. */
export async function seekFigures(browser: Browser, sites: Sites): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const by of ['key', 'line'] as const) {
    const lab = hourOfWork(by);
    const detail = `${INPUTS} inputs, each a ${by}; ${lab.world.trace.length} events`;
    figures.push(figure(`seek: the view of a moment, by ${by}, of 16 ms`, folds(lab), detail));
    const sample = await seeks(browser, sites, lab);
    const settled = quantile(
      sample.map((each) => each.settled),
      0.5,
    );
    const frames = sample.map(({ frame }) => frame);
    figures.push(
      figure(
        `seek: to the next painted frame, by ${by}, of 16 ms`,
        frames,
        `the terminal, which draws a frame later, has settled after ${settled.toFixed(1)} ms`,
      ),
    );
  }
  return figures;
}

function figure(name: string, sample: readonly number[], detail: string): Figure {
  const [median, p95] = [quantile(sample, 0.5), quantile(sample, 0.95)];
  return line(name, median / FRAME, 1, `median ${median.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms; ${detail}`);
}

/** Numbers in [0, 1), always the same. */
function* moments(): Generator<number> {
  let state = seedFor(1, 'moments');
  for (;;) {
    const drawn = draw(state);
    state = drawn.state;
    yield drawn.value;
  }
}

function folds(lab: Lab): number[] {
  const sight = new Sight(lab);
  sight.view(null); // the page has been there, too
  return sampled((share) => {
    const started = performance.now();
    sight.view(Math.round(share * lab.world.now));
    return performance.now() - started;
  });
}

function sampled(measure: (share: number) => number): number[] {
  const random = moments();
  return Array.from({ length: SEEKS }, () => measure(random.next().value as number));
}

async function seeks(browser: Browser, { ours }: Sites, lab: Lab): Promise<Seek[]> {
  const page = await newPage(browser);
  await openRecording(page, ours.address, JSON.stringify(lab.recording));
  const track = (await page
    .getByRole('slider', { name: t('timeline.moment') })
    .locator('..')
    .boundingBox())!;
  await page.evaluate(watchSeeks);
  const random = moments();
  for (let i = 0; i < SEEKS; i++) {
    const share = random.next().value as number;
    await page.mouse.click(track.x + track.width * (0.02 + 0.96 * share), track.y + track.height / 2);
    await page.waitForFunction((count) => window.seeks.length > count, i);
  }
  const sample = await page.evaluate(() => window.seeks);
  await page.close();
  return sample;
}

async function openRecording(page: Page, address: string, text: string): Promise<void> {
  await page.goto(`${address}#/recordings`);
  await page.locator('input[type=file]').setInputFiles({ name: 'hour.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await page
    .getByRole('button', { name: t('recordings.open'), exact: false })
    .first()
    .click();
  await page.waitForSelector('.xterm-rows');
}

/** Runs in the page. */
function watchSeeks(): void {
  window.seeks = [];
  let changes = 0;
  new MutationObserver(() => changes++).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  const painted = () => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)));
  const watch = async () => {
    const pressed = performance.now();
    await painted();
    const frame = performance.now() - pressed;
    let settled = frame;
    // Five quiet frames mean that nothing more is coming.
    for (let quiet = 0; quiet < 5; quiet++) {
      const before = changes;
      await painted();
      if (changes === before) continue;
      settled = performance.now() - pressed;
      quiet = -1;
    }
    window.seeks.push({ frame, settled });
  };
  document.addEventListener('pointerdown', () => void watch(), true);
}
