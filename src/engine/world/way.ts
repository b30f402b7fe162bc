// The way of a try: it is looked up (RFC 5321, 5.1), then one address after the other is called until a server has judged
// every recipient. What befalls the conversation is in hand-over.ts.

import type { DnsFailure, DnsResponse } from '../dns/types';
import { canonicalAddress, isIpv6, parseAddress } from '../kernel/address';
import { drawFrom } from '../kernel/random';
import { literalAddress } from '../mail/domain';
import { CONNECT_PATIENCE } from '../mta/defaults';
import { addressesFrom, routeFrom, type Route } from '../mta/route';
import type { Exchanger, Transfer } from '../mta/types';
import { connectWords, serverName } from '../mta/words';
import type { Host, World } from '../world-types';
import { ask } from './names';
import { awaitUntil } from './patience';
import { endTransfer } from './settle';
import { connect } from './sockets';
import { hostNamed } from './topology';
import { record } from './trace';

const PORT = 25;

/** The name under which the world tells a try what happened. */
const ownerOf = (id: number) => `transfer ${id}`;

/** Looks up where the recipients' domain, or the relay host, takes mail. */
export function findWay(world: World, host: Host, transfer: Transfer): void {
  const relayHost = host.mta?.relayHost;
  const next = relayHost ?? transfer.domain;
  const direct = literalAddress(next) ?? (relayHost === undefined ? null : bracketed(relayHost));
  if (direct === null) {
    const query = ask(world, {
      owner: ownerOf(transfer.id),
      from: host.name,
      name: next,
      type: 'MX',
      cause: transfer.cause,
    });
    transfer.waiting = { for: 'exchangers', query };
    return;
  }
  takeWay(world, host, transfer, {
    source: relayHost === undefined ? 'literal' : 'relay host',
    exchangers: [{ preference: 0, name: direct }],
  });
}

/** A name in brackets is not to be looked up among the exchangers. */
const bracketed = (relayHost: string) => /^\[(.*)\]$/.exec(relayHost)?.[1] ?? null;

/** The answer to one of a try's questions. */
export function onTransferAnswer(world: World, transfer: Transfer, response: DnsResponse | DnsFailure): void {
  const host = hostNamed(world, transfer.host);
  const { waiting } = transfer;
  if (waiting?.for === 'exchangers') {
    const relayHost = host.mta?.relayHost;
    const route = routeFrom({
      domain: relayHost ?? transfer.domain,
      response,
      own: [host.name],
      exchangers: host.mta?.exchangers ?? 'lenient',
      draw: (limit) => drawFrom(world.random, world.seed, `route ${host.name}`, limit),
    });
    takeWay(world, host, transfer, 'fault' in route || relayHost === undefined ? route : { ...route, source: 'relay host' });
  } else if (waiting?.for === 'addresses') {
    takeAddresses(world, host, transfer, waiting, response);
  }
}

function takeWay(world: World, host: Host, transfer: Transfer, route: Route): void {
  if ('fault' in route) {
    noteTrouble(world, transfer, route.status, route.diagnostic);
    endTransfer(world, transfer);
    return;
  }
  const { source, exchangers } = route;
  transfer.source = source;
  transfer.exchangers = exchangers;
  const { queueId, id, domain } = transfer;
  const facts = {
    host: host.name,
    queueId,
    transfer: id,
    domain,
    source,
    exchangers: exchangers.map(({ preference, name }) => `${preference} ${name}`),
  };
  transfer.cause = record(world, { type: 'mail.route', ...facts }, transfer.cause);
  goOn(world, transfer);
}

/** Calls the next address, of the next exchanger if need be; without any, the try has come to its end. */
export function goOn(world: World, transfer: Transfer): void {
  const host = hostNamed(world, transfer.host);
  const { waiting } = transfer;
  const address = transfer.addresses.shift();
  if (address !== undefined && waiting && waiting.for !== 'exchangers') return call(world, host, transfer, waiting.exchanger, address);
  const exchanger = transfer.exchangers.shift();
  if (!exchanger) return endTransfer(world, transfer);
  if (parseAddress(exchanger.name) !== null) return call(world, host, transfer, exchanger, exchanger.name);
  askAddresses(world, host, transfer, exchanger, families(host));
}

/** IPv6 first, as far as the host has addresses of these kinds itself. */
function families(host: Host): ('A' | 'AAAA')[] {
  return (['AAAA', 'A'] as const).filter((family) => host.addresses.some((own) => isIpv6(own) === (family === 'AAAA')));
}

function askAddresses(
  world: World,
  host: Host,
  transfer: Transfer,
  exchanger: Exchanger,
  [family = 'A', ...later]: ('A' | 'AAAA')[],
): void {
  const query = ask(world, { owner: ownerOf(transfer.id), from: host.name, name: exchanger.name, type: family, cause: transfer.cause });
  transfer.waiting = { for: 'addresses', query, exchanger, later };
}

type WaitingForAddresses = Extract<Transfer['waiting'], { for: 'addresses' }>;

function takeAddresses(
  world: World,
  host: Host,
  transfer: Transfer,
  { exchanger, later }: WaitingForAddresses,
  response: DnsResponse | DnsFailure,
): void {
  const strict = host.mta?.exchangers === 'strict' && transfer.source === 'mx';
  const found = addressesFrom(exchanger.name, response, strict ? 'refuse' : 'follow');
  if ('fault' in found) noteTrouble(world, transfer, found.status, found.diagnostic);
  else transfer.addresses.push(...found);
  if (later.length > 0 && !('fault' in found && found.status.startsWith('5'))) return askAddresses(world, host, transfer, exchanger, later);
  if (transfer.addresses.length === 0 && !('fault' in found)) {
    const words = `Host or domain name not found. Name service error for name=${exchanger.name} type=A: Host found but no data record of requested type`;
    noteTrouble(world, transfer, '5.4.4', words);
  }
  goOn(world, transfer);
}

/** Opens a connection to one address. */
function call(world: World, host: Host, transfer: Transfer, exchanger: Exchanger, address: string): void {
  if (host.addresses.some((own) => canonicalAddress(own) === canonicalAddress(address))) {
    noteTrouble(world, transfer, '5.4.6', `mail for ${transfer.domain} loops back to myself`);
    // Under whatever name: exchangers that are no better than the host itself would only send the letter back to it.
    transfer.addresses = [];
    transfer.exchangers = [];
    return goOn(world, transfer);
  }
  const { id, queueId } = transfer;
  const connection = connect(world, { owner: ownerOf(id), from: host.name, toAddress: address, port: PORT, cause: transfer.cause });
  const facts = { host: host.name, queueId, transfer: id, exchanger: exchanger.name, address, connection };
  transfer.cause = record(world, { type: 'mail.exchanger', ...facts }, transfer.cause);
  transfer.waiting = { for: 'session', connection, exchanger, address };
  awaitUntil(world, transfer, world.now + CONNECT_PATIENCE);
}

/** A connection did not come about: on to the next address. */
export function onNoConnection(world: World, transfer: Transfer, reason: 'refused' | 'unreachable' | 'timeout'): void {
  const { waiting } = transfer;
  if (waiting?.for !== 'session') return;
  transfer.deadline = null;
  noteTrouble(world, transfer, '4.4.1', connectWords(serverName(waiting.exchanger.name, waiting.address), reason));
  goOn(world, transfer);
}

/**
 * What went wrong so far. A trouble that may pass is remembered over one that does not: another try may help. With a relay host
 * all of them may pass, because its keeper can mend them; that is no letter's fault.
 */
function noteTrouble(world: World, transfer: Transfer, code: string, diagnostic: string): void {
  const { trouble } = transfer;
  const relayed = hostNamed(world, transfer.host).mta?.relayHost !== undefined;
  const status = relayed ? code.replace(/^5/, '4') : code;
  if (trouble?.status.startsWith('4') && status.startsWith('5')) return;
  transfer.trouble = { status, diagnostic, exchanger: null, reply: null, at: world.now, cause: transfer.cause };
}
