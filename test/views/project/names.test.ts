import { describe, expect, it } from 'vitest';
import { ask, createWorld, runUntil } from '../../../src/engine/world';
import { answerOf, countdown, sourceOf } from '../../../src/views/project/name-answer';
import { foldNames, heldAt, NO_NAMES, type AskedName } from '../../../src/views/project/names';
import { referenceApexes, referenceWorld } from '../../engine/dns/reference';

/** The reference world with a resolver of its own, which asks the server that holds the zones. */
function world() {
  const data = referenceWorld();
  data.networks['campus']!.resolver = '192.0.2.54';
  const service = { port: 53 as const, protocol: 'dns' as const, zones: [], recursive: true };
  data.hosts['cache.campus.example'] = { addresses: ['192.0.2.54'], network: 'campus', services: [service] };
  return createWorld(data, 1);
}

function looked(...names: [name: string, type: 'A' | 'MX'][]) {
  const made = world();
  for (const [name, type] of names) {
    ask(made, { owner: 'test', from: 'ws1.campus.example', name, type });
    runUntil(made, made.now + 10_000);
  }
  return made;
}

const told = ({ query, answer, further }: AskedName): string =>
  `${query.asker.split('.')[0]} > ${query.to?.split('.')[0]}: ${answer?.status}${further.length > 0 ? ` (${further.map(told).join(', ')})` : ''}`;

describe('names', () => {
  it('hang what a resolver asked below the question it asked for', () => {
    const { trace } = looked(['campus.example', 'MX'], ['campus.example', 'MX']);
    const { asked } = foldNames(NO_NAMES, trace, trace.length);
    expect(asked.map(told)).toEqual([
      'ws1 > cache: NOERROR (cache > a: NOERROR, cache > a: NOERROR, cache > ns1: NOERROR)',
      'ws1 > cache: NOERROR',
    ]);
    expect(asked.map(sourceOf)).toEqual(['asked', 'memory']);
    expect(asked[0]!.further.map(sourceOf)).toEqual([null, null, 'own']);
  });

  it('are the same however the trace is cut', () => {
    const { trace } = looked(['campus.example', 'MX'], ['nosuch.campus.example', 'A'], ['mx1.campus.example', 'A']);
    const whole = foldNames(NO_NAMES, trace, trace.length);
    let step = NO_NAMES;
    for (let count = 1; count <= trace.length; count++) step = foldNames(step, trace, count);
    expect(step).toEqual(whole);
    expect(foldNames(whole, trace, 3)).toEqual(foldNames(NO_NAMES, trace, 3));
  });

  it('tell what an answer comes to, and how long it holds', () => {
    const { trace, now } = looked(['campus.example', 'MX'], ['nosuch.campus.example', 'A'], ['mx1.campus.example', 'MX']);
    const { asked } = foldNames(NO_NAMES, trace, trace.length);
    const [found, missing, empty] = asked.map((each) => answerOf(each, now));
    expect(found).toEqual({ kind: 'found', data: ['MX 10 mx1.campus.example.', 'MX 20 mx2.campus.example.'], left: 3571 });
    expect(missing).toMatchObject({ kind: 'missing', left: 281 });
    expect(empty).toMatchObject({ kind: 'empty' });
    expect(answerOf(asked[0]!.further[0]!, now)).toEqual({ kind: 'referral', zone: 'example.', servers: ['a.tld-servers.example.'] });
    expect(answerOf(asked[0]!, now + 4_000_000)).toMatchObject({ left: 0 });
    expect(answerOf({ ...asked[0]!, answer: null }, now)).toEqual({ kind: 'waiting' });
  });

  it('know what a resolver remembers as the resolver does, at every moment', () => {
    const { trace, caches, now } = looked(['campus.example', 'MX'], ['nosuch.campus.example', 'A']);
    const folded = foldNames(NO_NAMES, trace, trace.length);
    const host = 'cache.campus.example';
    expect(folded.caches[host]).toEqual(caches[host]!.entries);
    const held = (at: number) => heldAt(folded.caches[host]!, at).map(({ name, outcome }) => `${name} ${outcome}`);
    expect(held(now)).toContain('nosuch.campus.example. nxdomain');
    expect(held(now + 400_000)).not.toContain('nosuch.campus.example. nxdomain');
    expect(held(now + 400_000)).toContain('campus.example. answer');
  });

  it('show a server that is asked past its resolver', () => {
    const made = world();
    ask(made, {
      owner: 'test',
      from: 'ws1.campus.example',
      server: '192.0.2.53',
      name: 'nowhere.test',
      type: 'A',
      recursionDesired: false,
    });
    runUntil(made, 1000);
    const { asked } = foldNames(NO_NAMES, made.trace, made.trace.length);
    expect(answerOf(asked[0]!, 0)).toEqual({ kind: 'failed', status: 'REFUSED' });
    expect(sourceOf(asked[0]!)).toBeNull();
    expect(referenceApexes).not.toContain('nowhere.test');
  });
});

it.each([
  [0, '0:00'],
  [42, '0:42'],
  [3552, '59:12'],
  [3600, '1:00:00'],
  [172_799, '1d 23:59:59'],
])('%d seconds are %s', (seconds, text) => {
  expect(countdown(seconds)).toBe(text);
});
