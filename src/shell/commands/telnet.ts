// telnet, as netkit's and inetutils' clients talk to a port that is not 23: "old line by line" mode. The
// terminal edits the line and echoes it, Enter sends it with CR LF, no option is negotiated (RFC 854).
// In character mode each key leaves as it is pressed, and nothing is edited.
//
// Chosen differences. After ^C the real one also throws away what the server says until it answers a
// TIMING-MARK (RFC 860), which no mail server does; this one goes on showing it. Before character mode the
// real one asks the server to echo and to suppress go-ahead (FF FD 03 FF FD 01), which a mail server takes
// for the beginning of a command; then Enter is CR NUL. This one only changes the mode, echoes locally, and
// Enter stays CR LF, as Windows' telnet with local echo does it.

import { CRLF, encodeUtf8, type Bytes } from '../../engine/kernel/bytes';
import { visibleText } from '../../engine/kernel/visible';
import { beginLookup, lookupNotice } from '../lookup';
import { portNamed } from '../services';
import { program, type Notice, type System } from '../types';
import { telnetCommand } from './telnet-command';
import manual from './telnet-manual';
import { closedByServer, type Telnet } from './telnet-memory';

const DEFAULT_PORT = '23';
/** ^C: IAC IP, then IAC DO TIMING-MARK (RFC 854, RFC 860). */
const INTERRUPT_PROCESS = '\xff\xf4\xff\xfd\x06';
const END_OF_FILE = '\x04';
/** The erase key of this terminal (`stty erase ^H`), whichever code the keyboard has for it. */
const BACKSPACE = '\b';

const REASONS = { refused: 'Connection refused', unreachable: 'No route to host', timeout: 'Connection timed out' };

const IDLE: Telnet = {
  phase: 'idle',
  mode: 'line',
  commanding: true,
  host: '',
  port: 0,
  lookup: null,
  addresses: [],
  connection: null,
  waiting: '',
  gone: false,
};

export const telnet = program<Telnet>({
  name: 'telnet',
  group: 'mail',
  summary: 'talk to a server, line by line: telnet HOST PORT',
  manual,
  completes: 'hosts',

  start(args, _stdin, system) {
    const words = args.filter((word) => !/^-[468EKL]+$/.test(word));
    if (words.length === 0) system.print('telnet> ', 'prompt');
    else if (words.length > 2 || words.some((word) => word.startsWith('-'))) {
      system.print('Usage: telnet [-4] [-6] [host-name [port]]\n');
      system.exit(1);
    } else return open(IDLE, words[0] ?? '', words[1], system);
    return IDLE;
  },

  reading({ phase, commanding, mode }) {
    if (commanding) return 'lines';
    return phase !== 'open' ? 'nothing' : mode === 'line' ? 'lines' : 'keys';
  },

  line(memory, line, system) {
    if (memory.commanding) return telnetCommand(memory, line, system, open);
    // CR alone goes out as CR NUL (RFC 854, page 11).
    transmit(memory, `${encodeUtf8(line).replaceAll('\r', '\r\0')}\r\n`, system);
    return memory;
  },

  part(memory, text, system) {
    if (!memory.commanding) transmit(memory, encodeUtf8(text), system);
    return memory;
  },

  character(memory, character, system) {
    const enter = character === '\r' || character === '\n';
    const sent = enter ? CRLF : character === '\x7f' ? BACKSPACE : character;
    system.echo(enter ? '\n' : visibleText(sent));
    transmit(memory, encodeUtf8(sent), system);
    return memory;
  },

  endOfInput(memory, system) {
    if (memory.commanding) return telnetCommand(memory, 'quit', system, open);
    transmit(memory, END_OF_FILE, system);
    return memory;
  },

  key(memory, key, pending, system) {
    if (memory.phase !== 'open' || memory.commanding) return null;
    if (key === '^C') {
      system.echo(`${pending}^C`);
      transmit(memory, INTERRUPT_PROCESS, system);
      return memory;
    }
    // The escape character hands over what was typed before it.
    if (pending !== '') transmit(memory, encodeUtf8(pending), system);
    system.echo(`${pending}${key}\n`);
    system.print('telnet> ', 'prompt');
    return { ...memory, commanding: true };
  },

  notice(memory, notice, system) {
    if (memory.lookup && notice.type === 'answer')
      return resolved({ ...memory, lookup: lookupNotice(memory.lookup, notice, system) }, system);
    if (!('connection' in notice) || notice.connection !== memory.connection) return memory;
    return connectionNotice(memory, notice, system);
  },

  connection: ({ connection }) => connection,
});

function transmit({ connection }: Telnet, bytes: Bytes, system: System): void {
  if (connection !== null) system.send(connection, bytes);
}

function open(memory: Telnet, host: string, portText: string = DEFAULT_PORT, system: System): Telnet {
  const port = portNamed(portText.replace(/^-/, ''));
  if (port === null) return fail(memory, `telnet: could not resolve ${host}/${portText}: Servname not supported for ai_socktype\n`, system);
  return resolved({ ...memory, phase: 'resolving', commanding: false, host, port, lookup: beginLookup(host, system) }, system);
}

function fail(memory: Telnet, text: string, system: System): Telnet {
  system.complain(text);
  system.exit(1);
  return memory;
}

function resolved(memory: Telnet, system: System): Telnet {
  const { lookup, host, port } = memory;
  if (!lookup || lookup.outcome === 'waiting') return memory;
  if (lookup.outcome === 'failed') return fail(memory, `telnet: could not resolve ${host}/${port}: ${lookup.error}\n`, system);
  return tryNext({ ...memory, lookup: null, addresses: lookup.addresses }, system);
}

function tryNext(memory: Telnet, system: System): Telnet {
  const [address = ''] = memory.addresses;
  system.print(`Trying ${address}...\n`);
  return { ...memory, phase: 'connecting', connection: system.connect(address, memory.port) };
}

function connectionNotice(memory: Telnet, notice: Extract<Notice, { connection: number }>, system: System): Telnet {
  switch (notice.type) {
    case 'opened':
      system.print(`Connected to ${memory.host}.\nEscape character is '^]'.\n`);
      return { ...memory, phase: 'open' };
    case 'failed': {
      const [address = '', ...others] = memory.addresses;
      const reason = REASONS[notice.reason];
      if (others.length === 0) return fail(memory, `telnet: Unable to connect to remote host: ${reason}\n`, system);
      system.complain(`telnet: connect to address ${address}: ${reason}\n`);
      return tryNext({ ...memory, addresses: others }, system);
    }
    case 'data':
      if (memory.commanding) return { ...memory, waiting: memory.waiting + notice.bytes };
      system.printBytes(notice.bytes, 'server');
      return memory;
    case 'finished':
    case 'reset':
      return memory.commanding ? { ...memory, gone: true } : closedByServer(memory, system);
  }
}
