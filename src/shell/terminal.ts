// One terminal: keys and notices in, everything else happens in the world and its trace. At the prompt
// keys edit the line as readline does; inside a program that reads lines they go through the terminal's
// own line discipline; a program that reads keys gets each one as it is; while nobody reads they wait.

import type { HostName } from '../engine/kernel/trace';
import type { Notice } from '../engine/world-types';
import { record } from '../engine/world';
import type { World } from '../engine/world-types';
import { homeOf, readFile } from './files';
import { interrupt, withProgram } from './jobs';
import { nextCharacter, unbracket } from './keys';
import { discipline } from './line-discipline';
import { enterLine, here, print, printBytes, showEdit, showPrompt } from './output';
import { readPromptKey } from './prompt';
import { readingOf } from './foreground';
import type { Terminal } from './types';

/** ^] */
const ESCAPE = '\x1d';

/** A terminal on a host, logged in as `user`. Nothing is shown before `begin`. */
export function createTerminal(name: string, host: HostName, user: string): Terminal {
  const login = { host, user, directory: homeOf(user), history: [], via: null, afterwards: [] };
  return {
    name,
    logins: [login],
    edit: { text: '', cursor: 0 },
    shown: { text: '', cursor: 0 },
    browsing: null,
    tabbed: false,
    killed: '',
    partialKey: '',
    typeAhead: '',
    job: null,
    queue: [],
    heldOutput: '',
    lastStatus: 0,
    cause: null,
  };
}

/** Shows the message of the day, if the host has one, and the first prompt. */
export function begin(terminal: Terminal, world: World): void {
  const { host, user } = here(terminal);
  record(world, { type: 'terminal.login', terminal: terminal.name, host, user });
  const motd = readFile(world, here(terminal), '/etc/motd');
  if ('bytes' in motd) printBytes(terminal, world, motd.bytes, 'note');
  showPrompt(terminal, world);
}

/** Plays raw keyboard text, as a terminal emulator hands it over. It may be cut anywhere. */
export function typeKeys(terminal: Terminal, keys: string, world: World): void {
  const { text, partial } = unbracket(terminal.partialKey, keys);
  terminal.partialKey = partial;
  terminal.typeAhead += text;
  readKeys(terminal, world);
}

/** Tells the program in the foreground what became of something it asked for. */
export function notify(terminal: Terminal, notice: Notice, world: World): void {
  if (!terminal.job?.process?.owns.includes(idOf(notice))) return;
  const wasReading = readingOf(terminal) === 'lines';
  withProgram(terminal, world, (program, memory, system) => (program.notice ? program.notice(memory, notice, system) : memory));
  if (wasReading && readingOf(terminal) !== 'lines') carryOver(terminal);
  readKeys(terminal, world);
}

function idOf(notice: Notice): number {
  if ('connection' in notice) return notice.connection;
  if (notice.type === 'answer') return notice.query;
  return notice.type === 'timer' ? notice.timer : notice.ping;
}

/** Plays what was typed until nothing is left or nobody reads. */
function readKeys(terminal: Terminal, world: World): void {
  for (;;) {
    if (terminal.typeAhead === '') break;
    const reading = readingOf(terminal);
    const played = { prompt: readPromptKey, lines: readLineKey, keys: readOneKey, nothing: breakIn }[reading](terminal, world);
    if (!played) break;
  }
  showEdit(terminal, world);
}

/** ^C acts while nobody reads, and what was typed before it is forgotten. A quoted one (^V ^C) does not act. */
function breakIn(terminal: Terminal, world: World): boolean {
  const before = /^(?:\x16[^]|[^\x03\x16])*\x03/.exec(terminal.typeAhead)?.[0];
  if (before === undefined) return false;
  terminal.typeAhead = terminal.typeAhead.slice(before.length);
  pressed(terminal, world, '^C', '');
  return true;
}

/** One character for a program that reads lines; false if it is not complete yet. */
function readLineKey(terminal: Terminal, world: World): boolean {
  const { text } = terminal.edit;
  const next = discipline(text, terminal.typeAhead);
  if (!next) return false;
  const { event, length } = next;
  terminal.typeAhead = terminal.typeAhead.slice(length);
  if (event.type === 'edit') {
    setLine(terminal, event.text);
  } else if (event.type === 'line') {
    enterLine(terminal, world);
    withProgram(terminal, world, (program, memory, system) => (program.line ? program.line(memory, text, system) : memory));
  } else if (event.type === 'push') {
    push(terminal, world, text);
  } else if (!pressed(terminal, world, event.key, text)) {
    setLine(terminal, text + event.character);
  }
  return true;
}

/** One character for a program that reads keys; false if it is not complete yet. Only ^] may mean something to it. */
function readOneKey(terminal: Terminal, world: World): boolean {
  const next = nextCharacter(terminal.typeAhead);
  if (!next) return false;
  const { character, quoted, length } = next;
  terminal.typeAhead = terminal.typeAhead.slice(length);
  if (!quoted && character === ESCAPE && pressed(terminal, world, '^]', '')) return true;
  withProgram(terminal, world, (program, memory, system) => (program.character ? program.character(memory, character, system) : memory));
  return true;
}

function setLine(terminal: Terminal, text: string): void {
  terminal.edit = { text, cursor: text.length };
}

/** ^D: the end of input on an empty line, else the line goes out as it is. */
function push(terminal: Terminal, world: World, text: string): void {
  withProgram(terminal, world, (program, memory, system) => {
    if (text === '') return program.endOfInput ? program.endOfInput(memory, system) : memory;
    if (!program.part) return memory;
    system.echo(text);
    setLine(terminal, '');
    return program.part(memory, text, system);
  });
}

/** Offers a key to the program. ^C that it does not want ends it; false if another key is not wanted. */
function pressed(terminal: Terminal, world: World, key: '^C' | '^]', pending: string): boolean {
  let wanted = false;
  withProgram(terminal, world, (program, memory, system) => {
    const after = program.key?.(memory, key, pending, system) ?? null;
    wanted = after !== null;
    return after ?? memory;
  });
  if (!wanted && key !== '^C') return false;
  if (!wanted) print(terminal, world, pending, 'typed');
  setLine(terminal, '');
  if (!wanted) interrupt(terminal, world);
  return true;
}

/** A line left unfinished when its program ended is still in the keyboard's queue: the shell reads it next. */
function carryOver(terminal: Terminal): void {
  terminal.typeAhead = terminal.edit.text + terminal.typeAhead;
  setLine(terminal, '');
}
