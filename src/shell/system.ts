// What a program can reach: its own terminal, the files of the host it runs on, and the world's sockets.
// It is made anew for every call, so that nothing with a closure is ever kept.

import { abort, ask, connect, finish, flush, handIn, hostNamed, ping, record, send, startTimer } from '../engine/world';
import { encodeUtf8 } from '../engine/kernel/bytes';
import type { World } from '../engine/world-types';
import { homeOf, listFiles, readFile, writeFile } from './files';
import { here, print, printBytes, releaseHeld } from './output';
import { programs } from './registry';
import { userNumber } from './user-number';
import type { Job, Process, System, Terminal } from './types';

/** What `process` may do. The world tells it what came of that under the terminal's name. */
export function createSystem(terminal: Terminal, world: World, job: Job, process: Process): System {
  const login = here(terminal);
  const owner = terminal.name;
  const from = login.host;
  const because = () => (terminal.cause === null ? {} : { cause: terminal.cause });
  const toTerminal = process.output === null && job.stage === job.commands.length - 1;
  const owned = (id: number) => {
    process.owns.push(id);
    return id;
  };
  return {
    world,
    login,
    toTerminal,
    programs,
    print(text, tone) {
      if (toTerminal) print(terminal, world, text, tone);
      else job.stdout += encodeUtf8(text);
    },
    printBytes(bytes, tone) {
      if (toTerminal) printBytes(terminal, world, bytes, tone);
      else job.stdout += bytes;
    },
    complain: (text) => print(terminal, world, text, 'error'),
    echo: (text) => print(terminal, world, text, 'typed'),
    resolve: (question, server, manner) => owned(ask(world, { owner, from, ...question, server, ...manner, ...because() })),
    connect: (address, port) => owned(connect(world, { owner, from, toAddress: reachable(world, from, address), port, ...because() })),
    send: (connection, bytes) => send(world, connection, bytes, terminal.cause ?? undefined),
    finish: (connection) => finish(world, connection),
    abort: (connection) => abort(world, connection),
    timer: (milliseconds) => owned(startTimer(world, owner, milliseconds)),
    ping: (address, number) => owned(ping(world, { owner, from, toAddress: reachable(world, from, address), number })),
    handIn: (envelope, content) =>
      handIn(world, from, { envelope, content, user: userNumber(hostNamed(world, from), login.user) }, terminal.cause ?? 0),
    flushQueue: (queueId) => void flush(world, from, terminal.cause ?? undefined, queueId),
    record: (event) => void record(world, event),
    exit(status) {
      process.status = status;
    },
    logIn(host, user, via) {
      terminal.logins.push({ host, user, directory: homeOf(user), history: [], via, afterwards: terminal.queue });
      terminal.queue = [];
      record(world, { type: 'terminal.login', terminal: terminal.name, host, user });
    },
    logOut() {
      if (login.via === null) return;
      terminal.queue = terminal.logins.pop()?.afterwards ?? [];
      const { host, user } = here(terminal);
      record(world, { type: 'terminal.login', terminal: terminal.name, host, user });
    },
    readFile: (path) => readFile(world, login, path),
    writeFile: (path, bytes, append) => writeFile(world, login, path, bytes, append),
    listFiles: (directory) => listFiles(world, login, directory),
    clear() {
      releaseHeld(terminal, world);
      record(world, { type: 'terminal.clear', terminal: terminal.name });
    },
  };
}

/** The world has no loopback network: a host reaches itself by an address of its own, of that family if it has one. */
function reachable(world: World, from: string, address: string): string {
  if (!address.startsWith('127.') && address !== '::1') return address;
  const { addresses } = hostNamed(world, from);
  return addresses.find((candidate) => candidate.includes(':') === address.includes(':')) ?? addresses[0] ?? address;
}
