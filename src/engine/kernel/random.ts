// Chance with a seed. Each source (a link direction, a host) has a generator of its own, so adding a
// host disturbs no other. A generator's whole state is one number, kept in the world.

/** State of a generator (mulberry32): an unsigned 32-bit integer. */
export type RandomState = number;

/** A generator for one named source of a world with this seed. */
export function seedFor(seed: number, source: string): RandomState {
  // FNV-1a over the source, mixed with the seed: nearby seeds give unrelated streams.
  let hash = (0x811c9dc5 ^ Math.imul(seed | 0, 0x9e3779b1)) >>> 0;
  for (let i = 0; i < source.length; i++) hash = Math.imul(hash ^ source.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}

/** One draw: a number in [0, 1) and the state after it. */
export function draw(state: RandomState): { value: number; state: RandomState } {
  const next = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(next ^ (next >>> 15), next | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return { value: ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000, state: next };
}

/** Draws a whole number in [0, limit) from a named source and advances it in place. */
export function drawFrom(sources: Record<string, RandomState>, seed: number, source: string, limit: number): number {
  const { value, state } = draw(sources[source] ?? seedFor(seed, source));
  sources[source] = state;
  return Math.floor(value * limit);
}
