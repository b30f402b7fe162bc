// Where a letter for a domain goes (RFC 5321, 5.1): exchangers by preference, equal ones in an order that chance decides;
// without any MX the domain's own address; a null MX (RFC 7505) says never. A host that finds itself among the exchangers
// leaves out itself and all that are no better, so that no letter goes round in circles.

import { parseAddress } from '../kernel/address';
import type { DnsFailure, DnsResponse } from '../dns/types';
import { withoutDot } from '../dns/names';
import type { RouteSource } from '../kernel/trace';
import type { Exchanger } from './types';

/** The way to a domain, or why there is none: for good (5.y.z) or for now (4.y.z). `diagnostic` in the words of a log. */
export type Route = { source: RouteSource; exchangers: Exchanger[] } | { fault: 'failed' | 'deferred'; status: string; diagnostic: string };

export interface RouteRequest {
  /** Lower case, without the final dot. */
  domain: string;
  response: DnsResponse | DnsFailure;
  /** Names of the host that sends: it is no exchanger for itself. */
  own: readonly string[];
  exchangers: 'strict' | 'lenient';
  /** A number in [0, limit), for exchangers of equal preference. */
  draw: (limit: number) => number;
}

/** The way to a domain, from the answer about its MX records. */
export function routeFrom({ domain, response, own, exchangers: manner, draw }: RouteRequest): Route {
  const trouble = lookUpTrouble(domain, 'MX', response);
  if (trouble) return trouble;
  const found = exchangersIn(response as DnsResponse);
  if (found.length === 0) return { source: 'implicit', exchangers: [{ preference: 0, name: domain }] };
  if (found.every(({ name }) => name === '.'))
    return { fault: 'failed', status: '5.1.10', diagnostic: `Domain ${domain} does not accept mail (nullMX)` };
  const names = own.map((name) => name.toLowerCase());
  const self = Math.min(...found.filter(({ name }) => names.includes(name.toLowerCase())).map(({ preference }) => preference));
  const better = found.filter(({ name, preference }) => preference < self && name !== '.');
  if (better.length === 0) return { fault: 'failed', status: '5.4.6', diagnostic: `mail for ${domain} loops back to myself` };
  const usable = manner === 'strict' ? better.filter(({ name }) => parseAddress(name) === null) : better;
  if (usable.length === 0) {
    const diagnostic = 'all relevant MX records point to non-existent hosts or (invalidly) to IP addresses';
    return { fault: 'failed', status: '5.4.4', diagnostic };
  }
  return { source: 'mx', exchangers: inOrder(usable, draw) };
}

/**
 * Addresses of an exchanger from the answer about them, or why there are none. A strict sender takes no exchanger that is an
 * alias (RFC 2181, 10.3).
 */
export function addressesFrom(
  name: string,
  response: DnsResponse | DnsFailure,
  alias: 'refuse' | 'follow',
): string[] | Extract<Route, { fault: string }> {
  const type = typeof response === 'string' ? 'A' : response.question.type;
  const trouble = lookUpTrouble(name, type, response);
  if (trouble) return trouble;
  const { answer } = response as DnsResponse;
  if (alias === 'refuse' && answer.some((record) => record.type === 'CNAME'))
    return { fault: 'failed', status: '5.4.4', diagnostic: `the mail exchanger ${name} is an alias (CNAME)` };
  return answer.filter((record) => record.type === type).map(({ data }) => data);
}

function lookUpTrouble(name: string, type: string, response: DnsResponse | DnsFailure): Extract<Route, { fault: string }> | null {
  const words = (why: string) => `Host or domain name not found. Name service error for name=${name} type=${type}: ${why}`;
  if (typeof response === 'string' || response.status === 'SERVFAIL' || response.status === 'REFUSED')
    return { fault: 'deferred', status: '4.4.3', diagnostic: words('Host not found, try again') };
  if (response.status === 'NXDOMAIN') return { fault: 'failed', status: '5.4.4', diagnostic: words('Host not found') };
  return null;
}

function exchangersIn({ answer }: DnsResponse): Exchanger[] {
  return answer
    .filter(({ type }) => type === 'MX')
    .map(({ data }) => {
      const [preference = '0', exchanger = '.'] = data.split(' ');
      return { preference: Number(preference), name: withoutDot(exchanger) };
    });
}

/** By preference; equal ones shuffled, so that they share the load. */
function inOrder(exchangers: Exchanger[], draw: (limit: number) => number): Exchanger[] {
  const sorted = [...exchangers].sort((a, b) => a.preference - b.preference || (a.name < b.name ? -1 : 1));
  for (let i = sorted.length - 1; i > 0; i--) {
    const same = sorted.findIndex(({ preference }) => preference === sorted[i]!.preference);
    const other = same + draw(i - same + 1);
    [sorted[i], sorted[other]] = [sorted[other]!, sorted[i]!];
  }
  return sorted;
}
