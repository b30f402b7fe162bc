// A zone as the text of a master file, for people to read and to edit. The words of its author stay as they are; only
// the blanks between them change, so that owners, types and data stand below each other.

import { parseTtl, recordType } from './rdata';
import { DEFAULT_TTL, parseZone } from './zone';

interface Columns {
  owner: string;
  /** TTL and class, where they are written. */
  between: string;
  type: string;
  data: string;
}

/** Characters of a zone's text at most. */
export const LONGEST_ZONE = 20_000;

/** The text of a zone from its lines, with the origin, and the TTL if it is the same for all that state none. `apex` with or without final dot. */
export function zoneText(apex: string, lines: readonly string[]): string {
  const rows = lines.map((line) => columnsOf(line) ?? line);
  const width = (column: keyof Columns) => Math.max(0, ...rows.map((row) => (typeof row === 'string' ? 0 : row[column].length)));
  const [owner, between, type] = [width('owner') + 2, width('between'), width('type') + 1];
  const aligned = rows.map((row) => {
    if (typeof row === 'string') return row;
    return `${row.owner.padEnd(owner)}${between === 0 ? '' : row.between.padEnd(between + 1)}${row.type.padEnd(type)} ${row.data}`;
  });
  const says = (directive: string) => lines.some((line) => line.toUpperCase().startsWith(directive));
  const origin = says('$ORIGIN') ? [] : [`$ORIGIN ${apex.replace(/\.?$/, '.')}`];
  // Where a record states a TTL, those below it that state none have it too, unless there is a $TTL.
  const ttl = says('$TTL') || !isSame(apex, lines, [`$TTL ${DEFAULT_TTL}`, ...lines]) ? [] : [`$TTL ${DEFAULT_TTL}`];
  return [...origin, ...ttl, ...aligned, ''].join('\n');
}

function isSame(apex: string, lines: readonly string[], others: readonly string[]): boolean {
  const [a, b] = [lines, others].map((each) => JSON.stringify(parseZone(apex, [...each]).zone.records));
  return a === b;
}

/** A text's lines, whatever ends them. */
export function zoneLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}

/** The parts of a record on one line; null for directives, comments, empty lines and what runs over several lines. */
function columnsOf(line: string): Columns | null {
  const [owner = '', ...words] = line.split(/[ \t]+/);
  if (/^[$;]/.test(line) || /[()]/.test(line)) return null;
  const at = words.findIndex((word) => parseTtl(word) === null && word.toUpperCase() !== 'IN');
  const type = words[at];
  if (type === undefined || recordType(type) === null) return null;
  const data = line.slice(owner.length).replace(new RegExp(`^(?:[ \\t]+\\S+){${at + 1}}[ \\t]+`), '');
  return { owner, between: words.slice(0, at).join(' '), type, data };
}
