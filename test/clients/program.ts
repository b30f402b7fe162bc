// Another program, run to its end.

import { spawn } from 'node:child_process';

export interface Ended {
  code: number | null;
  /** What it wrote to standard output and to standard error. */
  output: string;
}

/** Runs a program, with `input` as its standard input. An Error if it takes longer than 20 seconds. */
export function run(program: string, args: readonly string[], input = ''): Promise<Ended> {
  const child = spawn(program, args, { timeout: 20_000 });
  let output = '';
  child.stdout.on('data', (text) => (output += String(text)));
  child.stderr.on('data', (text) => (output += String(text)));
  child.stdin.on('error', () => undefined); // it may not read all of it
  child.stdin.end(input, 'latin1');
  return new Promise((ended, failed) => {
    child.on('error', failed);
    child.on('close', (code, signal) => (signal ? failed(new Error(`${program} took too long: ${output}`)) : ended({ code, output })));
  });
}
