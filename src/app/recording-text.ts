// A recording as text: what is stored on this device and what a person can take away. A text may come from
// anywhere, so nothing in it is believed: sizes have limits, names are words, and what is unknown is left out.

import * as v from 'valibot';
import { LONGEST_ZONE } from '../engine/dns/zone-text';
import { FaultSchema } from '../lesson/fault-schema';
import type { BranchPlace, Input, Recording } from '../lab/types';

/** Characters. An hour of typing is about 150,000. */
export const LONGEST_TEXT = 8_000_000;
/** Terminals that are open at once in any world. */
const MOST_TERMINALS = 64;

const instant = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
// `__proto__` is a word, but no name of a property.
const word = v.pipe(v.string(), v.regex(/^(?!__proto__$)[\w-]{1,80}$/));
const host = v.pipe(v.string(), v.regex(/^[\w.-]{1,255}$/), v.notValue('__proto__'));

const INPUTS = {
  keys: v.object({ at: instant, type: v.literal('keys'), terminal: word, keys: v.string() }),
  predict: v.object({ at: instant, type: v.literal('predict'), step: word, option: word }),
  answer: v.object({ at: instant, type: v.literal('answer'), step: word, item: word, value: v.string() }),
  hint: v.object({ at: instant, type: v.literal('hint'), step: word, hint: v.picklist(['look', 'rule', 'show']) }),
  open: v.object({ at: instant, type: v.literal('open'), terminal: word }),
  fault: v.object({ at: instant, type: v.literal('fault'), fault: FaultSchema }),
  mend: v.object({ at: instant, type: v.literal('mend'), host, kind: v.picklist(['down', 'full', 'slow', 'reply', 'cut']) }),
  dialect: v.object({ at: instant, type: v.literal('dialect'), host, dialect: word }),
  zone: v.object({ at: instant, type: v.literal('zone'), apex: host, text: v.pipe(v.string(), v.maxLength(LONGEST_ZONE)) }),
  schedule: v.object({
    at: instant,
    type: v.literal('schedule'),
    step: word,
    first: v.number(),
    factor: v.number(),
    longest: v.number(),
    lifetime: v.number(),
  }),
  stop: v.object({ at: instant, type: v.literal('stop') }),
} satisfies { [Type in Input['type']]: v.GenericSchema<unknown, Extract<Input, { type: Type }>> };

const input = v.variant('type', Object.values(INPUTS));
const branch: v.GenericSchema<unknown, BranchPlace> = v.object({ id: count, parent: count, forkedAt: instant });

const FORMAT = 'helo-world-recording/1';
const fields = {
  format: v.literal(FORMAT),
  lesson: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,80}$/)),
  lessonHash: v.pipe(v.string(), v.maxLength(128)),
  seed: v.pipe(v.number(), v.safeInteger()),
  inputs: v.array(input),
  end: instant,
  branch: v.exactOptional(branch),
};

const recording = v.object({ ...fields, others: v.exactOptional(v.array(v.object(fields))) });

/** What a text is: a recording; damaged, or none at all; or of a format that only a newer page knows. */
export type Read = { recording: Recording } | { fault: 'damaged' | 'newer' };

export function writeRecording(value: Recording): string {
  return JSON.stringify(value);
}

/** Reads a recording with its branches. Inputs must be in the order of their time. */
export function read(text: string): Read {
  const data = parseJson(text);
  const result = v.safeParse(recording, data);
  if (result.success) return isSound(result.output) ? { recording: result.output } : { fault: 'damaged' };
  const format = typeof data === 'object' && data !== null && 'format' in data ? data.format : null;
  const newer = typeof format === 'string' && /^helo-world-recording\/\d{1,6}$/.test(format) && format !== FORMAT;
  return { fault: newer ? 'newer' : 'damaged' };
}

/** The recording in `text` with its branches; null if the text is not one, or one of a newer format. */
export function readRecording(text: string): Recording | null {
  const result = read(text);
  return 'recording' in result ? result.recording : null;
}

function isSound({ inputs, end, others = [] }: Recording): boolean {
  const inOrder = [...inputs.map(({ at }) => at), end].every((at, i, all) => i === 0 || at >= all[i - 1]!);
  return inOrder && inputs.filter(({ type }) => type === 'open').length <= MOST_TERMINALS && others.every(isSound);
}

/** The value of a JSON text; undefined if it is none, or longer than any recording. */
export function parseJson(text: string): unknown {
  if (text.length > LONGEST_TEXT) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
