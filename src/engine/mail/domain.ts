// Domains and address literals (RFC 5321, 4.1.2 and 4.1.3; RFC 6531, 3.3 for octets above 0x7F).

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

/** The address in an address literal such as `[192.0.2.25]` or `[IPv6:2001:db8::25]`; null if the text is none. */
export function literalAddress(text: Bytes): string | null {
  const inner = /^\[(.*)\]$/.exec(text)?.[1];
  if (inner === undefined) return null;
  if (isIpv4(inner)) return inner.split('.').map(Number).join('.');
  const ipv6 = /^IPv6:(.*)$/i.exec(inner)?.[1];
  return ipv6 !== undefined && isIpv6(ipv6) ? ipv6 : null;
}

/** The address literal for an address, as in a From-domain (4.4). */
export function addressLiteral(address: string): Bytes {
  return address.includes(':') ? `[IPv6:${address}]` : `[${address}]`;
}

function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
}

/** IPv6-full, IPv6-comp and the forms that end in an IPv4 address; `::` stands for at least two groups. */
function isIpv6(text: string): boolean {
  const tail = text.slice(text.lastIndexOf(':') + 1);
  const whole = tail.includes('.') ? (isIpv4(tail) ? text.slice(0, -tail.length) + '0:0' : '') : text;
  const sides = whole.split('::').map((side) => (side === '' ? [] : side.split(':')));
  const groups = sides.flat();
  const right = sides.length === 1 ? groups.length === 8 : sides.length === 2 && groups.length <= 6;
  return whole !== '' && right && groups.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group));
}
