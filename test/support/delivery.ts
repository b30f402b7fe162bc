// The reference mailboxes: what is in them after letters were accepted by `mx1.campus.example`.

import type { Bytes } from '../../src/engine/kernel/bytes';
import type { AcceptedMessage } from '../../src/engine/smtp/types';
import { createWorld, runUntil } from '../../src/engine/world';
import { takeOver } from '../../src/engine/world/post';
import type { WorldData } from '../../src/engine/world-types';
import { MAIL_EXCHANGER } from './reference';

const HOST = MAIL_EXCHANGER.hostname;

const CAMPUS: WorldData = {
  start: '2026-11-23T11:30:00Z',
  networks: { campus: { prefix: '192.0.2.0/24', resolver: '192.0.2.53', latency: 2 } },
  sites: {
    campus: {
      domains: [...MAIL_EXCHANGER.localDomains],
      users: { you: { name: 'You' }, ada: { name: 'Ada' }, cleo: { name: 'Cleo' } },
      aliases: Object.fromEntries(Object.entries(MAIL_EXCHANGER.aliases).map(([name, targets]) => [name, [...targets]])),
    },
  },
  hosts: {
    [HOST]: {
      addresses: ['192.0.2.25'],
      network: 'campus',
      site: 'campus',
      users: ['you'],
      services: [{ port: 25, protocol: 'smtp', dialect: MAIL_EXCHANGER.dialect }],
    },
  },
  zones: {},
  terminals: [{ name: 'one', host: HOST, user: 'you' }],
};

/** The letters in a user's mailbox, one after the other, after these were accepted. */
export function storedFor(user: string, accepted: readonly AcceptedMessage[]): Bytes {
  const world = createWorld(CAMPUS, 1);
  for (const message of accepted) takeOver(world, world.hosts[HOST]!, message, 0);
  runUntil(world, 1000);
  return world.sites['campus']!.mailboxes[user]!.messages.map(({ content }) => content).join('');
}
