// A resolver at work (RFC 1034, 5.3.3): it looks into its own zones and its cache, and else asks the servers of the
// nearest zone it knows, which hand it on to those of a nearer one. Each search is plain data in world.resolutions.
//
// A server that is silent, refuses or does not hold the zone it should is followed by the next one, and one that was
// silent is asked last for five minutes (RFC 2308, 7.2). When all have failed twice, or ten seconds are over, when
// aliases run in circles, or when too much would have to be asked, the search ends in SERVFAIL.

import { aged, recall } from '../dns/cache';
import { isWithin } from '../dns/names';
import type { DnsFailure, DnsResponse, ResourceRecord, Status } from '../dns/types';
import type { Seq } from '../kernel/trace';
import type { PendingQuery, Resolution, World } from '../world-types';
import { ask, respond } from './names';
import { readResponse } from './resolver-response';
import { authoritativeAnswer, cacheOf, knownAddresses, leadsOn, nearestServers, type NearestServers } from './resolver-knowledge';
import { hostNamed } from './topology';

/** Aliases followed; more are a loop. */
const MAX_ALIASES = 16;
/** Questions that one search may cause, and searches for the address of a server that may hang from each other. */
const MAX_QUESTIONS = 30;
const MAX_DEPTH = 5;
/** Milliseconds to wait for each server, in a first and in a second round. */
const ROUNDS = [800, 3_200];
/** Milliseconds that a search may take, and for which a silent server is asked last. */
const LONGEST = 10_000;
const SILENT_FOR = 300_000;

export type ResolutionRequest = Pick<Resolution, 'host' | 'question' | 'client' | 'cause' | 'depth'>;

/** Begins a search for a client or for another search. Its end is an answer to the client, SERVFAIL at worst. */
export function resolve(world: World, request: ResolutionRequest): void {
  const id = world.nextId++;
  const name = request.question.name.toLowerCase();
  const resolution: Resolution = {
    ...request,
    ...{ id, name, began: world.now, aliases: [], authoritative: false, cut: '.', addresses: [], unknown: [], later: [] },
    ...{ round: 0, asked: 0, waiting: null },
  };
  world.resolutions[id] = resolution;
  lookOn(world, resolution);
}

/** A server's response, or that none came, has reached the search. `cause` is the event of it. */
export function hear(world: World, id: number, query: PendingQuery, response: DnsResponse | DnsFailure, cause: Seq): void {
  const search = world.resolutions[id];
  if (search?.waiting !== query.id) return;
  search.waiting = null;
  if (typeof response === 'string') {
    cacheOf(world, search.host).silent[query.server] = world.now + SILENT_FOR;
    if (response === 'timeout') search.later.push(query.server);
    return askNext(world, search);
  }
  delete cacheOf(world, search.host).silent[query.server];
  const read = readResponse(world, search, response, cause);
  switch (read.kind) {
    case 'useless':
      return askNext(world, search);
    case 'referral':
      return approach(world, search, read);
    case 'alias':
      search.aliases.push(...read.aliases);
      search.name = read.target;
      return lookOn(world, search);
    case 'end':
      search.aliases.push(...read.aliases);
      return finish(world, search, read.status, read.records, read.authority);
  }
}

/** What is known of the present name decides how the search goes on. */
function lookOn(world: World, search: Resolution): void {
  for (;;) {
    const { host, name, question, aliases } = search;
    if (aliases.length > MAX_ALIASES) return finish(world, search, 'SERVFAIL', [], []);
    const own = authoritativeAnswer(world, host, { name, type: question.type });
    if (own && aliases.length === 0) search.authoritative = own.authoritative;
    const known = own && !leadsOn(own) ? own : null;
    if (known) return finish(world, search, known.status, known.answer, negativeOnly(known.authority));
    const alias = own?.answer.length ? own.answer : cachedAlias(world, search);
    if (!alias) break;
    aliases.push(...alias);
    search.name = alias.at(-1)!.data;
  }
  if (!finishFromCache(world, search)) approach(world, search, nearestServers(world, search.host, search.name));
}

function cachedAlias(world: World, { host, name, question: { type } }: Resolution): ResourceRecord[] | null {
  if (type === 'CNAME' || type === 'ANY') return null;
  const known = recall(cacheOf(world, host).entries, name, 'CNAME', world.now);
  return known?.outcome === 'answer' ? aged(known, world.now) : null;
}

function finishFromCache(world: World, search: Resolution): boolean {
  const { type } = search.question;
  if (type === 'ANY' || type === 'AXFR') return false;
  const known = recall(cacheOf(world, search.host).entries, search.name, type, world.now);
  if (!known) return false;
  const records = aged(known, world.now);
  if (known.outcome === 'answer') finish(world, search, 'NOERROR', records, []);
  else finish(world, search, known.outcome === 'nxdomain' ? 'NXDOMAIN' : 'NOERROR', [], records);
  return true;
}

/** Turns to the servers of a zone: those whose addresses are known first. */
function approach(world: World, search: Resolution, { cut, records, glue }: NearestServers): void {
  const own = hostNamed(world, search.host).addresses;
  const { silent } = cacheOf(world, search.host);
  const servers = records.map(({ data }) => ({ name: data, addresses: knownAddresses(world, search.host, data, glue) }));
  const addresses = servers.flatMap((server) => server.addresses).filter((address) => !own.includes(address));
  const isSilent = (address: string) => (silent[address] ?? 0) > world.now;
  search.cut = cut;
  search.addresses = [...addresses.filter((address) => !isSilent(address)), ...addresses.filter(isSilent)];
  // A server inside the very zone it serves can only be found by its parent's glue.
  search.unknown = servers.filter((server) => server.addresses.length === 0 && !isWithin(server.name, cut)).map(({ name }) => name);
  search.later = [];
  search.round = 0;
  askNext(world, search);
}

function askNext(world: World, search: Resolution): void {
  const { host, question, cause, depth } = search;
  if (search.asked++ >= MAX_QUESTIONS || world.now - search.began >= LONGEST) return finish(world, search, 'SERVFAIL', [], []);
  const server = search.addresses.shift();
  if (server !== undefined) {
    const patience = { tries: 1, timeout: ROUNDS[search.round]! };
    const { name, id: resolution } = search;
    const { type } = question;
    search.waiting = ask(world, { owner: null, from: host, server, name, type, recursionDesired: false, patience, resolution, cause });
    return;
  }
  const unknown = search.unknown.shift();
  if (unknown !== undefined && depth < MAX_DEPTH && !isSought(world, search, unknown)) {
    return resolve(world, { host, question: { name: unknown, type: 'A' }, client: { resolution: search.id }, cause, depth: depth + 1 });
  }
  if (unknown !== undefined) return askNext(world, search);
  if (search.later.length === 0 || search.round + 1 >= ROUNDS.length) return finish(world, search, 'SERVFAIL', [], []);
  search.round++;
  search.addresses = search.later.splice(0);
  askNext(world, search);
}

/** True if a search that waits for this one is about the address of the same server. */
function isSought(world: World, search: Resolution, name: string): boolean {
  for (let each: Resolution | undefined = search; each;) {
    if (each.name === name && each.question.type === 'A') return true;
    each = 'resolution' in each.client ? world.resolutions[each.client.resolution] : undefined;
  }
  return false;
}

function finish(world: World, search: Resolution, status: Status, records: ResourceRecord[], authority: ResourceRecord[]): void {
  const { client, question, host, authoritative } = search;
  delete world.resolutions[search.id];
  const aliases = search.aliases.filter(({ name }, i) => search.aliases.findIndex((other) => other.name === name) === i);
  const answer = [...aliases, ...records];
  if ('query' in client) {
    const query = world.queries[client.query];
    if (query)
      respond(world, host, query, { question, status, authoritative, recursionAvailable: true, answer, authority, additional: [] });
    return;
  }
  const parent = world.resolutions[client.resolution];
  if (!parent) return;
  parent.addresses.push(...answer.flatMap(({ type, data }) => (type === 'A' ? [data] : [])));
  askNext(world, parent);
}

/** The SOA of a negative answer; of others a resolver passes nothing on but the answer. */
function negativeOnly(authority: ResourceRecord[]): ResourceRecord[] {
  return authority.filter(({ type }) => type === 'SOA');
}
