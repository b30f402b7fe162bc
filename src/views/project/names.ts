// Who asked whom for which name, what was answered, and what resolvers remember of it: folds of the trace. What a
// resolver asked on somebody's behalf hangs below the question of that client.

import { keep, type Cache, type CacheEntry } from '../../engine/dns/cache';
import { readRecord } from '../../engine/dns/present';
import type { RecordType } from '../../engine/dns/types';
import type { Instant } from '../../engine/kernel/schedule';
import type { HostName, Seq, TraceEvent, TraceEventOf } from '../../engine/kernel/trace';
import { continues, type Folded } from './fold';

export interface AskedName {
  query: TraceEventOf<'dns.query'>;
  /** Null while nobody has answered. */
  answer: TraceEventOf<'dns.answer'> | null;
  /** What the server asked others before it answered. */
  further: AskedName[];
}

export interface Names extends Folded {
  /** Questions of clients, oldest first. */
  asked: readonly AskedName[];
  /** Caches by resolver. */
  caches: Readonly<Record<HostName, Cache>>;
  /** Places of questions: by event, the client's question it belongs to; by query id, the same. */
  tops: ReadonlyMap<Seq, number>;
  queries: ReadonlyMap<number, number>;
}

export const NO_NAMES: Names = { count: 0, last: undefined, asked: [], caches: {}, tops: new Map(), queries: new Map() };

/** The names of the first `count` events. Goes on from `before` if that is of the same trace; `before` stays as it is. */
export function foldNames(before: Names, trace: readonly TraceEvent[], count: number): Names {
  const from = continues(before, trace, count) ? before : NO_NAMES;
  const added = trace.slice(from.count, count).filter(isAboutNames);
  const last = trace[count - 1];
  if (added.length === 0) return { ...from, count, last };
  const asked = from.asked.slice();
  const tops = new Map(from.tops);
  const queries = new Map(from.queries);
  const caches: Record<HostName, Cache> = { ...from.caches };
  const copied = new Set<HostName>();
  for (const event of added) {
    if (event.type === 'dns.cached') {
      if (!copied.has(event.host)) caches[event.host] = { ...caches[event.host] };
      copied.add(event.host);
      keep(caches[event.host]!, entryOf(event), event.at);
    } else if (event.type === 'dns.query') {
      const parent = event.cause === undefined ? undefined : tops.get(event.cause);
      const top = parent ?? asked.length;
      const own: AskedName = { query: event, answer: null, further: [] };
      asked[top] = parent === undefined ? own : { ...asked[top]!, further: [...asked[top]!.further, own] };
      tops.set(event.seq, top);
      queries.set(event.query, top);
    } else {
      const top = queries.get(event.query);
      if (top !== undefined) asked[top] = answered(asked[top]!, event);
    }
  }
  return { count, last, asked, caches, tops, queries };
}

/** What a resolver's cache holds at an instant, what was kept last at the end. */
export function heldAt(cache: Cache, now: Instant): CacheEntry[] {
  return Object.values(cache).filter(({ expires }) => expires > now);
}

type NameEvent = TraceEventOf<'dns.query' | 'dns.answer' | 'dns.cached'>;

function isAboutNames(event: TraceEvent): event is NameEvent {
  return event.type === 'dns.query' || event.type === 'dns.answer' || event.type === 'dns.cached';
}

function answered(asked: AskedName, event: TraceEventOf<'dns.answer'>): AskedName {
  if (asked.query.query === event.query) return { ...asked, answer: event };
  return { ...asked, further: asked.further.map((each) => (each.query.query === event.query ? { ...each, answer: event } : each)) };
}

function entryOf({ name, recordType, outcome, records, expires }: TraceEventOf<'dns.cached'>): CacheEntry {
  return { name, type: recordType as RecordType, outcome, records: records.map(readRecord), expires };
}
