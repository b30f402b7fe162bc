// A figure is a ratio measured in one run on one machine, with the goal it is held against.

export interface Figure {
  name: string;
  ratio: number;
  goal: number;
  /** What was measured, for the eye. */
  detail: string;
}

export const line = (name: string, ratio: number, goal: number, detail: string): Figure => ({ name, ratio, goal, detail });

/** k in t = n^k, from two times and how many times more work the second was. 1 is linear. */
export function exponent(small: number, large: number, factor: number): number {
  return Math.log(large / small) / Math.log(factor);
}

/** The value below which `share` (0..1) of the sample lies. */
export function quantile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

export function print({ name, ratio, goal, detail }: Figure): void {
  const met = ratio <= goal ? 'met' : 'missed';
  console.log(`${name}: ${ratio.toFixed(2)} (goal ${goal}, ${met}) · ${detail}`);
}
