// Replay equals live: whatever a person did, playing the recording gives the same trace, the same world
// and the same terminals, from the start or from any moment that was kept.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { traceHash } from '../src/lab/digest';
import { createLab, input, replay, runUntil, settle, type } from '../src/lab/lab';
import type { Lab, Recording } from '../src/lab/types';
import type { Lesson } from '../src/lesson/types';
import { CAMPUS } from './support/smtp-world';

const LESSON: Lesson = {
  slug: 'sandbox',
  number: 0,
  support: 'goal',
  rfc: [],
  world: CAMPUS,
  steps: [],
  prose: {},
  solution: [],
  transcript: null,
  also: [],
  miss: [],
  variants: null,
  hash: 'none',
};

type Act =
  | { type: 'keys'; terminal: string; keys: string }
  | { type: 'pass'; milliseconds: number }
  | { type: 'settle' }
  | { type: 'open'; terminal: string }
  | { type: 'predict'; step: string; option: string }
  | { type: 'hint'; step: string; hint: 'look' | 'rule' };

const KEYS = [
  'telnet mx1.campus.example 25\r',
  'telnet mx1.campus.example 2525\r',
  'telnet 192.0.2.77 25\r',
  'nc -C mx1.campus.example 25\r',
  'EHLO ws1.campus.example\r',
  'MAIL FROM:<you@campus.example>\r',
  'RCPT TO:<ada@campus.example>\r',
  'DATA\r',
  'Subject: x\r\rhello\r.\r',
  'NOOP\r',
  'QUIT\r',
  'FOO',
  '\r',
  '\x03',
  '\x04',
  '\x1d',
  'quit\r',
  '\x1b[A',
  '\x1b[D\x7f',
  '\t',
  'dig MX campus.example\r',
  'host mx1.campus.example\r',
  'ping -c 2 mx1.campus.example\r',
  'sleep 5\r',
  'ssh mail.partner.example\r',
  'exit\r',
  'mail\r',
  "printf 'QUIT\\r\\n' | nc mx1.campus.example 25\r",
  'é漢\x15',
];

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ type: fc.constant('keys' as const), terminal: fc.constantFrom('one', 'two'), keys: fc.constantFrom(...KEYS) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('keys' as const),
      terminal: fc.constantFrom('one', 'two'),
      keys: fc.string({ maxLength: 6 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('pass' as const), milliseconds: fc.constantFrom(0, 1, 30, 900, 25_000) }) },
  { weight: 3, arbitrary: fc.constant({ type: 'settle' as const }) },
  { weight: 1, arbitrary: fc.constant({ type: 'open' as const, terminal: 'three' }) },
  { weight: 1, arbitrary: fc.constant({ type: 'predict' as const, step: 'a', option: 'b' }) },
  { weight: 1, arbitrary: fc.constant({ type: 'hint' as const, step: 'a', hint: 'rule' as const }) },
);

const CALL: Act[] = [{ type: 'keys', terminal: 'one', keys: 'telnet mx1.campus.example 25\r' }, { type: 'settle' }];

/** What a person does: half of them are in a conversation soon. */
const acts = (maxLength: number) =>
  fc.tuple(fc.constantFrom([], CALL), fc.array(act, { minLength: 5, maxLength, size: 'max' })).map(([first, rest]) => [...first, ...rest]);

function live(all: readonly Act[], between: (lab: Lab) => Lab = (lab) => lab): Lab {
  let lab = createLab(LESSON, 42);
  for (const what of all) {
    if (what.type === 'pass') runUntil(lab, lab.world.now + what.milliseconds);
    else if (what.type === 'settle') settle(lab);
    else if (what.type === 'keys') type(lab, what.terminal, what.keys);
    else input(lab, what);
    lab = between(lab);
  }
  return lab;
}

const RUNS = { seed: 20240115, numRuns: 60 };

describe('a recording', () => {
  it('replays to the same trace, world and terminals, after a trip through a file', () => {
    let events = 0;
    const check = (all: Act[]) => {
      const lab = live(all);
      events += lab.world.trace.length;
      const again = replay(LESSON, JSON.parse(JSON.stringify(lab.recording)) as Recording);
      expect(traceHash(again.world.trace)).toBe(traceHash(lab.world.trace));
      expect(again).toEqual(lab);
    };
    fc.assert(fc.property(acts(30), check), RUNS);
    expect(events).toBeGreaterThan(1000);
  });

  it('does not depend on whether the lab was kept and taken up again between two keys', () => {
    const check = (all: Act[]) => {
      expect(live(all, (lab) => JSON.parse(JSON.stringify(lab)) as Lab)).toEqual(live(all));
    };
    fc.assert(fc.property(acts(20), check), RUNS);
  });

  it('does not depend on how often the clock was moved on the way', () => {
    const check = (all: Act[]) => {
      const whole = all.map((what): Act => (what.type === 'pass' ? { ...what, milliseconds: 10 * what.milliseconds } : what));
      const tenths = all.flatMap((what): Act[] => (what.type === 'pass' ? Array.from({ length: 10 }, () => what) : [what]));
      expect(live(tenths).world.trace).toEqual(live(whole).world.trace);
    };
    fc.assert(fc.property(acts(20), check), RUNS);
  });
});
