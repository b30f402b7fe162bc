// What a response means to a resolver that asked the servers of the zone at `cut`, and what of it goes into the cache.
// Only what lies within that zone is believed: a server has no say about names of others (RFC 2181, 5.4.1).

import { keep, lifetime, type CacheEntry } from '../dns/cache';
import { isWithin } from '../dns/names';
import { presentRecord } from '../dns/present';
import type { DnsResponse, RecordType, ResourceRecord, Status } from '../dns/types';
import type { Seq } from '../kernel/trace';
import type { Resolution, World } from '../world-types';
import { cacheOf, type NearestServers } from './resolver-knowledge';
import { record } from './trace';

export type ReadResponse =
  /** A refusal, a failure, or a server that does not hold the zone (a lame delegation). */
  | { kind: 'useless' }
  | ({ kind: 'referral' } & NearestServers)
  /** Aliases that lead to a name still to be looked up. */
  | { kind: 'alias'; aliases: ResourceRecord[]; target: string }
  | { kind: 'end'; status: Status; aliases: ResourceRecord[]; records: ResourceRecord[]; authority: ResourceRecord[] };

/** Reads a response and keeps what is worth keeping. `cause` is the event of its arrival. */
export function readResponse(world: World, search: Resolution, response: DnsResponse, cause: Seq): ReadResponse {
  const { status, authoritative } = response;
  if (status !== 'NOERROR' && status !== 'NXDOMAIN') return { kind: 'useless' };
  const save = (outcome: CacheEntry['outcome'], name: string, type: RecordType, records: ResourceRecord[]) =>
    store(world, search, { outcome, name, type, records }, cause);
  const { aliases, name, records } = follow(search, response);
  for (const alias of aliases) save('answer', alias.name, 'CNAME', [alias]);
  if (records.length > 0) {
    for (const set of sets(records)) save('answer', name, set[0]!.type, set);
    if (authoritative) for (const set of sets(serversOf(response, search.cut))) save('answer', search.cut, 'NS', set);
    return { kind: 'end', status: 'NOERROR', aliases, records, authority: [] };
  }
  const soa = response.authority.filter((each) => each.type === 'SOA' && isWithin(name, each.name) && isWithin(each.name, search.cut));
  if (soa.length > 0 || (authoritative && aliases.length === 0)) {
    const { type } = search.question;
    if (type !== 'ANY' && type !== 'AXFR') save(status === 'NXDOMAIN' ? 'nxdomain' : 'nodata', name, type, soa);
    return { kind: 'end', status, aliases, records: [], authority: soa };
  }
  if (aliases.length > 0) return { kind: 'alias', aliases, target: name };
  return referral(search, response, save);
}

type Save = (outcome: CacheEntry['outcome'], name: string, type: RecordType, records: ResourceRecord[]) => void;

function referral({ name, cut }: Resolution, response: DnsResponse, save: Save): ReadResponse {
  const servers = response.authority.filter((each) => each.type === 'NS' && isWithin(name, each.name));
  const [first] = servers;
  if (!first || first.name === cut || !isWithin(first.name, cut)) return { kind: 'useless' };
  const records = servers.filter((each) => each.name === first.name);
  const glue = response.additional.filter((each) => isWithin(each.name, cut) && records.some(({ data }) => data === each.name));
  save('referral', first.name, 'NS', records);
  for (const set of sets(glue)) save('referral', set[0]!.name, set[0]!.type, set);
  return { kind: 'referral', cut: first.name, records, glue };
}

/** From the name that is sought along the aliases in the answer, as far as they stay within the zone, to records of the type. */
function follow({ name: from, question: { type }, cut }: Resolution, { answer }: DnsResponse) {
  const aliases: ResourceRecord[] = [];
  let name = from;
  for (;;) {
    const here = isWithin(name, cut) ? answer.filter((each) => each.name === name) : [];
    const records = type === 'ANY' ? here : here.filter((each) => each.type === type);
    const alias = records.length > 0 ? undefined : here.find((each) => each.type === 'CNAME');
    if (!alias || aliases.includes(alias)) return { aliases, name, records };
    aliases.push(alias);
    name = alias.data;
  }
}

function serversOf({ answer, authority }: DnsResponse, cut: string): ResourceRecord[] {
  return answer.some(({ type }) => type === 'NS') ? [] : authority.filter(({ name, type }) => type === 'NS' && name === cut);
}

/** Records by name and type. */
function sets(records: readonly ResourceRecord[]): ResourceRecord[][] {
  const found = new Map<string, ResourceRecord[]>();
  for (const each of records) found.set(`${each.name} ${each.type}`, [...(found.get(`${each.name} ${each.type}`) ?? []), each]);
  return [...found.values()];
}

function store(world: World, { host }: Resolution, kept: Omit<CacheEntry, 'expires'>, cause: Seq): void {
  const seconds = lifetime(kept.records, kept.outcome);
  if (seconds === 0) return;
  const expires = world.now + seconds * 1000;
  keep(cacheOf(world, host).entries, { ...kept, expires }, world.now);
  const { name, type: recordType, outcome } = kept;
  record(world, { type: 'dns.cached', host, name, recordType, outcome, records: kept.records.map(presentRecord), expires }, cause);
}
