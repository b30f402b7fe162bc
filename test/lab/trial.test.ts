import { describe, expect, it } from 'vitest';
import { read, writeRecording } from '../../src/app/recording-text';
import { findFolder } from '../../src/cli/read-lesson';
import { remember, rebuild, stepOnWire } from '../../src/lab/history';
import { traceHash } from '../../src/lab/digest';
import { createLab, input, replay, runUntil, settle } from '../../src/lab/lab';
import { playLine } from '../../src/lab/play-script';
import { loadLesson } from '../../src/lesson/load';
import { OUTAGES } from '../../src/lesson/outages';
import { parseScript } from '../../src/lesson/script';
import type { TraceEvent } from '../../src/engine/kernel/trace';
import { isMet, latestTrial, wantedOf } from '../../src/views/panels/trial';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const chosen = { first: 15 * MINUTE, factor: 1.4, longest: 6 * HOUR, lifetime: 120 * HOUR };

function lesson() {
  const { name, files } = findFolder('patience');
  const loaded = loadLesson(name, files);
  if ('faults' in loaded) throw new Error(JSON.stringify(loaded.faults));
  return loaded.lesson;
}

const of = (trace: readonly TraceEvent[], type: TraceEvent['type']) => trace.filter((event) => event.type === type);
const begun = () => {
  const lab = createLab(lesson(), 1);
  settle(lab);
  input(lab, { type: 'schedule', step: 'challenge', ...chosen });
  return lab;
};

describe('a schedule on trial', () => {
  it('goes on as the clock does, one outage at a time, and ends with a judgement', () => {
    const lab = begun();
    expect(of(lab.world.trace, 'lesson.outage')).toHaveLength(0);
    runUntil(lab, lab.world.now + 1000);
    expect(of(lab.world.trace, 'lesson.outage')).toHaveLength(10);
    settle(lab);
    expect(of(lab.world.trace, 'lesson.outage')).toHaveLength(OUTAGES);
    const verdict = of(lab.world.trace, 'lesson.judged')[0]!;
    expect(verdict).toMatchObject({ step: 'challenge', triesADay: 12 });
    const step = lab.lesson.steps.find(({ id }) => id === 'challenge')!;
    const wanted = wantedOf(step);
    expect(wanted.map(({ measure }) => measure)).toEqual(['soon', 'triesADay', 'givenUpAfter']);
    expect(wanted.every((each) => verdict.type === 'lesson.judged' && isMet(each, verdict))).toBe(true);
    expect(
      wanted.some((each) => verdict.type === 'lesson.judged' && isMet({ ...each, limit: each.bound === 'atLeast' ? 1e12 : 0 }, verdict)),
    ).toBe(false);
    const shown = latestTrial(lab.world.trace, lab.world.trace.length, 'challenge');
    expect(shown?.outages.map(({ number }) => number)).toEqual(Array.from({ length: OUTAGES }, (_, i) => i + 1));
    expect(latestTrial(lab.world.trace, lab.world.trace.length, 'taken')).toBeNull();
  });

  it('can be stopped, and says after how many', () => {
    const lab = begun();
    runUntil(lab, lab.world.now + 500);
    input(lab, { type: 'stop' });
    settle(lab);
    expect(of(lab.world.trace, 'lesson.stopped')).toMatchObject([{ step: 'challenge', after: 5 }]);
    expect(of(lab.world.trace, 'lesson.judged')).toHaveLength(0);
    expect(latestTrial(lab.world.trace, lab.world.trace.length, 'challenge')).toMatchObject({ stopped: true, verdict: null });
  });

  it('begins anew with another choice', () => {
    const lab = begun();
    runUntil(lab, lab.world.now + 500);
    input(lab, { type: 'schedule', step: 'challenge', ...chosen, factor: 2 });
    settle(lab);
    expect(of(lab.world.trace, 'lesson.stopped')).toHaveLength(1);
    expect(latestTrial(lab.world.trace, lab.world.trace.length, 'challenge')?.outages).toHaveLength(OUTAGES);
  });

  it('is the same in a replay, from a file and from a copy kept half-way', () => {
    const lab = begun();
    runUntil(lab, lab.world.now + 700);
    for (let i = 0; i < 120; i++) input(lab, { type: 'hint', step: 'taken', hint: 'look' });
    const kept = remember([], lab);
    expect(kept).toHaveLength(1);
    settle(lab);
    const written = read(writeRecording(lab.recording));
    if (!('recording' in written)) throw new Error('the recording was not read');
    expect(traceHash(replay(lab.lesson, written.recording).world.trace)).toBe(traceHash(lab.world.trace));
    expect(traceHash(rebuild(lab, kept, lab.recording).lab.world.trace)).toBe(traceHash(lab.world.trace));
  });

  it('shows its next outage to whoever goes on step by step', () => {
    const lab = begun();
    expect(stepOnWire(lab)).toBe(true);
    expect(of(lab.world.trace, 'lesson.outage')).toHaveLength(1);
  });

  it('is for steps that ask for it, and within bounds', () => {
    const lab = createLab(lesson(), 1);
    expect(() => input(lab, { type: 'schedule', step: 'taken', ...chosen })).toThrow(/tries no schedule out/);
    expect(() => input(lab, { type: 'schedule', step: 'challenge', ...chosen, first: 1 })).toThrow(/"first"/);
    expect(lab.recording.inputs).toHaveLength(0);
  });
});

describe('@schedule in a script', () => {
  it('is played to its end', () => {
    const { script, faults } = parseScript('solution.txt', '@schedule challenge 15m 1.4 6h 5d');
    expect(faults).toEqual([]);
    expect(script).toEqual([{ type: 'schedule', step: 'challenge', ...chosen }]);
    const lab = createLab(lesson(), 1);
    playLine(lab, 'main', script[0]!);
    expect(of(lab.world.trace, 'lesson.judged')).toHaveLength(1);
  });

  it.each([
    'challenge 15m 1.4 6h',
    'challenge 15 1.4 6h 5d',
    'challenge 15m x 6h 5d',
    'challenge 15m 1.4 6h 5d 1',
    'challenge 6h 1.4 15m 5d',
  ])('%s is refused', (argument) => {
    expect(parseScript('solution.txt', `@schedule ${argument}`).faults).toHaveLength(1);
  });
});
