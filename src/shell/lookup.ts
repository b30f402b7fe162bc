// From a name to addresses, as the C library does it (getaddrinfo): an address as it stands, then
// /etc/hosts, then the name server with the search list of /etc/resolv.conf. Plain data in a program's
// memory; the program hands its notices on.

import { decodeUtf8 } from '../engine/kernel/bytes';
import type { DnsResponse } from '../engine/dns/types';
import { hostNamed } from '../engine/world';
import { canonicalAddress, isIpv6 } from '../engine/kernel/address';
import type { Notice, System } from './types';

export interface Lookup {
  /** Names still to be asked for, the present one first. */
  names: string[];
  /** Queries on their way for the present name. */
  waiting: number[];
  /** Addresses found so far: IPv6 first, as RFC 6724 prefers. */
  addresses: string[];
  /** Server that /etc/resolv.conf names. */
  server: string;
  /** True once some name existed, but without an address. */
  bare: boolean;
  outcome: 'waiting' | 'found' | 'failed';
  /** What the C library says when it failed. */
  error: string;
}

const NOT_KNOWN = 'Name or service not known';
const NO_ADDRESS = 'No address associated with hostname';
const TEMPORARY = 'Temporary failure in name resolution';

/** Starts looking a name up. The outcome may be there at once (an address, /etc/hosts). */
export function beginLookup(name: string, system: System): Lookup {
  const literal = canonicalAddress(name);
  const addresses = literal === null ? hostsEntries(name, system) : [literal];
  const { search, server } = resolverConfiguration(system);
  const lookup: Lookup = { names: [], waiting: [], addresses, server, bare: false, outcome: 'found', error: '' };
  if (addresses.length > 0) return lookup;
  if (!isHostName(name)) return failed(lookup, NOT_KNOWN);
  const searched = name.endsWith('.') ? [] : search.map((domain) => `${name}.${domain}`);
  // ndots:1, so a name with a dot is asked for as it stands first.
  const names = name.includes('.') ? [name, ...searched] : [...searched, name];
  return askFor({ ...lookup, outcome: 'waiting' }, names, system);
}

/** The lookup after a notice; the same object if the notice is not about it. */
export function lookupNotice(lookup: Lookup, notice: Notice, system: System): Lookup {
  if (notice.type !== 'answer' || !lookup.waiting.includes(notice.query)) return lookup;
  const { response } = notice;
  if (typeof response === 'string' || response.status === 'SERVFAIL' || response.status === 'REFUSED') return failed(lookup, TEMPORARY);
  const found = addressesIn(response);
  const next: Lookup = {
    ...lookup,
    waiting: lookup.waiting.filter((query) => query !== notice.query),
    addresses: response.question.type === 'AAAA' ? [...found, ...lookup.addresses] : [...lookup.addresses, ...found],
    bare: lookup.bare || response.status === 'NOERROR',
  };
  if (next.waiting.length > 0) return next;
  if (next.addresses.length > 0) return { ...next, outcome: 'found' };
  const [, ...others] = next.names;
  return others.length > 0 ? askFor(next, others, system) : failed(next, next.bare ? NO_ADDRESS : NOT_KNOWN);
}

function askFor(lookup: Lookup, names: string[], system: System): Lookup {
  const [name = ''] = names;
  const hasIpv6 = hostNamed(system.world, system.login.host).addresses.some(isIpv6);
  const types = hasIpv6 ? (['A', 'AAAA'] as const) : (['A'] as const);
  return { ...lookup, names, waiting: types.map((type) => system.resolve({ name, type }, lookup.server)) };
}

function failed(lookup: Lookup, error: string): Lookup {
  return { ...lookup, waiting: [], outcome: 'failed', error };
}

function addressesIn({ answer }: DnsResponse): string[] {
  return answer.filter(({ type }) => type === 'A' || type === 'AAAA').map(({ data }) => canonicalAddress(data) ?? data);
}

/** Labels of 1 to 63 octets, 253 in all (RFC 1035, 2.3.4); anything else is never asked for. */
function isHostName(name: string): boolean {
  return name.length <= 254 && /^(?:[\w-]{1,63}\.)*[\w-]{1,63}\.?$/.test(name);
}

/** The domain search list and the first name server of this host. */
export function resolverConfiguration(system: System): { search: string[]; server: string } {
  const lines = linesOf('/etc/resolv.conf', system);
  const words = (key: string) => lines.find(([first]) => first === key)?.slice(1) ?? [];
  return { search: words('search'), server: words('nameserver')[0] ?? '127.0.0.1' };
}

function hostsEntries(name: string, system: System): string[] {
  const wanted = name.toLowerCase().replace(/\.$/, '');
  return linesOf('/etc/hosts', system).flatMap(([address = '', ...names]) => {
    const canonical = canonicalAddress(address);
    return canonical !== null && names.some((own) => own.toLowerCase() === wanted) ? [canonical] : [];
  });
}

function linesOf(path: string, system: System): string[][] {
  const file = system.readFile(path);
  const text = 'bytes' in file ? decodeUtf8(file.bytes) : '';
  return text.split('\n').map((line) => line.replace(/#.*/, '').trim().split(/\s+/));
}
