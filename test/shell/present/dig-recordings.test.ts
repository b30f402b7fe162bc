// Every recording of dig against BIND, whole, in the words of dig: typed at a terminal of a world whose name server
// holds the recorded zones. Masked: identifier, times, the order of
// records within a section. Chosen difference: no COOKIE option, so 28 octets less.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Console } from '../../support/console';
import { referenceWorld } from '../../engine/dns/reference';

const FOLDER = new URL('../../transcripts/dns/', import.meta.url);
const COOKIE_OCTETS = 28;
/** Where the recorded server listened, and where ours does. */
const [RECORDED, OURS] = ['127.0.0.1', '192.0.2.53'];

interface Recording {
  /** The words after server and port. */
  asked: string;
  text: string;
}

function recordings(file: string): Recording[] {
  const found: Recording[] = [];
  for (const line of readFileSync(new URL(file, FOLDER), 'utf8').split('\n')) {
    if (line.startsWith('DIG: ')) found.push({ asked: line.slice(5), text: '' });
    else if (line.startsWith('S:')) found.at(-1)!.text += `${line.slice(3)}\n`;
  }
  return found;
}

function simulated(asked: string): string {
  const terminal = new Console(referenceWorld(), 'ws1.campus.example', 'you');
  const before = terminal.world.trace.length;
  terminal.keys(`dig @${OURS} -p 10053 ${asked}\r`).wait(20_000);
  const printed = terminal.world.trace
    .slice(before)
    .flatMap((event) => (event.type === 'terminal.print' && event.tone !== 'prompt' ? event.text : []));
  return printed.join('');
}

function masked(text: string, lessOctets: number): string[] {
  const lines = text
    .replace(/, id: \d+/, ', id: N')
    .replace(/Query time: \d+ msec/, 'Query time: N msec')
    .replace(/WHEN: \w{3} \w{3} \d\d \d\d:\d\d:\d\d UTC \d{4}/, 'WHEN: T')
    .replace(/; COOKIE: .*\n/, '')
    .replace(/(rcvd:|bytes) (\d+)/, (_, label, octets) => `${label} ${Number(octets) - lessOctets}`)
    .split('\n');
  return inOrder(lines);
}

/** Sorts each run of record lines. */
function inOrder(lines: string[]): string[] {
  const runs: string[][] = [[]];
  let wasRecord = false;
  for (const line of lines) {
    const isRecord = /^[^;\s]/.test(line);
    if (isRecord !== wasRecord) runs.push([]);
    runs.at(-1)!.push(line);
    wasRecord = isRecord;
  }
  return runs.flatMap((run) => (/^[^;\s]/.test(run[0] ?? '') ? run.sort() : run));
}

describe('dig prints what the real one printed', () => {
  const files = readdirSync(FOLDER);

  it('has the recordings', () => {
    expect(files.length).toBe(28);
  });

  for (const file of files) {
    for (const { asked, text } of recordings(file)) {
      it(`${file}: dig ${asked}`, () => {
        expect(masked(simulated(asked), 0)).toEqual(masked(text.replaceAll(RECORDED, OURS), COOKIE_OCTETS));
      });
    }
  }
});
