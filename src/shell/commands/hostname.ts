import { hostNamed } from '../../engine/world';
import { optionFault, readOptions } from '../options';
import { smallProgram } from '../small';

export const hostname = smallProgram({
  name: 'hostname',
  group: 'machines',
  summary: 'the name of the machine you are on',
  manual: `NAME
    hostname - the name of this machine

SYNOPSIS
    hostname [-dfIs]

DESCRIPTION
    Prints the short name.

    -f  the fully qualified name
    -d  its domain
    -I  the addresses
`,
  run(args, system) {
    const { given, fault, words } = readOptions(args, 'dfIis');
    if (fault || words.length > 0) {
      system.complain(fault ? optionFault('hostname', fault) : 'hostname: you must be root to change the host name\n');
      return 1;
    }
    const { host } = system.login;
    const short = host.split('.')[0] ?? host;
    const addresses = hostNamed(system.world, host).addresses.join(' ');
    const text = 'f' in given ? host : 'd' in given ? host.slice(short.length + 1) : 'I' in given || 'i' in given ? addresses : short;
    system.print(`${text}\n`);
    return 0;
  },
});

export const uname = smallProgram({
  name: 'uname',
  group: 'machines',
  summary: 'the name of the operating system',
  manual: `NAME
    uname - the operating system

SYNOPSIS
    uname [-anrs]
`,
  run(args, system) {
    const short = system.login.host.split('.')[0] ?? '';
    const { given, fault } = readOptions(args, 'anrsm');
    if (fault) {
      system.complain(optionFault('uname', fault, true));
      return 1;
    }
    const parts = { s: 'Linux', n: short, r: '6.1.0-17-amd64', v: '#1 SMP PREEMPT_DYNAMIC Debian 6.1.69-1', m: 'x86_64' };
    const wanted = Object.keys(given).length === 0 ? ['s'] : Object.keys(parts).filter((letter) => 'a' in given || letter in given);
    const text = wanted.map((letter) => parts[letter as keyof typeof parts]).join(' ');
    system.print(`${text}${'a' in given ? ' GNU/Linux' : ''}\n`);
    return 0;
  },
});
