// How many tabs stand beside each other. Widths are estimated from the labels, in rem of the page: where the
// estimate is short of the truth, the row of tabs scrolls.

const PER_CHARACTER = 0.47;
const AROUND = 1.85;
/** What the menu of the others takes besides the text in it. */
const MENU = 2.7;

/** The number of tabs, from the first on, that fit beside a menu for the rest that says `menu`; all of them where none is left. `width` in rem. */
export function fitting(tabs: readonly { label: string }[], width: number, menu: string): number {
  const ends = tabs.map((_, i) => tabs.slice(0, i + 1).reduce((sum, { label }) => sum + AROUND + label.length * PER_CHARACTER, 0));
  if ((ends.at(-1) ?? 0) <= width) return tabs.length;
  const room = width - MENU - menu.length * PER_CHARACTER;
  return Math.max(1, ends.filter((end) => end <= room).length);
}
