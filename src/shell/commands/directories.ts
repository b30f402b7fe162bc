import { absolutePath, fileInfo, homeOf } from '../files';
import { optionFault, readOptions } from '../options';
import { smallProgram } from '../small';
import { civil, MONTHS, type EpochMs } from '../../engine/kernel/calendar';
import type { System } from '../types';

export const pwd = smallProgram({
  name: 'pwd',
  group: 'text',
  summary: 'the directory you are in',
  manual: `NAME
    pwd - print the working directory

SYNOPSIS
    pwd
`,
  run(_args, system) {
    system.print(`${system.login.directory}\n`);
    return 0;
  },
});

export const cd = smallProgram({
  name: 'cd',
  group: 'text',
  summary: 'go to another directory',
  completes: 'files',
  manual: `NAME
    cd - change the working directory

SYNOPSIS
    cd [DIRECTORY]

DESCRIPTION
    Without DIRECTORY it goes home (~).
`,
  run(args, system) {
    const [path = homeOf(system.login.user)] = args;
    const info = fileInfo(system.world, system.login, path);
    const fault =
      args.length > 1
        ? 'too many arguments'
        : !info
          ? `${path}: No such file or directory`
          : !info.directory
            ? `${path}: Not a directory`
            : null;
    if (fault !== null) system.complain(`bash: cd: ${fault}\n`);
    else system.login.directory = absolutePath(path, system.login);
    return fault === null ? 0 : 1;
  },
});

export const ls = smallProgram({
  name: 'ls',
  group: 'text',
  summary: 'the files of a directory',
  completes: 'files',
  manual: `NAME
    ls - list files

SYNOPSIS
    ls [-1al] [FILE...]

DESCRIPTION
    -a  names that begin with a dot too
    -l  one line each, with owner, size in octets and time
    -1  one name a line

EXAMPLES
    ls -l /var/mail
`,
  run(args, system) {
    const { given, words, fault } = readOptions(args, '1alh');
    if (fault) {
      system.complain(optionFault('ls', fault, true));
      return 2;
    }
    const wanted = words.length === 0 ? ['.'] : words;
    const known = wanted.filter((path) => fileInfo(system.world, system.login, path));
    for (const path of wanted) if (!known.includes(path)) system.complain(`ls: cannot access '${path}': No such file or directory\n`);
    const files = known.filter((path) => !fileInfo(system.world, system.login, path)?.directory);
    const directories = known.filter((path) => !files.includes(path));
    if (files.length > 0) list(files.sort(), '', given, system);
    for (const [i, path] of directories.sort().entries()) {
      if (wanted.length > 1) system.print(`${i > 0 || files.length > 0 ? '\n' : ''}${path}:\n`);
      const names = (system.listFiles(path) ?? []).map((name) => name.replace(/\/$/, ''));
      const shown = 'a' in given ? ['.', '..', ...names] : names.filter((name) => !name.startsWith('.'));
      const directory = `${path.replace(/\/$/, '')}/`;
      if ('l' in given) system.print(`total ${blocks(shown, directory, system)}\n`);
      list(shown, directory, given, system);
    }
    return known.length === wanted.length ? 0 : 2;
  },
});

function list(names: string[], directory: string, given: Record<string, string>, system: System): void {
  if ('l' in given) for (const name of names) system.print(longLine(name, directory + name, system));
  else if (names.length > 0) system.print(`${names.join(system.toTerminal && !('1' in given) ? '  ' : '\n')}\n`);
}

/** What the files take on the disk, in units of 1024 octets; a disk gives out blocks of 4096. */
function blocks(names: string[], directory: string, system: System): number {
  const octets = names.map((name) => fileInfo(system.world, system.login, directory + name)?.octets ?? 0);
  return octets.reduce((sum, size) => sum + 4 * Math.ceil(size / 4096), 0);
}

function longLine(name: string, path: string, system: System): string {
  const info = fileInfo(system.world, system.login, path);
  if (!info) return '';
  const { directory, owner, group, mode, octets, epoch } = info;
  return `${mode} ${directory ? 2 : 1} ${owner.padEnd(5)} ${group.padEnd(5)} ${String(octets).padStart(5)} ${shortDate(epoch)} ${name}\n`;
}

function shortDate(epoch: EpochMs): string {
  const t = civil(epoch);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${MONTHS[t.month - 1]} ${String(t.day).padStart(2)} ${two(t.hour)}:${two(t.minute)}`;
}
