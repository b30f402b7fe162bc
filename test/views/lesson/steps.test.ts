import { describe, expect, it } from 'vitest';
import type { View } from '../../../src/app/view';
import type { TraceEvent } from '../../../src/engine/kernel/trace';
import type { Progress } from '../../../src/lesson/progress';
import { actionOf, copyText, hasCode, latestTick, showMeIsOpen, shownStep } from '../../../src/views/lesson/steps';

function viewOf(ticks: (number | null)[], trace: TraceEvent[] = [], now = 0): View {
  const steps = ticks.map((done, i) => ({ id: `s${i}`, done, predicted: null, hints: [], answers: {}, tallies: {} }));
  const open = ticks.indexOf(null);
  const progress: Progress = { seen: trace.length, steps, current: open < 0 ? ticks.length : open };
  return { progress, trace, count: trace.length, now } as unknown as View;
}

describe('the step on the screen', () => {
  it('is the first one open', () => {
    expect(shownStep(viewOf([null, null]), -1)).toBe(0);
    expect(shownStep(viewOf([4, null]), 4)).toBe(1);
  });

  it('is the one just ticked, until the learner goes on', () => {
    expect(shownStep(viewOf([4, null]), -1)).toBe(0);
    expect(shownStep(viewOf([4, 9, null]), 4)).toBe(1);
    expect(shownStep(viewOf([4, null, 9]), 4)).toBe(2);
  });

  it('is none when all are done and seen', () => {
    expect(shownStep(viewOf([4, 9]), 9)).toBe(2);
  });

  it('prefers the later step where one event ticked two', () => {
    expect(latestTick([7, 7, null])).toEqual({ index: 1, done: 7 });
    expect(latestTick([null])).toEqual({ index: -1, done: -1 });
  });
});

describe('the last hint', () => {
  const typed = (seq: number, at: number, text = 'ls'): TraceEvent => ({ seq, at, type: 'terminal.enter', terminal: 't', text });

  it('waits for a try', () => {
    expect(showMeIsOpen(viewOf([null], [], 100), 0)).toBe(false);
    expect(showMeIsOpen(viewOf([null], [typed(0, 50)], 100), 0)).toBe(true);
    expect(showMeIsOpen(viewOf([null], [typed(0, 50, '  ')], 100), 0)).toBe(false);
  });

  it('does not count what was typed for the step before', () => {
    const trace = [typed(0, 50), typed(1, 60)];
    expect(showMeIsOpen(viewOf([1, null], trace, 100), 1)).toBe(false);
    expect(showMeIsOpen(viewOf([0, null], trace, 100), 1)).toBe(true);
  });

  it('opens after 20 seconds at the step', () => {
    expect(showMeIsOpen(viewOf([null], [], 20_000), 0)).toBe(true);
    expect(showMeIsOpen(viewOf([0, null], [typed(0, 15_000)], 20_000), 1)).toBe(false);
    expect(showMeIsOpen(viewOf([0, null], [typed(0, 15_000)], 35_000), 1)).toBe(true);
  });
});

describe('what to type', () => {
  it('is read from the signs of the generated hint', () => {
    expect(actionOf('HELP')).toEqual({ type: 'line', text: 'HELP' });
    expect(actionOf('NOOP …')).toEqual({ type: 'open', text: 'NOOP' });
    expect(actionOf('⏎')).toEqual({ type: 'empty' });
    expect(actionOf('⏱ 30s')).toEqual({ type: 'wait', time: '30 s' });
    expect(actionOf('▸ second')).toEqual({ type: 'terminal', name: 'second' });
  });

  it('is copied line by line, without an Enter at the end', () => {
    expect(copyText(['Subject: a', '⏎', 'text', '.'].map(actionOf))).toBe('Subject: a\n\ntext\n.');
    expect(copyText(['NOOP …', '⏱ 30s'].map(actionOf))).toBe('NOOP');
  });

  it('may be in the text already', () => {
    expect(hasCode('Try this:\n\n    HELP\n')).toBe(true);
    expect(hasCode('Try `HELP`.')).toBe(false);
  });
});
