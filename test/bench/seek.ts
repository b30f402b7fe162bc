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

/** Milliseconds from setting a moment to the painted frame that shows it, and to the one after which nothing changes any more. */
interface Seek {
  frame: number;
  settled: number;
}

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
        `the terminal, which draws two frames later, has settled after ${settled.toFixed(1)} ms`,
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
  const head = page.getByRole('slider', { name: t('timeline.moment') });
  const { x, y, width, height } = (await head.boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  const random = moments();
  const shares = Array.from({ length: SEEKS }, () => random.next().value as number);
  const sample = await head.evaluate(drag, shares);
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

/** Runs in the page, with the mouse down on the head of the timeline: drags it to some shares of its track, one at the beginning of a frame. */
async function drag(head: Element, shares: readonly number[]): Promise<Seek[]> {
  let changes = 0;
  new MutationObserver(() => changes++).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  const frame = () => new Promise<void>((begun) => requestAnimationFrame(() => begun()));
  const painted = () =>
    new Promise<void>((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done();
      port2.postMessage(null); // comes when the frame is done
    });
  const track = head.parentElement!;
  const { left, width } = track.getBoundingClientRect();
  const seeks: Seek[] = [];
  let shown = 0;
  for (const share of shares) {
    await frame();
    const before = changes;
    const set = performance.now();
    track.dispatchEvent(new PointerEvent('pointermove', { clientX: left + width * (0.02 + 0.96 * share), bubbles: true }));
    await painted();
    if (changes > before) shown++;
    const seek = { frame: performance.now() - set, settled: 0 };
    seek.settled = seek.frame;
    // Five quiet frames mean that nothing more is coming.
    for (let quiet = 0; quiet < 5; quiet++) {
      const last = changes;
      await frame();
      await painted();
      if (changes === last) continue;
      seek.settled = performance.now() - set;
      quiet = -1;
    }
    seeks.push(seek);
  }
  if (shown < shares.length / 2) throw new Error('the timeline cannot be dragged');
  return seeks;
}
