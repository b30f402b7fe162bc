import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { traceHash } from '../../src/lab/digest';
import { beginsWith, countAt, cutAt, cutTo, deeds, rebuild, redone, remember, stepOnWire, undone, type Kept } from '../../src/lab/history';
import { createLab, input, replay, runUntil, settle, type } from '../../src/lab/lab';
import type { Input, Lab } from '../../src/lab/types';
import { labLesson } from '../support/lab-lesson';

const fresh = () => createLab(labLesson(), 1);

function enter(lab: Lab, ...lines: string[]): Lab {
  for (const line of lines) {
    for (const key of `${line}\r`) {
      runUntil(lab, lab.world.now + 90);
      type(lab, 'ws1', key);
    }
    settle(lab);
  }
  return lab;
}

const letter = (lab: Lab) =>
  enter(
    lab,
    'telnet mx1.campus.example 25',
    'EHLO ws1',
    'MAIL FROM:<you@campus.example>',
    'RCPT TO:<ada@campus.example>',
    'DATA',
    'hi',
    '.',
  );

/** A lab with several moments kept on the way. */
function long(): { lab: Lab; kept: readonly Kept[] } {
  const lab = fresh();
  let kept: readonly Kept[] = [];
  for (let i = 0; i < 3; i++) {
    letter(lab);
    kept = remember(kept, lab);
    enter(lab, 'QUIT');
    kept = remember(kept, lab);
  }
  return { lab, kept };
}

const keys = (...all: string[]): Input[] => all.map((each, at) => ({ at, type: 'keys', terminal: 'ws1', keys: each }));

describe('a moment', () => {
  const lab = letter(fresh());

  it('is the events up to and including its instant', () => {
    const { trace } = lab.world;
    for (const { at } of trace) {
      const count = countAt(trace, at);
      expect(trace[count - 1]!.at).toBe(at);
      expect(trace[count]?.at ?? Infinity).toBeGreaterThan(at);
    }
    expect(countAt(trace, -1)).toBe(0);
    expect(countAt([], 5)).toBe(0);
  });

  it('is what a replay of the recording cut there shows', () => {
    const { trace, now } = lab.world;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: now }), (at) => {
        const then = replay(lab.lesson, cutAt(lab.recording, at));
        expect(then.world.now).toBe(at);
        expect(traceHash(then.world.trace)).toBe(traceHash(trace.slice(0, countAt(trace, at))));
      }),
      { seed: 3, numRuns: 40 },
    );
  });
});

describe('going on from a moment', () => {
  it('gives what a fresh replay of the cut recording gives, and leaves the lab as it is', () => {
    const { lab, kept } = long();
    expect(kept.length).toBeGreaterThan(2);
    const before = JSON.stringify(lab);
    let saved = 0;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: lab.world.now }), (at) => {
        const cut = cutAt(lab.recording, at);
        const rebuilt = rebuild(lab, kept, cut);
        saved += rebuilt.kept.length;
        expect(rebuilt.lab).toEqual(replay(lab.lesson, cut));
        type(rebuilt.lab, 'ws1', 'x');
      }),
      { seed: 4, numRuns: 40 },
    );
    expect(saved).toBeGreaterThan(20);
    expect(JSON.stringify(lab)).toBe(before);
  });

  it('shares the events of the past with the lab it came from', () => {
    const { lab, kept } = long();
    const rebuilt = rebuild(lab, kept, cutAt(lab.recording, lab.world.now - 1));
    const shared = kept.at(-1)!.world.traceLength - 1;
    expect(rebuilt.lab.world.trace[shared]).toBe(lab.world.trace[shared]);
  });

  it('reaches any other recording too, and takes up nothing that this one has not been through', () => {
    const { lab, kept } = long();
    const other = enter(fresh(), 'dig MX campus.example', 'exit');
    const rebuilt = rebuild(lab, kept, other.recording);
    expect(rebuilt.kept).toEqual([]);
    expect(rebuilt.lab).toEqual(other);
    const early = cutAt(lab.recording, kept[0]!.at - 1);
    expect(rebuild(lab, kept, early).kept).toEqual([]);
    const busier = { ...lab.recording, inputs: lab.recording.inputs.map((each) => ({ ...each })) };
    busier.inputs[0] = { ...busier.inputs[0]!, at: 1 };
    expect(rebuild(lab, kept, busier).kept).toEqual([]);
  });
});

describe('what a person did', () => {
  it('is counted in lines, and in clicks', () => {
    const first = keys('N', 'O', '\r', 'x', '\x03', '\x1d', 'quit\r', 'a');
    expect(deeds(first)).toEqual([0, 3, 5, 6, 7]);
    const clicks: Input[] = [
      { at: 9, type: 'predict', step: 's', option: 'o' },
      { at: 9, type: 'hint', step: 's', hint: 'look' },
      { at: 9, type: 'keys', terminal: 'ws1', keys: 'b' },
      { at: 9, type: 'keys', terminal: 'term2', keys: 'c' },
    ];
    expect(deeds([...first, ...clicks])).toEqual([0, 3, 5, 6, 7, 8, 9, 10, 11]);
    expect(deeds([])).toEqual([]);
  });

  it('is undone one thing at a time, back to the moment before its first key', () => {
    const lab = letter(fresh());
    const before = enter(
      fresh(),
      'telnet mx1.campus.example 25',
      'EHLO ws1',
      'MAIL FROM:<you@campus.example>',
      'RCPT TO:<ada@campus.example>',
      'DATA',
      'hi',
    );
    const once = undone(lab.recording)!;
    expect(once.inputs).toEqual(before.recording.inputs);
    expect(once.end).toBe(before.world.now + 90);
    let recording = lab.recording;
    for (let i = 0; i < 7; i++) recording = undone(recording)!;
    expect(recording.inputs).toEqual([]);
    expect(undone(recording)).toBeNull();
  });

  it('is redone up to where it was', () => {
    const { recording } = letter(fresh());
    const { length } = recording.inputs;
    const once = undone(recording)!;
    const twice = undone(once)!;
    expect(redone(recording, twice.inputs.length)).toEqual(once);
    expect(redone(recording, once.inputs.length)).toEqual(recording);
    expect(cutTo(recording, length)).toEqual(recording);
  });
});

describe('a step on the wire', () => {
  it('moves to the next instant that has something to show, and stops when nobody is on the way', () => {
    const lab = fresh();
    type(lab, 'ws1', 'telnet mx1.campus.example 25\r');
    const seen: string[][] = [];
    for (let count = lab.world.trace.length; stepOnWire(lab); count = lab.world.trace.length) {
      seen.push(lab.world.trace.slice(count).map((event) => event.type));
    }
    const wire = seen.flat().filter((name) => /^(net|smtp)/.test(name));
    expect(wire).toEqual(['net.connect', 'net.open', 'smtp.greeting', 'net.bytes']);
    expect(seen.every((each) => each.length > 0)).toBe(true);
    const { now } = lab.world;
    expect(stepOnWire(lab)).toBe(false);
    expect(lab.world.now).toBe(now);
  });

  it('is not an input', () => {
    const lab = fresh();
    type(lab, 'ws1', 'telnet mx1.campus.example 25\r');
    while (stepOnWire(lab)) input(lab, { type: 'hint', step: 's', hint: 'look' });
    expect(traceHash(replay(lab.lesson, lab.recording).world.trace)).toBe(traceHash(lab.world.trace));
  });
});

describe('beginsWith', () => {
  const fault = (delay: number): Input => ({ at: 1, type: 'fault', fault: { kind: 'slow', host: 'mx1.campus.example', delay, from: 0 } });

  it('compares what stands inside an input, by value', () => {
    expect(beginsWith([fault(5), fault(6)], [fault(5)])).toBe(true);
    expect(beginsWith([fault(5)], [fault(6)])).toBe(false);
    expect(beginsWith([fault(5)], [fault(5), fault(5)])).toBe(false);
  });
});
