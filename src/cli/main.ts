// The lab from the command line: joins run() to the process, and the bridge, which goes on.

import { readFileSync } from 'node:fs';
import { bridge } from './bridge-command';
import { complaintOf } from './fault';
import { run } from './run';

// A reader that has seen enough (head) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

const quiet = () => undefined;
/** One line that is written over; at the end it is gone. */
const counted = (played: number, all: number) => process.stderr.write(played < all ? `\r${played} of ${all}` : '\r\x1b[K');

const [command, ...rest] = process.argv.slice(2);
if (command === 'bridge') {
  try {
    await bridge(rest);
  } catch (error) {
    process.stderr.write(complaintOf(error));
    process.exitCode = 2;
  }
} else {
  const progress = process.stderr.isTTY ? counted : quiet;
  const { output, complaint, code } = run(process.argv.slice(2), () => readFileSync(0, 'utf8'), progress);
  process.stdout.write(output);
  process.stderr.write(complaint);
  process.exitCode = code;
}
