// variants.json: parameters by name, and what may stand for each. The choices are texts, or rows of texts that go
// together; a text in place of the choices names the parameter above whose list this one shares.

import * as v from 'valibot';
import { checkedJson } from './checked-json';
import { foreignNames, isReservedName } from './reserved';
import { oneOf } from './schema-parts';
import type { Fault, LessonFiles } from './types';

export const VARIANTS = 'variants.json';

/** One choice: its texts by column. A plain text has one column, ''. */
export type Row = Record<string, string>;

export interface Parameter {
  /** Name of the parameter in whose list the choices stand. */
  list: string;
  rows: readonly Row[];
}

const Text = v.pipe(v.string(), v.regex(/^[^\p{Cc}]+$/u, 'A choice is one line of text.'));
const Name = v.pipe(
  v.string(),
  v.regex(/^[a-z][A-Za-z0-9]*$/, 'A name begins with a small letter and has only letters and digits, such as secondHost.'),
);
const Columns = v.pipe(
  v.record(Name, Text),
  v.check((row) => Object.keys(row).length > 0, 'This row is empty.'),
);
const Choice = oneOf([Text, Columns], (input) => (typeof input === 'object' ? Columns : Text));
const Choices = v.pipe(v.array(Choice), v.minLength(2, 'A parameter has at least two choices.'));
const Other = v.string('A parameter is a list of choices, or the name of the parameter whose list it shares.');
const Written = oneOf([Choices, Other], (input) => (Array.isArray(input) ? Choices : Other));
export const VariantsSchema = v.record(Name, Written);

type Report = (field: string, message: string) => void;

/** The parameters in the order of the file; none without the file. What is wrong is added to `faults`. */
export function readParameters(files: LessonFiles, faults: Fault[]): Map<string, Parameter> {
  const parameters = new Map<string, Parameter>();
  const report: Report = (field, message) => void faults.push({ file: VARIANTS, field, message });
  const written = files[VARIANTS] === undefined ? {} : checkedJson(VARIANTS, files, VariantsSchema, faults);
  for (const [name, value] of Object.entries(written ?? {})) {
    const parameter = typeof value === 'string' ? shared(value, parameters) : { list: name, rows: value.map(asRow) };
    if (typeof parameter === 'string') report(name, parameter);
    else parameters.set(name, parameter);
    if (typeof value !== 'string') checkRows(name, value.map(asRow), report);
  }
  return parameters;
}

const asRow = (choice: string | Row): Row => (typeof choice === 'string' ? { '': choice } : choice);

/** The parameter whose list one more is to share, or a sentence about why it cannot. */
function shared(list: string, parameters: ReadonlyMap<string, Parameter>): Parameter | string {
  const parameter = parameters.get(list);
  if (parameter?.list !== list) return `No parameter "${list}" with a list of its own stands above this one.`;
  const sharers = [...parameters.values()].filter((other) => other.list === list).length;
  return sharers < parameter.rows.length ? parameter : `The list of "${list}" has no choice left for one more parameter.`;
}

function checkRows(name: string, rows: readonly Row[], report: Report): void {
  const [first = {}] = rows;
  const seen: string[] = [];
  rows.forEach((row, i) => {
    const field = `${name}[${i}]`;
    if (form(row) !== form(first)) report(field, `The first choice is ${form(first)}, this one ${form(row)}.`);
    const texts = JSON.stringify(Object.entries(row).sort());
    if (seen.includes(texts)) report(field, 'This choice is there twice.');
    seen.push(texts);
    for (const [column, text] of Object.entries(row)) {
      for (const foreign of foreignChoice(text))
        report(
          withColumn(field, column),
          `${foreign} may belong to somebody; use a name below .example or .test, or a documentation address.`,
        );
    }
  });
}

/** `name` or `name.column` */
export const withColumn = (name: string, column: string) => (column === '' ? name : `${name}.${column}`);

const form = (row: Row) => (Object.hasOwn(row, '') ? 'one text' : `a row of ${Object.keys(row).sort().join(', ')}`);

/** In prose a name counts only below a known domain; a choice that is nothing but a name always does. */
function foreignChoice(text: string): string[] {
  const isName = /^([\w-]+\.)+[a-z][\w-]*\.?$/i.test(text);
  return isName && !isReservedName(text) ? [text] : foreignNames(text);
}
