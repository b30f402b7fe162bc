// A trial of a schedule as the page shows it: read from the trace, like everything else.

import type { TraceEvent, TraceEventOf } from '../../engine/kernel/trace';
import type { Step } from '../../lesson/types';

export interface ShownTrial {
  chosen: TraceEventOf<'lesson.trial'>;
  /** Outages that are over, oldest first. */
  outages: TraceEventOf<'lesson.outage'>[];
  verdict: TraceEventOf<'lesson.judged'> | null;
  stopped: boolean;
}

/** The latest trial of a step within the first `count` events; null if there is none. */
export function latestTrial(trace: readonly TraceEvent[], count: number, step: string): ShownTrial | null {
  const outages: ShownTrial['outages'] = [];
  let verdict: ShownTrial['verdict'] = null;
  let stopped = false;
  for (let i = count - 1; i >= 0; i--) {
    const event = trace[i]!;
    if (!('step' in event) || event.step !== step) continue;
    if (event.type === 'lesson.trial') return { chosen: event, outages: outages.reverse(), verdict, stopped };
    if (event.type === 'lesson.outage') outages.push(event);
    if (event.type === 'lesson.judged') verdict = event;
    if (event.type === 'lesson.stopped') stopped = true;
  }
  return null;
}

/** What a trial measures. */
export const MEASURES = ['soon', 'triesADay', 'givenUpAfter'] as const;
export type Measure = (typeof MEASURES)[number];

/** A measure that the step's goal has something to say about. */
export interface Wanted {
  measure: Measure;
  bound: 'atLeast' | 'atMost';
  limit: number;
}

/** What a step wants of a schedule, as its goal says it. */
export function wantedOf({ goal }: Step): Wanted[] {
  return goal.all.flatMap(({ saw }) =>
    MEASURES.flatMap((measure): Wanted[] => {
      const value = saw?.type === 'lesson.judged' ? saw[measure] : undefined;
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
      if ('atLeast' in value) return [{ measure, bound: 'atLeast', limit: value.atLeast }];
      return 'atMost' in value ? [{ measure, bound: 'atMost', limit: value.atMost }] : [];
    }),
  );
}

/** Whether a verdict has what is wanted. */
export function isMet({ measure, bound, limit }: Wanted, verdict: TraceEventOf<'lesson.judged'>): boolean {
  return bound === 'atLeast' ? verdict[measure] >= limit : verdict[measure] <= limit;
}
