// A line on the wire, octet by octet, and what each octet is for. Rule: cells stand for what was there; where
// something is missing that a reader would look for (a CR, the dot that was taken away) stands a cell without octet.

import { decodeUtf8, LF, type Bytes } from '../../engine/kernel/bytes';
import { decodeBase64 } from '../../engine/mail/base64';
import { base64InCommand, base64InLetter, type Span } from './base64-parts';
import { telnetCommandAt } from './telnet-octets';

/**
 * text: a printable ASCII character, the blank too. cr, lf: a line end. bareLf: LF without CR. missingCr: the hole before it.
 * bareCr: CR without LF. stuffed: the dot that was put before a line of the letter. taken: the hole it leaves in the letter.
 * end: the dot that ends the letter. utf8: a character beyond ASCII. broken: above 0x7F, and no UTF-8. telnet: a word to
 * telnet. base64: four characters for three octets. changed: another octet than on the wire.
 */
export type Purpose =
  | 'text'
  | 'control'
  | 'cr'
  | 'lf'
  | 'bareLf'
  | 'missingCr'
  | 'bareCr'
  | 'stuffed'
  | 'taken'
  | 'end'
  | 'utf8'
  | 'broken'
  | 'telnet'
  | 'base64'
  | 'changed';

export interface Cell {
  /** 0 to 255; null for a hole. */
  octet: number | null;
  purpose: Purpose;
  /** Which of the octets that mean something together (from 0), and how many those are. */
  part: number;
  of: number;
  /** What they mean together: a character, the octets that base64 stands for, a telnet command; `''` for an octet that stands alone. Not yet safe to show. */
  together: string;
}

/** What a line is, as far as its octets are concerned. */
export type LineKind = 'command' | 'end' | 'reply' | 'letter' | 'encoded';

const CR_CODE = 13;
const LF_CODE = 10;

/** The cells of one line (with its line end, if it has come). `stuffed`: it begins with a dot that is taken away on arrival. */
export function cellsOf(line: Bytes, kind: LineKind, stuffed = false): Cell[] {
  const base64 = kind === 'letter' || kind === 'encoded' ? base64InLetter(line, kind === 'encoded') : base64InCommand(line);
  const cells: Cell[] = [];
  for (let at = 0; at < line.length;) {
    const found = groupAt(line, at, base64) ?? [alone(line, at, kind)];
    if (found[0]!.purpose === 'bareLf') cells.push(hole('missingCr'));
    cells.push(...found);
    at += found.length;
  }
  if (stuffed && cells[0]) cells[0] = { ...cells[0], purpose: 'stuffed' };
  return cells;
}

/** The same line in the letter: under each cell of the wire stands what is left of it. */
export function storedCells(wire: readonly Cell[], stored: Bytes): Cell[] {
  let at = 0;
  return wire.map((cell) => {
    if (cell.octet === null) return cell;
    if (cell.purpose === 'stuffed') return hole('taken');
    const octet = stored.charCodeAt(at++);
    return octet === cell.octet ? cell : { octet, purpose: 'changed', part: 0, of: 1, together: '' };
  });
}

/** Octets cut into lines, each with its line end; the last one may have none. */
export function linesOf(bytes: Bytes): Bytes[] {
  return bytes.split(/(?<=\n)/).filter((line) => line !== '');
}

/** Several octets that mean something together; undefined where the octet stands alone. */
function groupAt(line: Bytes, at: number, base64: readonly Span[]): Cell[] | undefined {
  const telnet = telnetCommandAt(line, at);
  if (telnet) return group(line.slice(at, at + telnet.length), 'telnet', telnet.name);
  const span = base64.find(({ from, to }) => at >= from && at < to);
  if (span) {
    const four = line.slice(at, Math.min(at + 4, span.to));
    return group(four, 'base64', decodeBase64(four).bytes);
  }
  if (line.charCodeAt(at) < 0x80) return undefined;
  const sequence = [2, 3, 4]
    .map((length) => line.slice(at, at + length))
    .find((part) => part.length > 1 && [...decodeUtf8(part)].length === 1 && !decodeUtf8(part).includes('\ufffd'));
  return sequence === undefined ? undefined : group(sequence, 'utf8', decodeUtf8(sequence));
}

function group(octets: Bytes, purpose: Purpose, together: string): Cell[] {
  return [...octets].map((octet, part) => ({ octet: octet.charCodeAt(0), purpose, part, of: octets.length, together }));
}

function alone(line: Bytes, at: number, kind: LineKind): Cell {
  return { octet: line.charCodeAt(at), purpose: purposeOf(line, at, kind), part: 0, of: 1, together: '' };
}

function purposeOf(line: Bytes, at: number, kind: LineKind): Purpose {
  const code = line.charCodeAt(at);
  if (code === LF_CODE) return line.charCodeAt(at - 1) === CR_CODE ? 'lf' : 'bareLf';
  // The CR of a line whose LF has not come may still be half of a line end.
  if (code === CR_CODE) return at === line.length - 1 || line[at + 1] === LF ? 'cr' : 'bareCr';
  if (kind === 'end' && line[at] === '.') return 'end';
  if (code >= 0x80) return 'broken';
  return code < 0x20 || code === 0x7f ? 'control' : 'text';
}

function hole(purpose: 'missingCr' | 'taken'): Cell {
  return { octet: null, purpose, part: 0, of: 1, together: '' };
}
