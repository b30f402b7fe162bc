// What a world leaves out and a capture needs: Ethernet, IP, TCP, UDP and ICMP headers. All made up, but always in the same
// way from the same addresses, and with checksums that are right.

import { parseAddress } from '../../engine/kernel/address';
import type { Bytes } from '../../engine/kernel/bytes';
import { checksum, u16, u32, u8 } from './octets';

/** A packet on its way. `at` in milliseconds since the world began, at the end that is looked at. */
export interface Packet {
  at: number;
  /** Decides among packets of one instant. */
  order: number;
  from: string;
  to: string;
  protocol: 'tcp' | 'udp' | 'icmp';
  /** From the transport's header on, with its checksum. */
  payload: Bytes;
}

export interface Segment {
  fromPort: number;
  toPort: number;
  seq: number;
  ack: number;
  flags: number;
  data: Bytes;
}

export const FIN = 1;
export const SYN = 2;
export const RST = 4;
export const PSH = 8;
export const ACK = 16;

/** Octets of a segment that fit into a frame of Ethernet (RFC 6691). */
export const mss = (address: string) => (isIpv6(address) ? 1440 : 1460);

/** Large enough for any letter, so that nobody has to wait for a window: 65535 times 2^10 octets (RFC 7323, 2). */
const WINDOW = 0xffff;
const WINDOW_SCALE = 10;
const HOP_LIMIT = 64;
const NUMBERS = { tcp: 6, udp: 17, icmp: 1 };
const ICMPV6 = 58;
const IPV4_HEADER = 20;

/** A TCP segment (RFC 9293, 3.1). A SYN carries MSS and window scale. */
export function tcp(from: string, to: string, { fromPort, toPort, seq, ack, flags, data }: Segment): Bytes {
  const options = flags & SYN ? u8(2) + u8(4) + u16(mss(from)) + u8(1) + u8(3) + u8(3) + u8(WINDOW_SCALE) : '';
  const offset = (5 + options.length / 4) << 4;
  const window = flags & RST ? 0 : WINDOW;
  const head = u16(fromPort) + u16(toPort) + u32(seq) + u32(flags & ACK ? ack : 0) + u8(offset) + u8(flags) + u16(window);
  return summed(head, u16(0) + options + data, pseudo(from, to, NUMBERS.tcp));
}

/** A UDP datagram (RFC 768). There a checksum of zero would mean that there is none. */
export function udp(from: string, to: string, fromPort: number, toPort: number, data: Bytes): Bytes {
  return summed(u16(fromPort) + u16(toPort) + u16(8 + data.length), data, pseudo(from, to, NUMBERS.udp), 0xffff);
}

/** An ICMP message that somebody or something cannot be reached (RFC 792; RFC 4443, 3.1), about a packet, of which it quotes the beginning. */
export function unreachable(from: string, about: Packet, what: 'host' | 'port'): Bytes {
  const quote = u32(0) + internet(about, 0).slice(0, isIpv6(from) ? 48 : IPV4_HEADER + 8);
  if (isIpv6(from)) return summed(u8(1) + u8(what === 'host' ? 3 : 4), quote, pseudo(from, about.from, ICMPV6));
  return summed(u8(3) + u8(what === 'host' ? 1 : 3), quote, () => '');
}

/** The frame (IEEE 802.3) of a packet. `id` numbers the packets of one capture. */
export function frame(packet: Packet, id: number): Bytes {
  return station(packet.to) + station(packet.from) + u16(isIpv6(packet.from) ? 0x86dd : 0x0800) + internet(packet, id);
}

/** The packet with its IP header (RFC 791, 3.1; RFC 8200, 3). */
function internet({ from, to, protocol, payload }: Packet, id: number): Bytes {
  const ends = octetsOf(from) + octetsOf(to);
  if (isIpv6(from)) {
    const number = protocol === 'icmp' ? ICMPV6 : NUMBERS[protocol];
    return u32(6 << 28) + u16(payload.length) + u8(number) + u8(HOP_LIMIT) + ends + payload;
  }
  const head = u8(0x45) + u8(0) + u16(IPV4_HEADER + payload.length) + u16(id) + u16(0x4000) + u8(HOP_LIMIT) + u8(NUMBERS[protocol]);
  return head + u16(checksum(head + u16(0) + ends)) + ends + payload;
}

/** `head`, the checksum, `rest`: the checksum covers both, and the pseudo header. `zero` stands for a sum of zero. */
function summed(head: Bytes, rest: Bytes, pseudoHeader: (octets: number) => Bytes, zero = 0): Bytes {
  const sum = checksum(pseudoHeader(head.length + 2 + rest.length) + head + u16(0) + rest);
  return head + u16(sum === 0 ? zero : sum) + rest;
}

/** RFC 9293, 3.1; RFC 8200, 8.1. */
function pseudo(from: string, to: string, number: number): (octets: number) => Bytes {
  const ends = octetsOf(from) + octetsOf(to);
  if (isIpv6(from)) return (octets) => ends + u32(octets) + u32(number);
  return (octets) => ends + u16(number) + u16(octets);
}

/** A station's address, of the kind that anybody may make up. */
const station = (address: string): Bytes => u16(0x0200) + octetsOf(address).slice(-4);

const isIpv6 = (address: string) => address.includes(':');

/** The octets of an address, which is one. */
const octetsOf = (address: string): Bytes => String.fromCharCode(...(parseAddress(address)?.octets ?? []));
