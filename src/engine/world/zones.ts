// A zone written anew while the world runs. All servers that hold it have it at once; what resolvers remember of the
// old one they go on believing until its TTL has run out.

import { presentRecord } from '../dns/present';
import type { LineFault } from '../dns/tokens';
import { parseZone } from '../dns/zone';
import { LONGEST_ZONE, zoneLines } from '../dns/zone-text';
import type { World } from '../world-types';
import { dnsService } from './topology';
import { record } from './trace';

/**
 * Replaces a zone by what a master-file text says; the serial is the author's affair, as with BIND. Returns the faults
 * of the text (lines from 1), and then nothing has changed. Throws a RangeError if the world has no such zone.
 */
export function replaceZone(world: World, apex: string, text: string): LineFault[] {
  const key = zoneKey(world, apex);
  const old = key === undefined ? undefined : world.zones[key];
  if (key === undefined || !old) throw new RangeError(`there is no zone "${apex}"`);
  const { zone, faults } = readZone(key, text);
  if (faults.length > 0) return faults;
  world.zones[key] = zone;
  const before = new Set(old.records.map(presentRecord));
  const changed = zone.records.map(presentRecord).filter((line) => !before.has(line));
  const after = new Set(zone.records.map(presentRecord));
  const removed = [...before].filter((line) => !after.has(line));
  const server = Object.values(world.hosts).find((host) => dnsService(host)?.zones.some((each) => isSame(each, key)));
  record(world, { type: 'lab.zone', apex: key, host: server?.name ?? null, text, changed, removed });
  return [];
}

/** A zone from the text of a master file. `apex` with or without final dot; a text past LONGEST_ZONE is a fault. */
export function readZone(apex: string, text: string): ReturnType<typeof parseZone> {
  if (text.length <= LONGEST_ZONE) return parseZone(apex, zoneLines(text));
  const message = `a zone has at most ${LONGEST_ZONE} characters here; this has ${text.length}`;
  return { zone: { apex, records: [] }, faults: [{ line: 1, message }] };
}

function zoneKey(world: World, apex: string): string | undefined {
  return Object.keys(world.zones).find((each) => isSame(each, apex));
}

function isSame(a: string, b: string): boolean {
  return a.replace(/\.$/, '').toLowerCase() === b.replace(/\.$/, '').toLowerCase();
}
