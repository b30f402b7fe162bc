import { smallProgram } from '../small';
import type { Group } from '../types';
import { shellManual } from './shell-manual';

const HEADINGS: [Group, string][] = [
  ['mail', 'Mail'],
  ['names', 'Names and addresses'],
  ['machines', 'Machines and time'],
  ['text', 'Files and text'],
  ['shell', 'This terminal'],
];

const LIMITS = `Keys: Tab completes, cursor up brings back, ^C stops a program, ^L clears.
Pipes, quotes, ; && || and > < >> work. Not here: * and ? for file names, $(...),
loops, background jobs, sudo, editors, and the real Internet. More: man NAME, man bash.
`;

export const help = smallProgram({
  name: 'help',
  group: 'shell',
  summary: 'this list',
  completes: 'commands',
  manual: `NAME
    help - what this terminal can do

SYNOPSIS
    help [NAME]

SEE ALSO
    man
`,
  run([name], system) {
    const wanted = name === undefined ? null : system.programs.find((program) => program.name === name);
    if (wanted === undefined) {
      system.complain(`bash: help: no help topics match '${name}'.  Try 'help'.\n`);
      return 1;
    }
    if (wanted) {
      system.print(wanted.manual);
      return 0;
    }
    const width = Math.max(...system.programs.map((program) => program.name.length));
    for (const [group, heading] of HEADINGS) {
      system.print(`${heading}\n`, 'note');
      for (const program of system.programs) {
        if (program.group === group) system.print(`  ${program.name.padEnd(width)}  ${program.summary}\n`);
      }
    }
    system.print(`\n${LIMITS}`);
    return 0;
  },
});

export const man = smallProgram({
  name: 'man',
  group: 'shell',
  summary: 'the manual of a command: man telnet',
  completes: 'commands',
  manual: `NAME
    man - show a manual page

SYNOPSIS
    man NAME

DESCRIPTION
    The pages say what the command does here, in this world. man bash is
    about the command line itself.
`,
  run(args, system) {
    const names = args.filter((word) => !/^\d$/.test(word));
    if (names.length === 0) {
      system.complain("What manual page do you want?\nFor example, try 'man man'.\n");
      return 1;
    }
    for (const name of names) {
      const manual =
        system.programs.find((program) => program.name === name)?.manual ?? (['bash', 'sh'].includes(name) ? shellManual : null);
      if (manual === null) {
        system.complain(`No manual entry for ${name}\n`);
        return 16;
      }
      system.print(manual);
    }
    return 0;
  },
});

export const which = smallProgram({
  name: 'which',
  group: 'shell',
  summary: 'whether a command exists here',
  completes: 'commands',
  manual: `NAME
    which - where a command is

SYNOPSIS
    which NAME...
`,
  run(args, system) {
    const found = args.filter((name) => system.programs.some((program) => program.name === name));
    for (const name of found) system.print(`/usr/bin/${name}\n`);
    return found.length === args.length && args.length > 0 ? 0 : 1;
  },
});
