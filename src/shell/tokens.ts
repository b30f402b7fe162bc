// Words and operators of a command line (POSIX shell, 2.3 Token Recognition).

import type { WordPart } from './types';

interface Place {
  /** As typed. */
  text: string;
  start: number;
  end: number;
}
export type Token = Place & ({ type: 'word'; parts: WordPart[] } | { type: 'operator' });

type Failure = { error: string };

/** Longest first: `||` is not two `|`. */
const OPERATOR = /^(?:&&|\|\||\|&|<<<|<<|<&|<>|<\(|>>|>&|>\||>\(|&>|;;|[|;&<>()])/;
const KNOWN = ['|', '||', '&&', ';', '<', '>', '>>'];

const REFUSED: Record<string, string> = {
  '&': 'running a command in the background (&)',
  '<<': 'a here-document (<<)',
  '<<<': 'a here-string (<<<)',
  '(': 'a subshell (...)',
  ')': 'a subshell (...)',
  ';;': 'case',
  '$(': 'command substitution $(...)',
  '`': 'command substitution `...`',
  "$'": "quoting with $'...'; printf knows \\r and \\n",
};

const refused = (what: string): Failure => ({
  error: `bash: ${REFUSED[what] ?? `the operator ${what}`} is not available here; see 'man bash'`,
});

/** The tokens of a line, comments left out; or what bash would complain. */
export function tokens(line: string): { tokens: Token[] } | Failure {
  const found: Token[] = [];
  let at = 0;
  for (;;) {
    while (/\s/.test(line.charAt(at))) at++;
    if (at >= line.length || line.charAt(at) === '#') return { tokens: found };
    const operator = OPERATOR.exec(line.slice(at))?.[0];
    if (operator !== undefined) {
      if (!KNOWN.includes(operator)) return refused(operator);
      found.push({ type: 'operator', text: operator, start: at, end: at + operator.length });
      at += operator.length;
      continue;
    }
    const word = readWord(line, at);
    if ('error' in word) return word;
    const text = line.slice(at, word.end);
    const next = line.charAt(word.end);
    if (/^\d+$/.test(text) && (next === '<' || next === '>')) return refused(`${text}${next}`);
    found.push({ type: 'word', parts: word.parts, text, start: at, end: word.end });
    at = word.end;
  }
}

function readWord(line: string, start: number): { parts: WordPart[]; end: number } | Failure {
  const parts: WordPart[] = [];
  let at = start;
  while (at < line.length && !/[\s|&;<>()]/.test(line.charAt(at))) {
    const character = line.charAt(at);
    if (character === "'") {
      const end = line.indexOf("'", at + 1);
      if (end < 0) return unterminated("'");
      parts.push({ text: line.slice(at + 1, end), quoted: true });
      at = end + 1;
    } else if (character === '"') {
      const quoted = readDoubleQuotes(line, at + 1);
      if ('error' in quoted) return quoted;
      parts.push(...quoted.parts);
      at = quoted.end;
    } else if (character === '\\') {
      parts.push({ text: line.charAt(at + 1), quoted: true });
      at += 2;
    } else {
      const piece = readPiece(line, at, false);
      if ('error' in piece) return piece;
      parts.push(piece.part);
      at = piece.end;
    }
  }
  return { parts, end: Math.min(at, line.length) };
}

function readDoubleQuotes(line: string, start: number): { parts: WordPart[]; end: number } | Failure {
  // An empty part keeps "" as a word of its own.
  const parts: WordPart[] = [{ text: '', quoted: true }];
  let at = start;
  while (line.charAt(at) !== '"') {
    if (at >= line.length) return unterminated('"');
    if (line.charAt(at) === '\\' && /[$`"\\]/.test(line.charAt(at + 1))) {
      parts.push({ text: line.charAt(at + 1), quoted: true });
      at += 2;
    } else {
      const piece = readPiece(line, at, true);
      if ('error' in piece) return piece;
      parts.push(piece.part);
      at = piece.end;
    }
  }
  return { parts, end: at + 1 };
}

/** A variable, or a run of ordinary characters. */
function readPiece(line: string, at: number, quoted: boolean): { part: WordPart; end: number } | Failure {
  const character = line.charAt(at);
  const rest = line.slice(at);
  if (character === '`' || rest.startsWith('$(')) return refused(character === '`' ? '`' : '$(');
  if (!quoted && rest.startsWith("$'")) return refused("$'");
  const variable = /^\$(?:([A-Za-z_]\w*|[\d?$!#@*-])|\{([A-Za-z_]\w*|\?)\})/.exec(rest);
  if (variable) return { part: { variable: variable[1] ?? variable[2] ?? '', quoted }, end: at + variable[0].length };
  const plain = (quoted ? /^.[^"\\$`]*/su : /^.[^\s|&;<>()'"\\$`]*/su).exec(rest)?.[0] ?? character;
  return { part: { text: plain, quoted }, end: at + plain.length };
}

function unterminated(quote: string): Failure {
  return { error: `bash: unexpected EOF while looking for matching \`${quote}'\nbash: syntax error: unexpected end of file` };
}
