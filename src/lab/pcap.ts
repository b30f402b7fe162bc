// What was on the wires of a world, as a capture file that Wireshark and tshark read (draft-ietf-opsawg-pcap): Ethernet
// frames, seen at the end that connected or asked.

import type { Bytes } from '../engine/kernel/bytes';
import type { Instant } from '../engine/kernel/schedule';
import type { ConnectionId, TraceEvent, TraceEventOf } from '../engine/kernel/trace';
import { packetsOf, type Opening, type WireEvent } from './pcap/conversation';
import { frame, type Packet } from './pcap/frames';
import { answerPacket, questionPacket, type Hosts } from './pcap/names';
import { u16, u32 } from './pcap/octets';

export interface CaptureOptions {
  /** Milliseconds since 1970 at instant 0. */
  epoch: number;
  /** What is later than this (ms) is still under way, and not in the file. */
  now: Instant;
  /** Who has which addresses: a question in the trace names its asker. */
  hosts: Hosts;
  /** Only this connection. */
  connection?: ConnectionId;
  /** Only what passed between these two addresses, in either direction. */
  between?: readonly [string, string];
}

const MAGIC = 0xa1b2_c3d4;
const SNAPSHOT_LENGTH = 262_144;
const LINKTYPE_ETHERNET = 1;

/** The capture file, octets. `trace` from its beginning. Times are virtual; of one instant each packet is a microsecond after the last. */
export function pcap(trace: readonly TraceEvent[], { epoch, now, hosts, connection, between }: CaptureOptions): Bytes {
  const passes = ({ from, to }: Packet) => !between || (between.includes(from) && between.includes(to));
  const packets = [...conversations(trace, connection), ...(connection === undefined ? questions(trace, hosts) : [])]
    .filter((packet) => packet.at <= now && passes(packet))
    .sort((a, b) => a.at - b.at || a.order - b.order);
  const out = [u32(MAGIC) + u16(2) + u16(4) + u32(0) + u32(0) + u32(SNAPSHOT_LENGTH) + u32(LINKTYPE_ETHERNET)];
  let instant = -1;
  let among = 0;
  packets.forEach((packet, i) => {
    among = packet.at === instant ? among + 1 : 0;
    instant = packet.at;
    const octets = frame(packet, i & 0xffff);
    const microseconds = Math.round((epoch + packet.at) * 1000) + among;
    out.push(u32(Math.floor(microseconds / 1e6)) + u32(microseconds % 1e6) + u32(octets.length) + u32(octets.length) + octets);
  });
  return out.join('');
}

function conversations(trace: readonly TraceEvent[], only?: ConnectionId): Packet[] {
  const found = new Map<ConnectionId, { opening: Opening; events: WireEvent[] }>();
  for (const event of trace) {
    if (!isOnWire(event) || (only !== undefined && event.connection !== only)) continue;
    if (event.type === 'net.connect') found.set(event.connection, { opening: event, events: [] });
    else found.get(event.connection)?.events.push(event);
  }
  return [...found.values()].flatMap(({ opening, events }) => packetsOf(opening, events));
}

const isOnWire = (event: TraceEvent): event is WireEvent => event.type.startsWith('net.') && event.type !== 'net.ping';

function questions(trace: readonly TraceEvent[], hosts: Hosts): Packet[] {
  const asked = new Map<number, { query: TraceEventOf<'dns.query'>; request: Packet }>();
  return trace.flatMap((event) => {
    if (event.type === 'dns.query') {
      const request = questionPacket(event, hosts);
      if (request) asked.set(event.query, { query: event, request });
      return request ?? [];
    }
    const question = event.type === 'dns.answer' ? asked.get(event.query) : undefined;
    return (question && event.type === 'dns.answer' && answerPacket(event, question.query, question.request, hosts)) || [];
  });
}
