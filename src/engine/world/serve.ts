// Runs server sessions: hands them octets, carries out what they ask for.

import { drawFrom } from '../kernel/random';
import { schedule } from '../kernel/schedule';
import type { HostName, Seq } from '../kernel/trace';
import { nameOf } from '../dns/resolve';
import type { Connection } from '../net/types';
import { expire, hangUp, openSession, receive } from '../smtp/session';
import { inDialect } from '../smtp/settings';
import type { Effect, SmtpServer, SmtpSession, Step } from '../smtp/types';
import type { Host, SmtpServiceData, World } from '../world-types';
import { takeOver } from './post';
import { dialectOf } from './manner';
import { filterFor, hostNamed, smtpService } from './topology';
import { cutAtVerb, scriptedReplies, slowness, use } from './faults';
import { record } from './trace';
import { awaitFinish, closeIfDone, finishSide, resetSide, sever, tell, transmit } from './transport';

const RANDOM_STATES = 0x1_0000_0000;

/** The client's handshake is complete at the server: a session begins, and greets. */
export function onAck(world: World, connection: Connection): void {
  const found = listener(world, connection);
  const { client, server } = connection;
  const torn = filterFor(world, client.address, server.address, server.port)?.action === 'reset';
  if (!found || torn) return resetSide(world, connection, 'server');
  const { host, service } = found;
  const random = drawFrom(world.random, world.seed, `sessions ${host.name}`, RANDOM_STATES);
  const peer = { address: connection.client.address, name: nameOf(world.zones, connection.client.address) };
  const configured = inDialect(smtpServer(world, host, service), dialectOf(host, service));
  carryOut(world, connection, host, openSession(configured, peer, world.now, random), connection.cause);
}

/** Octets reached one end. */
export function onSegment(world: World, connection: Connection, side: 'client' | 'server', bytes: string, cause: Seq): void {
  if (side === 'server') {
    tell(world, connection, { type: 'data', connection: connection.id, bytes }, cause);
    return;
  }
  const session = world.sessions[connection.id];
  const found = listener(world, connection);
  // The server has gone: its machine answers with a reset (RFC 9293, 3.10.7.1).
  if (!session || !found || connection.from.server.finished) return resetSide(world, connection, 'server');
  carryOut(world, connection, found.host, receive(session, bytes, world.now, smtpServer(world, found.host, found.service)), cause);
}

/** One end heard that the other will send no more. */
export function onFinish(world: World, connection: Connection, side: 'client' | 'server'): void {
  connection.from[side].finishArrived = true;
  if (side === 'server') {
    tell(world, connection, { type: 'finished', connection: connection.id });
    if (!connection.from.client.finished) awaitFinish(world, connection);
  } else withSession(world, connection, (session, server) => hangUp(session, world.now, server));
  closeIfDone(world, connection);
}

/** The server looks at how long it has waited. */
export function onDeadline(world: World, connection: Connection): void {
  connection.deadlineAt = null;
  withSession(world, connection, (session, server) => expire(session, world.now, server));
}

/** What the SMTP listener on a port of a host may know; undefined if none listens there. Throws a RangeError for an unknown host. */
export function serverAt(world: World, name: HostName, port: number): SmtpServer | undefined {
  const host = hostNamed(world, name);
  const service = smtpService(host, port);
  return service && smtpServer(world, host, service);
}

/** What a listener may know: its configuration, and its site's domains, users and aliases. */
function smtpServer(world: World, host: Host, service: SmtpServiceData): SmtpServer {
  const site = host.site === undefined ? undefined : world.sites[host.site];
  const { hostname = host.name, port: _port, protocol: _protocol, service: _service, ...rest } = service;
  return {
    ...rest,
    hostname,
    addresses: host.addresses,
    localDomains: site?.domains ?? [],
    users: site?.mailboxes ?? {},
    aliases: site?.aliases ?? {},
    epoch: world.epoch,
    greylisted: host.greylisted ?? {},
    scripted: scriptedReplies(world, host.name),
  };
}

function withSession(world: World, connection: Connection, run: (session: SmtpSession, server: SmtpServer) => Step): void {
  const session = world.sessions[connection.id];
  const found = listener(world, connection);
  if (!session || !found) return;
  carryOut(world, connection, found.host, run(session, smtpServer(world, found.host, found.service)), connection.cause);
}

function listener(world: World, connection: Connection): { host: Host; service: SmtpServiceData } | undefined {
  if (connection.server.host === null) return undefined;
  const host = hostNamed(world, connection.server.host);
  const service = smtpService(host, connection.server.port);
  return service && { host, service };
}

function carryOut(world: World, connection: Connection, host: Host, { session, effects }: Step, cause: Seq): void {
  world.sessions[connection.id] = session;
  let latest = cause;
  let output = '';
  let closing = false;
  for (const effect of effects) {
    if (effect.type === 'send') output += effect.bytes;
    else if (effect.type === 'record') latest = recordFor(world, connection, host, effect, cause);
    else if (effect.type === 'deliver') takeOver(world, host, effect.message, latest);
    else if (effect.type === 'greylist') (host.greylisted ??= {})[effect.key] ??= world.now;
    else if (effect.type === 'scripted') use(world, effect.index);
    else closing = true;
  }
  // One write for all replies of one read, as servers do when commands are pipelined.
  const verbs = effects.flatMap((effect) => (effect.type === 'record' && effect.event.type === 'smtp.exchange' ? [effect.event.verb] : []));
  const broken = connection.severed ? null : cutAtVerb(world, host.name, verbs);
  if (broken) sever(world, connection, 'server', broken, latest);
  transmit(world, connection, 'server', output, latest, slowness(world, host.name));
  connection.cause = latest;
  if (closing) finishSide(world, connection, 'server', latest);
  else watch(world, connection, session);
}

function recordFor(world: World, connection: Connection, host: Host, effect: Extract<Effect, { type: 'record' }>, cause: Seq): Seq {
  return record(world, { ...effect.event, connection: connection.id, host: host.name }, cause);
}

/** One look at the session's patience is on the agenda at a time; a later deadline is found when it comes up. */
function watch(world: World, connection: Connection, session: SmtpSession): void {
  if (connection.deadlineAt !== null || session.state === 'closed') return;
  connection.deadlineAt = Math.max(session.deadline, world.now + 1);
  schedule(world.agenda, connection.deadlineAt, { type: 'sessionDeadline', connection: connection.id });
}
