// Zones from master-file text (RFC 1035, 5.1).
//
// Read: one record an entry, `name [ttl] [IN] TYPE data...`; `@`, relative and absolute names, an empty
// name for the one before; $TTL and $ORIGIN; comments; quoted strings; parentheses over several lines.
// Refused, with the line: $INCLUDE and $GENERATE, classes other than IN, types this world has no use for,
// names outside the zone, a CNAME beside other data (RFC 1034, 3.6.2), a second SOA.
// Without a word, as BIND does: a record written twice is kept once, and all records of one name and
// type have the TTL of the first (RFC 2181, 5.2).

import { isWithin, parseName } from './names';
import { DataFault, parseData, parseTtl, recordType, RECORD_TYPES } from './rdata';
import { readEntries, type Entry, type LineFault, type Word } from './tokens';
import type { ResourceRecord, Zone } from './types';

/** TTL in seconds of a record without one, where no $TTL and no record before gives it. */
export const DEFAULT_TTL = 3600;

interface Reading {
  zone: Zone;
  origin: string;
  owner: string | null;
  /** From $TTL. */
  defaultTtl: number | null;
  lastTtl: number | null;
}

/**
 * A zone from its lines. `apex` is the zone's name, with or without the final dot. Entries that cannot be
 * read become faults (lines count from 1) and are left out. A zone without SOA gets one: primary is the
 * apex's first NS (or the apex), `hostmaster.APEX`, serial 2024010101, times 7200 900 1209600 300.
 */
export function parseZone(apex: string, lines: string[]): { zone: Zone; faults: LineFault[] } {
  const parsed = parseName(apex);
  if ('fault' in parsed)
    return { zone: { apex: '.', records: [] }, faults: [{ line: 1, message: `"${apex}" is not a domain name (${parsed.fault})` }] };
  const name = parsed.name.toLowerCase();
  const reading: Reading = { zone: { apex: name, records: [] }, origin: name, owner: null, defaultTtl: null, lastTtl: null };
  const { entries, faults } = readEntries(lines);
  for (const entry of entries) {
    try {
      readEntry(reading, entry);
    } catch (fault) {
      if (!(fault instanceof DataFault)) throw fault;
      faults.push({ line: entry.line, message: fault.message });
    }
  }
  addMissingSoa(reading);
  return { zone: reading.zone, faults: faults.sort((a, b) => a.line - b.line) };
}

function readEntry(reading: Reading, { owned, words }: Entry): void {
  const first = words[0]!;
  if (owned && !first.quoted && first.text.startsWith('$')) return readDirective(reading, words);
  if (owned) reading.owner = ownerName(reading, first);
  if (reading.owner === null) throw new DataFault('the first record needs a name');
  const { ttl, rest } = readTtlAndClass(owned ? words.slice(1) : words);
  const [typeWord, ...data] = rest;
  if (!typeWord) throw new DataFault('a record needs a type: name [ttl] [IN] TYPE data');
  const type = recordType(typeWord.text);
  if (!type) throw new DataFault(`"${typeWord.text}" is not a record type of this world: ${RECORD_TYPES.join(', ')}`);
  if (ttl !== null) reading.lastTtl = ttl;
  const record: ResourceRecord = {
    name: reading.owner,
    ttl: ttl ?? reading.defaultTtl ?? reading.lastTtl ?? DEFAULT_TTL,
    type,
    data: parseData(type, data, reading.origin),
  };
  addRecord(reading.zone, record);
}

function readDirective(reading: Reading, [directive, value, ...more]: Word[]): void {
  const keyword = directive?.text.toUpperCase();
  if (keyword !== '$TTL' && keyword !== '$ORIGIN') throw new DataFault(`${directive?.text} is not understood; only $TTL and $ORIGIN are`);
  if (!value || more.length > 0) throw new DataFault(`${keyword} takes one value`);
  if (keyword === '$ORIGIN') {
    reading.origin = absolute(value, reading.origin);
    return;
  }
  const ttl = parseTtl(value.text);
  if (ttl === null) throw new DataFault(`$TTL: "${value.text}" is not a time in seconds`);
  reading.defaultTtl = ttl;
}

function ownerName(reading: Reading, word: Word): string {
  // A record whose own name is broken must not lend the name before it to the lines that follow.
  reading.owner = null;
  const name = absolute(word, reading.origin);
  if (!isWithin(name, reading.zone.apex)) throw new DataFault(`"${name}" is outside the zone ${reading.zone.apex}`);
  return name;
}

function absolute(word: Word, origin: string): string {
  const parsed = parseName(word.text, origin);
  if ('fault' in parsed || word.quoted)
    throw new DataFault(`"${word.text}" is not a domain name (${'fault' in parsed ? parsed.fault : 'quoted'})`);
  return parsed.name.toLowerCase();
}

/** TTL and class may come in either order, or not at all. */
function readTtlAndClass(words: Word[]): { ttl: number | null; rest: Word[] } {
  let ttl: number | null = null;
  let rest = words;
  for (let i = 0; i < 2; i++) {
    const text = rest[0]?.text.toUpperCase() ?? '';
    if (text === 'CH' || text === 'HS' || text === 'CS') throw new DataFault(`class ${text}: this world has only IN`);
    const seconds: number | null = ttl === null ? parseTtl(text) : null;
    if (text !== 'IN' && seconds === null) break;
    ttl = seconds ?? ttl;
    rest = rest.slice(1);
  }
  return { ttl, rest };
}

function addRecord(zone: Zone, record: ResourceRecord): void {
  const here = zone.records.filter(({ name }) => name === record.name);
  const same = here.filter(({ type }) => type === record.type);
  if (same.some(({ data }) => data === record.data)) return;
  if (record.type === 'SOA' && record.name !== zone.apex)
    throw new DataFault(`SOA belongs to the apex ${zone.apex}, not to "${record.name}"`);
  if (record.type === 'SOA' && same.length > 0) throw new DataFault('a zone has one SOA; this is a second');
  const alias = here.find(({ type }) => type === 'CNAME');
  if (alias) throw new DataFault(`"${record.name}" is an alias of ${alias.data}, so it can have no other data`);
  if (record.type === 'CNAME' && (here.length > 0 || record.name === zone.apex)) {
    throw new DataFault(`"${record.name}" has other data, so it cannot be an alias`);
  }
  zone.records.push({ ...record, ttl: same[0]?.ttl ?? record.ttl });
}

function addMissingSoa({ zone, defaultTtl }: Reading): void {
  const { apex, records } = zone;
  if (records.some(({ type }) => type === 'SOA')) return;
  const primary = records.find(({ name, type }) => name === apex && type === 'NS')?.data ?? apex;
  const hostmaster = apex === '.' ? 'hostmaster.' : `hostmaster.${apex}`;
  records.unshift({
    name: apex,
    ttl: defaultTtl ?? DEFAULT_TTL,
    type: 'SOA',
    data: `${primary} ${hostmaster} 2024010101 7200 900 1209600 300`,
  });
}
