// A recording as text: what is stored on this device and what a person can take away.

import * as v from 'valibot';
import type { Recording } from '../lab/types';

const instant = v.pipe(v.number(), v.integer(), v.minValue(0));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

const input = v.variant('type', [
  v.object({ at: instant, type: v.literal('keys'), terminal: v.string(), keys: v.string() }),
  v.object({ at: instant, type: v.literal('predict'), step: v.string(), option: v.string() }),
  v.object({ at: instant, type: v.literal('answer'), step: v.string(), item: v.string(), value: v.string() }),
  v.object({ at: instant, type: v.literal('hint'), step: v.string(), hint: v.picklist(['look', 'rule', 'show']) }),
  v.object({ at: instant, type: v.literal('open'), terminal: v.string() }),
  v.object({ at: instant, type: v.literal('dialect'), host: v.string(), dialect: v.string() }),
]);

const branch = v.object({ id: count, parent: count, forkedAt: instant });

const fields = {
  format: v.literal('helo-world-recording/1'),
  lesson: v.string(),
  lessonHash: v.string(),
  seed: v.pipe(v.number(), v.safeInteger()),
  inputs: v.array(input),
  end: instant,
  branch: v.exactOptional(branch),
};

const recording = v.object({ ...fields, others: v.exactOptional(v.array(v.object(fields))) });

export function writeRecording(value: Recording): string {
  return JSON.stringify(value);
}

/** The recording in `text` with its branches; null if the text is not one. Inputs must be in the order of their time. */
export function readRecording(text: string): Recording | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  const result = v.safeParse(recording, data);
  return result.success && [result.output, ...(result.output.others ?? [])].every(isInOrder) ? result.output : null;
}

function isInOrder({ inputs, end }: Recording): boolean {
  return [...inputs.map(({ at }) => at), end].every((at, i, all) => i === 0 || at >= all[i - 1]!);
}
