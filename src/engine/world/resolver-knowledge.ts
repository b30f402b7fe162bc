// What a recursive name server knows without asking anybody: its own zones, its cache, and who serves the root.

import { aged, recall } from '../dns/cache';
import { answer } from '../dns/lookup';
import { ancestors, isWithin } from '../dns/names';
import type { DnsResponse, Question, ResourceRecord } from '../dns/types';
import { canonicalAddress, isIpv6 } from '../kernel/address';
import type { HostName } from '../kernel/trace';
import type { ResolverCache, World } from '../world-types';
import { dnsService, hostNamed } from './topology';

/** Name servers of the zone that begins at `cut`, as NS records, and addresses that came with them. */
export interface NearestServers {
  cut: string;
  records: ResourceRecord[];
  glue: ResourceRecord[];
}

/** What this resolver remembers; it begins with nothing. */
export function cacheOf(world: World, host: HostName): ResolverCache {
  return (world.caches[host] ??= { entries: {}, silent: {} });
}

/** The answer from the host's own zones; null if the name lies in none of them. */
export function authoritativeAnswer(world: World, host: HostName, question: Question): DnsResponse | null {
  const zones = dnsService(hostNamed(world, host))?.zones ?? [];
  const own = answer(world.zones, question, { authoritativeFor: zones, recursive: false });
  return own.status === 'REFUSED' ? null : { ...own, recursionAvailable: true };
}

/** True for a referral, and for an alias whose target is still to be looked up. */
export function leadsOn({ question, status, answer: records, authority }: DnsResponse): boolean {
  if (status !== 'NOERROR') return false;
  if (records.length === 0) return authority.some(({ type }) => type === 'NS');
  const wanted = question.type === 'ANY' || records.some(({ type }) => type === question.type);
  return !wanted && !authority.some(({ type }) => type === 'SOA');
}

/** The servers of the zone nearest to a name that the host knows of: from its cache, from a delegation in its own zones, else the root's. */
export function nearestServers(world: World, host: HostName, name: string): NearestServers {
  const { entries } = cacheOf(world, host);
  const remembered = ancestors(name).flatMap((cut): NearestServers[] => {
    const known = recall(entries, cut, 'NS', world.now, true);
    return known && (known.outcome === 'answer' || known.outcome === 'referral')
      ? [{ cut, records: aged(known, world.now), glue: [] }]
      : [];
  });
  const cached = remembered.find((servers) => canBeFound(world, host, servers));
  const own = authoritativeAnswer(world, host, { name, type: 'NS' });
  const handed = own && !own.authoritative ? own.authority.filter(({ type }) => type === 'NS') : [];
  const cut = handed[0]?.name;
  if (own && cut !== undefined && cut.length > (cached?.cut.length ?? 0)) return { cut, records: handed, glue: own.additional };
  return cached ?? rootServers(world);
}

/** Servers inside the very zone they serve, whose addresses are forgotten, can only be found by asking above it again. */
function canBeFound(world: World, host: HostName, { cut, records, glue }: NearestServers): boolean {
  return records.some(({ data }) => !isWithin(data, cut) || knownAddresses(world, host, data, glue).length > 0);
}

/** Addresses of a name server, as far as they are known: from what came with a referral, from the cache, from the host's own zones. */
export function knownAddresses(world: World, host: HostName, server: string, glue: readonly ResourceRecord[]): string[] {
  const { entries } = cacheOf(world, host);
  const families = hostNamed(world, host).addresses.some(isIpv6) ? (['A', 'AAAA'] as const) : (['A'] as const);
  return families.flatMap((type) => {
    const came = addressesIn(glue, server, type);
    if (came.length > 0) return came;
    const known =
      recall(entries, server, type, world.now, true)?.records ?? authoritativeAnswer(world, host, { name: server, type })?.answer;
    return addressesIn(known ?? [], server, type);
  });
}

function addressesIn(records: readonly ResourceRecord[], name: string, wanted: 'A' | 'AAAA'): string[] {
  return records.flatMap(({ name: owner, type, data }) => (owner === name && type === wanted ? (canonicalAddress(data) ?? []) : []));
}

/** The root hints (RFC 8109): every resolver is told where the root's servers are. */
function rootServers(world: World): NearestServers {
  const hosts = Object.values(world.hosts).filter((host) => dnsService(host)?.zones.includes('.'));
  const records = hosts.map(({ name }): ResourceRecord => ({ name: '.', ttl: 518_400, type: 'NS', data: `${name}.` }));
  const glue = hosts.flatMap(({ name, addresses }) =>
    addresses.map((data): ResourceRecord => ({ name: `${name}.`, ttl: 518_400, type: isIpv6(data) ? 'AAAA' : 'A', data })),
  );
  return { cut: '.', records, glue };
}
