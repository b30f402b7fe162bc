// A name server's answer (RFC 1034, 4.3.2). From its own zones it answers as BIND does with
// `minimal-responses no`: the zone's name servers in the authority section, and the addresses of the hosts
// named in both, as far as the same zone has them, in the additional section. What a recursive server
// fetched elsewhere it passes on without these, as public resolvers do.
//
// A recursive server's answer is a short cut here: it reads the world's zones instead of asking their servers,
// for what a host has to know at once (resolve.ts). What is asked over the network is looked up by
// world/resolver.ts. A zone that was handed on to a server outside the world answers with SERVFAIL.

import { chaosAnswer } from './chaos';
import { find, negativeSoa } from './find';
import { isWithin } from './names';
import type { DnsResponse, Question, ResourceRecord, Zone, Zones } from './types';

/** What a name server serves: the zones it holds (apexes, with or without final dot), and whether it looks up the rest. */
export interface NameServer {
  authoritativeFor: string[];
  recursive: boolean;
}

/** Aliases followed before a server gives up. Longer chains and loops end in SERVFAIL, with the aliases seen. */
const MAX_ALIASES = 16;

/**
 * The response to one question, which has an absolute name in any case. A server that is not recursive
 * answers REFUSED outside its own zones, and hands the client on to the servers of a delegated one.
 */
export function answer(zones: Zones, question: Question, server: NameServer): DnsResponse {
  const response: DnsResponse = {
    question,
    status: 'NOERROR',
    authoritative: false,
    recursionAvailable: server.recursive,
    answer: [],
    authority: [],
    additional: [],
  };
  const held = heldZones(zones, server);
  if (question.class === 'CH') return chaosAnswer(response);
  if (question.type === 'AXFR') return transfer(response, held);
  const reachable = server.recursive ? Object.values(zones) : held;
  let name = question.name.toLowerCase();
  for (let aliases = 0; aliases <= MAX_ALIASES; aliases++) {
    const zone = closest(reachable, name);
    // Beside the zones that are given there are none.
    if (!zone && server.recursive) return { ...response, status: 'NXDOMAIN' };
    if (!zone) return aliases === 0 ? { ...response, status: 'REFUSED' } : response;
    const found = find(zone, name, question.type);
    const own = held.includes(zone);
    // The AA bit speaks of the name that was asked (RFC 1035, 4.1.1).
    if (aliases === 0) response.authoritative = own && found.kind !== 'referral';
    if (found.kind === 'alias') {
      const { record } = found;
      if (!response.answer.some((seen) => seen.name === record.name)) response.answer.push(record);
      name = found.target;
      continue;
    }
    if (found.kind === 'answer') {
      response.answer.push(...found.records);
      return own ? withServers(response, zone) : response;
    }
    if (found.kind === 'referral') {
      if (server.recursive) return { ...response, status: 'SERVFAIL' };
      return { ...response, authority: found.servers, additional: addressesFor(zone, found.servers, []) };
    }
    return { ...response, status: found.kind === 'nxdomain' ? 'NXDOMAIN' : 'NOERROR', authority: negativeSoa(zone) };
  }
  return { ...response, status: 'SERVFAIL' };
}

/** A zone from its SOA to its SOA (RFC 5936, 2.2); other names are refused, and so is what the server does not hold. */
function transfer(response: DnsResponse, held: Zone[]): DnsResponse {
  const zone = held.find(({ apex }) => apex === response.question.name.toLowerCase());
  if (!zone) return { ...response, status: 'REFUSED' };
  const soa = zone.records.filter(({ type }) => type === 'SOA');
  return { ...response, authoritative: true, answer: [...soa, ...zone.records.filter(({ type }) => type !== 'SOA'), ...soa] };
}

function heldZones(zones: Zones, { authoritativeFor }: NameServer): Zone[] {
  const apexes = authoritativeFor.map((apex) => (apex.endsWith('.') ? apex : `${apex}.`).toLowerCase());
  return Object.values(zones).filter(({ apex }) => apexes.includes(apex));
}

/** The zone with the longest apex that the name lies in. */
function closest(zones: Zone[], name: string): Zone | undefined {
  const around = zones.filter(({ apex }) => isWithin(name, apex));
  return around.reduce<Zone | undefined>((best, zone) => (best && best.apex.length >= zone.apex.length ? best : zone), undefined);
}

/** Fills the authority and additional sections of an authoritative answer. */
function withServers(response: DnsResponse, zone: Zone): DnsResponse {
  const isServer = ({ name, type }: ResourceRecord) => type === 'NS' && name === zone.apex;
  const authority = response.answer.some(isServer) ? [] : zone.records.filter(isServer);
  // As BIND: ANY brings its records and nothing that they name.
  const additional = response.question.type === 'ANY' ? [] : addressesFor(zone, [...response.answer, ...authority], response.answer);
  return { ...response, authority, additional };
}

/** Addresses of the hosts that MX, NS and SRV records name, all A before all AAAA, without those already `given`. */
function addressesFor(zone: Zone, records: ResourceRecord[], given: ResourceRecord[]): ResourceRecord[] {
  const naming = records.filter(({ type }) => type === 'MX' || type === 'NS' || type === 'SRV');
  const hosts = [...new Set(naming.map(({ data }) => data.split(' ').at(-1)))];
  const isGiven = ({ name, type }: ResourceRecord) => given.some((record) => record.name === name && record.type === type);
  return (['A', 'AAAA'] as const).flatMap((type) =>
    hosts.flatMap((host) => zone.records.filter((record) => record.name === host && record.type === type && !isGiven(record))),
  );
}
