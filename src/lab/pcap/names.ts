// Questions to name servers and their answers as datagrams (RFC 1035, 4.1). Names are not compressed: nobody has to, and
// there is room. The package that the bridge uses for these octets needs Node; this has to run in the page.

import type { Bytes } from '../../engine/kernel/bytes';
import { parseAddress } from '../../engine/kernel/address';
import type { HostName, TraceEventOf } from '../../engine/kernel/trace';
import { labelsOf } from '../../engine/dns/names';
import { textStrings } from '../../engine/dns/rdata';
import { readRecord } from '../../engine/dns/present';
import type { Question, RecordType } from '../../engine/dns/types';
import type { ServiceData } from '../../engine/world-types';
import { lostWay } from './conversation';
import { udp, unreachable, type Packet } from './frames';
import { u16, u32, u8 } from './octets';

export type Hosts = Readonly<Record<HostName, { addresses: readonly string[]; services?: readonly ServiceData[] }>>;

const TYPES: Record<Question['type'], number> = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  PTR: 12,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  SRV: 33,
  AXFR: 252,
  ANY: 255,
};
const RCODES: Record<string, number> = { NOERROR: 0, SERVFAIL: 2, NXDOMAIN: 3, REFUSED: 5 };
const IN = 1;
const PORT = 53;
const FIRST_PORT = 32_768;
const PORTS = 16_384;
/** Octets of a datagram that is not cut into fragments. */
const MOST = 1_232;
const [QR, AA, TC, RD, RA] = [0x8000, 0x0400, 0x0200, 0x0100, 0x0080];

type Query = TraceEventOf<'dns.query'>;
type Answer = TraceEventOf<'dns.answer'>;

/** The packet of a question; null if its asker has no address of the server's family. */
export function questionPacket(query: Query, hosts: Hosts): Packet | null {
  const { at, seq: order, asker, server } = query;
  const from = hosts[asker]?.addresses.find((own) => own.includes(':') === server.includes(':'));
  if (from === undefined) return null;
  const message = header(query, query.recursionDesired ? RD : 0, 0, 0) + asked(query);
  return { at, order, from, to: server, protocol: 'udp', payload: udp(from, server, portOf(query), PORT, message) };
}

/** The packet that came back for a question, whose packet is `request`; null for silence. */
export function answerPacket(answer: Answer, query: Query, request: Packet, hosts: Hosts): Packet | null {
  const { at, seq: order, status, answers, authority } = answer;
  const back = { at, order, from: request.to, to: request.from };
  if (status === 'timeout') return null;
  if (status === 'unreachable') return lostWay(request, answer);
  if (status === 'closed') return { ...back, protocol: 'icmp', payload: unreachable(back.from, request, 'port') };
  const recursive = hosts[query.to ?? '']?.services?.some((service) => service.protocol === 'dns' && service.recursive);
  const flags = QR | (query.recursionDesired ? RD : 0) | (recursive ? RA : 0) | (answer.authoritative ? AA : 0) | (RCODES[status] ?? 0);
  const whole = header(answer, flags, answers.length, authority.length) + asked(answer) + [...answers, ...authority].map(record).join('');
  const message = whole.length <= MOST ? whole : header(answer, flags | TC, 0, 0) + asked(answer);
  return { ...back, protocol: 'udp', payload: udp(back.from, back.to, PORT, portOf(answer), message) };
}

const portOf = ({ query }: { query: number }) => FIRST_PORT + (query % PORTS);

const header = ({ query }: { query: number }, flags: number, answers: number, authority: number): Bytes =>
  u16(query) + u16(flags) + u16(1) + u16(answers) + u16(authority) + u16(0);

const asked = ({ name, recordType }: Query | Answer): Bytes => written(name) + u16(TYPES[recordType as Question['type']] ?? 0) + u16(IN);

const written = (name: string): Bytes =>
  labelsOf(name)
    .map((label) => u8(label.length) + label)
    .join('') + u8(0);

/** A record from its line in the trace. */
function record(line: string): Bytes {
  const { name, ttl, type, data } = readRecord(line);
  const octets = dataOf(type, data.split(' '));
  return written(name) + u16(TYPES[type]) + u16(IN) + u32(ttl) + u16(octets.length) + octets;
}

function dataOf(type: RecordType, fields: readonly string[]): Bytes {
  const [first = '', second = '', ...rest] = fields;
  switch (type) {
    case 'A':
    case 'AAAA':
      return String.fromCharCode(...(parseAddress(first)?.octets ?? []));
    case 'MX':
      return u16(Number(first)) + written(second);
    case 'SRV':
      return u16(Number(first)) + u16(Number(second)) + u16(Number(rest[0])) + written(rest[1] ?? '');
    case 'SOA':
      return written(first) + written(second) + rest.map((field) => u32(Number(field))).join('');
    case 'TXT':
      return textStrings(fields.join(' ')).map(text).join('');
    case 'CNAME':
    case 'NS':
    case 'PTR':
      return written(first);
  }
}

/** A string of a TXT record, its escapes undone. */
function text(escaped: string): Bytes {
  const octets = escaped.replace(/\\(?:(\d{3})|(.))/g, (_, decimal?: string, plain?: string) => plain ?? u8(Number(decimal)));
  return u8(octets.length) + octets;
}
