// What the page shows at one moment. There is one View at a time; every change makes a new one.

import type { Instant } from '../engine/kernel/schedule';
import type { ConnectionId, TraceEvent } from '../engine/kernel/trace';
import type { Progress } from '../lesson/progress';
import type { Lesson } from '../lesson/types';

export interface View {
  /** The lab's own trace. It only grows, so a reader may remember how far it has come; `count` of it belong to this view. */
  readonly trace: readonly TraceEvent[];
  readonly count: number;
  /** Virtual milliseconds since the world began. */
  readonly now: Instant;
  /** Milliseconds since 1970 at instant 0. */
  readonly epoch: number;
  readonly lesson: Lesson;
  readonly progress: Progress;
  /** The conversation the glass shows: the chosen one, else the latest that somebody at a terminal began. Null before the first. */
  readonly connection: ConnectionId | null;
}
