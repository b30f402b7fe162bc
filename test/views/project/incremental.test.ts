// Every projection: a fold that continues gives what a fold from the start gives, at every prefix of
// every trace, and none of them throws, whatever is selected.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TraceBody, TraceEvent } from '../../../src/engine/kernel/trace';
import { enGlass } from '../../../src/messages/en-glass';
import { advanceConversations, momentOf, type Conversations } from '../../../src/views/project/conversations';
import { transactionAt } from '../../../src/views/project/envelope';
import { advanceLadder, type Ladder } from '../../../src/views/project/ladder';
import { showLetter } from '../../../src/views/project/letter';
import { stateAt } from '../../../src/views/project/state';
import { accepted, goodbye, Scribe, writing } from './traces';

const plain = ({ rows, tail }: Ladder) => structuredClone({ rows, tail });

/** All views of one prefix, as plain data. */
function look(trace: readonly TraceEvent[], index: Conversations, selected: number | null) {
  const moment = momentOf(index, trace, selected, 1);
  const transaction = moment && transactionAt(moment);
  return { state: moment && stateAt(moment), transaction, letter: showLetter(transaction?.content ?? '') };
}

describe('continuing a fold', () => {
  it('gives what starting again gives, event by event', () => {
    const { trace } = goodbye(accepted());
    let ladder: Ladder | null = null;
    let index: Conversations | null = null;
    for (let count = 0; count <= trace.length; count++) {
      ladder = advanceLadder(ladder, trace, count, enGlass);
      index = advanceConversations(index, trace, count);
      expect(plain(ladder)).toEqual(plain(advanceLadder(null, trace, count, enGlass)));
      expect(look(trace, index, null)).toEqual(look(trace, advanceConversations(null, trace, count), null));
    }
  });

  it('gives the same at moments taken at random, and on the other branch of a fork', () => {
    const talk = (scribe: Scribe, times: number) => {
      for (let i = 0; i < times; i++) {
        scribe.say({ verb: 'NOOP', line: `NOOP ${i}\r\n`, reply: '250 2.0.0 Ok', before: 'ready', after: 'ready' }).wait(700);
      }
      return scribe;
    };
    const { trace } = talk(new Scribe().connect().open(), 700);
    const other = [...trace.slice(0, 900), ...talk(new Scribe(), 400).trace];
    let ladder = advanceLadder(null, trace, trace.length, enGlass);
    const lines = (each: Ladder) => plain(each).rows.map(({ id, text }) => `${id} ${text}`);
    fc.assert(
      fc.property(fc.boolean(), fc.nat(trace.length), (forked, at) => {
        const way = forked ? other : trace;
        const count = Math.min(at, way.length);
        ladder = advanceLadder(ladder, way, count, enGlass);
        const anew = advanceLadder(null, way, count, enGlass);
        expect(lines(ladder)).toEqual(lines(anew));
        expect(ladder.tail).toEqual(anew.tail);
      }),
      { seed: 5, numRuns: 30 },
    );
    expect(ladder.kept.length).toBeGreaterThan(0);
  });

  it('starts again for another trace, and for a shorter one', () => {
    const long = goodbye(accepted()).trace;
    const other = writing().trace;
    const ladder = advanceLadder(null, long, long.length, enGlass);
    expect(plain(advanceLadder(ladder, other, other.length, enGlass))).toEqual(plain(advanceLadder(null, other, other.length, enGlass)));
    const again = advanceLadder(null, long, long.length, enGlass);
    expect(plain(advanceLadder(again, long, 20, enGlass))).toEqual(plain(advanceLadder(null, long, 20, enGlass)));
    const index = advanceConversations(null, long, long.length);
    expect(advanceConversations(index, other, 20).byConnection.get(1)!.length).toBeLessThan(index.byConnection.get(1)!.length);
  });

  it('does the work of the new events only', () => {
    const { trace } = accepted();
    const before = advanceLadder(null, trace, trace.length - 1, enGlass);
    const { rows } = before;
    expect(advanceLadder(before, trace, trace.length, enGlass).rows).toBe(rows);
  });
});

const octets = fc.string({
  unit: fc.constantFrom('.', '\r', '\n', 'a', ' ', ':', '<', '\x1b', '\xe2', '\x80', '\xae', '\xff'),
  maxLength: 40,
});
const states = fc.constantFrom('connected', 'ready', 'sender', 'recipients', 'content', 'closed');
const side = fc.constantFrom('client', 'server');
const connection = fc.integer({ min: 1, max: 3 });
const facts = { code: fc.integer({ min: 0, max: 999 }), lines: fc.array(octets, { maxLength: 3 }), reason: octets };
const host = fc.constant('mx1.campus.example');

const anyEvent = fc.oneof(
  fc.record({
    type: fc.constant('net.connect'),
    connection,
    from: host,
    fromAddress: host,
    to: fc.option(host),
    toAddress: octets,
    port: fc.nat(),
  }),
  fc.record({ type: fc.constantFrom('net.open', 'net.closed'), connection }),
  fc.record({ type: fc.constantFrom('net.finish', 'net.reset'), connection, side }),
  fc.record({ type: fc.constant('net.failed'), connection, reason: fc.constantFrom('refused', 'unreachable', 'timeout', 'abandoned') }),
  fc.record({ type: fc.constant('net.bytes'), connection, side, bytes: octets, arrives: fc.nat() }),
  fc.record({ type: fc.constant('smtp.greeting'), connection, host, dialect: octets, helloRequired: fc.boolean(), wire: octets, ...facts }),
  fc.record({
    type: fc.constant('smtp.exchange'),
    connection,
    host,
    verb: fc.constantFrom('EHLO', 'MAIL', 'RCPT', 'DATA', 'END', 'RSET', 'QUIT', '\x1b['),
    line: octets,
    wire: octets,
    legal: fc.boolean(),
    before: states,
    after: states,
    path: octets,
    ...facts,
  }),
  fc.record({ type: fc.constant('smtp.content'), connection, host, wire: octets, content: octets }),
  fc.record({ type: fc.constant('smtp.notice'), connection, host, wire: octets, state: states, ...facts }),
  fc.record({
    type: fc.constant('mail.accepted'),
    connection,
    host,
    queueId: octets,
    reversePath: octets,
    forwardPaths: fc.constant([]),
    octets: fc.nat(),
  }),
) as fc.Arbitrary<TraceBody>;

describe('any trace at all', () => {
  it('is shown without an error, at every prefix and for every selection', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 25 }), (bodies) => {
        const scribe = new Scribe();
        for (const body of bodies) scribe.wait(60).add(body);
        let ladder: Ladder | null = null;
        let index: Conversations | null = null;
        for (let count = 0; count <= scribe.trace.length; count++) {
          ladder = advanceLadder(ladder, scribe.trace, count, enGlass);
          index = advanceConversations(index, scribe.trace, count);
          look(scribe.trace, index, null);
        }
        for (let seq = 0; seq < scribe.trace.length; seq++) look(scribe.trace, index!, seq);
        expect(plain(ladder!)).toEqual(plain(advanceLadder(null, scribe.trace, scribe.trace.length, enGlass)));
        expect(ladder!.rows.map((row) => row.text).join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
      }),
      { numRuns: 300 },
    );
  });
});
