// Every recording of dig against BIND, whole, in the words of dig. Masked: identifier, times, the order of
// records within a section. Chosen difference: no COOKIE option, so 28 octets less.
//
// Not among the recordings: a zone transfer, class CHAOS and +multiline, which this dig refuses.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answer } from '../../../src/engine/dns/lookup';
import { parseDig, presentDig } from '../../../src/shell/present/dig';
import { referenceApexes, referenceZones } from '../../engine/dns/reference';

const FOLDER = new URL('../../transcripts/dns/', import.meta.url);
const COOKIE_OCTETS = 28;
const zones = referenceZones();

interface Recording {
  args: string[];
  text: string;
}

function recordings(file: string): Recording[] {
  const found: Recording[] = [];
  for (const line of readFileSync(new URL(file, FOLDER), 'utf8').split('\n')) {
    if (line.startsWith('DIG: ')) found.push({ args: ['@127.0.0.1', '-p', '10053', ...line.slice(5).split(' ')], text: '' });
    else if (line.startsWith('S:')) found.at(-1)!.text += `${line.slice(3)}\n`;
  }
  return found;
}

function simulated(args: string[]): string {
  const parsed = parseDig(args);
  if ('error' in parsed) throw new Error(parsed.error);
  const server = { authoritativeFor: referenceApexes, recursive: false };
  const context = { address: '127.0.0.1', servers: 1, id: 4711, milliseconds: 3, epoch: Date.UTC(2024, 0, 5, 9, 1, 2) };
  return parsed.request.lookups.map((lookup) => presentDig(lookup, answer(zones, lookup.question, server), context)).join('');
}

function masked(text: string, lessOctets: number): string[] {
  const lines = text
    .replace(/, id: \d+/, ', id: N')
    .replace(/Query time: \d+ msec/, 'Query time: N msec')
    .replace(/WHEN: \w{3} \w{3} \d\d \d\d:\d\d:\d\d UTC \d{4}/, 'WHEN: T')
    .replace(/; COOKIE: .*\n/, '')
    .replace(/rcvd: (\d+)/, (_, octets) => `rcvd: ${Number(octets) - lessOctets}`)
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
    expect(files.length).toBe(25);
  });

  for (const file of files) {
    for (const { args, text } of recordings(file)) {
      it(`${file}: dig ${args.slice(3).join(' ')}`, () => {
        expect(masked(simulated(args), 0)).toEqual(masked(text, COOKIE_OCTETS));
      });
    }
  }
});
