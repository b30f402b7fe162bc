import { describe, expect, it } from 'vitest';
import { runUntil } from '../../../src/engine/world';
import { isWithinWindow, nextEdge, type Fault } from '../../../src/engine/net/faults';
import { DAY, eventsOf, fates, HOUR, inbox, MINUTE, PARTNER, postOffice, sent, submit, waitingAt } from '../../support/post-office';

const BRAM = 'bram@partner.example';
const cut = (at: Extract<Fault, { kind: 'cut' }>['at'], how: 'silence' | 'reset', times = 1): Fault => ({
  kind: 'cut',
  host: PARTNER,
  at,
  how,
  times,
});
const alone = { second: { down: true } };

describe('a line that breaks', () => {
  it.each(['silence', 'reset'] as const)('with %s after the dot: a duplicate, never a loss (RFC 1047)', (how) => {
    const world = sent(postOffice({ ...alone, faults: [cut({ verb: 'END' }, how)] }), [BRAM], 2 * HOUR);
    expect(inbox(world, 'partner', 'bram')).toHaveLength(2);
    expect(fates(world)).toEqual([`deferred ${BRAM}`, `relayed ${BRAM}`]);
    const words =
      how === 'reset'
        ? /^lost connection with mx1.* while sending end of data/
        : /^conversation with mx1.* timed out while sending end of data/;
    expect(eventsOf(world, 'mail.deferred')[0]!.diagnostic).toMatch(words);
    expect([world.connections, world.sessions]).toEqual([{}, {}]);
  });

  it.each([
    ['EHLO', 1],
    ['MAIL', 1],
    ['RCPT', 1],
    ['DATA', 1],
    ['QUIT', 1],
  ])('at %s: the letter comes once', (verb, copies) => {
    for (const how of ['silence', 'reset'] as const) {
      const world = sent(postOffice({ ...alone, faults: [cut({ verb }, how)] }), [BRAM], 2 * HOUR);
      expect(inbox(world, 'partner', 'bram')).toHaveLength(copies);
      expect(eventsOf(world, 'net.severed')).toHaveLength(1);
      expect(fates(world)).toEqual(verb === 'QUIT' ? [`relayed ${BRAM}`] : [`deferred ${BRAM}`, `relayed ${BRAM}`]);
    }
  });

  it('after so many octets from either side: what came before has arrived', () => {
    for (const side of ['client', 'server'] as const) {
      for (const octets of [0, 1, 40, 90, 150, 300]) {
        const world = sent(postOffice({ ...alone, faults: [cut({ side, octets }, 'reset')] }), [BRAM], 2 * HOUR);
        const copies = inbox(world, 'partner', 'bram').length;
        expect([side, octets, copies >= 1 && copies <= 2, waitingAt(world).length]).toEqual([side, octets, true, 0]);
      }
    }
  });
});

describe('replies that are not the server’s own', () => {
  it('as often as they are said to come, also when commands come in one read', () => {
    const faults: Fault[] = [{ kind: 'reply', host: PARTNER, verb: 'RCPT', reply: '450 4.2.0 Not now', times: 1 }];
    const world = sent(postOffice({ ...alone, faults }), [BRAM, 'cleo@partner.example'], 5 * MINUTE);
    expect(fates(world)).toEqual(['relayed cleo@partner.example', `deferred ${BRAM}`]);
    expect(eventsOf(world, 'mail.deferred')).toMatchObject([{ status: '4.2.0', exchanger: PARTNER }]);
    runUntil(world, HOUR);
    expect(fates(world).at(-1)).toBe(`relayed ${BRAM}`);
  });

  it('to one mailbox only; at the dot for all', () => {
    const path = BRAM.toUpperCase();
    const one = sent(postOffice({ faults: [{ kind: 'reply', host: PARTNER, verb: 'RCPT', reply: '550 5.1.1 No', path }] }), [
      BRAM,
      'cleo@partner.example',
    ]);
    expect(fates(one).sort()).toEqual([`bounced ${BRAM}`, 'relayed cleo@partner.example']);
    const all = sent(postOffice({ faults: [{ kind: 'reply', host: PARTNER, verb: 'END', reply: '554 5.6.0 No' }] }), [
      BRAM,
      'cleo@partner.example',
    ]);
    expect(fates(all).sort()).toEqual([`bounced ${BRAM}`, 'bounced cleo@partner.example']);
    expect(inbox(all, 'partner', 'bram')).toEqual([]);
    expect(eventsOf(all, 'mail.reported')).toHaveLength(1);
  });
});

describe('windows', () => {
  it('open and close, again and again', () => {
    const window = { from: 10, to: 15, every: 100 };
    expect([9, 10, 14, 15, 109, 110, 114, 115].map((at) => isWithinWindow(window, at))).toEqual([
      false,
      true,
      true,
      false,
      false,
      true,
      true,
      false,
    ]);
    expect([0, 10, 15, 110, 114, 115].map((at) => nextEdge(window, at))).toEqual([10, 15, 110, 115, 115, 210]);
    expect([nextEdge({ from: 10 }, 5), nextEdge({ from: 10 }, 10), nextEdge({ from: 10, to: 20 }, 20)]).toEqual([10, null, null]);
  });

  it('a machine is down once, however many windows say so', () => {
    const faults: Fault[] = [
      { kind: 'down', host: PARTNER, from: HOUR, to: 3 * HOUR },
      { kind: 'down', host: PARTNER, from: 2 * HOUR, to: 4 * HOUR },
    ];
    const world = postOffice({ faults });
    runUntil(world, DAY);
    expect(world.trace.map(({ type, at }) => `${type} ${at / HOUR}`)).toEqual(['host.down 1', 'host.up 4']);
  });

  it('a mailbox is full for a while: 452, and no letter of its own host either', () => {
    const faults: Fault[] = [
      { kind: 'full', site: 'partner', user: 'bram', from: 0, to: HOUR },
      { kind: 'full', site: 'campus', user: 'you', from: 0, to: HOUR },
    ];
    const world = sent(postOffice({ faults }), [BRAM, 'you@campus.example'], 3 * MINUTE);
    expect(eventsOf(world, 'mail.bounced')).toContainEqual(expect.objectContaining({ forwardPath: 'you@campus.example', status: '5.2.2' }));
    expect(inbox(world, 'campus', 'you')).toEqual([]);
    submit(world, ['you@campus.example']);
    runUntil(world, 2 * HOUR);
    submit(world, ['you@campus.example']);
    runUntil(world, 3 * HOUR);
    expect(inbox(world, 'campus', 'you')).toHaveLength(1);
  });

  it('a slow server is waited for as long as RFC 5321, 4.5.3.2 asks', () => {
    const slow = (delay: number) =>
      sent(postOffice({ ...alone, faults: [{ kind: 'slow', host: PARTNER, delay, from: 0 }] }), [BRAM], HOUR / 2 - 1);
    expect(fates(slow(110_000))).toEqual([`relayed ${BRAM}`]);
    expect(eventsOf(slow(310_000), 'mail.deferred')[0]!.diagnostic).toContain('timed out while receiving the initial server greeting');
  });
});

describe('greylisting and access rules', () => {
  it('puts a stranger off once, and remembers it', () => {
    const world = sent(postOffice({ ...alone, service: { greylist: { delay: 5 * MINUTE } } }), [BRAM], 2 * HOUR);
    expect(fates(world)).toEqual([`deferred ${BRAM}`, `relayed ${BRAM}`]);
    expect(eventsOf(world, 'mail.relayed')[0]!.at).toBeGreaterThanOrEqual(30 * MINUTE);
    sent(world, [BRAM]);
    expect(fates(world).slice(2)).toEqual([`relayed ${BRAM}`]);
    sent(world, ['cleo@partner.example']);
    expect(fates(world).at(-1)).toBe('deferred cleo@partner.example');
  });

  it('a try that comes too early does not count', () => {
    const world = sent(postOffice({ ...alone, service: { greylist: { delay: 45 * MINUTE } } }), [BRAM], 2 * HOUR);
    expect(fates(world)).toEqual([`deferred ${BRAM}`, `deferred ${BRAM}`, `relayed ${BRAM}`]);
  });

  it.each([
    [{ client: '192.0.2.58' }, true],
    [{ client: '192.0.2.0/24', sender: '@CAMPUS.example' }, true],
    [{ sender: 'ada@campus.example', recipient: BRAM }, true],
    [{ hello: 'smtp.campus.example' }, true],
    [{ client: '198.51.100.0/24' }, false],
    [{ sender: 'ada@campus.example', recipient: 'cleo@partner.example' }, false],
    [{ sender: '' }, false],
  ])('the rule %j applies: %s', (rule, applies) => {
    const access = [{ ...rule, answer: '554 5.7.1 No thanks' }];
    const world = sent(postOffice({ service: { access } }), [BRAM]);
    expect(fates(world)).toEqual([`${applies ? 'bounced' : 'relayed'} ${BRAM}`]);
    const first = sent(postOffice({ service: { access: [{ recipient: BRAM, answer: 'OK' }, ...access] } }), [BRAM]);
    expect(fates(first)).toEqual([`relayed ${BRAM}`]);
  });
});
