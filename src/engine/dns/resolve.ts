// Short look-ups without a wire, for what a host knows about a peer at once. They see what a recursive
// name server of the world would answer.

import { answer } from './lookup';
import { parseName, reverseName, withoutDot } from './names';
import type { RecordType, ResourceRecord, Zones } from './types';

const RESOLVER = { authoritativeFor: [], recursive: true };

/** Addresses of a name in canonical text, IPv4 first, aliases followed; none if the name has none. */
export function addressesOf(zones: Zones, name: string): string[] {
  return [...lookUp(zones, name, 'A'), ...lookUp(zones, name, 'AAAA')].map(({ data }) => data);
}

/** The host name of an address, lower case without final dot (PTR); null if it has none or the text is no address. */
export function nameOf(zones: Zones, address: string): string | null {
  const reverse = reverseName(address);
  const pointer = reverse && lookUp(zones, reverse, 'PTR')[0];
  return pointer ? withoutDot(pointer.data) : null;
}

/** The MX records of a domain, lowest preference first, equal ones as the zone has them (RFC 5321, 5.1). A null MX has the exchange `.` (RFC 7505). */
export function mailExchangers(zones: Zones, domain: string): { preference: number; exchange: string }[] {
  return lookUp(zones, domain, 'MX')
    .map(({ data }) => {
      const [preference = '', exchange = ''] = data.split(' ');
      return { preference: Number(preference), exchange };
    })
    .sort((a, b) => a.preference - b.preference);
}

function lookUp(zones: Zones, name: string, type: RecordType): ResourceRecord[] {
  const parsed = parseName(name);
  if ('fault' in parsed) return [];
  return answer(zones, { name: parsed.name, type }, RESOLVER).answer.filter((record) => record.type === type);
}
