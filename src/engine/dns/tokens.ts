// Words of a master file (RFC 1035, 5.1). Blanks separate words, `"` holds a word with blanks together,
// `;` begins a comment, `(` and `)` let an entry run over several lines. Escapes stay as written:
// a name and a character string read them differently.

export interface Word {
  text: string;
  quoted: boolean;
}

/** One entry: its words, the line it begins on (from 1), and whether its first word is an owner name. */
export interface Entry {
  line: number;
  /** False if the line begins with a blank: the owner is the one before. */
  owned: boolean;
  words: Word[];
}

export interface LineFault {
  /** From 1. */
  line: number;
  message: string;
}

const WORD = /;.*|[ \t\r]+|[()]|"((?:\\.|[^"\\])*)(")?|(?:\\.|[^\s;()"\\])+|\\/y;

/** Cuts lines into entries. An entry with a quote or a parenthesis left open is a fault and is dropped. */
export function readEntries(lines: string[]): { entries: Entry[]; faults: LineFault[] } {
  const entries: Entry[] = [];
  const faults: LineFault[] = [];
  let entry: Entry | null = null;
  let depth = 0;
  for (const [i, line] of lines.entries()) {
    const current: Entry = entry ?? { line: i + 1, owned: !/^[ \t]/.test(line), words: [] };
    const read = readWords(line, depth);
    if (typeof read === 'string') {
      faults.push({ line: i + 1, message: read });
      [entry, depth] = [null, 0];
      continue;
    }
    current.words.push(...read.words);
    depth = read.depth;
    entry = depth > 0 ? current : null;
    if (depth === 0 && current.words.length > 0) entries.push(current);
  }
  if (entry) faults.push({ line: entry.line, message: 'a parenthesis that is opened here is never closed' });
  return { entries, faults };
}

/** The words of one line and the parentheses open after it; a sentence if the line is broken. */
function readWords(line: string, depthBefore: number): { words: Word[]; depth: number } | string {
  const words: Word[] = [];
  let depth = depthBefore;
  WORD.lastIndex = 0;
  while (WORD.lastIndex < line.length) {
    const match = WORD.exec(line);
    const text = match?.[0];
    if (match === null || text === undefined || text === '\\') return 'a character that cannot stand here';
    if (text === '(') depth++;
    else if (text === ')') depth--;
    else if (text.startsWith('"')) {
      if (match[2] === undefined) return 'a quotation mark is opened and never closed';
      words.push({ text: match[1] ?? '', quoted: true });
    } else if (!/^[;\s]/.test(text)) words.push({ text, quoted: false });
    if (depth < 0) return 'a parenthesis is closed that was never opened';
  }
  return { words, depth };
}
