// A schedule of tries as a person chooses it. Times in milliseconds.

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The gap after the first try, what each gap is multiplied by, the longest gap, and when a letter is given up. */
export interface ChosenSchedule {
  first: number;
  factor: number;
  longest: number;
  lifetime: number;
}

/** What may be chosen: a shorter gap would make a trial long, and a server a nuisance. */
export const BOUNDS: Readonly<Record<keyof ChosenSchedule, { least: number; most: number }>> = {
  first: { least: 5 * MINUTE, most: DAY },
  factor: { least: 1, most: 10 },
  longest: { least: 5 * MINUTE, most: DAY },
  lifetime: { least: DAY, most: 10 * DAY },
};

/** Which part of a schedule is out of bounds or no whole number of milliseconds, or `longest` if it is less than the first gap; null if none is. */
export function scheduleFault(chosen: ChosenSchedule): keyof ChosenSchedule | null {
  const parts = Object.keys(BOUNDS) as (keyof ChosenSchedule)[];
  // Not a number is neither less nor more, so the question is whether it is within.
  const astray = parts.find((part) => {
    const { least, most } = BOUNDS[part];
    return !(chosen[part] >= least && chosen[part] <= most && (part === 'factor' || Number.isInteger(chosen[part])));
  });
  return astray ?? (chosen.longest < chosen.first ? 'longest' : null);
}
