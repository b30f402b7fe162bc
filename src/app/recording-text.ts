// A recording as text: what is stored on this device and what a person can take away.

import * as v from 'valibot';
import type { Recording } from '../lab/types';

const instant = v.pipe(v.number(), v.integer(), v.minValue(0));

const input = v.variant('type', [
  v.object({ at: instant, type: v.literal('keys'), terminal: v.string(), keys: v.string() }),
  v.object({ at: instant, type: v.literal('predict'), step: v.string(), option: v.string() }),
  v.object({ at: instant, type: v.literal('answer'), step: v.string(), item: v.string(), value: v.string() }),
  v.object({ at: instant, type: v.literal('hint'), step: v.string(), hint: v.picklist(['look', 'rule', 'show']) }),
  v.object({ at: instant, type: v.literal('open'), terminal: v.string() }),
  v.object({ at: instant, type: v.literal('dialect'), host: v.string(), dialect: v.string() }),
]);

const recording = v.object({
  format: v.literal('helo-world-recording/1'),
  lesson: v.string(),
  lessonHash: v.string(),
  seed: v.pipe(v.number(), v.safeInteger()),
  inputs: v.array(input),
  end: instant,
});

export function writeRecording(value: Recording): string {
  return JSON.stringify(value);
}

/** The recording in `text`; null if the text is not one. Inputs must be in the order of their time. */
export function readRecording(text: string): Recording | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  const result = v.safeParse(recording, data);
  if (!result.success) return null;
  const times = [...result.output.inputs.map((each) => each.at), result.output.end];
  return times.every((at, i) => i === 0 || at >= times[i - 1]!) ? result.output : null;
}
