// `sim play`: a script through the same lab as the page, and the terminal's text as a student sees it.

import { readFileSync, writeFileSync } from 'node:fs';
import { createLab, settle } from '../lab/lab';
import { traceHash } from '../lab/digest';
import { pcap } from '../lab/pcap';
import { playLine } from '../lab/play-script';
import type { Lab } from '../lab/types';
import { checkScript } from '../lesson/check-steps';
import { checkWorld } from '../lesson/check-world';
import { loadLesson } from '../lesson/load';
import { advance, startProgress } from '../lesson/progress';
import { parseScript } from '../lesson/script';
import type { Fault, Lesson, ScriptLine } from '../lesson/types';
import { emptyScreen, foldScreen, screenText } from '../shell/screen';
import { UserFault } from './fault';
import { findFolder } from './read-lesson';

export interface PlayOptions {
  lesson: string;
  seed: number;
  /** File of the script; standard input if absent. */
  script?: string | undefined;
  json: boolean;
  /** Files to write the trace (JSON, an event a line) and the recording (JSON) to. */
  trace?: string | undefined;
  recording?: string | undefined;
  /** File for what was on the wires. */
  pcap?: string | undefined;
}

/** Plays, writes the files asked for, and gives what to print. `input` reads standard input. Throws a UserFault. */
export function play(options: PlayOptions, input: () => string): string {
  const lesson = readLesson(options.lesson, options.seed);
  const script = readScript(options.script, input, lesson);
  const lab = createLab(lesson, options.seed);
  settle(lab);
  let terminal = lesson.world.terminals[0]?.name ?? '';
  for (const line of script) terminal = playLine(lab, terminal, line);
  if (options.trace !== undefined) write(options.trace, lab.world.trace.map((event) => `${JSON.stringify(event)}\n`).join(''));
  if (options.recording !== undefined) write(options.recording, `${JSON.stringify(lab.recording, null, 2)}\n`);
  if (options.pcap !== undefined) write(options.pcap, pcapOfLab(lab), 'latin1');
  return options.json ? `${JSON.stringify(outcome(lab))}\n` : `${screens(lab)}\n`;
}

function pcapOfLab({ world: { trace, epoch, hosts } }: Lab): string {
  return pcap(trace, { epoch, now: Infinity, hosts });
}

function outcome(lab: Lab) {
  const { trace, now } = lab.world;
  const progress = advance(lab.lesson, startProgress(lab.lesson), trace);
  const steps = progress.steps.map(({ id, done }) => ({ id, done: done !== null }));
  return { screen: screens(lab), steps, events: trace.length, now, traceHash: traceHash(trace) };
}

/** The text of each terminal; where there are several, under its name. */
function screens(lab: Lab): string {
  const names = Object.keys(lab.terminals);
  const texts = names.map((name) => screenText(foldScreen(emptyScreen(), lab.world.trace, name)));
  return names.length === 1 ? texts.join('') : names.map((name, i) => `[${name}]\n${texts[i] ?? ''}`).join('\n\n');
}

/** A lesson as its variant for this seed. A UserFault if it has faults. */
export function readLesson(wanted: string, seed: number): Lesson {
  const { name, files } = findFolder(wanted);
  const loaded = loadLesson(name, files, seed);
  const faults = 'faults' in loaded ? loaded.faults : checkWorld(loaded.lesson.world);
  if ('faults' in loaded || faults.length > 0) throw new UserFault(`The lesson cannot be played: ${said(faults)}`);
  return loaded.lesson;
}

function readScript(file: string | undefined, input: () => string, lesson: Lesson): ScriptLine[] {
  const name = file ?? 'standard input';
  let text: string;
  try {
    text = file === undefined ? input() : readFileSync(file, 'utf8');
  } catch (error) {
    throw new UserFault(`The script cannot be read: ${(error as Error).message}.`);
  }
  const { script, faults } = parseScript(name, text);
  const all = [...faults, ...checkScript(name, script, lesson)];
  if (all.length > 0) throw new UserFault(`The script cannot be played: ${said(all)}`);
  return script;
}

const said = ([first]: Fault[]) => (first ? `${first.file}: ${first.field}: ${first.message}` : '');

function write(file: string, text: string, encoding: 'utf8' | 'latin1' = 'utf8'): void {
  try {
    writeFileSync(file, text, encoding);
  } catch (error) {
    throw new UserFault(`The file cannot be written: ${(error as Error).message}.`);
  }
}
