import { describe, expect, it } from 'vitest';
import { addFault, endFaults, flush, runUntil, snapshot, step } from '../../../src/engine/world';
import type { World } from '../../../src/engine/world-types';
import {
  CAMPUS,
  DAY,
  eventsOf,
  fates,
  HOUR,
  inbox,
  MINUTE,
  PARTNER,
  postOffice,
  sent,
  stepUntil,
  submit,
  waitingAt,
} from '../../support/post-office';

const BRAM = 'bram@partner.example';
const closed = { partner: { down: true }, second: { down: true } };
const hours = (world: World) => eventsOf(world, 'mail.try').map(({ at }) => Math.round((at / HOUR) * 10) / 10);
const actions = (world: World) => eventsOf(world, 'mail.reported').map(({ action, at }) => `${action} ${Math.round(at / HOUR)}`);

describe('patience', () => {
  it('tries at 0, 30 min, 1 h and every two hours, warns after four, gives up after five days', () => {
    const world = sent(postOffice(closed), [BRAM], 10 * DAY);
    expect(hours(world).slice(0, 8)).toEqual([0, 0.5, 1, 3, 5, 7, 9, 11]);
    expect(hours(world).at(-1)).toBe(120);
    expect(actions(world)).toEqual(['delayed 4', 'failed 120']);
    expect(eventsOf(world, 'mail.bounced')).toMatchObject([{ forwardPath: BRAM, status: '4.4.7' }]);
    expect(waitingAt(world)).toEqual([]);
    expect(inbox(world, 'campus', 'ada')).toHaveLength(2);
  });

  it('says when the next try is, and keeps to it', () => {
    const world = sent(postOffice(closed), [BRAM], DAY);
    const planned = eventsOf(world, 'mail.deferred').map(({ nextTry }) => nextTry);
    const tries = eventsOf(world, 'mail.try').map(({ at }) => at);
    expect(planned.slice(0, -1)).toEqual(tries.slice(1));
  });

  it('without warnAfter warns nobody, not even after a long absence', () => {
    const world = postOffice({ ...closed, campus: { mta: { schedule: 'postfix' } } });
    submit(world, [BRAM]);
    runUntil(world, HOUR);
    addFault(world, { kind: 'down', host: CAMPUS, from: HOUR, to: 6 * DAY });
    runUntil(world, 8 * DAY);
    expect(actions(world)).toEqual(['failed 144']);
  });

  it('warns when the host is back, if the warning was due while it was down', () => {
    const world = postOffice(closed);
    submit(world, [BRAM]);
    runUntil(world, HOUR);
    addFault(world, { kind: 'down', host: CAMPUS, from: HOUR, to: 10 * HOUR });
    runUntil(world, DAY);
    expect(actions(world)).toEqual(['delayed 10']);
  });

  it('a flush tries what waits, and leaves alone what is being tried', () => {
    const world = postOffice(closed);
    const queueId = submit(world, [BRAM]);
    runUntil(world, 10_000);
    expect(flush(world, CAMPUS)).toEqual([]);
    runUntil(world, 10 * MINUTE);
    expect(flush(world, CAMPUS, undefined, 'none')).toEqual([]);
    expect(flush(world, CAMPUS)).toEqual([queueId]);
    expect(flush(world, CAMPUS)).toEqual([queueId]);
    runUntil(world, 20 * MINUTE);
    expect(eventsOf(world, 'mail.try').map(({ at, attempt }) => [at / MINUTE, attempt])).toEqual([
      [0, 1],
      [10, 2],
    ]);
  });

  it('a letter whose time is over while it is tried may still arrive', () => {
    const schedule = { retry: { kind: 'gaps' as const, gaps: [HOUR] }, lifetime: 1_000 };
    const slow = postOffice({ campus: { mta: { schedule } }, faults: [{ kind: 'slow', host: PARTNER, delay: 20_000, from: 0 }] });
    sent(slow, [BRAM], HOUR);
    expect(fates(slow)).toEqual([`relayed ${BRAM}`]);
    const failed = sent(postOffice({ ...closed, campus: { mta: { schedule } } }), [BRAM], 3 * HOUR);
    expect(fates(failed)).toEqual([`deferred ${BRAM}`, `bounced ${BRAM}`]);
  });

  it('a second exchanger that is silent costs half a minute, however long the first one talked', () => {
    const world = postOffice({
      second: { down: true },
      faults: [
        { kind: 'slow', host: PARTNER, delay: 25_000, from: 0 },
        { kind: 'reply', host: PARTNER, verb: 'MAIL', reply: '451 4.3.0 Not now' },
      ],
    });
    sent(world, [BRAM], 20 * MINUTE);
    const [, second] = eventsOf(world, 'mail.exchanger');
    const [ended] = eventsOf(world, 'mail.deferred');
    expect(ended!.at - second!.at).toBe(30_000);
  });
});

describe('nobody gets a letter twice, and nobody none', () => {
  it('an alias leads where the envelope leads already', () => {
    const aliases = { friends: [BRAM, 'cleo@partner.example', 'ada'], all: ['friends'] };
    const world = sent(postOffice({ aliases }), ['friends@campus.example', BRAM, 'all@campus.example']);
    expect(inbox(world, 'partner', 'bram')).toHaveLength(1);
    expect(inbox(world, 'partner', 'cleo')).toHaveLength(1);
    expect(fates(world).sort()).toEqual([`relayed ${BRAM}`, 'relayed cleo@partner.example']);
  });

  it('an alias names its targets with the site’s own domain', () => {
    const aliases = { team: ['ada@campus.example', 'you@CAMPUS.example'], ring: ['round@campus.example'], round: ['ring@campus.example'] };
    const world = sent(postOffice({ aliases }), ['team@campus.example', 'ring@campus.example']);
    expect(inbox(world, 'campus', 'you')).toHaveLength(1);
    expect(eventsOf(world, 'mail.bounced').map(({ status }) => status)).toEqual(['5.1.1']);
    expect(waitingAt(world)).toEqual([]);
  });

  it('a recipient that is named twice', () => {
    const world = sent(postOffice(), [BRAM, BRAM]);
    expect(eventsOf(world, 'mail.accepted').map(({ forwardPaths }) => forwardPaths)).toEqual([[BRAM], [BRAM]]);
    expect(inbox(world, 'partner', 'bram')).toHaveLength(1);
  });

  it('the same letter at every instant of a machine’s sudden end', () => {
    const whole = sent(postOffice(), [BRAM]);
    const steps = eventsOf(whole, 'mail.relayed')[0]!.at;
    for (const host of [CAMPUS, PARTNER, 'ns1.campus.example']) {
      for (let at = 0; at <= steps + 100; at += 7) {
        const world = postOffice({ second: { down: true }, faults: [{ kind: 'down', host, from: at, to: at + HOUR }] });
        sent(world, [BRAM], 12 * HOUR);
        const copies = inbox(world, 'partner', 'bram').length;
        expect([host, at, waitingAt(world).length, copies === 1 || copies === 2]).toEqual([host, at, 0, true]);
        expect([world.connections, world.sessions, world.transfers, world.queries, world.resolutions]).toEqual([{}, {}, {}, {}, {}]);
      }
    }
  });
});

describe('a machine that is down', () => {
  it('asks, calls and retries nothing', () => {
    const world = sent(postOffice({ ...closed, faults: [{ kind: 'down', host: CAMPUS, from: 500, to: HOUR }] }), [BRAM], 2 * HOUR);
    const [down] = eventsOf(world, 'host.down');
    const [up] = eventsOf(world, 'host.up');
    expect(world.trace.slice(down!.seq + 1, up!.seq)).toEqual([]);
    expect(hours(world).slice(0, 2)).toEqual([0, 1]);
  });
});

describe('a world in the middle of everything is plain data', () => {
  it('goes through JSON at each step, and on to the same trace', () => {
    const begin = () => {
      const world = postOffice({
        campus: { mta: { chunking: true } },
        faults: [{ kind: 'reply', host: PARTNER, verb: 'RCPT', reply: '450 x', times: 2 }],
      });
      submit(world, [BRAM, 'x@nowhere.example']);
      return world;
    };
    const whole = begin();
    let world = begin();
    for (let i = 0; i < 150; i++) {
      step(whole);
      step(world);
      const { world: copy } = snapshot(world);
      const written = JSON.parse(JSON.stringify(world)) as World;
      expect({ ...written, trace: [] }).toStrictEqual({ ...copy, trace: [] });
      world = written;
    }
    expect(world.trace).toEqual(whole.trace);
    expect(eventsOf(world, 'mail.relayed')).toHaveLength(1);
  });

  it('has nothing left to do when all is done', () => {
    const world = sent(postOffice(), [BRAM], HOUR);
    expect(world.agenda.heap).toEqual([]);
    expect(world.queues[CAMPUS]).toEqual({ letters: {} });
  });
});

describe('mended by hand', () => {
  it('a machine is on again and tries at once; a mailbox takes letters again', () => {
    const world = postOffice();
    addFault(world, { kind: 'full', site: 'partner', user: 'bram', from: 0 });
    addFault(world, { kind: 'down', host: 'mx2.partner.example', from: 0 });
    sent(world, [BRAM], HOUR);
    expect(fates(world).every((fate) => fate === `deferred ${BRAM}` || fate === `bounced ${BRAM}`)).toBe(true);
    endFaults(world, 'bram@partner', 'full');
    sent(world, [BRAM], HOUR);
    expect(inbox(world, 'partner', 'bram').length).toBeGreaterThan(0);
    expect(() => endFaults(world, 'nohost.example', 'down')).toThrow(RangeError);
    expect(stepUntil(world, () => true)).toBe(world);
  });
});
