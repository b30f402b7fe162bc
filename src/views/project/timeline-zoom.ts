// The timeline seen from nearer: it is longer than its track then, and the track shows the part around the head.

/** How near one can go: a doubling each time. */
export const NEAREST = 64;

/** The next zoom, nearer (1) or farther (-1). 1 is the whole. */
export function zoomed(zoom: number, by: 1 | -1): number {
  return Math.min(NEAREST, Math.max(1, by > 0 ? zoom * 2 : zoom / 2));
}

/**
 * What is scrolled away to the left, in pixels: the head at `place` stands in the middle of the `room`, but nothing is scrolled
 * further than the line from 0 to `end` goes.
 */
export function scrolledTo(place: number, end: number, room: number): number {
  return Math.max(0, Math.min(place - room / 2, end - room));
}
