// A recording as a file: JSON that a person can read, one thing they did to a line, with the digest of the
// trace that comes of it as a check. What could not be read goes out exactly as it lies here.

import * as v from 'valibot';
import { traceHash } from '../lab/digest';
import type { Recording } from '../lab/types';
import type { Lesson } from '../lesson/types';
import { newKey, type Entry, type LessonVersion } from './database';
import { playBack } from './play-back';
import { LONGEST_TEXT, parseJson, read, writeRecording } from './recording-text';

const LONGEST_NAME = 120;

const version: v.GenericSchema<unknown, LessonVersion> = v.object({
  world: v.pipe(v.string(), v.maxLength(128)),
  steps: v.pipe(v.string(), v.maxLength(128)),
  stepIds: v.pipe(v.array(v.pipe(v.string(), v.maxLength(80))), v.maxLength(100)),
});
/** What a file says beside the recording; whatever of it is wrong counts as not said. */
const about = v.object({
  name: v.fallback(v.pipe(v.string(), v.maxLength(LONGEST_NAME)), ''),
  saved: v.fallback(v.nullable(v.pipe(v.string(), v.isoTimestamp(), v.transform(Date.parse))), null),
  lessonVersion: v.fallback(v.nullable(version), null),
  traceHash: v.fallback(v.nullable(v.string()), null),
});

/** `helo-world-dots-and-bytes-2026-03-02.json`. */
export function fileName({ lesson, saved }: Entry): string {
  return `helo-world-${lesson}-${new Date(saved).toISOString().slice(0, 10)}.json`;
}

/** The text of the file for an entry; `lesson` is its lesson, if this page has it. */
export function fileText(entry: Entry, lesson: Lesson | null): string {
  const result = read(entry.text);
  if ('fault' in result) return entry.text;
  const { inputs, others, ...rest } = result.recording;
  const hash = lesson && hashOf(lesson, result.recording);
  const head = { ...rest, name: entry.name, saved: new Date(entry.saved).toISOString(), lessonVersion: entry.version, traceHash: hash };
  const fields = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  const lists = Object.entries({ inputs, ...(others && { others }) }).map(([key, items]) => {
    const lines = items.map((item) => `    ${JSON.stringify(item)}`).join(',\n');
    return `  ${JSON.stringify(key)}: [\n${lines}\n  ]`;
  });
  return `{\n${[...fields, ...lists].join(',\n')}\n}\n`;
}

/** What became of a file. `added`: fine. `differs`: added, but it does not play as it says. `newer`, `unknown`: added, though this page cannot open it. */
export type Imported = { entry: Entry; result: 'added' | 'differs' | 'newer' | 'unknown' } | { result: 'damaged' | 'large' };

/** Reads a file. `fetch` gives a lesson, or null if this page has none of that name. */
export async function importFile(text: string, fetch: (lesson: string) => Promise<Lesson | null>): Promise<Imported> {
  if (text.length > LONGEST_TEXT) return { result: 'large' };
  const result = read(text);
  if ('fault' in result && result.fault === 'damaged') return { result: 'damaged' };
  const data = parseJson(text);
  const said = v.safeParse(about, { name: '', saved: null, lessonVersion: null, traceHash: null, ...(data as object) });
  if (!said.success) return { result: 'damaged' };
  const { name, saved, lessonVersion } = said.output;
  const entry = { key: newKey(), name, saved: saved ?? Date.now(), kept: 'imported', version: lessonVersion } as const;
  if ('fault' in result) return { entry: { ...entry, lesson: lessonIn(data), text }, result: 'newer' };

  const { recording } = result;
  const whole = { ...entry, lesson: recording.lesson, text: writeRecording(recording) };
  const lesson = await fetch(recording.lesson).catch(() => null);
  if (!lesson) return { entry: whole, result: 'unknown' };
  const expected = said.output.traceHash;
  const differs = expected !== null && lesson.hash === recording.lessonHash && hashOf(lesson, recording) !== expected;
  return { entry: whole, result: differs ? 'differs' : 'added' };
}

/** The digest of all that comes of a recording; null if it is of another version of the lesson or cannot be played. */
function hashOf(lesson: Lesson, recording: Recording): string | null {
  if (lesson.hash !== recording.lessonHash) return null;
  const played = playBack(lesson, recording);
  return played?.complete ? traceHash(played.lab.world.trace) : null;
}

/** The lesson that a recording of a newer format names, as far as this page can tell. */
function lessonIn(data: unknown): string {
  const named = v.safeParse(v.object({ lesson: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,80}$/)) }), data);
  return named.success ? named.output.lesson : 'unknown';
}
