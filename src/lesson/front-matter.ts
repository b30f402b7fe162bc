// Front matter: the lines between two `---` at the top of lesson.md. Of YAML only `key: text` and
// lists of `- text` are understood; nothing in a lesson needs more.

import type { Fault, Support } from './types';

export interface FrontMatter {
  title: string;
  summary: string;
  objectives: string[];
  support: Support;
  rfc: string[];
}

const SUPPORT: readonly string[] = ['worked', 'faded', 'goal'] satisfies Support[];
const TRANSLATED = ['title', 'summary', 'objectives'];
const UNTRANSLATED = ['support', 'rfc'];
const RFC = /^RFC \d{3,4}(, \d+(\.\d+)*)?$/;

/** Front matter and the text below it. A translation has only title, summary and objectives, and may lack any of them. */
export function readFrontMatter(file: string, text: string, translation: boolean): { front: FrontMatter; rest: string; faults: Fault[] } {
  const faults: Fault[] = [];
  const report = (field: string, message: string) => void faults.push({ file, field, message });
  const match = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(text);
  if (!match) report('front matter', 'The file begins with a line "---", then title, summary and the rest, then "---".');
  const fields = readFields(match?.[1] ?? '', report);
  const known = translation ? TRANSLATED : [...TRANSLATED, ...UNTRANSLATED];
  for (const key of Object.keys(fields)) {
    if (!known.includes(key)) report(key, `There is no field "${key}" here; there are ${known.join(', ')}.`);
  }
  const one = (key: string) => {
    const value = fields[key];
    if (translation && value === undefined) return '';
    if (match && (typeof value !== 'string' || value === '')) report(key, 'This field is missing or empty; it is one line of text.');
    return typeof value === 'string' ? value : '';
  };
  const many = (key: string) => {
    const value = fields[key];
    if (value !== undefined && !Array.isArray(value)) report(key, 'This field is a list, each member on a line of its own behind "- ".');
    return Array.isArray(value) ? value : [];
  };
  const support = translation ? 'worked' : one('support');
  if (support !== '' && !SUPPORT.includes(support)) report('support', `Support is ${SUPPORT.join(', ')}; this says "${support}".`);
  const [rfc, objectives] = [many('rfc'), many('objectives')];
  for (const [key, list] of Object.entries({ rfc, objectives }))
    if (new Set(list).size < list.length) report(key, 'One of these is there twice.');
  for (const entry of rfc)
    if (!RFC.test(entry)) report('rfc', `An entry is an RFC and a section, such as "RFC 5321, 4.1.1.8"; this says "${entry}".`);
  const front = { title: one('title'), summary: one('summary'), objectives, support: support as Support, rfc };
  return { front, rest: text.slice(match?.[0].length ?? 0), faults };
}

function readFields(text: string, report: (field: string, message: string) => void): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  let list: string[] | null = null;
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const [, member] = /^ *- +(.+)$/.exec(line) ?? [];
    const [, key, value = ''] = /^([a-z]+):\s*(.*)$/.exec(line) ?? [];
    if (member !== undefined && list) list.push(member.trim());
    else if (key !== undefined) {
      if (Object.hasOwn(fields, key)) report(key, 'This field is there twice.');
      list = value === '' ? [] : null;
      fields[key] = list ?? value.trim();
    } else report('front matter', `This line is neither "field: text" nor a member of a list: "${line}".`);
  }
  return fields;
}
