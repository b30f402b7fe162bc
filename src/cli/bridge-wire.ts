// From a DNS message to its answer. The library knows the octets; what is answered, the world knows.

import * as packet from 'dns-packet';
import { answer } from '../engine/dns/lookup';
import { recordType, textStrings } from '../engine/dns/rdata';
import type { DnsResponse, Question, ResourceRecord } from '../engine/dns/types';
import type { World } from '../engine/world-types';

/** RFC 1035, 4.2.1; RFC 6891, 6.2.3. */
const LEAST_DATAGRAM = 512;
/** RFC 1035, 4.2.2. */
const MOST_OCTETS = 65_535;
/** What BIND and others send over UDP at most. */
const MOST_DATAGRAM = 1_232;
const HEADER = 12;
/** Its bits among the flags; QUERY is 0. */
const OPCODE = 0x7800;
const RCODES = { NOERROR: 0, FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5 };
const AA = packet.AUTHORITATIVE_ANSWER;
const { RECURSION_DESIRED: RD, RECURSION_AVAILABLE: RA, TRUNCATED_RESPONSE: TC } = packet;

/** The response to a message; null if it deserves none: it is no question, or nobody could tell which. */
export function respond(world: World, message: Buffer, over: 'udp' | 'tcp'): Buffer | null {
  let query: packet.DecodedPacket;
  try {
    query = packet.decode(message);
  } catch {
    return message.length < HEADER ? null : status(message.readUInt16BE(0), 'FORMERR');
  }
  if (query.type !== 'query') return null;
  const { id = 0, questions = [] } = query;
  if (((query.flags ?? 0) & OPCODE) !== 0) return status(id, 'NOTIMP');
  const [question] = questions;
  if (!question || questions.length > 1) return status(id, 'FORMERR');
  const response = answerTo(world, question, over);
  const edns = query.additionals?.find((record): record is packet.OptAnswer => record.type === 'OPT');
  const flags = RCODES[response.status] | (response.authoritative ? AA : 0) | (response.recursionAvailable ? RA : 0);
  const opt = edns ? [{ type: 'OPT', name: '.', udpPayloadSize: MOST_DATAGRAM, flags: 0, options: [] } as unknown as packet.Answer] : [];
  const onWire = (record: ResourceRecord) => wireRecord(record, question.class ?? 'IN');
  const reply: packet.Packet = {
    type: 'response',
    id,
    flags: flags | ((query.flags ?? 0) & RD),
    questions,
    answers: response.answer.map(onWire),
    authorities: response.authority.map(onWire),
    additionals: [...response.additional.map(onWire), ...opt],
  };
  const octets = packet.encode(reply);
  const most = edns ? Math.min(Math.max(edns.udpPayloadSize, LEAST_DATAGRAM), MOST_DATAGRAM) : LEAST_DATAGRAM;
  if (octets.length <= (over === 'tcp' ? MOST_OCTETS : most)) return octets;
  return packet.encode({ ...reply, flags: reply.flags! | TC, answers: [], authorities: [], additionals: opt });
}

/** What a name server that holds every zone of the world says; it looks up the rest if one of the world's own servers would. */
function answerTo(world: World, asked: packet.Question, over: 'udp' | 'tcp'): DnsResponse {
  const name = asked.name === '.' ? '.' : `${asked.name}.`;
  const services = Object.values(world.hosts).flatMap((host) => host.services);
  const recursive = services.some((service) => service.protocol === 'dns' && service.recursive);
  const server = { authoritativeFor: Object.keys(world.zones), recursive };
  const inChaos = asked.class === 'CH';
  const question: Question = { name, type: asked.type as Question['type'], ...(inChaos ? { class: 'CH' } : {}) };
  // A zone is too much for a datagram (RFC 5936, 4.2), and of other classes there is nothing.
  if ((asked.type === 'AXFR' && over === 'udp') || !(inChaos || (asked.class ?? 'IN') === 'IN'))
    return { ...answer(world.zones, { ...question, type: 'ANY' }, server), ...NOTHING, status: 'REFUSED' };
  if (question.type === 'ANY' || question.type === 'AXFR' || recordType(question.type) !== null)
    return answer(world.zones, question, server);
  // A type that this world has no records of: whether the name exists can be told all the same.
  const response = answer(world.zones, { ...question, type: 'ANY' }, server);
  return { ...response, ...NOTHING, answer: response.answer.filter(({ type }) => type === 'CNAME') };
}

const NOTHING = { answer: [], authority: [], additional: [] };

function status(id: number, rcode: keyof typeof RCODES): Buffer {
  return packet.encode({ type: 'response', id, flags: RCODES[rcode] });
}

function wireRecord({ name, type, ttl, data }: ResourceRecord, recordClass: packet.RecordClass): packet.Answer {
  return { name, ttl, class: recordClass, type, data: dataOnWire(type, data) } as packet.Answer;
}

function dataOnWire(type: ResourceRecord['type'], data: string): unknown {
  const fields = data.split(' ');
  const [first = '', second = '', ...rest] = fields;
  switch (type) {
    case 'MX':
      return { preference: Number(first), exchange: second };
    case 'SRV':
      return { priority: Number(first), weight: Number(second), port: Number(rest[0]), target: rest[1] };
    case 'SOA': {
      const [serial, refresh, retry, expire, minimum] = rest.map(Number);
      return { mname: first, rname: second, serial, refresh, retry, expire, minimum };
    }
    case 'TXT':
      return textStrings(data).map((text) => Buffer.from(unescaped(text), 'latin1'));
    default:
      return data;
  }
}

const unescaped = (text: string) =>
  text.replace(/\\(?:(\d{3})|(.))/g, (_, decimal?: string, plain?: string) => plain ?? String.fromCharCode(Number(decimal)));
