// A lesson folder becomes a Lesson, or a list of what is wrong with it. After this door every authored
// short form has one shape, and nothing else needs to know how lessons are written.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { WorldData } from '../engine/world-types';
import { allProse } from './all-prose';
import { checkedJson, parseJsonFile } from './checked-json';
import { fileFaults, folderFaults, numberAndSlug } from './folder';
import { linesFor } from './hints';
import { parseScript, parseScripts } from './script';
import { normalGoal, normalTask, StepsSchema } from './steps-schema';
import { readTranscript, TRANSCRIPT } from './transcript';
import type { Fault, Lesson, LessonFiles, ScriptLine, Step } from './types';
import { VARIANTS } from './variant-parameters';
import { AS_WRITTEN, instantiate } from './variants';
import { WorldSchema } from './world-schema';

/**
 * Reads a lesson from its folder's name (`02-one-message-by-hand`) and its files, with the names that belong to a seed.
 * Pure: the files are text. Line ends may be CR LF. A lesson without steps.json has no steps, and then needs no solution.
 */
export function loadLesson(folder: string, files: LessonFiles, seed = AS_WRITTEN): { lesson: Lesson } | { faults: Fault[] } {
  const authored = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text.replace(/\r\n/g, '\n')]));
  const faults = [...folderFaults(folder), ...Object.keys(authored).flatMap(fileFaults)];
  const named = instantiate(authored, seed);
  if ('faults' in named) return { faults: [...faults, ...named.faults] };
  const texts = named.files;
  const { front, prose } = allProse(texts, faults);
  const world = checkedJson('world.json', texts, WorldSchema, faults) as WorldData | null;
  const written = texts['steps.json'] === undefined ? [] : checkedJson('steps.json', texts, StepsSchema, faults);
  const transcript = readTranscript(texts[TRANSCRIPT], faults);
  const { solution, also, miss } = scripts(texts, faults);
  if (faults.length > 0 || !world || !written || !front) return { faults };
  const steps = written.map(({ id, goal, task, panel, prediction, challenge }): Step => ({
    id,
    goal: normalGoal(goal),
    task: task ? normalTask(task) : null,
    panel: panel ?? null,
    prediction: prediction ?? null,
    challenge: challenge ?? false,
    show: linesFor(solution, id),
  }));
  const { support, rfc } = front;
  const { number, slug } = numberAndSlug(folder);
  const variants = authored[VARIANTS] === undefined ? null : { seed, folder, files: authored };
  const hash = hashOf(authored);
  return { lesson: { slug, number, support, rfc, world, steps, prose, transcript, solution, also, miss, variants, hash } };
}

/** The same lesson with the names of another seed. An Error if there the lesson has faults, which the linter would have shown. */
export function withSeed(lesson: Lesson, seed: number): Lesson {
  const { variants } = lesson;
  if (!variants || variants.seed === seed) return lesson;
  const loaded = loadLesson(variants.folder, variants.files, seed);
  if ('lesson' in loaded) return loaded.lesson;
  const [first] = loaded.faults;
  throw new Error(`The lesson has no variant ${seed}: ${first?.file}: ${first?.field}: ${first?.message}`);
}

function scripts(files: LessonFiles, faults: Fault[]): { solution: ScriptLine[]; also: ScriptLine[][]; miss: ScriptLine[][] } {
  const solution = parseScript('solution.txt', files['solution.txt'] ?? '');
  const also = parseScripts('also.txt', files['also.txt'] ?? '');
  const miss = parseScripts('miss.txt', files['miss.txt'] ?? '');
  faults.push(...solution.faults, ...also.faults, ...miss.faults);
  return { solution: solution.script, also: also.scripts, miss: miss.scripts };
}

/**
 * SHA-256 of the data that, with a seed, decides how a recording plays, as authored: the same for every seed, without white
 * space, without `$schema`, and the same for a list of steps alone or in an object.
 */
function hashOf(authored: LessonFiles): string {
  const data = ['world.json', 'steps.json', VARIANTS].map((name) => parseJsonFile(authored[name] ?? 'null'));
  if (typeof data[1] === 'object' && data[1] !== null && 'steps' in data[1]) data[1] = data[1].steps;
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(data))));
}
