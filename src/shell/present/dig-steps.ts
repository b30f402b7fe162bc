// The questions of a dig command line, in order: one for each look-up, or as many as a trace takes.

import type { DnsFailure, DnsResponse } from '../../engine/dns/types';
import type { DigLookup, DigRequest } from './dig-lookup';
import { traceStep, type TraceStep } from './dig-trace';

export interface DigStep extends TraceStep {
  lookup: DigLookup;
  /** It is the look-up's first. */
  first: boolean;
}

/** The question that follows these outcomes; null when there is none left. */
export function nextStep({ lookups }: DigRequest, outcomes: readonly (DnsResponse | DnsFailure)[]): DigStep | null {
  let from = 0;
  for (const lookup of lookups) {
    for (let count = 0; ; count++) {
      const step = lookup.trace ? traceStep(lookup, outcomes.slice(from, from + count)) : count === 0 ? plainStep(lookup) : null;
      if (!step) {
        from += count;
        break;
      }
      if (from + count === outcomes.length) return { ...step, lookup, first: count === 0 };
    }
  }
  return null;
}

function plainStep({ question, server, recurse }: DigLookup): TraceStep {
  return { question, server, recursionDesired: recurse };
}
