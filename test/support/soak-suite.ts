// The same promises for many seeds; files of their own run beside each other.

import { expect, it } from 'vitest';
import { traceHash } from '../../src/lab/digest';
import { conservation, eventsOf, expectFates, expectRest, LETTERS, soak } from './soak';
import { DAY } from './soak-world';

/** A world takes about two seconds; this is for a machine that has much else to do. Milliseconds. */
const SLOW = 600_000;

/** Ten days of each of these worlds. The first of them is run a second time, through JSON in the middle. */
export function soakSeeds(from: number, to: number): void {
  let duplicates = 0;
  const seeds = Array.from({ length: to - from + 1 }, (_, i) => from + i);

  it.each(seeds)(
    'seed %d: each letter is in one place after each event, and each sender learns its fate once',
    { timeout: SLOW },
    (seed) => {
      const run = soak(seed, { look: conservation() });
      expect(run.submissions).toHaveLength(LETTERS);
      expectRest(run.world);
      const { delivered, bounced, twice } = expectFates(run);
      duplicates += twice;
      expect(delivered).toBeGreaterThan(LETTERS / 2);
      expect(bounced).toBeGreaterThan(LETTERS / 10);
      expect(eventsOf(run.world.trace, 'mail.deferred')).toBeGreaterThan(0);
    },
  );

  it('in some of them a word is lost after the dot, and somebody gets a letter twice', () => {
    expect(duplicates).toBeGreaterThan(0);
  });

  it(`seed ${from} repeats to the octet, also from a world that was written down in the middle`, { timeout: SLOW }, () => {
    const hash = traceHash(soak(from).world.trace);
    expect(traceHash(soak(from, { frozenAt: 1.5 * DAY }).world.trace)).toBe(hash);
  });
}
