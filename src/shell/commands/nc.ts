// nc as netcat-openbsd does it, the one Debian installs: octets go out as they come in, a line typed at
// the terminal ends with LF alone unless -C.

import { encodeUtf8, type Bytes } from '../../engine/kernel/bytes';
import type { ConnectionId } from '../../engine/kernel/trace';
import { beginLookup, lookupNotice, type Lookup } from '../lookup';
import { optionFault, readOptions } from '../options';
import { portNamed, serviceAt } from '../services';
import { program, type Notice, type System } from '../types';
import manual from './nc-manual';

interface Memory {
  options: Record<string, string>;
  host: string;
  port: number;
  /** What a pipe or a file gives it; null if it reads the terminal. */
  stdin: Bytes | null;
  lookup: Lookup | null;
  addresses: string[];
  connection: ConnectionId | null;
  open: boolean;
  /** True after the end of its input. */
  ended: boolean;
  /** The timer of -w that counts; older ones are forgotten. */
  patience: number | null;
  /** The last octet sent, for -C: a LF after a CR stays as it is. */
  last: Bytes;
}

const OPTIONS = '46CNnvw:z';
const USAGE = 'usage: nc [-46CNnvz] [-w timeout] destination port\n';
const REASONS = { refused: 'Connection refused', unreachable: 'No route to host', timeout: 'Connection timed out' };

export const nc = program<Memory>({
  name: 'nc',
  group: 'mail',
  summary: 'send octets to a port as they are; nc -C ends lines with CR LF',
  manual,
  completes: 'hosts',

  start(args, stdin, system) {
    const { given, words, fault } = readOptions(args, OPTIONS);
    const [host = '', portText] = words;
    const none = { lookup: null, addresses: [], connection: null, open: false, ended: false, patience: null, last: '' };
    const memory: Memory = { ...none, options: given, host, port: 0, stdin };
    if (fault || words.length === 0 || words.length > 2) return fail(memory, (fault ? optionFault('nc', fault) : '') + USAGE, system);
    if (portText === undefined) return fail(memory, 'nc: missing port number\n', system);
    const port = portNamed(portText);
    if (port === null) return fail(memory, `nc: port number ${/^\d+$/.test(portText) ? 'too large' : 'invalid'}: ${portText}\n`, system);
    if ('w' in given && !/^\d{1,6}$/.test(given['w'] ?? '')) return fail(memory, `nc: timeout invalid: ${given['w']}\n`, system);
    return resolved({ ...memory, port, lookup: beginLookup(host, system) }, system);
  },

  reading: ({ open, stdin, ended }) => (open && stdin === null && !ended ? 'lines' : 'nothing'),

  line: (memory, line, system) => transmit(memory, `${encodeUtf8(line)}\n`, system),
  part: (memory, text, system) => transmit(memory, encodeUtf8(text), system),
  endOfInput: (memory, system) => endInput(memory, system),

  notice(memory, notice, system) {
    if (memory.lookup && notice.type === 'answer')
      return resolved({ ...memory, lookup: lookupNotice(memory.lookup, notice, system) }, system);
    if (notice.type === 'timer') return notice.timer === memory.patience ? outOfPatience(memory, system) : memory;
    return 'connection' in notice && notice.connection === memory.connection ? connectionNotice(memory, notice, system) : memory;
  },

  connection: ({ connection }) => connection,
});

function fail(memory: Memory, text: string, system: System): Memory {
  system.complain(text);
  system.exit(1);
  return memory;
}

function resolved(memory: Memory, system: System): Memory {
  const { lookup, host, port } = memory;
  if (!lookup || lookup.outcome === 'waiting') return memory;
  if (lookup.outcome === 'failed') return fail(memory, `nc: getaddrinfo for host "${host}" port ${port}: ${lookup.error}\n`, system);
  return tryNext({ ...memory, lookup: null, addresses: lookup.addresses }, system);
}

function tryNext(memory: Memory, system: System): Memory {
  const [address = ''] = memory.addresses;
  return wait({ ...memory, connection: system.connect(address, memory.port) }, system);
}

/** -w: from now on it waits so long for something to happen. */
function wait(memory: Memory, system: System): Memory {
  const seconds = Number(memory.options['w'] ?? 0);
  return seconds > 0 ? { ...memory, patience: system.timer(seconds * 1000) } : memory;
}

function transmit(memory: Memory, bytes: Bytes, system: System): Memory {
  if (memory.connection === null || bytes === '') return memory;
  const joined = memory.last + bytes;
  // Debian's -C leaves a LF alone that already follows a CR.
  const sent = 'C' in memory.options ? joined.replaceAll(/(?<!\r)\n/g, '\r\n').slice(memory.last.length) : bytes;
  system.send(memory.connection, sent);
  return wait({ ...memory, last: bytes.slice(-1) === '\r' ? '\r' : '' }, system);
}

function endInput(memory: Memory, system: System): Memory {
  if ('N' in memory.options && memory.connection !== null) system.finish(memory.connection);
  return { ...memory, ended: true };
}

function connectionNotice(memory: Memory, notice: Extract<Notice, { connection: number }>, system: System): Memory {
  switch (notice.type) {
    case 'opened':
      return opened(memory, system);
    case 'failed':
      return failed(memory, `failed: ${REASONS[notice.reason]}`, system);
    case 'data':
      system.printBytes(notice.bytes, 'server');
      return wait(memory, system);
    case 'finished':
    case 'reset':
      system.exit(0);
      return memory;
  }
}

function opened(memory: Memory, system: System): Memory {
  const { host, port, addresses, options, stdin } = memory;
  const address = addresses[0] === host || 'n' in options ? '' : ` (${addresses[0]})`;
  if ('v' in options) system.complain(`Connection to ${host}${address} ${port} port [tcp/${serviceAt(port)}] succeeded!\n`);
  if ('z' in options) {
    system.exit(0);
    return memory;
  }
  const open = wait({ ...memory, open: true }, system);
  return stdin === null ? open : endInput(transmit(open, stdin, system), system);
}

function failed(memory: Memory, why: string, system: System): Memory {
  const [address = '', ...others] = memory.addresses;
  const { host, port, options } = memory;
  const shown = address === host ? '' : ` (${address})`;
  if ('v' in options) system.complain(`nc: connect to ${host}${shown} port ${port} (tcp) ${why}\n`);
  if (others.length > 0) return tryNext({ ...memory, addresses: others }, system);
  system.exit(1);
  return memory;
}

function outOfPatience(memory: Memory, system: System): Memory {
  if (memory.open) {
    system.exit(0);
    return memory;
  }
  if (memory.connection !== null) system.abort(memory.connection);
  return failed(memory, 'timed out: Operation now in progress', system);
}
