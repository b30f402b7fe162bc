// What a command line does. Exit code 0: done; 1: a lesson has faults; 2: the command cannot be done.

import { parseArgs } from 'node:util';
import { parsedArguments } from './arguments';
import { check, type Progress } from './check';
import { complaintOf, UserFault } from './fault';
import { play } from './play';

export interface Outcome {
  /** For standard output. */
  output: string;
  /** For standard error: one sentence, or nothing. */
  complaint: string;
  code: 0 | 1 | 2;
}

const USAGE = `Usage:
  npm run --silent sim -- play LESSON|DIR|sandbox [--seed N] [--script FILE] [--json] [--trace FILE] [--recording FILE] [--pcap FILE]
      types each line of the script (standard input without --script) and prints what the terminal shows
  npm run --silent sim -- check [DIR...] [--seeds A..B]
      plays lessons and prints their faults; with --seeds once for each seed, and each counts in the last line
  npm run --silent sim -- bridge LESSON|DIR|sandbox [--port-base 20000] [--speed N]
      opens the lesson's servers on ports of 127.0.0.1, for real programs, and prints which as one line of JSON;
      SIGINT and SIGTERM end it, SIGHUP starts its world afresh; N virtual seconds pass in one

A script line is typed, Enter is pressed, and the world runs until nothing is due within 60 virtual seconds.
  @sleep 30m            virtual time passes (s, m, h)
  @keys TEXT            keys as they are, JavaScript escapes, no Enter
  @predict STEP OPTION  answers a prediction
  @answer STEP ITEM VALUE
                        answers a task
  @terminal NAME        goes to another terminal
A line that begins with "# " is a note and one with "✓" a tick; neither is typed. \\@, \\# and \\✓ type such a beginning.
--trace writes every event as JSON, one a line; --recording writes what was typed and when, from which all of it follows;
--pcap writes what was on the wires, for Wireshark.
`;

/** Does what the arguments say. `input` reads standard input; `progress` is told how far a check has come. */
export function run(args: string[], input: () => string, progress: Progress): Outcome {
  try {
    return { complaint: '', ...obey(args, input, progress) };
  } catch (error) {
    return { output: '', complaint: complaintOf(error), code: 2 };
  }
}

function obey([command, ...rest]: string[], input: () => string, progress: Progress): Pick<Outcome, 'output' | 'code'> {
  switch (command) {
    case 'play':
      return { output: play(playOptions(rest), input), code: 0 };
    case 'check': {
      const options = { seeds: { type: 'string' } } as const;
      const { values, positionals } = parsedArguments(() => parseArgs({ args: rest, allowPositionals: true, options }));
      const { text, sound } = check({ paths: positionals, ...values }, progress);
      return { output: text, code: sound ? 0 : 1 };
    }
    case 'help':
    case '--help':
      return { output: USAGE, code: 0 };
    case undefined:
      throw new UserFault('Say play, check or bridge; --help says more.');
    default:
      throw new UserFault(`There is no command "${command}"; there are play, check and bridge.`);
  }
}

function playOptions(args: string[]) {
  const text = { type: 'string' } as const;
  const options = { seed: text, script: text, json: { type: 'boolean' }, trace: text, recording: text, pcap: text } as const;
  const { values, positionals } = parsedArguments(() => parseArgs({ args, allowPositionals: true, options }));
  const [lesson, ...more] = positionals;
  if (lesson === undefined || more.length > 0) throw new UserFault('Say which lesson to play, and only one: a slug, a folder, or sandbox.');
  const { seed = '1', json = false, ...files } = values;
  if (!/^\d{1,9}$/.test(seed)) throw new UserFault(`A seed is a whole number of at most nine digits; "${seed}" is not.`);
  return { lesson, seed: Number(seed), json, ...files };
}
