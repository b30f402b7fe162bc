// Programs that do one thing at once and are done.

import type { Bytes } from '../engine/kernel/bytes';
import { program, type Program, type System } from './types';

type Small = Pick<Program, 'name' | 'group' | 'summary' | 'manual' | 'completes'> & {
  /** Does it; returns the exit status. */
  run(args: string[], system: System, stdin: Bytes | null): number;
};

export function smallProgram({ run, ...own }: Small): Program {
  return program<null>({
    ...own,
    start(args, stdin, system) {
      system.exit(run(args, system, stdin));
      return null;
    },
  });
}
