// The names of a bridged world, asked by Node's own resolver, and octet by octet.

import { decode, encode, type DecodedPacket, type Packet } from 'dns-packet';
import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bridge } from '../../src/cli/bridge';
import { bridgedWorld, bridgeTo } from '../support/bridge';

let bridge: Bridge;
let resolver: Resolver;
beforeAll(async () => {
  const world = bridgedWorld();
  world.zones['campus.example'] = [
    '@ SOA ns1 first\\.last 2024010101 7200 900 1209600 300',
    '@ NS ns1',
    '@ MX 10 mx1',
    '@ MX 20 mx2',
    '@ TXT "v=spf1 mx -all" "caf\\195\\169 \\"quoted\\""',
    'mx1 A 192.0.2.25',
    'mx1 AAAA 2001:db8:0:2::25',
    'www CNAME mx1',
    '_smtp._tcp SRV 0 5 25 mx1',
    ...Array.from({ length: 100 }, (_, i) => `many A 192.0.2.${i + 1}`),
  ];
  bridge = await bridgeTo(world);
  resolver = new Resolver({ timeout: 2_000, tries: 1 });
  resolver.setServers([`127.0.0.1:${bridge.facts.dns?.udp}`]);
});
afterAll(() => bridge.close());

const ask = (name: string, type: string, more: Partial<Packet> = {}): Buffer =>
  encode({ type: 'query', id: 7, flags: 0x100, questions: [{ name, type: type as 'A' }], ...more });

/** The library's types do not know all that it reads. */
type Answer = DecodedPacket & { rcode: string };

function overUdp(message: Buffer): Promise<Answer> {
  const socket = createSocket('udp4');
  return new Promise<Answer>((answered) => {
    socket.on('message', (octets) => answered(decode(octets) as Answer));
    socket.send(message, bridge.facts.dns?.udp ?? 0, '127.0.0.1');
  }).finally(() => socket.close());
}

function framed(message: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(message.length);
  return Buffer.concat([length, message]);
}

/** The answers to what is written in these pieces, until there are `wanted`. */
function overTcp(pieces: Buffer[], wanted: number): Promise<DecodedPacket[]> {
  const socket = connect(bridge.facts.dns?.tcp ?? 0, '127.0.0.1');
  return new Promise<DecodedPacket[]>((answered) => {
    let input: Buffer = Buffer.alloc(0);
    const out: DecodedPacket[] = [];
    socket.on('data', (chunk) => {
      input = Buffer.concat([input, chunk]);
      while (input.length > 2 && input.length >= 2 + input.readUInt16BE(0)) {
        const end = 2 + input.readUInt16BE(0);
        out.push(decode(input.subarray(2, end)));
        input = input.subarray(end);
      }
      if (out.length >= wanted) answered(out);
    });
    for (const piece of pieces) socket.write(piece);
  }).finally(() => socket.destroy());
}

describe('a resolver', () => {
  it('finds what the zones say, of every type', async () => {
    expect(await resolver.resolveMx('campus.example')).toEqual([
      { priority: 10, exchange: 'mx1.campus.example' },
      { priority: 20, exchange: 'mx2.campus.example' },
    ]);
    expect(await resolver.resolve4('www.campus.example')).toEqual(['192.0.2.25']);
    expect(await resolver.resolve6('mx1.campus.example')).toEqual(['2001:db8:0:2::25']);
    expect(await resolver.resolveTxt('campus.example')).toEqual([['v=spf1 mx -all', 'caf\xc3\xa9 "quoted"']]);
    expect(await resolver.resolveSrv('_smtp._tcp.campus.example')).toEqual([
      { priority: 0, weight: 5, port: 25, name: 'mx1.campus.example' },
    ]);
    expect(await resolver.reverse('192.0.2.10')).toEqual(['ws1.campus.example']);
    expect(await resolver.resolveSoa('campus.example')).toMatchObject({ serial: 2024010101, minttl: 300 });
  });

  it('learns that there is no such name, and no such record', async () => {
    await expect(resolver.resolve4('nowhere.campus.example')).rejects.toMatchObject({ code: 'ENOTFOUND' });
    await expect(resolver.resolve6('many.campus.example')).rejects.toMatchObject({ code: 'ENODATA' });
    await expect(resolver.resolveCaa('campus.example')).rejects.toMatchObject({ code: 'ENODATA' });
  });

  it('fetches over TCP what is too large for a datagram', async () => {
    expect(await overUdp(ask('many.campus.example', 'A'))).toMatchObject({ flag_tc: true, answers: [] });
    expect(await resolver.resolve4('many.campus.example')).toHaveLength(100);
  });
});

describe('a message', () => {
  it('is answered with its id, its question and its wish for recursion, and EDNS with EDNS', async () => {
    const opt = { type: 'OPT', name: '.', udpPayloadSize: 4096, flags: 0, options: [] } as never;
    const answer = await overUdp(ask('Campus.Example', 'MX', { id: 4711, additionals: [opt] }));
    expect(answer).toMatchObject({ id: 4711, type: 'response', flag_aa: true, flag_rd: true, flag_ra: true, rcode: 'NOERROR' });
    expect(answer.questions).toMatchObject([{ name: 'Campus.Example', type: 'MX' }]);
    expect(answer.additionals).toContainEqual(expect.objectContaining({ type: 'OPT', udpPayloadSize: 1232 }));
    expect((await overUdp(ask('campus.example', 'MX', { flags: 0 }))).flag_rd).toBe(false);
  });

  it('carries a dot inside a label', async () => {
    const { answers } = await overUdp(ask('campus.example', 'SOA'));
    expect(answers).toMatchObject([{ data: { rname: 'first\\.last.campus.example' } }]);
  });

  it('may come in pieces and in numbers', async () => {
    const both = Buffer.concat([framed(ask('campus.example', 'MX')), framed(ask('mx1.campus.example', 'A', { id: 8 }))]);
    const pieces = Array.from(both, (_, i) => both.subarray(i, i + 1));
    expect((await overTcp(pieces, 2)).map(({ id, answers }) => [id, answers?.length])).toEqual([
      [7, 2],
      [8, 1],
    ]);
  });

  it('with a zone in answer comes over TCP only', async () => {
    const [whole] = await overTcp([framed(ask('campus.example', 'AXFR'))], 1);
    const types = (whole?.answers ?? []).map(({ type }) => type);
    expect([types[0], types.at(-1), types.length]).toEqual(['SOA', 'SOA', bridge.live.world.zones['campus.example']!.records.length + 1]);
    expect(await overUdp(ask('campus.example', 'AXFR'))).toMatchObject({ rcode: 'REFUSED', answers: [] });
  });

  it('that makes no sense is answered with what is wrong, or not at all', async () => {
    expect((await overUdp(Buffer.from('0007010000010000000000000363616dff', 'hex'))).rcode).toBe('FORMERR');
    expect((await overUdp(ask('campus.example', 'A', { flags: 4 << 11 }))).rcode).toBe('NOTIMP');
    // Neither an answer nor less than a header gets one; the question after them does.
    const answer = encode({ type: 'response', id: 9, questions: [{ name: 'campus.example', type: 'A' }] });
    const socket = createSocket('udp4');
    for (const message of [answer, Buffer.from('00')]) socket.send(message, bridge.facts.dns?.udp ?? 0, '127.0.0.1');
    const ids = await new Promise((heard) => {
      socket.on('message', (octets) => heard(decode(octets).id));
      socket.send(ask('campus.example', 'MX', { id: 10 }), bridge.facts.dns?.udp ?? 0, '127.0.0.1');
    }).finally(() => socket.close());
    expect(ids).toBe(10);
  });
});
