// How much a world may hold that anybody can write to. A real server has disks and an administrator; here a mailbox that
// is full says so (452, as everywhere), and of unfinished letters there are only so many octets.

import type { ConnectionId } from '../engine/kernel/trace';
import type { World, WorldData } from '../engine/world-types';

const MEGABYTE = 1_048_576;
/** Octets of all mailboxes together, shared out equally; a mailbox has room for one large letter at least. */
const MAILBOXES = 512 * MEGABYTE;
const SMALLEST_MAILBOX = 32 * MEGABYTE;
/** Octets of all letters that are being received. */
const UNFINISHED = 256 * MEGABYTE;

/** Connections at a time. */
export const MOST_CONNECTIONS = 1_000;

/** The same world, in which every mailbox has a quota. */
export function withinBounds(data: WorldData): WorldData {
  const users = Object.values(data.sites).reduce((sum, site) => sum + Object.keys(site.users).length, 0);
  const quota = Math.max(SMALLEST_MAILBOX, Math.floor(MAILBOXES / Math.max(users, 1)));
  const bounded = structuredClone(data);
  for (const site of Object.values(bounded.sites)) for (const user of Object.values(site.users)) user.quota ??= quota;
  return bounded;
}

/** The connection whose unfinished letter has to go, because all of them together have become too large; null if they have not. */
export function heaviest(world: World): ConnectionId | null {
  let sum = 0;
  let most = { id: null as ConnectionId | null, octets: 0 };
  for (const [id, { content, chunk, buffer }] of Object.entries(world.sessions)) {
    const octets = (content?.length ?? 0) + (chunk?.octets?.length ?? 0) + buffer.length;
    sum += octets;
    if (octets > most.octets) most = { id: Number(id), octets };
  }
  return sum > UNFINISHED ? most.id : null;
}
