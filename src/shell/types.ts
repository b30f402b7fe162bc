// A shell is pure: keys and notices in, requests on a System out. Everything it remembers is plain
// data inside a Terminal, so that a recording can be replayed and a moment can be copied.

import type { Question } from '../engine/dns/types';
import type { Bytes } from '../engine/kernel/bytes';
import type { ConnectionId, HostName, Seq, Tone, TraceBody } from '../engine/kernel/trace';
import type { Manner } from '../engine/world';
import type { Envelope } from '../engine/smtp/types';
import type { Notice, World } from '../engine/world-types';

/** One login: where you are and as whom. `ssh` pushes one, `exit` pops it. */
export interface Login {
  host: HostName;
  user: string;
  /** Working directory, absolute. */
  directory: string;
  history: string[];
  /** The name that ssh was given; null where the terminal began. */
  via: string | null;
  /** What the machine below still has to run when this login ends. */
  afterwards: ListItem[];
}

/** The line being edited. `cursor` counts code units from the start. */
export interface EditLine {
  text: string;
  cursor: number;
}

export interface Terminal {
  name: string;
  /** Never empty; the last one is where you are. */
  logins: Login[];
  edit: EditLine;
  /** The line as the trace has it, made safe to show. */
  shown: EditLine;
  /** Where history browsing stands; null when not browsing. */
  browsing: { index: number; draft: string } | null;
  /** True if the last key was a Tab that left several candidates. */
  tabbed: boolean;
  /** Text cut by ^U ^K ^W, for ^Y. */
  killed: string;
  /** The head of a paste marker that is not yet complete, or the sign that a paste is going on. */
  partialKey: string;
  /** Keys that nobody has read yet. */
  typeAhead: string;
  /** The pipeline in the foreground; null at the prompt. */
  job: Job | null;
  /** Pipelines after `;`, `&&` or `||` that are still to come. */
  queue: ListItem[];
  /** Octets that cannot be shown yet: a CR that may belong to a CR LF, the head of a UTF-8 sequence. */
  heldOutput: Bytes;
  lastStatus: number;
  /** The trace event of what was entered or begun last: what a program does now comes of it. Null before. */
  cause: Seq | null;
}

/** A piece of a word: text as it stands, or a variable. Quoted pieces keep blanks and empty values. */
export type WordPart = { text: string; quoted: boolean } | { variable: string; quoted: boolean };

export interface Redirection {
  operator: '<' | '>' | '>>';
  target: WordPart[];
}

/** One command of a pipeline, before variables are replaced. `text` is as typed. */
export interface CommandLine {
  text: string;
  words: WordPart[][];
  redirections: Redirection[];
}

/** A pipeline and the operator in front of it. */
export interface ListItem {
  operator: ';' | '&&' | '||';
  commands: CommandLine[];
}

/** A pipeline in progress: the stage that runs now, and the octets flowing between the stages. */
export interface Job {
  commands: CommandLine[];
  stage: number;
  /** Octets the present stage gets as standard input; null if it reads the terminal. */
  stdin: Bytes | null;
  /** Octets the present stage wrote for the next one, or for a file. */
  stdout: Bytes;
  /** Null before the stage was started. */
  process: Process | null;
}

/** A running program: its name, its own plain-data state, and what it asked the world for. */
export interface Process {
  name: string;
  memory: unknown;
  /** Connections, queries, timers and pings it started; what is told about others is not for it. */
  owns: number[];
  /** File that takes its standard output. */
  output: { path: string; append: boolean } | null;
  /** Null while it runs. */
  status: number | null;
}

/** What is in a file, or why it cannot be had, in the C library's words. */
export type FileResult = { bytes: Bytes } | { error: string };

/**
 * What a program may ask for. It is handed to each call and never stored. Standard output goes to the
 * next stage of the pipeline or, at its end, to the terminal.
 */
export interface System {
  readonly world: World;
  readonly login: Login;
  /** True if standard output is the terminal. */
  readonly toTerminal: boolean;
  /** Every program of this machine, for help, man and which. */
  readonly programs: readonly Program[];
  /** Writes text to standard output. */
  print(text: string, tone?: Tone): void;
  /** Writes octets: shown safely on a terminal, untouched in a pipe. */
  printBytes(bytes: Bytes, tone?: Tone): void;
  /** Writes to standard error: always the terminal. */
  complain(text: string): void;
  /** Shows text on the terminal as if typed: what a program echoes of a key it took. */
  echo(text: string): void;
  /** Sends a question to a name server: `server`, or the network's resolver; in the manner of the C library if not told otherwise. */
  resolve(question: Question, server?: string, manner?: Manner): number;
  connect(address: string, port: number): ConnectionId;
  send(connection: ConnectionId, bytes: Bytes): void;
  /** Half-closes. */
  finish(connection: ConnectionId): void;
  abort(connection: ConnectionId): void;
  timer(milliseconds: number): number;
  ping(address: string, number: number): number;
  /** Hands a letter to this machine's mail system (`sendmail`); returns its queue id. */
  handIn(envelope: Envelope, content: Bytes): string;
  /** Has the waiting letters of this machine tried now, or one of them. */
  flushQueue(queueId?: string): void;
  record(event: TraceBody): void;
  /** Ends the program with an exit status. */
  exit(status: number): void;
  /** Opens or leaves a login on this terminal (ssh, exit). */
  logIn(host: HostName, user: string, via: string): void;
  logOut(): void;
  /** A file on the present host. Paths may be relative or start with ~. */
  readFile(path: string): FileResult;
  /** Writes a file; returns what went wrong, or null. */
  writeFile(path: string, bytes: Bytes, append: boolean): string | null;
  /** Names in a directory (directories end with `/`); null if there is none. */
  listFiles(directory: string): string[] | null;
  /** Clears the screen. */
  clear(): void;
}

/** How a program reads the terminal: not at all (what is typed waits, ^C still works), finished lines, or every key at once. */
export type Reading = 'nothing' | 'lines' | 'keys';

/** The headings of `help`. */
export type Group = 'mail' | 'names' | 'machines' | 'text' | 'shell';

/** One command of the shell: a small file that says what it is, what it takes, and what it does. */
export interface Program<Memory = unknown> {
  name: string;
  group: Group;
  /** One line for `help`. */
  summary: string;
  /** Text of `man NAME`: NAME, SYNOPSIS, DESCRIPTION, the options it really has, EXAMPLES. */
  manual: string;
  /** Words that may follow, for completion. */
  completes?: 'hosts' | 'files' | 'commands';
  /** Starts it. Returns its first memory; calls system.exit() if it is already done. */
  start(args: string[], stdin: Bytes | null, system: System): Memory;
  /** Absent: it reads nothing. */
  reading?(memory: Memory): Reading;
  /** A line typed at the terminal, without its line end. */
  line?(memory: Memory, line: string, system: System): Memory;
  /** A line pushed with ^D before its end. Absent: it goes on waiting for the end. */
  part?(memory: Memory, text: string, system: System): Memory;
  /** One character typed while it reads keys; its terminal echoes nothing. */
  character?(memory: Memory, character: string, system: System): Memory;
  /** ^D on an empty line. */
  endOfInput?(memory: Memory, system: System): Memory;
  /**
   * `^]`, or `^C` unless it reads keys. `pending` is what was typed before it on the same line and is not coming again. Returns null
   * if the program leaves the key alone: then ^C ends it, and any other key is part of the line.
   */
  key?(memory: Memory, key: string, pending: string, system: System): Memory | null;
  notice?(memory: Memory, notice: Notice, system: System): Memory;
  /** The instant until which only time can help, so that the clock may jump; null if there is none. */
  sleepingUntil?(memory: Memory): number | null;
  /** The connection whose conversation this program shows. */
  connection?(memory: Memory): ConnectionId | null;
}

/** A program for the registry, which does not know what each of them remembers. */
export function program<Memory>(definition: Program<Memory>): Program {
  return definition as unknown as Program;
}

export type { Notice };
