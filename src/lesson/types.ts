// A lesson after loading: every authored short form has become one shape. A lesson is data; it
// imports nothing and runs no code.

import type { WorldData } from '../engine/world-types';
import type { ChosenSchedule } from './schedule';

/** Files of one lesson folder by name: `lesson.md`, `lesson.de.md`, `world.json`, `steps.json`, `solution.txt` ... */
export type LessonFiles = Record<string, string>;

export type Support = 'worked' | 'faded' | 'goal';

/**
 * A pattern over one trace event: every named field must match. A string, number or boolean matches
 * itself, letters in either case; a list matches any of its members; `"5xx"` matches a code by its
 * first digit; `{ "atLeast": n }` and `{ "atMost": n }` match numbers; `{ "contains": s }` matches text
 * that holds s, or each text of a list. Where the event's field is a list, one member that matches is enough.
 */
export type Pattern = { type: string } & Record<string, PatternValue>;
export type PatternValue =
  | string
  | number
  | boolean
  | null
  | (string | number | boolean)[]
  | { atLeast: number }
  | { atMost: number }
  | { contains: string | string[] };

/** The goal language: saw, count, never, after, and within (one conversation). */
export interface Condition {
  saw?: Pattern;
  count?: Pattern;
  atLeast?: number;
  atMost?: number;
  /** With count: events are counted once per value of this field. */
  distinct?: string;
  never?: Pattern;
}

export interface Goal {
  /** All must hold. */
  all: Condition[];
  /** Only events after this step was done count. */
  after?: string;
  /** All conditions must hold for events that share one value of this field (`connection`). */
  within?: string;
}

export interface Prediction {
  /** Option ids in the order shown. */
  options: string[];
  /** The option that comes true. */
  truth: string;
}

/** Questions whose proof is an answer rather than a command. */
export interface Task {
  /** Option ids for the items whose answer is chosen, in the order shown; empty if all are numbers. */
  options: string[];
  items: TaskItem[];
}

export interface TaskItem {
  id: string;
  /** The option that is right, or the number. */
  truth: string | number;
}

/**
 * What a step asks the page for. registry: the registered SMTP extensions. machine: replies without their words.
 * transcript: the lesson's transcript. bytes: what was sent beside what was stored.
 * schedule: a schedule of tries, to be chosen and tried out.
 */
export const PANELS = ['registry', 'machine', 'transcript', 'bytes', 'schedule'] as const;
export type Panel = (typeof PANELS)[number];

export interface Step {
  id: string;
  /** Without conditions where the task alone is the proof. */
  goal: Goal;
  /** What must be answered besides; null if nothing. */
  task: Task | null;
  panel: Panel | null;
  prediction: Prediction | null;
  /** True for the unguided challenge at the end: no hints but H3, no prediction needed. */
  challenge: boolean;
  /** H3, generated from the solution: what to do for this step, one action a line (see hints.ts). */
  show: string[];
}

export interface TaskProse {
  question: string;
  /** `remark` is said when the answer is right. */
  items: Record<string, { label: string; remark: string | null }>;
  /** What can be chosen; `feedback` is said to whoever chose it where it is not right. */
  answers: Record<string, { label: string; feedback: string }>;
}

/** Prose of one step in one language, as Markdown source. */
export interface StepProse {
  title: string;
  body: string;
  question: string | null;
  options: Record<string, { label: string; feedback: string }>;
  task: TaskProse | null;
  /** H1: where on the screen to look. */
  look: string | null;
  /** H2: the rule, with its RFC section. */
  rule: string | null;
  /** Said when the step is done: what it meant. */
  after: string | null;
}

export interface LessonProse {
  title: string;
  summary: string;
  /** What the learner can do afterwards, one sentence each. */
  objectives: string[];
  /** Intro before the first step. */
  intro: string;
  steps: Record<string, StepProse>;
}

/** A conversation to be read. Texts as octets, without line ends. */
export interface Transcript {
  /** What opened it: `telnet mx1.campus.example 25`. */
  command: string;
  lines: TranscriptLine[];
}

export interface TranscriptLine {
  side: 'client' | 'server';
  text: string;
}

/** A line of solution.txt, also.txt or miss.txt. */
export type ScriptLine =
  | { type: 'line'; text: string }
  | { type: 'keys'; keys: string }
  | { type: 'sleep'; milliseconds: number }
  | { type: 'predict'; step: string; option: string }
  | { type: 'answer'; step: string; item: string; value: string }
  | { type: 'terminal'; name: string }
  /** A record of a zone is changed; added if `from` is empty, taken away if `to` is. */
  | { type: 'zone'; apex: string; from: string; to: string }
  /** A schedule of tries is put on trial (outages.ts). */
  | ({ type: 'schedule'; step: string } & ChosenSchedule)
  /** `✓ step`: this step must be done by now, and not before the line above was played. */
  | { type: 'ticks'; step: string };

export interface Lesson {
  /** Folder name without its number. `sandbox` is a lesson without steps. */
  slug: string;
  number: number;
  support: Support;
  /** RFC and section: `RFC 5321, 4.1.1.8`. */
  rfc: string[];
  world: WorldData;
  steps: Step[];
  /** By language tag; `en` is always there. */
  prose: Record<string, LessonProse>;
  transcript: Transcript | null;
  solution: ScriptLine[];
  /** Other right ways; each must tick every step it names. */
  also: ScriptLine[][];
  /** Near misses: each must tick nothing but the steps it names. */
  miss: ScriptLine[][];
  /** Whose names stand in all this, and what the others are made from; null if the lesson has no variants. */
  variants: { seed: number; folder: string; files: LessonFiles } | null;
  /** SHA-256 hex of the files that decide what happens (world.json, steps.json, variants.json), the same for every seed. */
  hash: string;
}

/** Something wrong in a lesson: which file, which field, and a sentence. */
export interface Fault {
  file: string;
  field: string;
  message: string;
}
