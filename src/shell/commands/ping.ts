// ping as iputils does it: an echo request a second (RFC 792) until ^C, then the statistics.

import type { Instant } from '../../engine/kernel/schedule';
import { hostNamed } from '../../engine/world';
import { beginLookup, lookupNotice, type Lookup } from '../lookup';
import { optionFault, readOptions } from '../options';
import { program, type System } from '../types';

const INTERVAL = 1000;
/** How long it waits for the last answers after -c requests. Milliseconds. */
const LINGER = 10_000;

interface Memory {
  host: string;
  /** Requests to send; null until ^C. */
  count: number | null;
  lookup: Lookup | null;
  address: string;
  startedAt: Instant;
  sent: number;
  /** Sequence numbers by the world's name for the request, until it is answered. */
  open: Record<number, number>;
  times: number[];
  errors: number;
  /** The last request. */
  lastAt: Instant;
}

export const ping = program<Memory>({
  name: 'ping',
  group: 'names',
  summary: 'whether a machine answers at all, and how fast',
  completes: 'hosts',
  manual: `NAME
    ping - ask a machine to answer

SYNOPSIS
    ping [-c COUNT] HOST

DESCRIPTION
    Sends an echo request every second until ^C, or COUNT of them. It says
    that the machine is there and how far; whether mail is served, only port
    25 can say. Addresses are shown as with -n.

EXAMPLES
    ping -c 3 mx1.campus.example
`,
  start(args, _stdin, system) {
    const { given, words, fault } = readOptions(args, '46c:nqW:i:');
    const [host = ''] = words;
    const none = { lookup: null, address: '', startedAt: 0, sent: 0, open: {}, times: [], errors: 0, lastAt: 0 };
    const memory: Memory = { ...none, host, count: null };
    const count = given['c'];
    if (fault) return fail(memory, optionFault('ping', fault), 2, system);
    if (words.length === 0) return fail(memory, 'ping: usage error: Destination address required\n', 1, system);
    if (count !== undefined && !/^[1-9]\d{0,8}$/.test(count)) return fail(memory, `ping: invalid argument: '${count}'\n`, 1, system);
    return resolved({ ...memory, count: count === undefined ? null : Number(count), lookup: beginLookup(host, system) }, system);
  },

  notice(memory, notice, system) {
    if (notice.type === 'answer' && memory.lookup)
      return resolved({ ...memory, lookup: lookupNotice(memory.lookup, notice, system) }, system);
    if (notice.type === 'timer')
      return memory.count !== null && memory.sent >= memory.count ? finish(memory, system) : send(memory, system);
    if (notice.type !== 'pong') return memory;
    const { [notice.ping]: number, ...open } = memory.open;
    return number === undefined ? memory : answered({ ...memory, open }, number, notice, system);
  },

  key(memory, key, _pending, system) {
    if (key !== '^C' || memory.sent === 0) return null;
    system.echo('^C');
    return finish(memory, system);
  },
});

function fail(memory: Memory, text: string, status: number, system: System): Memory {
  system.complain(text);
  system.exit(status);
  return memory;
}

function resolved(memory: Memory, system: System): Memory {
  const { lookup, host } = memory;
  if (!lookup || lookup.outcome === 'waiting') return memory;
  if (lookup.outcome === 'failed') return fail(memory, `ping: ${host}: ${lookup.error}\n`, 2, system);
  const [address = ''] = lookup.addresses;
  system.print(`PING ${host} (${address}) 56(84) bytes of data.\n`);
  return send({ ...memory, lookup: null, address, startedAt: system.world.now }, system);
}

function send(memory: Memory, system: System): Memory {
  const sent = memory.sent + 1;
  const id = system.ping(memory.address, sent);
  system.timer(sent === memory.count ? LINGER : INTERVAL);
  return { ...memory, sent, open: { ...memory.open, [id]: sent }, lastAt: system.world.now };
}

type Pong = { outcome: 'reply' | 'unreachable' | 'lost'; milliseconds: number };

function answered(memory: Memory, number: number, { outcome, milliseconds }: Pong, system: System): Memory {
  const next = { ...memory };
  if (outcome === 'reply') {
    system.print(`64 bytes from ${memory.address}: icmp_seq=${number} ttl=${ttl(memory, system)} time=${short(milliseconds)} ms\n`);
    next.times = [...memory.times, milliseconds];
  } else if (outcome === 'unreachable') {
    const own = hostNamed(system.world, system.login.host).addresses.find(
      (address) => address.includes(':') === memory.address.includes(':'),
    );
    system.print(`From ${own} icmp_seq=${number} Destination Host Unreachable\n`);
    next.errors++;
  }
  return memory.sent === memory.count && Object.keys(memory.open).length === 0 ? finish(next, system) : next;
}

/** Linux starts at 64; each router on the way takes one. */
function ttl(memory: Memory, { world, login }: System): number {
  const target = Object.values(world.hosts).find(({ addresses }) => addresses.includes(memory.address));
  return target === undefined || target.network === hostNamed(world, login.host).network ? 64 : 62;
}

/** iputils shows three digits that count. */
function short(milliseconds: number): string {
  return milliseconds.toFixed(milliseconds >= 100 ? 0 : milliseconds >= 10 ? 1 : milliseconds >= 1 ? 2 : 3);
}

function finish(memory: Memory, system: System): Memory {
  const { host, sent, times, errors, startedAt, lastAt } = memory;
  const lost = Math.round((100 * (sent - times.length)) / sent);
  const withErrors = errors > 0 ? `, +${errors} errors` : '';
  system.print(`\n--- ${host} ping statistics ---\n`);
  system.print(`${sent} packets transmitted, ${times.length} received${withErrors}, ${lost}% packet loss, time ${lastAt - startedAt}ms\n`);
  const figures = spread(times).map((value) => value.toFixed(3));
  // Without an answer iputils ends with an empty line.
  system.print(times.length > 0 ? `rtt min/avg/max/mdev = ${figures.join('/')} ms\n` : '\n');
  system.exit(times.length > 0 ? 0 : 1);
  return memory;
}

function spread(times: number[]): number[] {
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const variance = times.reduce((sum, time) => sum + (time - mean) ** 2, 0) / times.length;
  return [Math.min(...times), mean, Math.max(...times), Math.sqrt(variance)];
}
