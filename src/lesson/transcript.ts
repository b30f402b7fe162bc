// transcript.txt: a conversation to be read, not played by the learner. The first line is the command that
// opened it; then `C:` is what the client sent, `S:` what the server answered, a line each.

import type { Fault, Transcript, TranscriptLine } from './types';

export const TRANSCRIPT = 'transcript.txt';

const SIDES = { C: 'client', S: 'server' } as const;

/** The transcript of a lesson, or null without the file. What is wrong with it is added to `faults`. */
export function readTranscript(text: string | undefined, faults: Fault[]): Transcript | null {
  if (text === undefined) return null;
  const [command = '', ...rest] = text.replace(/\n$/, '').split('\n');
  const report = (line: number, message: string) => void faults.push({ file: TRANSCRIPT, field: `line ${line}`, message });
  if (command.trim() === '' || /^[CS]:/.test(command)) report(1, 'The first line is the command that opens the conversation.');
  const lines = rest.flatMap((line, i): TranscriptLine[] => {
    const [, side, words = ''] = /^([CS]):(?: (.*))?$/.exec(line) ?? [];
    if (side !== 'C' && side !== 'S') {
      report(i + 2, 'A line begins with "C:" or "S:".');
      return [];
    }
    return [{ side: SIDES[side], text: words }];
  });
  return { command, lines };
}
