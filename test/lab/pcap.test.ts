// A capture read back by a parser of its own, which believes nothing: lengths, checksums, numbers and acknowledgements.

import { decode } from 'dns-packet';
import { describe, expect, it } from 'vitest';
import { pcap } from '../../src/lab/pcap';
import { checksum, u32 } from '../../src/lab/pcap/octets';
import { abort, ask, finish } from '../../src/engine/world';
import type { World } from '../../src/engine/world-types';
import { call, smallWorld, type Caller } from '../support/small-world';

interface Read {
  microseconds: number;
  from: string;
  to: string;
  protocol: number;
  /** Ports and data of TCP and UDP; of ICMP type and code. */
  ports: [number, number];
  flags: string;
  seq: number;
  ack: number;
  data: string;
}

const NAMES = ['FIN', 'SYN', 'RST', 'PSH', 'ACK'];
const number = (octets: string, at: number, length: number) =>
  Array.from(octets.slice(at, at + length)).reduce((sum, octet) => sum * 256 + octet.charCodeAt(0), 0);
const address = (octets: string) =>
  octets.length === 4
    ? Array.from(octets, (octet) => octet.charCodeAt(0)).join('.')
    : Array.from({ length: 8 }, (_, i) => number(octets, 2 * i, 2).toString(16)).join(':');

/** Every packet of the file. Throws where a length or a checksum is wrong. */
function readCapture(file: string): Read[] {
  expect(file.slice(0, 24)).toBe('\xa1\xb2\xc3\xd4\0\x02\0\x04\0\0\0\0\0\0\0\0\0\x04\0\0\0\0\0\x01');
  const out: Read[] = [];
  for (let at = 24; at < file.length;) {
    const length = number(file, at + 8, 4);
    expect(number(file, at + 12, 4)).toBe(length);
    const octets = file.slice(at + 16, at + 16 + length);
    expect(octets).toHaveLength(length);
    out.push({ ...readFrame(octets), microseconds: number(file, at, 4) * 1e6 + number(file, at + 4, 4) });
    at += 16 + length;
  }
  return out;
}

function readFrame(octets: string): Omit<Read, 'microseconds'> {
  expect(octets.length).toBeLessThanOrEqual(1514);
  const packet = octets.slice(14);
  const v6 = number(octets, 12, 2) === 0x86dd;
  if (!v6) {
    expect(number(octets, 12, 2)).toBe(0x0800);
    expect(checksum(packet.slice(0, 20))).toBe(0);
  }
  const protocol = number(packet, v6 ? 6 : 9, 1);
  const [from, to] = v6 ? [packet.slice(8, 24), packet.slice(24, 40)] : [packet.slice(12, 16), packet.slice(16, 20)];
  const payload = packet.slice(v6 ? 40 : 20);
  expect(number(packet, v6 ? 4 : 2, 2)).toBe(v6 ? payload.length : packet.length);
  const pseudo = protocol === 1 ? '' : from + to + u32(payload.length) + u32(protocol);
  expect(checksum(pseudo + payload)).toBe(0);
  const ends = { from: address(from), to: address(to), protocol };
  const ports: [number, number] =
    protocol === 6 || protocol === 17 ? [number(payload, 0, 2), number(payload, 2, 2)] : [number(payload, 0, 1), number(payload, 1, 1)];
  if (protocol !== 6) return { ...ends, ports, flags: '', seq: 0, ack: 0, data: payload.slice(8) };
  const flags = NAMES.filter((_, bit) => number(payload, 13, 1) & (1 << bit)).join(' ');
  return {
    ...ends,
    ports,
    flags,
    seq: number(payload, 4, 4),
    ack: number(payload, 8, 4),
    data: payload.slice((number(payload, 12, 1) >> 4) * 4),
  };
}

const captureOf = (world: World, more = {}) =>
  readCapture(pcap(world.trace, { epoch: world.epoch, now: world.now, hosts: world.hosts, ...more }));
/** `> FLAGS` for what the one who connected sends, and where there are data their length. */
const brief = (packets: Read[]) =>
  packets.map(({ from, flags, data }) => `${from === packets[0]!.from ? '>' : '<'} ${flags}${data === '' ? '' : ` ${data.length}`}`);

/** A finished conversation in which a long letter was handed over. */
function letter(): Caller {
  const caller = call().rest();
  caller.say('HELO ws1', 'MAIL FROM:<>').say('RCPT TO:<ada@campus.example>').say('DATA');
  caller.say(...Array.from({ length: 100 }, () => 'A line of an ordinary letter, neither long nor short.'), '.').say('QUIT');
  finish(caller.world, caller.connection);
  return caller.rest();
}

describe('a conversation', () => {
  it('opens, is acknowledged to the last octet, and closes', () => {
    const { world } = letter();
    // The last acknowledgement is still under way when nothing more happens.
    const packets = captureOf({ ...world, now: world.now + 100 });
    expect(brief(packets).slice(0, 4)).toEqual(['> SYN', '< SYN ACK', '> ACK', '< PSH ACK 51']);
    expect(packets.filter(({ flags }) => flags.includes('FIN'))).toHaveLength(2);
    for (const end of [packets[0]!.from, packets[1]!.from]) {
      const sent = packets.filter(({ from }) => from === end);
      const heard = packets.filter(({ from }) => from !== end);
      // Its numbers follow from what it has sent; the last thing that it hears acknowledges all of it.
      let next = sent[0]!.seq;
      for (const { seq, flags, data } of sent) {
        expect(seq).toBe(next);
        next = (next + data.length + (/SYN|FIN/.test(flags) ? 1 : 0)) >>> 0;
      }
      expect(heard.at(-1)!.ack).toBe(next);
      // Nobody acknowledges what has not been sent.
      const acknowledged = heard.map(({ ack }) => (ack === 0 ? 0 : (ack - sent[0]!.seq) >>> 0));
      expect(acknowledged).toEqual([...acknowledged].sort((a, b) => a - b));
    }
  });

  it('carries the octets of the wire, in segments that fit', () => {
    const { world } = letter();
    const packets = captureOf(world);
    const said = (end: string) =>
      packets
        .filter(({ from }) => from === end)
        .map(({ data }) => data)
        .join('');
    const wire = (side: string) =>
      world.trace.flatMap((event) => (event.type === 'net.bytes' && event.side === side ? event.bytes : [])).join('');
    expect(said('192.0.2.10')).toBe(wire('client'));
    expect(said('192.0.2.25')).toBe(wire('server'));
    expect(Math.max(...packets.map(({ data }) => data.length))).toBe(1460);
    expect(packets.every(({ ports }) => ports.includes(25))).toBe(true);
  });

  it('has the times of the world, each later than the one before', () => {
    const { world } = letter();
    const times = captureOf(world).map(({ microseconds }) => microseconds);
    expect(times[0]).toBe(Date.parse('2024-01-15T09:00:00Z') * 1000);
    times.slice(1).forEach((time, i) => expect(time).toBeGreaterThan(times[i]!));
    expect(captureOf({ ...world, now: 4 }).length).toBe(3);
  });

  it('that is refused, repeated, lost or given up looks so', () => {
    expect(brief(captureOf(call('ws1.campus.example', '192.0.2.25', 23).rest().world))).toEqual(['> SYN', '< RST ACK']);
    expect(brief(captureOf(call('ws1.campus.example', '198.51.100.99').wait(10_000).world))).toEqual(['> SYN', '> SYN', '> SYN', '> SYN']);
    const [syn, ...others] = captureOf(call('ws1.campus.example', '192.0.2.200').rest().world);
    expect(others.filter(({ seq, protocol }) => protocol === 6 && seq !== syn!.seq)).toEqual([]);
    expect(others.at(-1)).toMatchObject({ protocol: 1, ports: [3, 1], to: '192.0.2.10' });
    const torn = call().rest();
    abort(torn.world, torn.connection);
    expect(brief(captureOf(torn.rest().world)).at(-1)).toBe('> RST ACK');
  });

  it('over IPv6 is the same', () => {
    const data = smallWorld();
    for (const name of ['ws1', 'mx1']) data.hosts[`${name}.campus.example`]!.addresses.push(`2001:db8::${name === 'ws1' ? 1 : 25}`);
    const packets = captureOf(call('ws1.campus.example', '2001:db8::25', 25, data).rest().say('QUIT').world);
    expect(packets[0]).toMatchObject({ from: '2001:db8:0:0:0:0:0:1', to: '2001:db8:0:0:0:0:0:25', flags: 'SYN' });
    expect(packets.some(({ data: octets }) => octets.startsWith('221 '))).toBe(true);
    const lost = captureOf(call('ws1.campus.example', '2001:db8::200', 25, data).rest().world).at(-1);
    expect(lost).toMatchObject({ protocol: 58, ports: [1, 3] });
  });
});

describe('a question', () => {
  function asked(name: string, type: 'MX' | 'TXT' | 'A', server?: string) {
    const data = smallWorld();
    data.zones['campus.example'] = [
      '@ SOA ns1 me 1 2 3 4 5',
      '@ NS ns1',
      '@ MX 10 mx1',
      '@ TXT "a \\"b\\" \\195\\169" c',
      'mx1 A 192.0.2.25',
    ];
    const caller = call('ws1.campus.example', '192.0.2.25', 25, data);
    ask(caller.world, { owner: 'test', from: 'ws1.campus.example', name, type, ...(server ? { server } : {}) });
    return captureOf(caller.rest().world).filter(({ protocol, ports: [, port] }) => protocol !== 6 && (protocol !== 1 || port > 0));
  }
  const message = ({ data }: Read) => decode(Buffer.from(data, 'latin1'));

  it('and its answer are messages that a library reads', () => {
    const [question, answer] = asked('campus.example', 'MX');
    expect(question).toMatchObject({ from: '192.0.2.10', to: '192.0.2.53', protocol: 17, ports: [expect.any(Number), 53] });
    expect(answer).toMatchObject({ from: '192.0.2.53', ports: [53, question!.ports[0]] });
    expect(message(question!)).toMatchObject({
      type: 'query',
      flag_rd: true,
      questions: [{ name: 'campus.example', type: 'MX', class: 'IN' }],
    });
    expect(message(answer!)).toMatchObject({
      id: message(question!).id,
      type: 'response',
      flag_aa: true,
      flag_ra: true,
      answers: [{ name: 'campus.example', type: 'MX', ttl: 3600, data: { preference: 10, exchange: 'mx1.campus.example' } }],
    });
  });

  it('brings strings, and who says that there is nothing', () => {
    const [text] = message(asked('campus.example', 'TXT')[1]!).answers ?? [];
    expect(text).toMatchObject({ data: [Buffer.from('a "b" é'), Buffer.from('c')] });
    const nothing = message(asked('nowhere.campus.example', 'A')[1]!) as unknown as { rcode: string };
    expect(nothing).toMatchObject({ rcode: 'NXDOMAIN', authorities: [{ type: 'SOA', data: { serial: 1, minimum: 5 } }] });
  });

  it('to nobody comes back as ICMP', () => {
    expect(asked('campus.example', 'A', '192.0.2.25').at(-1)).toMatchObject({ protocol: 1, ports: [3, 3] });
    expect(asked('campus.example', 'A', '192.0.2.201').at(-1)).toMatchObject({ protocol: 1, ports: [3, 1] });
  });
});

it('one conversation, or one link, can be had alone', () => {
  const caller = letter();
  ask(caller.world, { owner: 'test', from: 'ws1.campus.example', name: 'campus.example', type: 'MX' });
  caller.rest();
  expect(captureOf(caller.world, { connection: caller.connection }).every(({ protocol }) => protocol === 6)).toBe(true);
  expect(captureOf(caller.world, { connection: 99 })).toEqual([]);
  const between = captureOf(caller.world, { between: ['192.0.2.53', '192.0.2.10'] });
  expect(between.map(({ protocol }) => protocol)).toEqual([17, 17]);
});
