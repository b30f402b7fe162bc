// What telnet does after its escape character: `telnet> `.

import type { System } from '../types';
import { closedByServer, type Telnet } from './telnet-memory';

type Open = (memory: Telnet, host: string, port: string | undefined, system: System) => Telnet;

const COMMANDS: Record<string, string> = {
  close: 'close current connection',
  open: 'connect to a site',
  quit: 'exit telnet',
  mode: "try to enter line or character mode ('mode ?' for more)",
  status: 'print status information',
  help: 'print help information',
  '?': 'print help information',
};

const MODES = ['character', 'line'] as const;
const OPERATION = { character: 'single character mode', line: 'obsolete linemode' };

/** Carries out one line typed at `telnet> `. Commands may be shortened. */
export function telnetCommand(memory: Telnet, line: string, system: System, open: Open): Telnet {
  const [word = '', ...args] = line.trim().split(/\s+/);
  if (word === '') return memory.phase === 'open' ? back(memory, system) : again(memory, system);
  const matches = Object.keys(COMMANDS).filter((name) => name.startsWith(word));
  const [name] = matches;
  if (name === undefined) system.print('?Invalid command\n');
  else if (matches.length > 1) system.print('?Ambiguous command\n');
  else return carryOut(memory, name, args, system, open);
  return again(memory, system);
}

function carryOut(memory: Telnet, name: string, args: string[], system: System, open: Open): Telnet {
  const connected = memory.phase === 'open';
  switch (name) {
    case 'quit':
    case 'close':
      if (!connected && name === 'close') {
        system.print('?Need to be connected first.\n');
        return again(memory, system);
      }
      if (connected) system.print('Connection closed.\n');
      system.exit(0);
      return memory;
    case 'open':
      if (connected) system.print(`?Already connected to ${memory.host}\n`);
      else if (args[0] !== undefined) return open(memory, args[0], args[1], system);
      else system.print('usage: open host-name [port]\n');
      return again(memory, system);
    case 'mode':
      return changeMode(memory, args[0], system);
    case 'status':
      if (connected) system.print(`Connected to ${memory.host}.\nOperating in ${OPERATION[memory.mode]}\nLocal character echo\n`);
      else system.print('No connection.\n');
      system.print("Escape character is '^]'.\n");
      return connected ? back(memory, system) : again(memory, system);
    default:
      system.print('Commands may be abbreviated.  Commands are:\n\n');
      system.print(Object.entries(COMMANDS).map(([command, text]) => `${command}\t${text}\n`).join('')); // prettier-ignore
      return again(memory, system);
  }
}

/** Takes effect at once: nothing is negotiated. */
function changeMode(memory: Telnet, wanted: string | undefined, system: System): Telnet {
  const mode = MODES.find((name) => wanted !== undefined && name.startsWith(wanted));
  if (wanted === '?')
    system.print("format is:  'mode Mode', where 'Mode' is one of:\n\ncharacter\tsend each key at once\nline\tsend a line at Enter\n");
  else if (wanted === undefined) system.print("No mode specified ('mode ?' for help).\n");
  else if (!mode) system.print(`Unknown mode '${wanted}' ('mode ?' for help).\n`);
  else if (memory.phase !== 'open') system.print('?Need to be connected first.\n');
  else return back({ ...memory, mode }, system);
  return again(memory, system);
}

function again(memory: Telnet, system: System): Telnet {
  system.print('telnet> ', 'prompt');
  return memory;
}

/** Back to the conversation, with what came meanwhile. */
function back(memory: Telnet, system: System): Telnet {
  system.printBytes(memory.waiting, 'server');
  const talking = { ...memory, commanding: false, waiting: '' };
  return memory.gone ? closedByServer(talking, system) : talking;
}
