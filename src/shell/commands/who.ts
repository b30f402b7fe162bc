import { hostNamed } from '../../engine/world';
import { smallProgram } from '../small';
import { userNumber } from '../user-number';

export const whoami = smallProgram({
  name: 'whoami',
  group: 'machines',
  summary: 'as whom you are logged in',
  manual: `NAME
    whoami - print your user name

SYNOPSIS
    whoami

SEE ALSO
    id, hostname
`,
  run(_args, system) {
    system.print(`${system.login.user}\n`);
    return 0;
  },
});

export const id = smallProgram({
  name: 'id',
  group: 'machines',
  summary: 'your user and group numbers',
  manual: `NAME
    id - print user and group numbers

SYNOPSIS
    id [USER]
`,
  run([user], system) {
    const wanted = user ?? system.login.user;
    const uid = userNumber(hostNamed(system.world, system.login.host), wanted);
    if (uid < 0) {
      system.complain(`id: ‘${wanted}’: no such user\n`);
      return 1;
    }
    system.print(`uid=${uid}(${wanted}) gid=${uid}(${wanted}) groups=${uid}(${wanted})\n`);
    return 0;
  },
});
