// ssh moves the viewpoint: the terminal is then on the other machine. There is no simulated sshd; whether
// one could be reached is read from the world, and takes the time that it would take.

import { distance, filterFor, hostByAddress, hostNamed, sourceAddress } from '../../engine/world/topology';
import type { Host } from '../../engine/world-types';
import { readFile } from '../files';
import { beginLookup, lookupNotice, type Lookup } from '../lookup';
import { optionFault, readOptions } from '../options';
import { program, type System } from '../types';

const PORT = 22;
const REFUSED = 255;
const UNREACHABLE_AFTER = 3_000;
/** When Linux gives a connection up (tcp_syn_retries 6). */
const TIMEOUT = 127_000;
/** TCP, version, key exchange, authentication, session: about this many trips there and back. */
const ROUND_TRIPS = 6;

interface Memory {
  /** Null: the user of this login, if the other machine has one of that name. */
  user: string | null;
  /** As typed. */
  name: string;
  lookup: Lookup | null;
  address: string;
  /** What will be known when the timer is over: whose machine it is, or why there is no connection. */
  outcome: { host: string } | { error: string } | null;
}

export const ssh = program<Memory>({
  name: 'ssh',
  group: 'machines',
  summary: 'go to another machine: ssh HOST (exit brings you back)',
  completes: 'hosts',
  manual: `NAME
    ssh - log in on another machine

SYNOPSIS
    ssh [-l USER] [USER@]HOST

DESCRIPTION
    Opens a login on HOST, with your key, as USER or as yourself if HOST
    knows you, else as its first user. What you run then runs there: it sees
    the files, mailboxes and name server of that machine. exit or ^D brings
    you back.

    It cannot run a single command on the other machine here: log in and
    type it.

EXAMPLES
    ssh mx1.campus.example
    ssh ada@mx1
`,
  start(args, _stdin, system) {
    const { given, words, fault } = readOptions(args, '46l:vqp:');
    const [destination = '', ...command] = words;
    const at = destination.lastIndexOf('@');
    const name = destination.slice(at + 1);
    const user = at > 0 ? destination.slice(0, at) : (given['l'] ?? null);
    const memory: Memory = { user, name, lookup: null, address: '', outcome: null };
    if (fault || name === '') return fail(memory, `${fault ? optionFault('ssh', fault) : ''}usage: ssh [-l user] [user@]host\n`, system);
    if (command.length > 0)
      return fail(
        memory,
        'ssh: running one command on the other machine works on a real machine; here, log in and type it there\n',
        system,
      );
    return resolved({ ...memory, lookup: beginLookup(name, system) }, system);
  },

  notice(memory, notice, system) {
    if (notice.type === 'answer' && memory.lookup)
      return resolved({ ...memory, lookup: lookupNotice(memory.lookup, notice, system) }, system);
    return notice.type === 'timer' ? arrived(memory, system) : memory;
  },
});

function fail(memory: Memory, text: string, system: System): Memory {
  system.complain(text);
  system.exit(REFUSED);
  return memory;
}

function resolved(memory: Memory, system: System): Memory {
  const { lookup, name } = memory;
  if (!lookup || lookup.outcome === 'waiting') return memory;
  if (lookup.outcome === 'failed') return fail(memory, `ssh: Could not resolve hostname ${name}: ${lookup.error}\n`, system);
  const [address = ''] = lookup.addresses;
  const { outcome, after } = reach(address, system);
  system.timer(after);
  return { ...memory, lookup: null, address, outcome };
}

/** What will come of a connection to an address, and after how many milliseconds. */
function reach(address: string, { world, login }: System): { outcome: Memory['outcome']; after: number } {
  const own = hostNamed(world, login.host);
  const target = address.startsWith('127.') || address === '::1' ? own : hostByAddress(world, address);
  const trip = 2 * distance(world, own.name, target?.name ?? null);
  const filter = filterFor(world, sourceAddress(own, address) ?? '', address, PORT);
  if (filter?.action === 'drop' || target?.down) return { outcome: { error: 'Connection timed out' }, after: TIMEOUT };
  if (!target) return { outcome: { error: 'No route to host' }, after: UNREACHABLE_AFTER + trip };
  if (filter) return { outcome: { error: 'Connection refused' }, after: trip };
  return { outcome: { host: target.name }, after: ROUND_TRIPS * trip };
}

function arrived(memory: Memory, system: System): Memory {
  const { outcome, name } = memory;
  if (!outcome || 'error' in outcome) return fail(memory, `ssh: connect to host ${name} port ${PORT}: ${outcome?.error}\n`, system);
  const host = hostNamed(system.world, outcome.host);
  const user = memory.user ?? defaultUser(host, system.login.user);
  if (user === null || !(host.users ?? []).includes(user)) {
    return fail(memory, `${user ?? system.login.user}@${name}: Permission denied (publickey,password).\n`, system);
  }
  greet(host, user, system);
  system.logIn(host.name, user, name);
  system.exit(0);
  return memory;
}

function defaultUser({ users = [] }: Host, present: string): string | null {
  return users.includes(present) ? present : (users[0] ?? null);
}

/** The other machine's message of the day, or one line that says which machine it is. */
function greet(host: Host, user: string, system: System): void {
  const there = { host: host.name, user, directory: '/', history: [], via: null, afterwards: [] };
  const motd = readFile(system.world, there, '/etc/motd');
  if ('bytes' in motd) system.printBytes(motd.bytes, 'note');
  else system.print(`You are on ${host.name} now, as ${user}.\n`, 'note');
}
