// Faults in a running world: windows open and close on the agenda; what happens only so often is counted.

import { schedule } from '../kernel/schedule';
import type { HostName, Seq, Side } from '../kernel/trace';
import { isWithinWindow, nextEdge, type ActiveFault, type Fault, type FaultKind } from '../net/faults';
import type { Connection } from '../net/types';
import type { ScriptedReply } from '../smtp/types';
import type { World } from '../world-types';
import { lettersOf } from './queue';
import { hostNamed } from './topology';
import { record } from './trace';
import { forget } from './transport';

/** Adds a fault by hand, as of now. Throws a RangeError for a host, site or user that does not exist. */
export function addFault(world: World, fault: Fault): void {
  planFault(world, fault);
  record(world, { type: 'lab.fault', host: placeOf(fault), kind: fault.kind, mended: false });
}

/** Adds a fault that belongs to the world. Throws a RangeError for a host, site or user that does not exist. */
export function planFault(world: World, fault: Fault): void {
  if ('host' in fault) hostNamed(world, fault.host);
  else if (!world.sites[fault.site]?.mailboxes[fault.user]) throw new RangeError(`there is no mailbox "${fault.user}" at ${fault.site}`);
  const times = 'times' in fault ? fault.times : undefined;
  world.faults.push({ fault, left: times ?? null });
  look(world, world.faults.length - 1);
}

/**
 * Ends every fault of this kind at a host (or with a mailbox, `user@site`): a machine is switched on again, a line mended. Throws
 * a RangeError for a host that does not exist.
 */
export function endFaults(world: World, place: string, kind: FaultKind): void {
  if (kind !== 'full') hostNamed(world, place);
  record(world, { type: 'lab.fault', host: place, kind, mended: true });
  for (const active of world.faults) {
    const { fault } = active;
    if (fault.kind !== kind || placeOf(fault) !== place) continue;
    active.left = 0;
    if (fault.kind === 'full') setFull(world, fault.site, fault.user, false);
  }
  if (kind === 'down') setDown(world, place, false);
}

/** What a fault is about, as the trace names it: a host, or a mailbox `user@site`. */
const placeOf = (fault: Fault): string => ('host' in fault ? fault.host : `${fault.user}@${fault.site}`);

/** A window opens or closes. */
export function onFaultEdge(world: World, index: number): void {
  if (world.faults[index]?.left !== 0) look(world, index);
}

function look(world: World, index: number): void {
  const { fault } = world.faults[index]!;
  if (!('from' in fault)) return;
  if (fault.kind === 'down')
    setDown(
      world,
      fault.host,
      isDue(world, (other) => other.kind === 'down' && other.host === fault.host),
    );
  if (fault.kind === 'full') {
    const { site, user } = fault;
    setFull(
      world,
      site,
      user,
      isDue(world, (other) => other.kind === 'full' && other.site === site && other.user === user),
    );
  }
  const next = nextEdge(fault, world.now);
  if (next !== null) schedule(world.agenda, next, { type: 'faultEdge', index });
}

/** True if the window of any fault of this sort is open: several may be about one machine. */
function isDue(world: World, isMeant: (fault: Fault) => boolean): boolean {
  return world.faults.some(({ fault, left }) => left !== 0 && isMeant(fault) && 'from' in fault && isWithinWindow(fault, world.now));
}

function setDown(world: World, name: HostName, down: boolean): void {
  const host = hostNamed(world, name);
  if ((host.down ?? false) === down) return;
  host.down = down;
  const cause = record(world, { type: down ? 'host.down' : 'host.up', host: name });
  if (down) forgetWork(world, name);
  else resumeQueue(world, name, cause);
}

/** A machine that goes down loses its memory: conversations, tries in progress, a resolver its cache. Its queue is on disk. */
function forgetWork(world: World, name: HostName): void {
  for (const connection of Object.values(world.connections)) {
    if (connection.server.host === name) delete world.sessions[connection.id];
    if (connection.client.host !== name) continue;
    connection.owner = null;
    if (connection.state === 'opening') forget(world, connection);
  }
  for (const query of Object.values(world.queries))
    if (query.asker === name && query.resolution !== undefined) delete world.queries[query.id];
  for (const search of Object.values(world.resolutions)) if (search.host === name) delete world.resolutions[search.id];
  delete world.caches[name];
  for (const transfer of Object.values(world.transfers)) if (transfer.host === name) delete world.transfers[transfer.id];
  for (const letter of Object.values(lettersOf(world, name))) letter.transfers = [];
}

/** A machine that comes back tries its letters at once, as mail servers do when they start. */
function resumeQueue(world: World, name: HostName, cause: Seq): void {
  for (const letter of Object.values(lettersOf(world, name))) {
    letter.nextTry = world.now;
    letter.cause = cause;
    schedule(world.agenda, world.now, { type: 'try', host: name, queueId: letter.queueId });
  }
}

function setFull(world: World, site: string, user: string, full: boolean): void {
  const mailbox = world.sites[site]?.mailboxes[user];
  if (!mailbox) return;
  if (full && mailbox.quotaBefore === undefined) {
    mailbox.quotaBefore = mailbox.quota ?? null;
    mailbox.quota = 0;
  } else if (!full && mailbox.quotaBefore !== undefined) {
    if (mailbox.quotaBefore === null) delete mailbox.quota;
    else mailbox.quota = mailbox.quotaBefore;
    delete mailbox.quotaBefore;
  }
}

/** What a host's servers say is late by so much. */
export function slowness(world: World, host: HostName): number {
  return active(world, host, 'slow').reduce((sum, { fault }) => sum + (isWithinWindow(fault, world.now) ? fault.delay : 0), 0);
}

/** Replies that a host's servers are made to give. */
export function scriptedReplies(world: World, host: HostName): ScriptedReply[] {
  return active(world, host, 'reply').map(({ fault: { verb, reply, path }, index, left }) => ({
    index,
    verb,
    reply,
    ...(path === undefined ? {} : { path }),
    ...(left === null ? {} : { left }),
  }));
}

/** A fault has happened: one time fewer. */
export function use(world: World, index: number): void {
  const fault = world.faults[index];
  if (fault?.left) fault.left--;
}

/** How a connection breaks as the replies to these verbs are sent; null if it holds. */
export function cutAtVerb(world: World, host: HostName, verbs: readonly string[]): 'silence' | 'reset' | null {
  const found = active(world, host, 'cut').find(({ fault }) => 'verb' in fault.at && verbs.includes(fault.at.verb));
  if (!found) return null;
  use(world, found.index);
  return found.fault.how;
}

/** How a connection breaks with these octets from one side, and how many of them still pass; null if it holds. */
export function cutAtOctets(
  world: World,
  connection: Connection,
  side: Side,
  length: number,
): { how: 'silence' | 'reset'; pass: number } | null {
  if (world.faults.length === 0 || connection.server.host === null) return null;
  const { sent } = connection.from[side];
  for (const { fault, index } of active(world, connection.server.host, 'cut')) {
    if (!('side' in fault.at) || fault.at.side !== side || sent + length < fault.at.octets) continue;
    use(world, index);
    return { how: fault.how, pass: Math.max(fault.at.octets - sent, 0) };
  }
  return null;
}

type Of<Kind extends FaultKind> = Extract<Fault, { kind: Kind }>;

function active<Kind extends FaultKind>(world: World, host: HostName, kind: Kind): (ActiveFault & { fault: Of<Kind>; index: number })[] {
  return world.faults.flatMap(({ fault, left }, index) =>
    fault.kind === kind && left !== 0 && 'host' in fault && fault.host === host ? [{ fault: fault as Of<Kind>, left, index }] : [],
  );
}
