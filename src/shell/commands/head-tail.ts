import { filterProgram, linesOf, type Filter } from '../filter';
import type { System } from '../types';

const TEN = '10';

function part(name: 'head' | 'tail', which: string, cut: (lines: string[], count: number) => string[]): Filter {
  return {
    name,
    summary: `print the ${which} lines of a file`,
    manual: `NAME
    ${name} - print the ${which} lines

SYNOPSIS
    ${name} [-n COUNT] [FILE...]

DESCRIPTION
    Prints the ${which} COUNT lines of each file, ten without -n.

EXAMPLES
    ${name} -n 3 /etc/services
`,
    options: 'n:',
    apply(inputs, options, _leading, system) {
      const count = countOf(options);
      if (count === null) {
        system.complain(`${name}: invalid number of lines: ‘${options['n']}’\n`);
        return 1;
      }
      for (const [i, { name: file, bytes }] of inputs.entries()) {
        if (inputs.length > 1) heading(system, file === '-' ? 'standard input' : file, i);
        system.printBytes(cut(linesOf(bytes), count).join(''));
      }
      return 0;
    },
  };
}

function heading(system: System, file: string, index: number): void {
  system.print(`${index > 0 ? '\n' : ''}==> ${file} <==\n`);
}

function countOf(options: Record<string, string>): number | null {
  const text = options['n'] ?? TEN;
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

export const head = filterProgram(part('head', 'first', (lines, count) => lines.slice(0, count)));
export const tail = filterProgram(part('tail', 'last', (lines, count) => (count === 0 ? [] : lines.slice(-count))));
