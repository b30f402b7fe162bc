// What came of handing a letter on to one recipient's server, or of giving it up. A try ends with one for each recipient.

import type { TraceEvent, TraceEventOf } from '../../engine/kernel/trace';

export const VERDICTS = ['mail.relayed', 'mail.deferred', 'mail.bounced', 'mail.discarded'] as const;

export type Verdict = TraceEventOf<(typeof VERDICTS)[number]>;

export function isVerdict(event: TraceEvent): event is Verdict {
  return (VERDICTS as readonly string[]).includes(event.type);
}
