// An hour of work in the sandbox, made by a seed: two thousand inputs. In the terminal each key is one; in plain mode
// a line is, and then there is far more to show.

import { draw, seedFor } from '../../src/engine/kernel/random';
import { createLab, input, runUntil } from '../../src/lab/lab';
import type { Lab } from '../../src/lab/types';
import { AS_WRITTEN } from '../../src/lesson/variants';
import { lessonOnDisk } from '../browser/support/lessons';

export const INPUTS = 2_000;
const HOUR = 3_600_000;

const CONVERSATION = [
  'telnet mx1.campus.example 25',
  'EHLO ws1.campus.example',
  'MAIL FROM:you@campus.example',
  'MAIL FROM:<you@campus.example>',
  'RCPT TO:<ada@campus.example>',
  'DATA',
  'Subject: an hour',
  '',
  'A line of a letter.',
  '.',
  'QUIT',
];
const COMMANDS = [
  'dig partner.example MX',
  'host mx1.campus.example',
  'ls -l',
  'cat world.txt',
  'printf "NOOP\\r\\nQUIT\\r\\n" | nc mx1.campus.example 25',
];

/** The lab at the end of that hour. */
export function hourOfWork(by: 'key' | 'line'): Lab {
  const lab = createLab(lessonOnDisk('sandbox'), AS_WRITTEN);
  const terminal = lab.lesson.world.terminals[0]!.name;
  let random = seedFor(1, 'an hour of work');
  const chance = (limit: number) => {
    const drawn = draw(random);
    random = drawn.state;
    return drawn.value * limit;
  };
  const typed = function* () {
    for (;;) {
      for (const line of [...CONVERSATION, ...COMMANDS.filter(() => chance(1) < 0.5)])
        yield* by === 'key' ? [...line, '\r'] : [`${line}\r`];
    }
  };
  for (const keys of typed()) {
    const { inputs } = lab.recording;
    if (inputs.length === INPUTS) break;
    runUntil(lab, Math.round(lab.world.now + chance((2 * (HOUR - lab.world.now)) / (INPUTS - inputs.length))));
    input(lab, { type: 'keys', terminal, keys });
  }
  runUntil(lab, HOUR);
  return lab;
}
