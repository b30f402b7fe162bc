// The JSON schemas for editors: as made, and as strict as the loader in what a schema can say.

import { Ajv } from 'ajv';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lessonSchemas } from '../../src/build/lesson-schemas';
import { findFolders } from '../../src/cli/read-lesson';
import { brokenLessons, edited, goodLesson } from '../lesson/broken';

const FOLDER = 'public/schema';
const files = ['world.json', 'steps.json', 'variants.json'];
const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true });
const validate = new Map(
  files.map((file) => [file, ajv.compile(JSON.parse(readFileSync(`${FOLDER}/${schemaOf(file)}`, 'utf8')) as object)]),
);

function schemaOf(file: string): string {
  return file.replace('.json', '.schema.json');
}

/** Where a file is not as its schema says. */
function faults(file: string, text: string | undefined): string[] {
  const check = validate.get(file)!;
  if (text === undefined || check(JSON.parse(text))) return [];
  return (check.errors ?? []).map(({ instancePath, message }) => `${file}${instancePath}: ${message}`);
}

describe('public/schema', () => {
  it('is what lesson-schemas.ts makes; if not, `npm run schemas` writes it anew', () => {
    const written = readdirSync(FOLDER).map((name) => [name, readFileSync(`${FOLDER}/${name}`, 'utf8')]);
    expect(Object.fromEntries(written)).toEqual(lessonSchemas());
  });

  it.each(findFolders([]))('$name is right by it, and says so to editors', ({ files: lesson }) => {
    for (const file of files) {
      expect(faults(file, lesson[file])).toEqual([]);
      const named = /"\$schema": "([^"]*)"/.exec(lesson[file] ?? '')?.[1];
      expect(named).toBe(lesson[file] === undefined ? undefined : `../../${FOLDER}/${schemaOf(file)}`);
    }
  });

  it('takes the sound lesson, whose steps are a list alone', () => {
    for (const file of files) expect(faults(file, goodLesson()[file])).toEqual([]);
  });

  it.each([
    ['missing-field.json', 'world.json/networks/lab: must have required property'],
    ['unknown-field.json', 'must NOT have additional properties'],
    ['wrong-type.json', 'must be'],
    ['no-goal-word.json', 'steps.json'],
    ['no-such-panel.json', 'must match a schema in anyOf'],
    ['bad-step-id.json', 'must match pattern'],
    ['variant-no-choice.json', 'variants.json'],
    ['variant-two-lines.json', 'must match pattern'],
  ])('refuses %s', (name, message) => {
    const broken = brokenLessons().find((each) => each.name === name)!;
    const lesson = edited(goodLesson(), broken.edits);
    expect(files.flatMap((file) => faults(file, lesson[file])).join('\n')).toContain(message);
  });
});
