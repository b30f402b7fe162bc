// Every program a machine has, in the order of `help`. A new command is one new file and one word here.

import { base64 } from './commands/base64';
import { cat } from './commands/cat';
import { date } from './commands/date';
import { dig } from './commands/dig';
import { cd, ls, pwd } from './commands/directories';
import { echo } from './commands/echo';
import { grep } from './commands/grep';
import { head, tail } from './commands/head-tail';
import { help, man, which } from './commands/help';
import { host } from './commands/host';
import { hostname, uname } from './commands/hostname';
import { mail } from './commands/mail';
import { nc } from './commands/nc';
import { nslookup } from './commands/nslookup';
import { ping } from './commands/ping';
import { mailq, postcat, postqueue } from './commands/queue';
import { printf } from './commands/printf';
import { clear, exit, fail, history, logout, succeed } from './commands/session';
import { sendmail } from './commands/sendmail';
import { sleep } from './commands/sleep';
import { ssh } from './commands/ssh';
import { telnet } from './commands/telnet';
import { wc } from './commands/wc';
import { id, whoami } from './commands/who';
import type { Program } from './types';

export const programs: readonly Program[] = [
  ...[telnet, nc, mail, sendmail, mailq, postqueue, postcat],
  ...[host, dig, nslookup, ping],
  ...[ssh, exit, logout, date, sleep, hostname, whoami, id, uname],
  ...[cat, ls, cd, pwd, head, tail, grep, wc, echo, printf, base64],
  ...[help, man, history, clear, which, succeed, fail],
];

const BY_NAME = new Map(programs.map((program) => [program.name, program]));

/** The program with this name; undefined if there is none. */
export function programNamed(name: string): Program | undefined {
  return BY_NAME.get(name);
}
