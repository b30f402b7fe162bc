// Leaving, and what concerns the shell itself.

import { smallProgram } from '../small';
import type { Program, System } from '../types';

function leaving(name: 'exit' | 'logout'): Program {
  return smallProgram({
    name,
    group: 'machines',
    summary: name === 'exit' ? 'leave the machine you came to with ssh' : 'the same as exit',
    manual: `NAME
    ${name} - end this login

SYNOPSIS
    ${name} [STATUS]

DESCRIPTION
    Brings you back to the machine you came from. ^D on an empty line does
    the same. On the machine where you began there is nowhere to go back to:
    the terminal stays.
`,
    run([status = '0'], system) {
      leave(system);
      return /^\d{1,3}$/.test(status) ? Number(status) & 255 : 2;
    },
  });
}

function leave(system: System): void {
  const { via } = system.login;
  system.print('logout\n');
  if (via === null) system.print('This is where you began, so the terminal stays open.\n', 'note');
  else system.print(`Connection to ${via} closed.\n`);
  system.logOut();
}

export const exit = leaving('exit');
export const logout = leaving('logout');

export const history = smallProgram({
  name: 'history',
  group: 'shell',
  summary: 'the lines you typed on this machine',
  manual: `NAME
    history - the lines typed so far

SYNOPSIS
    history

DESCRIPTION
    Cursor up and down bring them back.
`,
  run(_args, system) {
    for (const [i, line] of system.login.history.entries()) system.print(`${String(i + 1).padStart(5)}  ${line}\n`);
    return 0;
  },
});

export const clear = smallProgram({
  name: 'clear',
  group: 'shell',
  summary: 'an empty screen',
  manual: `NAME
    clear - clear the screen

SYNOPSIS
    clear

DESCRIPTION
    ^L does the same and keeps the line you are typing.
`,
  run(_args, system) {
    system.clear();
    return 0;
  },
});

function constant(name: string, status: number): Program {
  return smallProgram({
    name,
    group: 'shell',
    summary: `do nothing, and ${status === 0 ? 'succeed' : 'fail'}`,
    manual: `NAME
    ${name} - do nothing, with exit status ${status}

SYNOPSIS
    ${name}
`,
    run: () => status,
  });
}

export const succeed = constant('true', 0);
export const fail = constant('false', 1);
