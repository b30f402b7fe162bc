// One lesson, many names. A seed draws one choice for each parameter of variants.json, and `{{outside}}`, or
// `{{friend.mailbox}}` where the choices are rows, is replaced in every file before it is read. Each parameter has a
// random stream of its own, so that one more leaves the draws of the others as they were.

import { draw, seedFor } from '../engine/kernel/random';
import type { Fault, Lesson, LessonFiles } from './types';
import { readParameters, VARIANTS, withColumn, type Parameter, type Row } from './variant-parameters';

/** The seed of the lesson as it was written, with the first choice of every list. */
export const AS_WRITTEN = 1;

const PLACEHOLDER = /\{\{([^{}\n]*)\}\}/g;
const JSON_STRING = /"(?:[^"\\]|\\.)*"/g;

/** The files with the names that belong to a seed, and without variants.json; or what is wrong with the parameters. */
export function instantiate(files: LessonFiles, seed: number): { files: LessonFiles } | { faults: Fault[] } {
  const faults: Fault[] = [];
  const parameters = readParameters(files, faults);
  if (faults.length > 0) return { faults };
  const { [VARIANTS]: _, ...templates } = files;
  const texts = drawn(parameters, seed);
  faults.push(...unknownPlaceholders(templates, texts), ...unusedTexts(templates, texts));
  if (faults.length > 0) return { faults };
  return { files: Object.fromEntries(Object.entries(templates).map(([file, template]) => [file, fill(file, template, texts)])) };
}

/** The first seed after a lesson's own that gives other names; null if the lesson has no variants. */
export function otherSeed({ variants }: Lesson): number | null {
  if (!variants) return null;
  const names = (seed: number) => JSON.stringify(instantiate(variants.files, seed));
  let other = variants.seed + 1;
  while (names(other) === names(variants.seed)) other++;
  return other;
}

type Texts = ReadonlyMap<string, string>;

/** What each placeholder stands for. Parameters that share a list never draw the same choice. */
function drawn(parameters: ReadonlyMap<string, Parameter>, seed: number): Texts {
  const taken: Row[] = [];
  const texts = new Map<string, string>();
  for (const [name, { rows }] of parameters) {
    const free = rows.filter((row) => !taken.includes(row));
    const { value } = draw(seedFor(seed, `variants ${name}`));
    const row = free[seed === AS_WRITTEN ? 0 : Math.floor(value * free.length)] ?? {};
    taken.push(row);
    for (const [column, text] of Object.entries(row)) texts.set(withColumn(name, column), text);
  }
  return texts;
}

/** In JSON only what stands between quotation marks is replaced, so that the authored file is JSON too. */
function fill(file: string, template: string, texts: Texts): string {
  const replace = (part: string, spell: (text: string) => string) =>
    part.replace(PLACEHOLDER, (placeholder, name: string) => spell(texts.get(name) ?? placeholder));
  if (!file.endsWith('.json')) return replace(template, (text) => text);
  return template.replace(JSON_STRING, (string) => replace(string, (text) => JSON.stringify(text).slice(1, -1)));
}

function unknownPlaceholders(templates: LessonFiles, texts: Texts): Fault[] {
  return Object.entries(templates).flatMap(([file, template]) =>
    [...template.matchAll(PLACEHOLDER)].flatMap(({ 0: placeholder, 1: name = '', index }): Fault[] => {
      if (texts.has(name)) return [];
      const line = template.slice(0, index).split('\n').length;
      return [{ file, field: `line ${line}`, message: `${VARIANTS} has nothing for ${placeholder}.` }];
    }),
  );
}

function unusedTexts(templates: LessonFiles, texts: Texts): Fault[] {
  const used = Object.values(templates).join('\n');
  return [...texts.keys()]
    .filter((name) => !used.includes(`{{${name}}}`))
    .map((name) => ({ file: VARIANTS, field: name, message: `No file of the lesson says {{${name}}}.` }));
}
