// Wall time becomes virtual time, at the chosen pace. While the page is hidden, time stands still: a
// student who looks something up must not find the server gone with 421.

/** Milliseconds. A frame that took longer (a stalled tab, a closed lid) counts as this much. */
const LONGEST_FRAME = 250;

/** Counts whole virtual milliseconds out of fractional wall time, without losing the fractions. */
export class Stopwatch {
  #last: number | null = null;
  #fraction = 0;

  /**
   * Whole virtual milliseconds since the previous call; 0 on the first call and after `rest`. `wall` is monotonic, in
   * milliseconds, each of which is worth `rate` virtual ones.
   */
  lap(wall: number, rate: number): number {
    const passed = this.#last === null ? 0 : Math.min(Math.max(wall - this.#last, 0), LONGEST_FRAME) * rate;
    this.#last = wall;
    const whole = Math.floor(passed + this.#fraction);
    this.#fraction += passed - whole;
    return whole;
  }

  /** The time until the next lap does not count. */
  rest(): void {
    this.#last = null;
  }
}

/** Calls `tick` once a frame with the virtual milliseconds that passed, as long as the page is visible. Returns what stops it. */
export function startPump(rate: () => number, tick: (milliseconds: number) => void): () => void {
  const watch = new Stopwatch();
  let frame = requestAnimationFrame(beat);
  document.addEventListener('visibilitychange', onVisibility);

  function beat(wall: number): void {
    frame = requestAnimationFrame(beat);
    const milliseconds = watch.lap(wall, rate());
    if (milliseconds > 0 && !document.hidden) tick(milliseconds);
  }
  function onVisibility(): void {
    if (document.hidden) watch.rest();
  }
  return () => {
    cancelAnimationFrame(frame);
    document.removeEventListener('visibilitychange', onVisibility);
  };
}
