// Scripts: what to type, a line each. solution.txt is one script; also.txt and miss.txt hold several,
// separated by lines of three hyphens. An empty line is typed too: it is the Enter between a letter's
// header and its body.
//
//   text            typed, then Enter
//   @keys NOOP\x08  keys as they are, JavaScript escapes, no Enter
//   @sleep 30m      virtual time passes (s, m, h)
//   @predict STEP OPTION
//   @answer STEP ITEM VALUE
//   @terminal NAME  goes to another terminal
//   @schedule STEP 20m 1.5 4h 5d  a schedule of tries is tried out: first gap, factor, longest gap, lifetime
//   @zone APEX: LINE => LINE  one record of a zone is changed; without the first line added, without the second taken away
//   ✓ step          that step must be done by now, and not before the line above
//   # note          not typed
//   \@  \#  \✓  \---  such a beginning, typed as it is

import { scheduleFault } from './schedule';
import type { Fault, ScriptLine } from './types';

const DURATION = /^(\d+)(s|m|h|d)$/;
const MILLISECONDS: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const SEPARATOR = '---';
const ESCAPED = /^\\(?=\\*(?:@|✓|#(?: |$)|---$))/;

/** One script. Faults name the line. */
export function parseScript(file: string, text: string): { script: ScriptLine[]; faults: Fault[] } {
  return parseLines(file, splitLines(text), 1);
}

/** The scripts of also.txt or miss.txt. An empty file holds none. */
export function parseScripts(file: string, text: string): { scripts: ScriptLine[][]; faults: Fault[] } {
  const lines = splitLines(text);
  const scripts: ScriptLine[][] = [];
  const faults: Fault[] = [];
  if (lines.length === 0) return { scripts, faults };
  let from = 0;
  for (let i = 0; i <= lines.length; i++) {
    if (i < lines.length && lines[i] !== SEPARATOR) continue;
    const parsed = parseLines(file, lines.slice(from, i), from + 1);
    scripts.push(parsed.script);
    faults.push(...parsed.faults);
    from = i + 1;
  }
  return { scripts, faults };
}

function splitLines(text: string): string[] {
  const lines = text.replace(/\r\n/g, '\n').split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function parseLines(file: string, lines: readonly string[], first: number): { script: ScriptLine[]; faults: Fault[] } {
  const script: ScriptLine[] = [];
  const faults: Fault[] = [];
  lines.forEach((line, i) => {
    if (line === '#' || line.startsWith('# ')) return;
    const parsed = parseLine(line);
    if (typeof parsed === 'string') faults.push({ file, field: `line ${first + i}`, message: parsed });
    else script.push(parsed);
  });
  return { script, faults };
}

/** One line, or a sentence about what is wrong with it. */
function parseLine(line: string): ScriptLine | string {
  if (line.startsWith('✓')) {
    const step = line.slice(1).trim();
    return step === '' ? 'A tick needs the id of a step: ✓ step.' : { type: 'ticks', step };
  }
  if (!line.startsWith('@')) return { type: 'line', text: line.replace(ESCAPED, '') };
  const [, name = '', argument = ''] = /^@(\S*)[ ]?(.*)$/.exec(line) ?? [];
  const read = Object.hasOwn(DIRECTIVES, name) ? DIRECTIVES[name] : undefined;
  if (!read)
    return `There is no directive @${name}; there are @sleep, @keys, @predict, @answer, @terminal, @zone and @schedule. To type a line that begins with @, write \\@.`;
  return read(argument);
}

const DIRECTIVES: Record<string, (argument: string) => ScriptLine | string> = {
  sleep(argument) {
    const milliseconds = duration(argument.trim());
    if (Number.isNaN(milliseconds)) return `@sleep takes a number and s, m, h or d, such as 30m; this says "${argument}".`;
    return { type: 'sleep', milliseconds };
  },
  keys(argument) {
    const keys = unescapeKeys(argument);
    if (keys === null) return `@keys has an escape that JavaScript does not know, or nothing at all: "${argument}".`;
    return { type: 'keys', keys };
  },
  predict(argument) {
    const [step, option, ...more] = argument.trim().split(/\s+/);
    if (!step || !option || more.length > 0) return `@predict takes a step and an option; this says "${argument}".`;
    return { type: 'predict', step, option };
  },
  answer(argument) {
    const [step, item, value, ...more] = argument.trim().split(/\s+/);
    if (!step || !item || !value || more.length > 0) return `@answer takes a step, an item and a value; this says "${argument}".`;
    return { type: 'answer', step, item, value };
  },
  terminal(argument) {
    const name = argument.trim();
    return /^\S+$/.test(name) ? { type: 'terminal', name } : `@terminal takes one name; this says "${argument}".`;
  },
  schedule(argument) {
    const [step = '', first = '', factor = '', longest = '', lifetime = '', ...more] = argument.trim().split(/\s+/);
    const chosen = { first: duration(first), factor: Number(factor), longest: duration(longest), lifetime: duration(lifetime) };
    if (lifetime === '' || more.length > 0 || scheduleFault(chosen) !== null)
      return `@schedule takes a step, the first gap, a factor, the longest gap and the lifetime, such as 20m 1.5 4h 5d; this says "${argument}".`;
    return { type: 'schedule', step, ...chosen };
  },
  zone(argument) {
    const [, apex, from = '', to = ''] = /^(\S+):(.*)=>(.*)$/.exec(argument) ?? [];
    if (apex === undefined || from.trim() + to.trim() === '') return `@zone takes APEX: LINE => LINE; this says "${argument}".`;
    return { type: 'zone', apex, from: from.trim(), to: to.trim() };
  },
};

/** Milliseconds of `30m`; not a number if it says something else. */
function duration(text: string): number {
  const [, amount = '', unit = ''] = DURATION.exec(text) ?? [];
  return amount === '' ? NaN : Number(amount) * (MILLISECONDS[unit] ?? NaN);
}

const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|([\s\S])|$)/g;
const PLAIN: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', 0: '\0' };

/** JavaScript string escapes; null where there is a broken one, or no key at all. */
function unescapeKeys(text: string): string | null {
  let broken = text === '';
  const keys = text.replace(ESCAPE, (_, hex?: string, four?: string, braces?: string, letter?: string) => {
    const digits = hex ?? four ?? braces;
    if (digits !== undefined) {
      const code = parseInt(digits, 16);
      broken ||= code > 0x10ffff;
      return code > 0x10ffff ? '' : String.fromCodePoint(code);
    }
    broken ||= letter === undefined || letter === 'x' || letter === 'u' || /[1-9]/.test(letter);
    return PLAIN[letter ?? ''] ?? letter ?? '';
  });
  return broken ? null : keys;
}
