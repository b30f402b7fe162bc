// Telnet's own words among the octets (RFC 854). A mail server knows none of them: to it they are octets like others.

import type { Bytes } from '../../engine/kernel/bytes';

const IAC = 0xff;
const COMMANDS: Readonly<Record<number, string>> = {
  240: 'SE',
  241: 'NOP',
  242: 'DATA MARK',
  243: 'BREAK',
  244: 'INTERRUPT PROCESS',
  245: 'ABORT OUTPUT',
  246: 'ARE YOU THERE',
  247: 'ERASE CHARACTER',
  248: 'ERASE LINE',
  249: 'GO AHEAD',
  250: 'SB',
};
const NEGOTIATION: Readonly<Record<number, string>> = { 251: 'WILL', 252: 'WON’T', 253: 'DO', 254: 'DON’T' };
const OPTIONS: Readonly<Record<number, string>> = {
  0: 'BINARY',
  1: 'ECHO',
  3: 'SUPPRESS GO AHEAD',
  6: 'TIMING MARK',
  24: 'TERMINAL TYPE',
  34: 'LINEMODE',
};

/** The telnet command that begins at `at`, with its IAC: its name and how many octets it has. Undefined if none does. */
export function telnetCommandAt(bytes: Bytes, at: number): { name: string; length: number } | undefined {
  if (bytes.charCodeAt(at) !== IAC || at + 1 >= bytes.length) return undefined;
  const command = bytes.charCodeAt(at + 1);
  const asks = NEGOTIATION[command];
  if (asks === undefined) return COMMANDS[command] === undefined ? undefined : { name: COMMANDS[command], length: 2 };
  if (at + 2 >= bytes.length) return undefined;
  const option = bytes.charCodeAt(at + 2);
  return { name: `${asks} ${OPTIONS[option] ?? String(option)}`, length: 3 };
}
