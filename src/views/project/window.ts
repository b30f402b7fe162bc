// The arithmetic of a windowed list: which rows of a long list are on the screen. Rows have known
// heights; one of them may carry extra height below it (the unfolded detail, measured on the screen).

export interface Extra {
  /** Index of the row with something below it. */
  index: number;
  height: number;
}

/**
 * Extends prefix sums in place. `tops[i]` is where row i begins (pixels), `tops[tops.length - 1]` where the list
 * ends; an empty list is `[0]`. `heightOf` is asked for rows that are not yet in it, up to `count`.
 */
export function extendTops(tops: number[], count: number, heightOf: (index: number) => number): void {
  for (let i = tops.length - 1; i < count; i++) tops.push((tops[i] ?? 0) + heightOf(i));
}

/** Where row `index` begins, in pixels. For `index` = number of rows: where the list ends. */
export function topOf(tops: readonly number[], index: number, extra: Extra | null): number {
  const top = tops[Math.min(index, tops.length - 1)] ?? 0;
  return extra && index > extra.index ? top + extra.height : top;
}

/** Index of the row at `y` pixels; the first or last one for a place outside the list; -1 if the list is empty. */
export function rowAt(tops: readonly number[], y: number, extra: Extra | null): number {
  let low = 0;
  let high = tops.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (topOf(tops, middle, extra) <= y) low = middle;
    else high = middle - 1;
  }
  return high < 0 ? -1 : low;
}

/** The rows to draw, first and last included, `overscan` pixels more on both sides. Last is less than first for an empty list. */
export function windowOf(tops: readonly number[], scrollTop: number, height: number, overscan: number, extra: Extra | null) {
  return { first: Math.max(0, rowAt(tops, scrollTop - overscan, extra)), last: rowAt(tops, scrollTop + height + overscan, extra) };
}

/** The scroll position nearest to `scrollTop` at which rows `first` to `last`, with their extra, are whole on the screen; their beginning if they do not fit. */
export function scrollToShow(
  tops: readonly number[],
  { first, last }: { first: number; last: number },
  scrollTop: number,
  height: number,
  extra: Extra | null,
): number {
  const top = topOf(tops, first, extra);
  const bottom = topOf(tops, last + 1, extra);
  if (top < scrollTop || bottom - top > height) return top;
  return bottom > scrollTop + height ? bottom - height : scrollTop;
}
