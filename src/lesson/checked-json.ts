// A JSON file of a lesson folder against its schema. What is wrong becomes faults with a path and a sentence.
// `$schema` at the top is for the author's editor and counts as not written.

import * as v from 'valibot';
import type { Fault, LessonFiles } from './types';

/** The data in a file that must be there, or null; then `faults` has grown. */
export function checkedJson<const Schema extends v.GenericSchema>(
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
    data = parseJsonFile(text);
  } catch {
    faults.push({ file, field: 'all of it', message: 'This is not JSON; perhaps a comma, a bracket or a quotation mark is missing.' });
    return null;
  }
  const result = v.safeParse(schema, data);
  if (result.success) return result.output;
  faults.push(...result.issues.map((issue) => ({ file, field: pathOf(issue), message: sentence(issue) })));
  return null;
}

/** What a JSON text says, without `$schema`. Throws a SyntaxError if it is not JSON. */
export function parseJsonFile(text: string): unknown {
  const data = JSON.parse(text) as unknown;
  if (typeof data !== 'object' || data === null || !('$schema' in data)) return data;
  const { $schema: _, ...rest } = data;
  return rest;
}

/** The fault of a file that is not there. */
export const missing = (file: string): Fault => ({ file, field: 'file', message: 'This file is missing.' });

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
