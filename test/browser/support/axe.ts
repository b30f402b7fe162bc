// axe over what is on the screen, in every theme. Rule: another theme is another set of colours and nothing else
// (views/theme.css, views/contrast.css), so everything is looked at in one of them, and colours in all.

import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect } from './lab-page';

const OTHERS = ['dark', 'contrast'] as const;
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** axe finds nothing. `part`: a selector of what is looked at (default: the page). */
export async function expectClean(page: Page, where: string, part?: string): Promise<void> {
  await wear(page, 'light');
  expect.soft(await found(page, part), where).toEqual([]);
  for (const theme of OTHERS) {
    await wear(page, theme);
    expect.soft(await found(page, part, COLOURS), `${where}, ${theme}`).toEqual([]);
  }
  await wear(page, 'light');
}

/** In the page itself, into which axe is put once: a hundred times its own page for each report would take minutes. */
async function found(page: Page, part = 'html', rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(runInPage, { part, rules });
}

async function runInPage({ part, rules }: { part: string; rules: string[] | undefined }): Promise<string[]> {
  const { axe: here } = window as unknown as { axe: typeof axe };
  const { violations } = await here.run(part, { resultTypes: ['violations'], ...(rules && { runOnly: rules }) });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`));
}

/** Puts a theme on, as its button would, and waits until the terminal has painted itself in it. */
async function wear(page: Page, theme: string): Promise<void> {
  await page.evaluate(async (wanted) => {
    document.documentElement.dataset['theme'] = wanted;
    document.documentElement.dataset['contrast'] = wanted === 'contrast' ? 'more' : 'usual';
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  }, theme);
}
