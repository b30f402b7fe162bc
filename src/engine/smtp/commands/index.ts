// The command table.

import type { CommandVerb } from '../machine';
import type { Run } from '../turn';
import { bdat } from './bdat';
import { data } from './data';
import { ehlo } from './ehlo';
import { etrn } from './etrn';
import { expn } from './expn';
import { helo } from './helo';
import { help } from './help';
import { mail } from './mail';
import { noop } from './noop';
import { quit } from './quit';
import { rcpt } from './rcpt';
import { rset } from './rset';
import { vrfy } from './vrfy';

interface Command {
  run: Run;
  /** It moves no mail: counted against `junkCommands`. */
  junk?: true;
  /** Nothing may be sent after it before its reply has come (RFC 2920, 3.1). */
  last?: true;
}

export const COMMANDS: Readonly<Record<CommandVerb, Command>> = {
  HELO: { run: helo, junk: true, last: true },
  EHLO: { run: ehlo, junk: true, last: true },
  MAIL: { run: mail },
  RCPT: { run: rcpt },
  DATA: { run: data, last: true },
  BDAT: { run: bdat },
  RSET: { run: rset, junk: true },
  NOOP: { run: noop, junk: true, last: true },
  QUIT: { run: quit },
  VRFY: { run: vrfy, junk: true, last: true },
  EXPN: { run: expn, junk: true, last: true },
  HELP: { run: help, junk: true },
  ETRN: { run: etrn, junk: true },
};
