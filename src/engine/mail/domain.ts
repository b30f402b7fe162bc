// Domains and address literals (RFC 5321, 4.1.2 and 4.1.3; RFC 6531, 3.3 for octets above 0x7F).

import { canonicalAddress, isIpv6 } from '../kernel/address';
import { isUtf8, type Bytes } from '../kernel/bytes';

/** 4.5.3.1.2, octets. */
export const DOMAIN_OCTETS = 255;
/** RFC 1035, 2.3.4, octets. */
const LABEL_OCTETS = 63;

const STRICT_LABEL = /^[A-Za-z0-9\x80-\xff](?:[A-Za-z0-9\x80-\xff-]*[A-Za-z0-9\x80-\xff])?$/;
/** What servers put up with: an underscore anywhere. */
const LENIENT_LABEL = /^[A-Za-z0-9_\x80-\xff](?:[A-Za-z0-9_\x80-\xff-]*[A-Za-z0-9_\x80-\xff])?$/;

/**
 * True for `Domain`. Not exact: a final dot and underscores pass too. A dotted quad is refused, although
 * each of its parts looks like a label: it is an address without its brackets.
 */
export function isDomain(text: Bytes, exact: boolean): boolean {
  const name = exact ? text : text.replace(/\.$/, '');
  const labels = name.split('.');
  const form = exact ? STRICT_LABEL : LENIENT_LABEL;
  return isUtf8(text) && !/^\d+$/.test(labels.at(-1) ?? '') && labels.every((label) => label.length <= LABEL_OCTETS && form.test(label));
}

/** The canonical address in `[192.0.2.25]` or `[IPv6:2001:db8::25]`; null if the text is no address literal. */
export function literalAddress(text: Bytes): string | null {
  const ipv6 = /^\[IPv6:(.*)\]$/i.exec(text)?.[1];
  if (ipv6 !== undefined) return isIpv6(ipv6) ? canonicalAddress(ipv6) : null;
  // Snum may have leading zeros.
  const ipv4 = /^\[(\d{1,3}(?:\.\d{1,3}){3})\]$/.exec(text)?.[1]?.replace(/\b0+(?=\d)/g, '');
  return ipv4 === undefined ? null : canonicalAddress(ipv4);
}

/** The address literal for an address, as in a From-domain (4.4). */
export function addressLiteral(address: string): Bytes {
  return address.includes(':') ? `[IPv6:${address}]` : `[${address}]`;
}
