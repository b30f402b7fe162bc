// Programs that read files, or their standard input, or what is typed until ^D, and print something.

import { encodeUtf8, type Bytes } from '../engine/kernel/bytes';
import { optionFault, readOptions } from './options';
import { program, type Program, type System } from './types';

export interface Input {
  /** `-` for standard input. */
  name: string;
  bytes: Bytes;
}

export interface Filter extends Pick<Program, 'name' | 'summary' | 'manual'> {
  /** Option letters, as getopt takes them. */
  options: string;
  /** How many words stand before the files, and what to say when they are missing. */
  leading?: { count: number; missing: string };
  /** Prints what it has to; returns the exit status. */
  apply(inputs: Input[], options: Record<string, string>, leading: string[], system: System): number;
  /** True if typed lines are dealt with one by one. */
  live?: boolean;
}

interface Memory {
  options: Record<string, string>;
  leading: string[];
  files: string[];
  typed: Bytes;
}

export function filterProgram(own: Filter): Program {
  function finish(memory: Memory, input: Bytes, system: System): Memory {
    const inputs: Input[] = [];
    let failed = false;
    for (const name of memory.files) {
      const file = name === '-' ? { bytes: input } : system.readFile(name);
      if ('bytes' in file) inputs.push({ name, bytes: file.bytes });
      else system.complain(`${own.name}: ${name}: ${file.error}\n`);
      failed ||= 'error' in file;
    }
    const status = inputs.length === 0 && failed ? 0 : own.apply(inputs, memory.options, memory.leading, system);
    system.exit(failed ? Math.max(status, own.name === 'grep' ? 2 : 1) : status);
    return memory;
  }

  return program<Memory>({
    name: own.name,
    group: 'text',
    summary: own.summary,
    manual: own.manual,
    completes: 'files',

    start(args, stdin, system) {
      const { given, words, fault } = readOptions(args, own.options);
      const count = own.leading?.count ?? 0;
      const files = words.slice(count);
      const memory = { options: given, leading: words.slice(0, count), files: files.length === 0 ? ['-'] : files, typed: '' };
      if (fault || words.length < count) {
        system.complain(fault ? optionFault(own.name, fault, true) : (own.leading?.missing ?? ''));
        system.exit(own.name === 'grep' ? 2 : 1);
        return memory;
      }
      return stdin === null && memory.files.includes('-') ? memory : finish(memory, stdin ?? '', system);
    },

    reading: () => 'lines',

    line(memory, line, system) {
      const bytes = `${encodeUtf8(line)}\n`;
      if (!own.live) return { ...memory, typed: memory.typed + bytes };
      own.apply([{ name: '-', bytes }], memory.options, memory.leading, system);
      return memory;
    },

    endOfInput: (memory, system) => finish(memory, memory.typed, system),
  });
}

/** Lines of a file, each with its LF; the last one may lack it. */
export function linesOf(bytes: Bytes): Bytes[] {
  return bytes.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
