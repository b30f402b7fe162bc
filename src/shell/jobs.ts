// Running what was parsed: pipelines one after the other, and inside a pipeline one stage after the other,
// each stage's output being the next one's input. A stage may wait for the world; then so does the rest.

import { abort, finish, record } from '../engine/world';
import type { World } from '../engine/world-types';
import { LONE_DOT, notFound } from './suggest';
import { expandWord, expandWords } from './expand';
import { here, print, releaseHeld, showPrompt } from './output';
import { parse } from './parse';
import { programNamed } from './registry';
import { createSystem } from './system';
import type { CommandLine, Job, Process, Program, System, Terminal } from './types';

const INTERRUPTED = 130;
const NOT_FOUND = 127;
const MISUSED = 2;

/** Runs a line typed at the prompt, as far as it goes without waiting. */
export function runLine(terminal: Terminal, line: string, world: World): void {
  const { history } = here(terminal);
  if (line.trim() !== '' && history.at(-1) !== line) history.push(line);
  const parsed = parse(line);
  if ('error' in parsed) {
    print(terminal, world, `${parsed.error}\n`, 'error');
    terminal.lastStatus = 2;
  } else {
    terminal.queue = parsed.list;
  }
  advance(terminal, world);
}

/** Calls the running program and goes on if that ended it. Does nothing at the prompt. */
export function withProgram(terminal: Terminal, world: World, call: (program: Program, memory: unknown, system: System) => unknown): void {
  const { job } = terminal;
  const program = job?.process && programNamed(job.process.name);
  if (!job?.process || !program) return;
  job.process.memory = call(program, job.process.memory, createSystem(terminal, world, job, job.process));
  if (job.process.status !== null) advance(terminal, world);
}

/** ^C where no program wanted it: the whole line is given up. */
export function interrupt(terminal: Terminal, world: World): void {
  const { job } = terminal;
  if (!job) return;
  terminal.queue = [];
  print(terminal, world, '^C\n', 'typed');
  if (job.process) endProcess(terminal, world, job.process, INTERRUPTED);
  terminal.job = null;
  terminal.lastStatus = INTERRUPTED;
  advance(terminal, world);
}

/** Does everything that can be done now: until a program waits, or the prompt is back. */
function advance(terminal: Terminal, world: World): void {
  for (;;) {
    const job = terminal.job ?? nextJob(terminal);
    terminal.job = job;
    if (!job) return showPrompt(terminal, world);
    if (!job.process) startStage(terminal, world, job);
    if (job.process?.status === null) return;
    endStage(terminal, world, job);
  }
}

function nextJob(terminal: Terminal): Job | null {
  for (;;) {
    const item = terminal.queue.shift();
    if (!item) return null;
    const skipped = (item.operator === '&&' && terminal.lastStatus !== 0) || (item.operator === '||' && terminal.lastStatus === 0);
    if (!skipped) return { commands: item.commands, stage: 0, stdin: null, stdout: '', process: null };
  }
}

function startStage(terminal: Terminal, world: World, job: Job): void {
  const command = job.commands[job.stage]!;
  const [word = '', ...args] = expandWords(command.words, { login: here(terminal), lastStatus: terminal.lastStatus });
  const name = word.replace(/^\/(?:usr\/)?bin\//, '');
  const process: Process = { name, memory: null, owns: [], output: null, status: null };
  job.process = process;
  const { host, user } = here(terminal);
  if (word !== '') {
    const event = { type: 'shell.command', terminal: terminal.name, host, user, line: command.text, name } as const;
    terminal.cause = record(world, event, terminal.cause ?? undefined);
  }
  const system = createSystem(terminal, world, job, process);
  const trouble = redirect(terminal, job, process, command, system);
  const program = programNamed(name);
  if (trouble !== null || word === '') {
    if (trouble !== null) system.complain(`bash: ${trouble}\n`);
    system.exit(trouble === null ? 0 : 1);
  } else if (word === '.' && args.length === 0) {
    system.complain(LONE_DOT);
    system.exit(MISUSED);
  } else if (!program) {
    system.complain(notFound(word));
    system.exit(NOT_FOUND);
  } else {
    // Made again: the redirections decide whether it writes to the terminal.
    process.memory = program.start(args, job.stdin, createSystem(terminal, world, job, process));
  }
}

/** Opens the files of a command's redirections; returns what went wrong, or null. */
function redirect(terminal: Terminal, job: Job, process: Process, command: CommandLine, system: System): string | null {
  for (const { operator, target } of command.redirections) {
    const path = expandWord(target, { login: here(terminal), lastStatus: terminal.lastStatus });
    if (operator === '<') {
      const file = system.readFile(path);
      if ('error' in file) return `${path}: ${file.error}`;
      job.stdin = file.bytes;
    } else {
      const append = operator === '>>';
      const error = system.writeFile(path, '', append);
      if (error !== null) return `${path}: ${error}`;
      process.output = { path, append };
    }
  }
  return null;
}

function endStage(terminal: Terminal, world: World, job: Job): void {
  const process = job.process!;
  const status = process.status ?? 0;
  if (process.output) {
    createSystem(terminal, world, job, process).writeFile(process.output.path, job.stdout, process.output.append);
    job.stdout = '';
  }
  endProcess(terminal, world, process, status);
  job.stdin = job.stdout;
  job.stdout = '';
  job.stage++;
  job.process = null;
  if (job.stage < job.commands.length) return;
  terminal.job = null;
  terminal.lastStatus = status;
}

/** What an operating system does when a program is gone: its connections are closed. */
function endProcess(terminal: Terminal, world: World, process: Process, status: number): void {
  for (const id of process.owns) {
    if (world.connections[id]?.state === 'opening') abort(world, id);
    else finish(world, id);
  }
  releaseHeld(terminal, world);
  if (process.name !== '') record(world, { type: 'shell.exit', terminal: terminal.name, name: process.name, status });
}
