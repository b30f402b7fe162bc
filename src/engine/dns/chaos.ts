// The class CHAOS, in which BIND speaks of itself (RFC 4892 calls it a convention). Every name server of a world is a
// BIND of the version that the tools are of.

import type { DnsResponse, ResourceRecord } from './types';

export const BIND_VERSION = '9.18.49-1~deb12u3-Debian';

const ZONE = 'version.bind.';
const RECORDS: ResourceRecord[] = [
  { name: ZONE, ttl: 0, type: 'TXT', data: `"${BIND_VERSION}"` },
  { name: ZONE, ttl: 0, type: 'NS', data: ZONE },
];

/** Fills a response to a question in class CHAOS: there is `version.bind.`, and other names are refused. */
export function chaosAnswer(response: DnsResponse): DnsResponse {
  const { name, type } = response.question;
  if (name.toLowerCase() !== ZONE) return { ...response, status: 'REFUSED' };
  const answer = RECORDS.filter((record) => type === 'ANY' || record.type === type);
  const authority = RECORDS.filter((record) => record.type === 'NS' && !answer.includes(record));
  return { ...response, authoritative: true, answer, authority };
}
