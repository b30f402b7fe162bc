import { encodeUtf8 } from '../../engine/kernel/bytes';
import { filterProgram, linesOf } from '../filter';

export const grep = filterProgram({
  name: 'grep',
  summary: 'print the lines that match',
  manual: `NAME
    grep - print lines that match a pattern

SYNOPSIS
    grep [-cEFinv] PATTERN [FILE...]

DESCRIPTION
    -i  upper and lower case are the same
    -v  lines that do not match
    -c  only count the lines
    -n  with line numbers
    -F  PATTERN is plain text
    -E  extended patterns: + ? | ( ) need no backslash

EXAMPLES
    grep -i smtp /etc/services
    grep '^Received' /var/mail/you
`,
  options: 'cEFinv',
  leading: { count: 1, missing: "Usage: grep [OPTION]... PATTERNS [FILE]...\nTry 'man grep' for the options it has here.\n" },
  apply(inputs, options, [pattern = ''], system) {
    const matcher = matcherFor(pattern, options);
    if (!matcher) {
      system.complain('grep: Invalid regular expression\n');
      return 2;
    }
    let total = 0;
    for (const { name, bytes } of inputs) {
      const prefix = inputs.length > 1 ? `${name}:` : '';
      const found = linesOf(bytes)
        .map((line, i) => ({ text: line.replace(/\n$/, ''), number: i + 1 }))
        .filter(({ text }) => matcher.test(text) !== 'v' in options);
      total += found.length;
      if ('c' in options) system.print(`${prefix}${found.length}\n`);
      else for (const { text, number } of found) system.printBytes(`${encodeUtf8(prefix)}${'n' in options ? `${number}:` : ''}${text}\n`);
    }
    return total > 0 ? 0 : 1;
  },
});

function matcherFor(pattern: string, options: Record<string, string>): RegExp | null {
  const octets = encodeUtf8(pattern);
  const source = 'F' in options ? octets.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&') : 'E' in options ? octets : fromBasic(octets);
  try {
    return new RegExp(source, 'i' in options ? 'i' : '');
  } catch {
    return null;
  }
}

/** In a basic regular expression `+ ? | ( ) { }` are plain, and mean something with a backslash. */
function fromBasic(pattern: string): string {
  return pattern.replaceAll(/\[\^?\]?[^\]]*\]|\\?[+?|(){}]|\\./g, (part) => {
    if (part.startsWith('[')) return part.replaceAll('\\', '\\\\');
    if (/^[+?|(){}]$/.test(part)) return `\\${part}`;
    return /^\\[+?|(){}]$/.test(part) ? part.slice(1) : part;
  });
}
