// Only reserved names (RFC 2606, RFC 6761) and documentation addresses (RFC 5737, RFC 3849) may stand in a
// lesson: nothing that a learner copies from it can ever reach somebody's machine.

import { inNetwork, isIpv4, isIpv6 } from '../engine/kernel/address';

const BLOCKS = ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '127.0.0.0/8', '0.0.0.0/32', '2001:db8::/32', '::1/128', '::/128'];
const NAME = /(^|\.)(example|test|invalid|localhost)$/;
const REVERSE = /(^|\.)(in-addr|ip6)\.arpa$/;

const URL_HOST = /\b[a-z]+:\/\/(\[[^\]]*\]|[\w.-]+)/gi;
const MAILBOX_DOMAIN = /[\w.+-]@((?:[\w-]+\.)+[a-z][\w-]*)/gi;
/** A bare name counts only below a domain that people know: `lesson.md` is no host. */
const BARE_NAME = /(?<![\w./@-])(?:[\w-]+\.)+(?:com|org|net|edu|gov|mil|info|io|dev|de|uk|fr|ch|at|nl|eu)(?![\w.-]*[\w-])/gi;
const IPV4 = /(?<![\w.-])\d{1,3}(?:\.\d{1,3}){3}(?!\.?[\w-])/g;
const IPV6 = /(?<![\w.:])[\da-f]*:[\da-f:.]*[\da-f:](?![\w:])/gi;
/** Sections of the standards look like addresses: `4.5.3.1`, and with longer numbers only behind their RFC's. */
const SECTION = /^[2-7](\.[1-9]){3}$/;
const CITED_SECTION = /\bRFC \d+, \d+(\.\d+)+/g;

/** True for a documentation address. */
export function isReservedAddress(address: string): boolean {
  return BLOCKS.some((block) => inNetwork(address, block));
}

/** True for a name below `.example` and the like, or for a zone of addresses. A final dot is allowed. */
export function isReservedName(name: string): boolean {
  const plain = name.toLowerCase().replace(/\.$/, '');
  return NAME.test(plain) || REVERSE.test(plain);
}

/** Host names and addresses in a text that may belong to somebody. `links` are hosts that may stand in it. */
export function foreignNames(prose: string, links: readonly string[] = []): string[] {
  const text = prose.replace(CITED_SECTION, '').replaceAll('IPv6:', ' ');
  const all = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map((match) => (match[1] ?? match[0]).toLowerCase().replace(/^\[|[\].]+$/g, ''));
  const names = [...all(URL_HOST), ...all(MAILBOX_DOMAIN), ...all(BARE_NAME)].filter((name) => !isIpv4(name) && !isIpv6(name));
  const addresses = [...all(IPV4).filter((address) => isIpv4(address) && !SECTION.test(address)), ...all(IPV6).filter(isIpv6)];
  const foreign = [
    ...names.filter((name) => !isReservedName(name) && !links.includes(name)),
    ...addresses.filter((address) => !isReservedAddress(address)),
  ];
  return [...new Set(foreign)];
}
