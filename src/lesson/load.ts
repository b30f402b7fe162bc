// A lesson folder becomes a Lesson, or a list of what is wrong with it. After this door every authored
// short form has one shape, and nothing else needs to know how lessons are written.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import type { WorldData } from '../engine/world-types';
import { readFrontMatter, type FrontMatter } from './front-matter';
import { linesFor } from './hints';
import { readProse } from './prose';
import { parseScript, parseScripts } from './script';
import { normalGoal, StepsSchema } from './steps-schema';
import type { Fault, Lesson, LessonFiles, LessonProse, ScriptLine, Step } from './types';
import { WorldSchema } from './world-schema';

const PROSE_FILE = /^lesson(?:\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*))?\.md$/;
const OTHER_FILES = ['world.json', 'steps.json', 'solution.txt', 'also.txt', 'miss.txt'];

/**
 * Reads a lesson from its folder's name (`02-one-message-by-hand`) and its files. Pure: the files are text.
 * Line ends may be CR LF. A lesson without steps.json has no steps, and then needs no solution.
 */
export function loadLesson(folder: string, files: LessonFiles): { lesson: Lesson } | { faults: Fault[] } {
  const faults: Fault[] = [];
  const texts = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text.replace(/\r\n/g, '\n')]));
  for (const name of Object.keys(texts)) {
    if (!PROSE_FILE.test(name) && !OTHER_FILES.includes(name)) {
      faults.push({ file: name, field: 'name', message: `A lesson has no such file; it has lesson.md, ${OTHER_FILES.join(', ')}.` });
    }
  }
  const [, digits = '', slug = ''] = /^(?:(\d+)-)?([a-z0-9-]+)$/.exec(folder) ?? [];
  if (slug === '')
    faults.push({ file: folder, field: 'name', message: 'A lesson folder is a number and a slug, such as 03-dots-and-bytes.' });
  const { front, prose } = allProse(texts, faults);
  const world = checkedJson('world.json', texts, WorldSchema, faults) as WorldData | null;
  const written = texts['steps.json'] === undefined ? [] : checkedJson('steps.json', texts, StepsSchema, faults);
  const { solution, also, miss } = scripts(texts, faults);
  if (faults.length > 0 || !world || !written || !front) return { faults };
  const steps = written.map(({ id, goal, prediction, challenge }): Step => ({
    id,
    goal: normalGoal(goal),
    prediction: prediction ?? null,
    challenge: challenge ?? false,
    show: linesFor(solution, id),
  }));
  const { support, rfc } = front;
  return { lesson: { slug, number: Number(digits), support, rfc, world, steps, prose, solution, also, miss, hash: hashOf(world, steps) } };
}

function allProse(files: LessonFiles, faults: Fault[]): { front: FrontMatter | null; prose: Record<string, LessonProse> } {
  let front: FrontMatter | null = null;
  const prose: Record<string, LessonProse> = {};
  if (files['lesson.md'] === undefined) faults.push(missing('lesson.md'));
  for (const [file, text] of Object.entries(files)) {
    const match = PROSE_FILE.exec(file);
    if (!match) continue;
    const translation = match[1] !== undefined;
    const top = readFrontMatter(file, text, translation);
    const read = readProse(file, top.front, top.rest);
    faults.push(...top.faults, ...read.faults);
    if (!translation) front = top.front;
    prose[match[1] ?? 'en'] = read.prose;
  }
  return { front, prose };
}

function scripts(files: LessonFiles, faults: Fault[]): { solution: ScriptLine[]; also: ScriptLine[][]; miss: ScriptLine[][] } {
  const solution = parseScript('solution.txt', files['solution.txt'] ?? '');
  const also = parseScripts('also.txt', files['also.txt'] ?? '');
  const miss = parseScripts('miss.txt', files['miss.txt'] ?? '');
  faults.push(...solution.faults, ...also.faults, ...miss.faults);
  return { solution: solution.script, also: also.scripts, miss: miss.scripts };
}

function checkedJson<const Schema extends v.GenericSchema>(
  file: string,
  files: LessonFiles,
  schema: Schema,
  faults: Fault[],
): v.InferOutput<Schema> | null {
  const text = files[file];
  if (text === undefined) {
    faults.push(missing(file));
    return null;
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    faults.push({ file, field: 'all of it', message: 'This is not JSON; perhaps a comma, a bracket or a quotation mark is missing.' });
    return null;
  }
  const result = v.safeParse(schema, data);
  if (result.success) return result.output;
  faults.push(...result.issues.map((issue) => ({ file, field: pathOf(issue), message: sentence(issue) })));
  return null;
}

function sentence(issue: v.BaseIssue<unknown>): string {
  if (!issue.message.startsWith('Invalid ')) return issue.message;
  if (issue.expected === 'never') return 'There is no such field here.';
  if (issue.received === 'undefined') return 'This field is missing.';
  const expected = (issue.expected ?? '').replace(/^\((.*)\)$/, '$1').replaceAll(' | ', ' or ');
  return `Expected ${expected}; this is ${issue.received}.`;
}

/** `hosts.mx1.campus.example.addresses[0]` */
function pathOf(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return path.replace(/^\./, '') || 'all of it';
}

const missing = (file: string): Fault => ({ file, field: 'file', message: 'This file is missing.' });

/** SHA-256 of what decides how a recording plays, independent of white space in the files. */
function hashOf(world: WorldData, steps: readonly Step[]): string {
  const goals = steps.map(({ id, goal, prediction }) => ({ id, goal, prediction }));
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([world, goals]))));
}
