// A lab is a lesson being played: a world, its terminals, and the list of inputs that made it what it is.

import type { Instant } from '../engine/kernel/schedule';
import type { Fault, FaultKind } from '../engine/net/faults';
import type { World } from '../engine/world-types';
import type { ChosenSchedule } from '../lesson/schedule';
import type { Lesson } from '../lesson/types';
import type { Terminal } from '../shell/types';

/** One thing a person did. `at` is the virtual instant (ms). Control octets in `keys` are as a keyboard sends them. */
export type Input =
  | { at: Instant; type: 'keys'; terminal: string; keys: string }
  | { at: Instant; type: 'predict'; step: string; option: string }
  /** An item of a step's task; numbers as they were typed. */
  | { at: Instant; type: 'answer'; step: string; item: string; value: string }
  | { at: Instant; type: 'hint'; step: string; hint: 'look' | 'rule' | 'show' }
  /** A second terminal was opened. */
  | { at: Instant; type: 'open'; terminal: string }
  /** In a lesson without steps: a host's SMTP listeners speak another dialect from the next connection on. */
  | { at: Instant; type: 'dialect'; host: string; dialect: string }
  /** In a lesson without steps: something goes wrong from now on. */
  | { at: Instant; type: 'fault'; fault: Fault }
  /** And all that went wrong in this way at a host is mended. */
  | { at: Instant; type: 'mend'; host: string; kind: FaultKind }
  /** A zone was written anew: the whole of its text. */
  | { at: Instant; type: 'zone'; apex: string; text: string }
  /** A schedule of tries is put on trial (lesson/outages.ts; ms). */
  | ({ at: Instant; type: 'schedule'; step: string } & ChosenSchedule)
  /** The trial is stopped. */
  | { at: Instant; type: 'stop' };

/** An input, before it has its instant. */
export type Deed = DistributiveOmit<Input, 'at'>;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** What was done, and until when: the truth from which everything else is derived. */
export interface Recording {
  format: 'helo-world-recording/1';
  lesson: string;
  lessonHash: string;
  seed: number;
  inputs: Input[];
  /** How far the clock had come. */
  end: Instant;
  /** Where it stands among other ways of doing the same lesson (branches.ts); absent for the first. */
  branch?: BranchPlace;
  /** The branches left behind, each without others of its own. */
  others?: Recording[];
}

/** A recording that went its own way from some moment of another one. */
export interface BranchPlace {
  /** Unique among the branches of one lesson; the first recording is 1. */
  id: number;
  /** The branch it left. */
  parent: number;
  /** The last instant that they share. */
  forkedAt: Instant;
}

/** How long a terminal has been silent. */
export interface Silence {
  /** Instant of the last key. */
  since: Instant;
  /** terminal.idle was recorded for this silence. */
  told: boolean;
}

/** A schedule of tries that is being tried out. */
export interface Trial {
  step: string;
  schedule: ChosenSchedule;
  /** How long after each outage so far the letter arrived (ms; null: never). */
  waits: (number | null)[];
  /** When it goes on. */
  at: Instant;
}

export interface Lab {
  lesson: Lesson;
  world: World;
  terminals: Record<string, Terminal>;
  silences: Record<string, Silence>;
  trial: Trial | null;
  recording: Recording;
}
