// One TCP connection of the trace as packets (RFC 9293, 3.5 to 3.8), as they pass the client's end: what it sends at the
// instant it does, what it is sent when that arrives. The world has no acknowledgements; here every octet gets one, on what
// goes the other way at that instant or else on its own.

import type { Bytes } from '../../engine/kernel/bytes';
import type { NetEvent, Side, Stamp, TraceEventOf } from '../../engine/kernel/trace';
import { ACK, FIN, mss, PSH, RST, SYN, tcp, unreachable, type Packet } from './frames';

export type Opening = TraceEventOf<'net.connect'>;
export type WireEvent = Stamp & Exclude<NetEvent, { type: 'net.ping' }>;

/** What one end does at an instant of its own: it sends flags and octets. They are at the other end at `arrives`. */
interface Sending {
  side: Side;
  at: number;
  arrives: number;
  order: number;
  flags: number;
  data: Bytes;
}

/** What an end has from the other one at an instant: everything before the number `next`. */
interface Heard {
  at: number;
  order: number;
  next: number;
}

const FIRST_EPHEMERAL_PORT = 49_152;
const EPHEMERAL_PORTS = 16_384;
/** Acknowledgements stand right behind what they acknowledge. */
const BEHIND = 0.5;

const other = (side: Side): Side => (side === 'client' ? 'server' : 'client');

/** The packets of a connection: its `net.connect`, and all its later events in their order. */
export function packetsOf(opening: Opening, events: readonly WireEvent[]): Packet[] {
  const { fromAddress, toAddress, connection, port } = opening;
  // The machine itself knew that there is no way: nothing left it.
  if (fromAddress === '') return [];
  const ends = {
    client: { address: fromAddress, port: FIRST_EPHEMERAL_PORT + (connection % EPHEMERAL_PORTS) },
    server: { address: toAddress, port },
  };
  const failed = events.find((event): event is TraceEventOf<'net.failed'> => event.type === 'net.failed');
  const sendings = acknowledged(sendingsOf(opening, events));
  // Who refuses has no numbers of its own.
  const first = { client: initialNumber(connection, 1), server: failed ? 0 : initialNumber(connection, 2) };
  const next = { ...first };
  const heard: Record<Side, Heard[]> = { client: [], server: [] };
  const packets: Packet[] = [];
  for (const { side, at, arrives, order, flags, data } of sendings) {
    const [from, to] = [ends[side], ends[other(side)]];
    const ack = numberHeard(heard[side], at, order);
    const most = mss(from.address);
    // A SYN that is repeated is the same SYN.
    if (flags & SYN) next[side] = first[side];
    for (let start = 0; start === 0 || start < data.length; start += most) {
      const part = data.slice(start, start + most);
      const push = part !== '' && start + most >= data.length ? PSH : 0;
      const segment = { fromPort: from.port, toPort: to.port, seq: next[side], ack, flags: flags | push, data: part };
      const payload = tcp(from.address, to.address, segment);
      packets.push({ at: side === 'client' ? at : arrives, order, from: from.address, to: to.address, protocol: 'tcp', payload });
      next[side] = (next[side] + part.length + (flags & (SYN | FIN) ? 1 : 0)) >>> 0;
    }
    heard[other(side)].push({ at: arrives, order, next: next[side] });
  }
  const [request] = packets;
  if (failed?.reason === 'unreachable' && request) packets.push(lostWay(request, failed));
  return packets;
}

/** The number before which everything had come by then; the newest is at the end. */
function numberHeard(heard: readonly Heard[], at: number, order: number): number {
  for (let i = heard.length - 1; i >= 0; i--) {
    const known = heard[i]!;
    if (known.at < at || (known.at === at && known.order <= order)) return known.next;
  }
  return 0;
}

/** The last router says that nobody has the address. */
export function lostWay(request: Packet, { at, seq: order }: Stamp): Packet {
  const router = routerFor(request.to);
  return { at, order, from: router, to: request.from, protocol: 'icmp', payload: unreachable(router, request, 'host') };
}

/** The world has no routers; this address stands for the one of a network. */
const routerFor = (address: string) =>
  address.includes(':') ? [...address.split(':').slice(0, 2), '', 'fffe'].join(':') : address.replace(/\d+$/, '254');

function sendingsOf(opening: Opening, events: readonly WireEvent[]): Sending[] {
  const opened = events.find(({ type }) => type === 'net.open');
  const ended = events.find(({ type }) => type === 'net.open' || type === 'net.failed') ?? opening;
  const tries = [opening, ...events.filter(({ type }) => type === 'net.retry')];
  const there = (ended.at - (tries.at(-1) ?? opening).at) / 2;
  /** Milliseconds one way, as last seen; and nothing overtakes what was sent before. */
  const delay = { client: there, server: there };
  const latest = { client: 0, server: 0 };
  const sending = (side: Side, { at, seq }: Stamp, flags: number, data: Bytes = '', arrives = at + delay[side]): Sending => {
    latest[side] = Math.max(latest[side], arrives);
    return { side, at, arrives: latest[side], order: seq, flags, data };
  };
  const out: Sending[] = tries.map((attempt) => sending('client', attempt, SYN));
  if (opened) out.push({ ...sending('server', opened, SYN | ACK, '', opened.at), at: opened.at - there });
  for (const event of events) {
    if (event.type === 'net.bytes') {
      delay[event.side] = event.arrives - event.at;
      out.push(sending(event.side, event, ACK, event.bytes, event.arrives));
    } else if (event.type === 'net.finish') out.push(sending(event.side, event, FIN | ACK));
    else if (event.type === 'net.reset') out.push(sending(event.side, event, RST | ACK));
    else if (event.type === 'net.failed' && event.reason === 'refused') out.push(sending('server', event, RST | ACK, '', event.at));
  }
  return out;
}

/** With acknowledgements where nothing goes the other way at that instant; in the order in which each end sends. */
function acknowledged(sendings: Sending[]): Sending[] {
  const torn = sendings.find(({ flags }) => flags & RST);
  const speaks = new Set(sendings.map(({ side, at }) => `${side} ${at}`));
  const wayBack = { client: 0, server: 0 };
  const acks = sendings.flatMap(({ side, at, arrives, order, flags, data }): Sending[] => {
    wayBack[side] = arrives - at;
    const due = data !== '' || flags & FIN || flags === (SYN | ACK);
    if (!due || (torn && torn.at <= arrives) || speaks.has(`${other(side)} ${arrives}`)) return [];
    return [{ side: other(side), at: arrives, arrives: arrives + wayBack[other(side)], order: order + BEHIND, flags: ACK, data: '' }];
  });
  return [...sendings, ...acks].sort((a, b) => a.at - b.at || a.order - b.order);
}

/** Looks like chance, and is the same every time. */
function initialNumber(connection: number, end: number): number {
  return Math.imul(connection * 2 + end, 0x9e37_79b1) >>> 0;
}
