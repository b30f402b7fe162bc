// What telnet remembers, and how it ends when the server closes.

import type { Bytes } from '../../engine/kernel/bytes';
import type { ConnectionId } from '../../engine/kernel/trace';
import type { Lookup } from '../lookup';
import type { System } from '../types';

export interface Telnet {
  phase: 'idle' | 'resolving' | 'connecting' | 'open';
  /** When what is typed goes out: at Enter, or each key at once. */
  mode: 'line' | 'character';
  /** True while `telnet> ` asks. */
  commanding: boolean;
  host: string;
  port: number;
  lookup: Lookup | null;
  /** Addresses not tried yet, the present one first. */
  addresses: string[];
  connection: ConnectionId | null;
  /** Octets that came while `telnet> ` was asking. */
  waiting: Bytes;
  /** True once the server has closed while `telnet> ` was asking. */
  gone: boolean;
}

/** The server has closed. The screen says so, and the program ends. */
export function closedByServer(memory: Telnet, system: System): Telnet {
  system.print('Connection closed by foreign host.\n', 'note');
  system.exit(1);
  return memory;
}
