// A shell is pure: keys and notices in, requests on a System out. Everything it remembers is plain
// data inside a Terminal, so that a recording can be replayed and a moment can be copied.

import type { RecordType, DnsResponse } from '../engine/dns/types';
import type { Bytes } from '../engine/kernel/bytes';
import type { ConnectionId, HostName, Tone } from '../engine/kernel/trace';
import type { Notice } from '../engine/net/types';
import type { World } from '../engine/world-types';

/** One login: where you are and as whom. `ssh` pushes one, `exit` pops it. */
export interface Login {
  host: HostName;
  user: string;
  /** Working directory, absolute. */
  directory: string;
  history: string[];
}

/** The line being edited. `cursor` counts code units from the start. */
export interface EditLine {
  text: string;
  cursor: number;
}

/** A running program: its name and its own plain-data state. */
export interface Process {
  name: string;
  memory: unknown;
}

export interface Terminal {
  name: string;
  logins: Login[];
  edit: EditLine;
  /** Where history browsing stands; null when not browsing. */
  browsing: { index: number; draft: string } | null;
  /** Keys of an escape sequence not yet complete. */
  partialKey: string;
  /** The program in the foreground; null at the prompt. */
  job: Job | null;
  /** Keys typed while no program was reading. */
  typeAhead: string;
  lastStatus: number;
  /** Instant of the last key, for terminal.idle. */
  lastInput: number;
  /** Text cut by ^U ^K ^W, for ^Y. */
  killed: string;
}

/** A pipeline in progress: the stage that runs now, what is left, and the text flowing between them. */
export interface Job {
  line: string;
  stages: { name: string; args: string[] }[];
  stage: number;
  process: Process;
  /** Octets the present stage gets as standard input; null if it reads the terminal. */
  stdin: Bytes | null;
  /** Octets a stage wrote for the next one. */
  stdout: Bytes;
  /** Commands after `;` or `&&`, as typed. */
  rest: string;
}

/** How a program reads the terminal. */
export type Reading =
  /** Not at all: what is typed waits. ^C still works. */
  | 'nothing'
  /** Finished lines (the terminal's own line discipline: Backspace, ^W, ^U edit locally, arrows do not). */
  | 'lines';

/**
 * What a program may ask for. It is handed to each call and never stored. Standard output goes to the
 * next stage of the pipeline or, at its end, to the terminal.
 */
export interface System {
  readonly world: World;
  readonly terminal: string;
  readonly login: Login;
  /** True if standard output is the terminal. */
  readonly toTerminal: boolean;
  /** Writes text to standard output. */
  print(text: string, tone?: Tone): void;
  /** Writes octets as they came from a wire: shown safely on a terminal, untouched in a pipe. */
  printBytes(bytes: Bytes, tone?: Tone): void;
  /** Writes to standard error: always the terminal. */
  complain(text: string): void;
  resolve(name: string, type: RecordType | 'ANY', server?: string): number;
  connect(address: string, port: number): ConnectionId;
  send(connection: ConnectionId, bytes: Bytes): void;
  finish(connection: ConnectionId): void;
  abort(connection: ConnectionId): void;
  timer(milliseconds: number): number;
  ping(address: string, number: number): number;
  record(event: import('../engine/kernel/trace').TraceBody): void;
  /** Ends the program with an exit status. */
  exit(status: number): void;
  /** Opens or leaves a login on this terminal (ssh, exit). */
  logIn(host: HostName, user: string): void;
  logOut(): void;
  /** Text of a file on the present host; null if there is none. Paths may be relative or start with ~. */
  readFile(path: string): string | null;
  listFiles(directory: string): string[] | null;
  clear(): void;
}

/** One command of the shell: a small file that says what it is, what it takes, and what it does. */
export interface Program<Memory = unknown> {
  name: string;
  /** One line for `help`. */
  summary: string;
  /** Text of `man NAME`: NAME, SYNOPSIS, DESCRIPTION, the options it really has, EXAMPLES. */
  manual: string;
  /** Words that may follow, for completion: host names, files, or nothing. */
  completes?: 'hosts' | 'files' | 'commands';
  /** Starts it. Returns its first memory; call system.exit() if it is already done. */
  start(args: string[], stdin: Bytes | null, system: System): Memory;
  reading?(memory: Memory): Reading;
  /** A line typed at the terminal, without its line end. */
  line?(memory: Memory, line: string, system: System): Memory;
  /** ^D on an empty line. */
  endOfInput?(memory: Memory, system: System): Memory;
  /** ^], ^C and the like: a control key that is not line editing. Returns null if the key is not handled. */
  key?(memory: Memory, key: string, system: System): Memory | null;
  notice?(memory: Memory, notice: Notice, system: System): Memory;
  /** True if only time can end it: the pump may jump. Returns the instant, or null. */
  sleepingUntil?(memory: Memory): number | null;
  /** The connection whose conversation this program shows, for the coach and the idle event. */
  connection?(memory: Memory): ConnectionId | null;
}

export type { DnsResponse, Notice };
