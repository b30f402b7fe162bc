// Numbers as octets in network order, and the checksum of the Internet.

import type { Bytes } from '../../engine/kernel/bytes';

export const u8 = (n: number): Bytes => String.fromCharCode(n & 0xff);
export const u16 = (n: number): Bytes => u8(n >>> 8) + u8(n);
export const u32 = (n: number): Bytes => u16(n >>> 16) + u16(n);

/** The checksum of IP, TCP, UDP and ICMP (RFC 1071): one's complement of the one's complement sum of all 16-bit words. */
export function checksum(octets: Bytes): number {
  let sum = 0;
  for (let i = 0; i < octets.length; i += 2) {
    sum += (octets.charCodeAt(i) << 8) | (i + 1 < octets.length ? octets.charCodeAt(i + 1) : 0);
    if (sum > 0xffff) sum -= 0xffff;
  }
  return ~sum & 0xffff;
}
