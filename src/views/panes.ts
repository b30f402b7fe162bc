// How wide the panes of the lab are, in percent of the window: as somebody moved them, within what keeps
// each of them usable.

import type { PaneName } from '../app/preferences.svelte';

type Panes = Readonly<Partial<Record<PaneName, number>>>;

/** Widths nobody chose: percent of the window, but at least so many rem. half is the left of two panes. */
const USUAL: Record<PaneName, { percent: number; rem: number }> = {
  lesson: { percent: 25, rem: 20 },
  glass: { percent: 31, rem: 24 },
  half: { percent: 40, rem: 0 },
};
/** The least that each may be made, and the terminal beside it, in rem. */
const LEAST: Record<PaneName | 'terminal', number> = { lesson: 15, glass: 18, half: 16, terminal: 18 };

/** A pane's width and the limits of where it can be moved to, all in percent. */
export interface Width {
  now: number;
  least: number;
  most: number;
}

/** The widths in a window that is so many rem wide. */
export function paneWidths(panes: Panes, rem: number): Record<PaneName, Width> {
  const percent = (length: number) => (rem > 0 ? (100 * length) / rem : 0);
  const width = (name: PaneName, others: number): Width => {
    const least = percent(LEAST[name]);
    const most = Math.max(least, 100 - others - percent(LEAST.terminal));
    const wanted = panes[name] ?? Math.max(USUAL[name].percent, percent(USUAL[name].rem));
    return { now: Math.min(Math.max(wanted, least), most), least, most };
  };
  const glassAtMost = width('glass', percent(LEAST.lesson));
  const lesson = width('lesson', glassAtMost.now);
  const glass = width('glass', lesson.now);
  return { lesson, glass, half: width('half', 0) };
}

/** The grid's columns in a layout. */
export function paneColumns(layout: 'one' | 'two' | 'three', { lesson, glass, half }: Record<PaneName, Width>): string {
  const rest = 'minmax(0, 1fr)';
  if (layout === 'one') return rest;
  return layout === 'two' ? `${half.now}% ${rest}` : `${lesson.now}% ${rest} ${glass.now}%`;
}
