// One of the two servers that the bench compares, as a process: `bridge` or `smtp-server`. Prints its port.

import { SMTPServer } from 'smtp-server';
import { bridgeTo, portOf } from '../support/bridge';
import { smallWorld } from '../support/small-world';

/** The small world, in which nobody's mailbox is ever full. */
function roomyWorld() {
  const world = smallWorld();
  world.sites['campus']!.users['ada']!.quota = Number.MAX_SAFE_INTEGER;
  return world;
}

if (process.argv[2] === 'bridge') {
  console.log(portOf(await bridgeTo(roomyWorld()), 'smtp'));
} else {
  const letters: Buffer[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        letters.push(Buffer.concat(parts));
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1', () => console.log((server.server.address() as { port: number }).port));
}
