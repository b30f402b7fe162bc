// Step 3 of the algorithm of RFC 1034, 4.3.2: what one zone has for a name and a type. Names here are
// absolute and lower case.

import { ancestors, isWithin } from './names';
import type { Question, ResourceRecord, Zone } from './types';

export type Found =
  | { kind: 'answer'; records: ResourceRecord[] }
  /** The name is an alias of `target`. */
  | { kind: 'alias'; record: ResourceRecord; target: string }
  /** The name lies in a zone that was handed on to these name servers. */
  | { kind: 'referral'; servers: ResourceRecord[] }
  /** The name exists, but not with this type. */
  | { kind: 'nodata' }
  | { kind: 'nxdomain' };

/** Looks a name up in the zone that holds it. The name lies within the zone. */
export function find(zone: Zone, name: string, type: Question['type']): Found {
  const path = ancestors(name);
  const below = path.slice(0, path.indexOf(zone.apex)).reverse();
  // From the apex down: the first cut on the way hides all that lies under it.
  for (const point of below) {
    const servers = zone.records.filter((record) => record.name === point && record.type === 'NS');
    if (servers.length > 0) return { kind: 'referral', servers };
  }
  if (exists(zone, name)) return match(recordsAt(zone, name), type);
  // RFC 1034, 4.3.3 and RFC 4592: only the wildcard of the closest existing ancestor counts.
  const encloser = path.find((ancestor) => exists(zone, ancestor)) ?? zone.apex;
  const wildcard = encloser === '.' ? '*.' : `*.${encloser}`;
  if (!exists(zone, wildcard)) return { kind: 'nxdomain' };
  return match(
    recordsAt(zone, wildcard).map((record) => ({ ...record, name })),
    type,
  );
}

/** The SOA of a negative answer: its TTL is the lesser of its own and its minimum field (RFC 2308, 3 and 5). */
export function negativeSoa(zone: Zone): ResourceRecord[] {
  return zone.records
    .filter(({ type }) => type === 'SOA')
    .map((soa) => ({ ...soa, ttl: Math.min(soa.ttl, Number(soa.data.split(' ').at(-1))) }));
}

/** A name exists if it has records or if a name below it has (an empty non-terminal, RFC 4592, 2.2.2). */
function exists(zone: Zone, name: string): boolean {
  return name === zone.apex || zone.records.some((record) => isWithin(record.name, name));
}

function recordsAt(zone: Zone, name: string): ResourceRecord[] {
  return zone.records.filter((record) => record.name === name);
}

function match(records: ResourceRecord[], type: Question['type']): Found {
  const matching = type === 'ANY' ? records : records.filter((record) => record.type === type);
  if (matching.length > 0) return { kind: 'answer', records: matching };
  const record = records.find(({ type }) => type === 'CNAME');
  return record ? { kind: 'alias', record, target: record.data } : { kind: 'nodata' };
}
