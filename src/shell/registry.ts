// Every program a machine has. One line each: a new command is one new file and one line here.

import { telnet } from './commands/telnet';
import type { Program } from './types';

export const programs: readonly Program[] = [telnet];

const BY_NAME = new Map(programs.map((program) => [program.name, program]));

/** The program with this name; undefined if there is none. */
export function programNamed(name: string): Program | undefined {
  return BY_NAME.get(name);
}
