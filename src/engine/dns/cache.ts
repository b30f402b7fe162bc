// What a resolver keeps of answers (RFC 1034, 5.3.3; RFC 2181, 5; RFC 2308). Positive answers are kept as sets of one
// name and type until their TTL has run out, negative ones until the TTL of the SOA that came with them has: "no such
// type" for the type, "no such name" for the name. What a parent zone said about the servers of a child is good for
// finding these, but is no answer (RFC 2181, 5.4.1). Names are absolute and lower case.

import type { Instant } from '../kernel/schedule';
import type { RecordType, ResourceRecord } from './types';

export interface CacheEntry {
  name: string;
  type: RecordType;
  /** What was said: these records, or that there are none of this type, or that there is no such name. */
  outcome: 'answer' | 'referral' | 'nodata' | 'nxdomain';
  /** As received; of a negative answer, the SOA. */
  records: ResourceRecord[];
  /** From then on it is no longer used. */
  expires: Instant;
}

/** Entries by name and type, the one written last at the end. Plain data. */
export type Cache = Record<string, CacheEntry>;

/** Entries that a cache holds at most. */
export const CACHE_SIZE = 1_000;
/** Seconds that an entry is kept at most: seven days, and three hours if it is negative, as BIND has it. */
const LONGEST = 604_800;
const LONGEST_NEGATIVE = 10_800;

const keyOf = (name: string, type: string) => `${name} ${type}`;
/** A name that does not exist has no records of any type. */
const EVERY_TYPE = '*';

/** Seconds for which records may be kept: the least of their TTLs, within the cache's own limit. */
export function lifetime(records: readonly ResourceRecord[], outcome: CacheEntry['outcome']): number {
  const longest = outcome === 'nodata' || outcome === 'nxdomain' ? LONGEST_NEGATIVE : LONGEST;
  return records.length === 0 ? 0 : Math.min(longest, ...records.map(({ ttl }) => ttl));
}

/** Keeps an entry; changes the cache in place. A lifetime of 0 is not kept, and a referral never replaces an answer that is still good. */
export function keep(cache: Cache, entry: CacheEntry, now: Instant): void {
  const key = keyOf(entry.name, entry.outcome === 'nxdomain' ? EVERY_TYPE : entry.type);
  const before = cache[key];
  if (entry.expires <= now) return;
  if (entry.outcome === 'referral' && before && before.outcome !== 'referral' && before.expires > now) return;
  delete cache[key];
  if (entry.outcome !== 'nxdomain') delete cache[keyOf(entry.name, EVERY_TYPE)];
  cache[key] = entry;
  makeRoom(cache, now);
}

/** What is known about a name and a type: what is still good, and no referral unless that is wanted. */
export function recall(cache: Cache, name: string, type: RecordType, now: Instant, referrals = false): CacheEntry | undefined {
  const known = [cache[keyOf(name, EVERY_TYPE)], cache[keyOf(name, type)]];
  return known.find((entry) => entry && entry.expires > now && (referrals || entry.outcome !== 'referral'));
}

/** The records of an entry with the TTL that is left of them, in whole seconds. */
export function aged({ records, expires }: CacheEntry, now: Instant): ResourceRecord[] {
  const ttl = Math.max(0, Math.ceil((expires - now) / 1000));
  return records.map((record) => ({ ...record, ttl }));
}

/** Past the limit goes first what has run out, then what was written longest ago. */
function makeRoom(cache: Cache, now: Instant): void {
  const keys = Object.keys(cache);
  if (keys.length <= CACHE_SIZE) return;
  const stale = keys.filter((key) => cache[key]!.expires <= now);
  for (const key of stale.length > 0 ? stale : keys.slice(0, keys.length - CACHE_SIZE)) delete cache[key];
}
