import { decodeUtf8, type Bytes } from '../../engine/kernel/bytes';
import { filterProgram } from '../filter';

export const wc = filterProgram({
  name: 'wc',
  summary: 'count lines, words and octets',
  manual: `NAME
    wc - count lines, words and octets

SYNOPSIS
    wc [-clmw] [FILE...]

DESCRIPTION
    -l  line ends    -w  words    -m  characters    -c  octets
    Without options: lines, words and octets. SIZE in mail counts octets
    (RFC 1870).

EXAMPLES
    printf 'QUIT\\r\\n' | wc -c
`,
  options: 'clmw',
  apply(inputs, options, _leading, system) {
    const letters = ['l', 'w', 'm', 'c'].filter((letter) => (Object.keys(options).length === 0 ? letter !== 'm' : letter in options));
    const rows = inputs.map(({ name, bytes }) => ({ name, counts: letters.map((letter) => COUNT[letter]?.(bytes) ?? 0) }));
    if (rows.length > 1)
      rows.push({ name: 'total', counts: letters.map((_, i) => rows.reduce((sum, row) => sum + (row.counts[i] ?? 0), 0)) });
    const octets = inputs.reduce((sum, { bytes }) => sum + bytes.length, 0);
    // As GNU wc: one number alone has no column to keep; a file's size tells how wide a column may get.
    const width = letters.length === 1 && inputs.length === 1 ? 0 : inputs.some(({ name }) => name === '-') ? 7 : String(octets).length;
    for (const { name, counts } of rows) {
      system.print(`${counts.map((count) => String(count).padStart(width)).join(' ')}${name === '-' ? '' : ` ${name}`}\n`);
    }
    return 0;
  },
});

const COUNT: Record<string, (bytes: Bytes) => number> = {
  l: (bytes) => bytes.split('\n').length - 1,
  w: (bytes) => (bytes.match(/\S+/g) ?? []).length,
  m: (bytes) => Array.from(decodeUtf8(bytes)).length,
  c: (bytes) => bytes.length,
};
