// IP addresses as text and as octets. Two texts can name one address (2001:DB8::1, 2001:db8:0::1), so
// addresses are compared in canonical text only; what a person typed is made canonical at the edge.

/** An address as octets: 4 of them for IPv4, 16 for IPv6. */
export interface Address {
  version: 4 | 6;
  octets: number[];
}

/** Four decimal octets without leading zeros (RFC 3986, `IPv4address`). */
const DECIMAL_OCTET = /^(?:0|[1-9]\d{0,2})$/;
const HEX_GROUP = /^[0-9A-Fa-f]{1,4}$/;

/** The address that a text names; null if it is neither dotted-quad IPv4 nor IPv6 (RFC 4291, 2.2; no zone index). */
export function parseAddress(text: string): Address | null {
  const version = text.includes(':') ? 6 : 4;
  const octets = version === 6 ? ipv6Octets(text) : ipv4Octets(text);
  return octets && { version, octets };
}

/** The one text for an address: IPv6 as RFC 5952 says. Null if the text is no address. */
export function canonicalAddress(text: string): string | null {
  const address = parseAddress(text);
  return address && formatAddress(address);
}

/** Canonical text of an address: `192.0.2.25`, `2001:db8:0:2::25`. */
export function formatAddress(address: Address): string {
  return address.version === 4 ? address.octets.join('.') : formatIpv6(address.octets);
}

export function isIpv4(text: string): boolean {
  return parseAddress(text)?.version === 4;
}

export function isIpv6(text: string): boolean {
  return parseAddress(text)?.version === 6;
}

/**
 * True if an address lies in a network: `192.0.2.0/24`, `2001:db8::/32`, or one address without length.
 * Bits after the prefix are ignored. False if either text is malformed or they are of different versions.
 */
export function inNetwork(address: string, network: string): boolean {
  const [base = '', length, ...rest] = network.split('/');
  const a = parseAddress(address);
  const b = parseAddress(base);
  if (!a || a.version !== b?.version || rest.length > 0) return false;
  const most = a.octets.length * 8;
  const bits = length === undefined ? most : DECIMAL_OCTET.test(length) ? Number(length) : Infinity;
  return bits <= most && a.octets.every((octet, i) => ((octet ^ (b.octets[i] ?? 0)) & octetMask(bits - i * 8)) === 0);
}

/** The mask of one octet of which the first `bits` count. */
function octetMask(bits: number): number {
  return (0xff << (8 - Math.min(Math.max(bits, 0), 8))) & 0xff;
}

function ipv4Octets(text: string): number[] | null {
  const parts = text.split('.');
  const good = parts.length === 4 && parts.every((part) => DECIMAL_OCTET.test(part) && Number(part) <= 255);
  return good ? parts.map(Number) : null;
}

function ipv6Octets(text: string): number[] | null {
  const sides = text.split('::');
  const [head, tail] = [groupOctets(sides[0] ?? '', sides.length === 1), groupOctets(sides[1] ?? '', true)];
  if (!head || !tail || sides.length > 2) return null;
  const missing = 16 - head.length - tail.length;
  // "::" stands for at least one group of zeros.
  if (sides.length === 1 ? missing !== 0 : missing < 2) return null;
  return [...head, ...new Array<number>(missing).fill(0), ...tail];
}

/** Octets of `a:b:c`; the last part may be an IPv4 address if this is the end of the whole text. */
function groupOctets(text: string, last: boolean): number[] | null {
  if (text === '') return [];
  const octets: number[] = [];
  const parts = text.split(':');
  for (const [i, part] of parts.entries()) {
    const embedded = last && i === parts.length - 1 ? ipv4Octets(part) : null;
    if (embedded) octets.push(...embedded);
    else if (HEX_GROUP.test(part)) octets.push(parseInt(part, 16) >> 8, parseInt(part, 16) & 0xff);
    else return null;
  }
  return octets;
}

function formatIpv6(octets: number[]): string {
  // RFC 5952, 5: an IPv4-mapped address keeps its dotted tail.
  const mapped = octets.slice(0, 10).every((octet) => octet === 0) && octets[10] === 0xff && octets[11] === 0xff;
  if (mapped) return `::ffff:${octets.slice(12).join('.')}`;
  const groups = Array.from({ length: 8 }, (_, i) => (((octets[2 * i] ?? 0) << 8) | (octets[2 * i + 1] ?? 0)).toString(16));
  const { start, length } = longestZeroRun(groups);
  if (length < 2) return groups.join(':');
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`;
}

/** RFC 5952, 4.2: the longest run of zero groups is shortened, the first of equals, never a single one. */
function longestZeroRun(groups: string[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < groups.length; start++) {
    let length = 0;
    while (groups[start + length] === '0') length++;
    if (length > best.length) best = { start, length };
  }
  return best;
}
