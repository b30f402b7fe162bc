// How many tabs stand beside each other. Widths are estimated from the labels, in rem of the page: where the
// estimate is short of the truth, the row of tabs scrolls.

const PER_CHARACTER = 0.5;
const AROUND = 1.9;
/** What the menu of the others takes. */
const MENU = 6.8;

/** The number of tabs, from the first on, that fit beside a menu for the rest; all of them where none is left. `width` in rem. */
export function fitting(tabs: readonly { label: string }[], width: number): number {
  const ends = tabs.map((_, i) => tabs.slice(0, i + 1).reduce((sum, { label }) => sum + AROUND + label.length * PER_CHARACTER, 0));
  if ((ends.at(-1) ?? 0) <= width) return tabs.length;
  return Math.max(
    1,
    ends.findIndex((end) => end > width - MENU),
  );
}
