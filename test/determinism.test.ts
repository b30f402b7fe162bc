// Same data, same seed, same inputs: same trace, byte for byte. Everything else (save, rewind, share,
// grading) is a replay and rests on this.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorld, restore, snapshot } from '../src/engine/world';
import type { World, WorldData } from '../src/engine/world-types';
import { traceHash } from '../src/lab/digest';
import { runClients, CAMPUS, type Client } from './support/smtp-world';
import { cutAt } from './support/feed';
import { clientOctets, cuts } from './support/smtp-input';

const RUNS = { seed: 20240115, numRuns: 60 };

const clientFrom = (...hosts: string[]): fc.Arbitrary<Client> =>
  fc
    .record({
      at: fc.nat(1000),
      from: fc.constantFrom(...hosts),
      port: fc.constantFrom(25, 2525, 110),
      octets: clientOctets,
      cuts,
      pause: fc.constantFrom(0, 3, 400),
      leaves: fc.constantFrom('finishes' as const, 'aborts' as const, 'waits' as const),
    })
    .map(({ octets, cuts: places, ...rest }) => ({ ...rest, segments: cutAt(octets, places) }));

const clients = fc.array(clientFrom('ws1.campus.example', 'mail.partner.example'), { minLength: 1, maxLength: 3 });

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

describe('a world', () => {
  it('does the same again, and never changes the data it was made from', () => {
    const data = frozen(structuredClone(CAMPUS));
    const check = (seed: number, all: Client[]) => {
      const first = runClients(data, seed, all);
      expect(first.trace.length).toBeGreaterThan(all.length);
      expect(traceHash(runClients(structuredClone(data), seed, all).trace)).toBe(traceHash(first.trace));
    };
    fc.assert(fc.property(fc.nat(), clients, check), RUNS);
  });

  it('is plain data at every moment: a round trip through JSON, or a clone, changes nothing', () => {
    const check = (all: Client[]) => {
      const straight = runClients(CAMPUS, 3, all);
      const trips: ((world: World) => World)[] = [
        (world) => JSON.parse(JSON.stringify(world)) as World,
        (world) => structuredClone(world),
        (world) => restore(snapshot(world), world.trace),
      ];
      for (const trip of trips) expect(runClients(CAMPUS, 3, all, trip)).toEqual(straight);
    };
    fc.assert(fc.property(clients, check), { ...RUNS, numRuns: 25 });
  });

  it('draws from its seed', () => {
    const all: Client[] = [{ at: 0, from: 'mail.partner.example', port: 25, segments: ['QUIT\r\n'], pause: 0, leaves: 'finishes' }];
    const hashes = [1, 2, 3, 4, 5].map((seed) => traceHash(runClients(CAMPUS, seed, all).trace));
    expect(new Set(hashes).size).toBeGreaterThan(1);
  });

  it('is not disturbed by one more host and what it does', () => {
    const more: WorldData = structuredClone(CAMPUS);
    more.hosts['ws9.campus.example'] = { addresses: ['192.0.2.99'], network: 'campus', site: 'campus', users: ['cleo'] };
    more.hosts['other.partner.example'] = {
      addresses: ['198.51.100.99'],
      network: 'partner',
      services: [{ port: 25, protocol: 'smtp', dialect: 'postfix-like' }],
    };
    const check = (all: Client[]) => {
      expect(runClients(more, 5, all).trace).toEqual(runClients(CAMPUS, 5, all).trace);
    };
    fc.assert(fc.property(clients, check), RUNS);
  });

  it('gives each direction of a link and each host a generator of its own', () => {
    const theirs = { at: 0, port: 25, segments: ['EHLO x\r\n', 'NOOP\r\n', 'QUIT\r\n'], pause: 300, leaves: 'finishes' } as const;
    const mine: Client = { ...theirs, segments: [...theirs.segments], from: 'mail.partner.example' };
    const other: Client = { ...theirs, segments: [...theirs.segments], at: 5, from: 'ws1.campus.example', port: 110 };
    const arrivals = (world: World) => world.trace.flatMap((event) => (event.type === 'net.bytes' ? [event.arrives - event.at] : []));
    expect(arrivals(runClients(CAMPUS, 9, [mine, other]))).toEqual(arrivals(runClients(CAMPUS, 9, [mine])));
  });

  it('keeps its clock at whole milliseconds and never turns it back', () => {
    const world = createWorld(CAMPUS, 1);
    expect(world.now).toBe(0);
    const check = (all: Client[]) => {
      const instants = runClients(CAMPUS, 1, all).trace.map((event) => event.at);
      expect(instants.every(Number.isInteger)).toBe(true);
      expect([...instants].sort((a, b) => a - b)).toEqual(instants);
    };
    fc.assert(fc.property(clients, check), RUNS);
  });
});
