import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advanceTimeline, isAnswer, marksUntil, neighbour, type Mark, type Timeline } from '../../../src/views/project/timeline';
import { instantAt, placeOf, scaleOf, silences, spread } from '../../../src/views/project/timeline-scale';
import { accepted, goodbye, opening, Scribe } from './traces';

const marksOf = ({ trace }: Scribe): Mark[] => advanceTimeline(null, trace, trace.length).marks;
const brief = ({ kind, who, text }: Mark) => `${kind} ${who} ${text}`.trim();

describe('the marks of a timeline', () => {
  it('tell names, connections, lines and replies apart, and who did it', () => {
    expect(marksOf(opening()).map(brief)).toEqual([
      'name ws1 mx1.campus.example A',
      'connection ws1 mx1:25',
      'ok mx1 220 mx1.campus.example ESMTP',
      'client ws1 EHLO ws1.campus.example',
      'ok mx1 250 mx1.campus.example',
      'client ws1 DATA',
      'refusal mx1 503 5.5.1 Error: need MAIL command',
      'client ws1 MAIL FROM:<you@campus.example>',
      'ok mx1 250 2.1.0 Ok',
    ]);
  });

  it('wait for the end of a line that is sent in pieces', () => {
    const scribe = new Scribe().connect().open();
    for (const piece of ['N', 'O', 'OP\r', '\n', 'QU']) scribe.send(piece).wait(100);
    const [noop, ...more] = marksOf(scribe).filter(({ kind }) => kind === 'client');
    expect(noop).toMatchObject({ text: 'NOOP', at: scribe.at - 200 });
    expect(more).toEqual([]);
  });

  it('tell what became of a connection, and of a letter', () => {
    const scribe = new Scribe().connect();
    scribe.add({ type: 'net.failed', connection: 1, reason: 'refused' });
    scribe.connection = 2;
    scribe.connect().open();
    scribe.add({ type: 'net.reset', connection: 2, side: 'client' });
    scribe.add({ type: 'net.closed', connection: 2 });
    scribe.add({ type: 'net.closed', connection: 77 });
    const [, refused, , , reset, ended, ...more] = marksOf(scribe).map(brief);
    expect([refused, reset, ended, more]).toEqual(['failure mx1 refused', 'failure ws1 reset', 'ending mx1', []]);
  });

  it('tell what was answered in the lesson, which step was done by what, and a change of manner', () => {
    const scribe = new Scribe();
    scribe.add({ type: 'lesson.predicted', step: 'hello', option: 'one' });
    scribe.connect().open();
    scribe.add({ type: 'lesson.answered', step: 'digits', item: 'mail', value: 'done', right: true });
    scribe.add({ type: 'lab.dialect', host: 'mx1.campus.example', dialect: 'exim-like' });
    const told = {
      steps: [
        { id: 'hello', done: 1 },
        { id: 'digits', done: null },
      ],
      title: (step: string) => `The ${step}`,
    };
    const { marks } = advanceTimeline(null, scribe.trace, scribe.trace.length, told);
    expect(marks.map(brief)).toEqual([
      'choice  The hello',
      'connection ws1 mx1:25',
      'tick  The hello',
      'ok mx1 220 mx1.campus.example ESMTP',
      'choice  The digits',
      'manner mx1 exim-like',
    ]);
  });

  it('show what came from the wire, and let none of it act', () => {
    const scribe = new Scribe().connect().open();
    scribe.send(`\x1b[2J${'x'.repeat(5000)}\r\n`);
    const text = marksOf(scribe).at(-1)!.text;
    expect(text.length).toBeLessThan(200);
    expect(text).not.toMatch(/[\x00-\x1f]/);
  });

  it('grow with the trace as if made at once, and begin again with another', () => {
    const { trace } = goodbye(accepted());
    let timeline: Timeline | null = null;
    for (let count = 0; count <= trace.length; count++) {
      timeline = advanceTimeline(timeline, trace, count);
      expect(timeline.marks).toEqual(advanceTimeline(null, trace, count).marks);
    }
    const other = opening().trace;
    expect(advanceTimeline(timeline, other, other.length).marks).toEqual(marksOf(opening()));
  });
});

const mark = (at: number, kind: Mark['kind'] = 'client'): Mark => ({ seq: at, at, kind, who: 'ws1', text: '' });

describe('going from mark to mark', () => {
  const marks = [mark(10), mark(14, 'ok'), mark(14, 'delivery'), mark(900), mark(904, 'refusal')];

  it('finds the next and the one before, from anywhere', () => {
    expect(neighbour(marks, 0, 1)).toBe(10);
    expect(neighbour(marks, 10, 1)).toBe(14);
    expect(neighbour(marks, 14, 1)).toBe(900);
    expect(neighbour(marks, 904, 1)).toBeNull();
    expect(neighbour(marks, 5000, -1)).toBe(904);
    expect(neighbour(marks, 14, -1)).toBe(10);
    expect(neighbour(marks, 10, -1)).toBeNull();
    expect(neighbour([], 0, 1)).toBeNull();
  });

  it('or from answer to answer', () => {
    expect(neighbour(marks, 5000, -1, isAnswer)).toBe(904);
    expect(neighbour(marks, 904, -1, isAnswer)).toBe(14);
    expect(neighbour(marks, 14, -1, isAnswer)).toBeNull();
  });

  it('counts those that have happened', () => {
    expect([0, 10, 13, 14, 904].map((at) => marksUntil(marks, at))).toEqual([0, 1, 1, 3, 5]);
  });
});

describe('time as a length', () => {
  const DAY = 86_400_000;
  const marks = [mark(1000), mark(1004, 'ok'), mark(1004 + DAY), mark(1008 + DAY, 'ok')];
  const now = DAY + 20_000;

  it('gives seconds a place beside days', () => {
    const scale = scaleOf(marks, now, 200, 10);
    const [a, b, c, d] = marks.map(({ at }) => placeOf(scale, at));
    expect(b! - a!).toBeCloseTo(d! - c!, 6);
    expect((c! - b!) / (b! - a!)).toBeLessThan(13);
    expect(placeOf(scale, now)).toBeCloseTo(200, 6);
  });

  it('keeps its natural length while there is room', () => {
    const scale = scaleOf([mark(1000)], 1000, 10_000, 5);
    expect(placeOf(scale, 1000)).toBeCloseTo(5 * Math.log(1001), 6);
    expect(scaleOf([], 0, 100, 5)).toEqual({ stops: [{ at: 0, place: 0 }], unit: 5 });
  });

  it('leads from a place back to its instant, whatever the marks', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { maxLength: 30 }), fc.nat(1_000_000), fc.nat(100), (ats, until, share) => {
        const all = ats.sort((a, b) => a - b).map((at) => mark(at));
        const end = Math.max(until, ats.at(-1) ?? 0);
        const scale = scaleOf(all, end, 1_000_000, 1_000_000);
        const at = Math.floor((end * share) / 100);
        expect(instantAt(scale, placeOf(scale, at), 0)).toBe(at);
        for (const each of all) expect(instantAt(scale, placeOf(scale, each.at), 0.001)).toBe(each.at);
      }),
      { seed: 8, numRuns: 100 },
    );
  });

  it('catches a mark that is near, and knows no place outside', () => {
    const scale = scaleOf(marks, now, 400, 10);
    expect(instantAt(scale, placeOf(scale, 1000) + 3, 4)).toBe(1000);
    expect(instantAt(scale, placeOf(scale, 1000) - 3, 4)).toBe(1000);
    expect(instantAt(scale, -50, 4)).toBe(0);
    expect(instantAt(scale, 4000, 4)).toBe(now);
  });

  it('tells a long silence where there is room for it', () => {
    const scale = scaleOf(marks, now, 400, 10);
    expect(silences(scale, 40)).toMatchObject([{ milliseconds: DAY }]);
    expect(silences(scale, 400)).toEqual([]);
    expect(silences(scaleOf(marks, now, 1, 0), 0)).toEqual([]); // before the page is laid out
  });

  it('leaves out marks that would lie on one of their kind, never one of another kind', () => {
    const crowd = Array.from({ length: 1000 }, (_, i) => mark(i * 1000, i % 2 ? 'ok' : 'client'));
    const drawn = spread(crowd, scaleOf(crowd, 999_000, 300, 10), 3);
    expect(drawn.length).toBeLessThan(210);
    expect(new Set(drawn.map((each) => each.mark.kind))).toEqual(new Set(['ok', 'client']));
    expect(spread(marks, scaleOf(marks, now, 400, 10), 3)).toHaveLength(4);
  });
});
