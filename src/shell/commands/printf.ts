import { encodeUtf8, type Bytes } from '../../engine/kernel/bytes';
import { unescape } from '../escapes';
import { program } from '../types';

interface Output {
  bytes: Bytes;
  /** What to complain of, and after how many octets: what is printed shows with its line end, a complaint at once. */
  errors: { after: number; text: string }[];
  stop: boolean;
}

const DIRECTIVE = /%(?:%|([-0 +#]*)(\d{0,3})(?:\.(\d{0,3}))?([a-zA-Z]?))/g;

export const printf = program<null>({
  name: 'printf',
  group: 'text',
  summary: 'print exactly these octets: \\r \\n \\xHH, %s',
  manual: `NAME
    printf - print exactly what the format says

SYNOPSIS
    printf FORMAT [WORD...]

DESCRIPTION
    No line end is added. In FORMAT \\r is CR, \\n LF, \\t tab, \\xHH and
    \\OOO an octet. %s is the next WORD, %b the same with its escapes
    replaced, %d a number, %c its first character, %% a percent sign. FORMAT
    is used again while words are left.

EXAMPLES
    printf 'EHLO ws1.campus.example\\r\\nQUIT\\r\\n' | nc mx1.campus.example 25
    printf '\\0you\\0secret' | base64
    printf '%s\\r\\n' 'NOOP' 'QUIT'
`,
  start(args, _stdin, system) {
    const [format, ...words] = args[0] === '--' ? args.slice(1) : args;
    if (format === undefined) {
      system.complain('printf: usage: printf format [arguments]\n');
      system.exit(2);
      return null;
    }
    const output: Output = { bytes: '', errors: [], stop: false };
    let rest = words;
    do {
      const left = apply(format, rest, output);
      if (left.length === rest.length) break;
      rest = left;
    } while (rest.length > 0 && !output.stop);
    let shown = 0;
    for (const { after, text } of output.errors) {
      system.printBytes(output.bytes.slice(shown, after));
      system.complain(`bash: printf: ${text}\n`);
      shown = after;
    }
    system.printBytes(output.bytes.slice(shown));
    system.exit(output.errors.length > 0 ? 1 : 0);
    return null;
  },
});

/** Prints the format once; returns the words it did not use. */
function apply(format: string, words: string[], output: Output): string[] {
  let rest = words;
  let at = 0;
  for (const match of format.matchAll(DIRECTIVE)) {
    literal(format.slice(at, match.index), output);
    at = match.index + match[0].length;
    const [whole, flags = '', width = '', precision, conversion = ''] = match;
    if (output.stop) return [];
    if (whole === '%%') {
      output.bytes += '%';
      continue;
    }
    if (!'sbcdiuxXo'.includes(conversion) || conversion === '') {
      complain(output, conversion === '' ? `\`${whole}': missing format character` : `\`${conversion}': invalid format character`);
      output.stop = true;
      return [];
    }
    output.bytes += padded(converted(conversion, precision, rest[0], output), flags, Number(width), 'diuxXo'.includes(conversion));
    rest = rest.slice(1);
  }
  literal(format.slice(at), output);
  return rest;
}

function complain({ bytes, errors }: Output, text: string): void {
  errors.push({ after: bytes.lastIndexOf('\n') + 1, text });
}

function literal(text: string, output: Output): void {
  if (output.stop) return;
  const { bytes, stop } = unescape(text);
  output.bytes += bytes;
  output.stop = stop;
}

function converted(conversion: string, precision: string | undefined, word: string | undefined, output: Output): Bytes {
  if (conversion === 's') return encodeUtf8(word ?? '').slice(0, precision === undefined ? undefined : Number(precision));
  if (conversion === 'c') return encodeUtf8(Array.from(word ?? '')[0] ?? '');
  if (conversion === 'b') {
    const { bytes, stop } = unescape(word ?? '');
    output.stop ||= stop;
    return bytes;
  }
  const value = Number(word === undefined || word === '' ? 0 : /^0[0-7]+$/.test(word) ? parseInt(word, 8) : word);
  if (!Number.isSafeInteger(value)) complain(output, `${word}: invalid number`);
  const number = Number.isSafeInteger(value) ? value : 0;
  const text = number.toString(conversion === 'o' ? 8 : conversion === 'x' || conversion === 'X' ? 16 : 10);
  return conversion === 'X' ? text.toUpperCase() : text;
}

function padded(bytes: Bytes, flags: string, width: number, isNumber: boolean): Bytes {
  if (flags.includes('-')) return bytes.padEnd(width);
  return bytes.padStart(width, isNumber && flags.includes('0') ? '0' : ' ');
}
