import { describe, expect, it } from 'vitest';
import { standingOf } from '../../src/app/overview';
import type { LessonVersion } from '../../src/app/database';
import { stepProse } from '../../src/app/lessons';
import { versionOf, whatChanged } from '../../src/app/lesson-version';
import { readRecording, writeRecording } from '../../src/app/recording-text';
import { playBack } from '../../src/app/play-back';
import { freshLab, restore } from '../../src/app/restore';
import type { Entry, Recordings } from '../../src/app/storage';
import { input, runUntil } from '../../src/lab/lab';
import { firstLesson as lesson } from './lessons';

const entry = (text: string, version: LessonVersion | null = null): Entry => ({
  ...{ key: 'k', lesson: lesson.slug, name: '', saved: 1, kept: null },
  version,
  text,
});

function shelf(text: string | null, version: LessonVersion | null = null) {
  const kept: { reason: string; text: string; next?: string }[] = [];
  const found = text === null ? null : entry(text, version);
  const recordings = {
    load: () => Promise.resolve(found),
    peek: () => Promise.resolve(found),
    keep: (_lesson: string, reason: string, old: string, next?: string) =>
      Promise.resolve(void kept.push({ reason, text: old, ...(next !== undefined && { next }) })),
  } as unknown as Recordings;
  return { kept, recordings };
}

function played() {
  const lab = freshLab(lesson);
  runUntil(lab, 500);
  input(lab, { type: 'keys', terminal: lesson.world.terminals[0]!.name, keys: 'telnet mx1.campus.example\r' });
  runUntil(lab, 5000);
  return lab;
}

describe('a recording found on this device', () => {
  it('is replayed to where it was left', async () => {
    const before = played();
    const { recordings, kept } = shelf(writeRecording(before.recording));
    const { lab, notice } = await restore(lesson, recordings);
    expect(lab.world.trace).toEqual(before.world.trace);
    expect(lab.world.now).toBe(5000);
    expect(notice).toBeNull();
    expect(kept).toEqual([]);
  });

  it('begins fresh when there is none', async () => {
    const { lab, notice } = await restore(lesson, shelf(null).recordings);
    expect(lab.recording.inputs).toEqual([]);
    expect(notice).toBeNull();
  });

  const whole = writeRecording(played().recording);
  const other = whole.replace(`"lesson":"${lesson.slug}"`, '"lesson":"another"');
  const noTerminal = whole.replace('"terminal":"', '"terminal":"no-');
  for (const [what, text] of Object.entries({
    'cut off': whole.slice(0, -20),
    'not a recording': '{"a":1}',
    'of another lesson': other,
    'not playable': noTerminal,
  })) {
    it(`is set aside and offered as a file if it is ${what}`, async () => {
      const { recordings, kept } = shelf(text);
      const { lab, notice } = await restore(lesson, recordings);
      expect(lab.recording.inputs).toEqual([]);
      expect(kept).toEqual([{ reason: 'damaged', text }]);
      expect(notice?.key).toBe('notice.damaged');
      expect(notice?.file?.text).toBe(text);
    });
  }

  it('of a newer format is set aside for the page that can read it', async () => {
    const text = whole.replace('recording/1', 'recording/2');
    const { recordings, kept } = shelf(text);
    const { lab, notice } = await restore(lesson, recordings);
    expect(lab.recording.inputs).toEqual([]);
    expect(kept).toEqual([{ reason: 'damaged', text }]);
    expect(notice).toMatchObject({ key: 'notice.newFormat', file: { text } });
  });

  const ofOlder = (text: string) => text.replace(lesson.hash, 'f'.repeat(64));

  it('of an older lesson is typed again into the new one, and kept', async () => {
    const text = ofOlder(whole);
    const { recordings, kept } = shelf(text);
    const { lab, notice } = await restore(lesson, recordings);
    expect(lab.world.trace).toEqual(played().world.trace);
    expect(lab.recording.lessonHash).toBe(lesson.hash);
    expect(kept).toEqual([{ reason: 'older', text, next: whole }]);
    expect(notice).toMatchObject({ key: 'notice.newer', file: { text } });
  });

  it('of an older lesson says what has changed in it', async () => {
    const now = versionOf(lesson);
    const [first, ...rest] = now.stepIds;
    const old = { ...now, steps: 'x', stepIds: [...rest, 'warm-up'] };
    const { notice } = await restore(lesson, shelf(ofOlder(whole), old).recordings);
    const { title } = stepProse(lesson, first!);
    expect(notice?.values?.['what']).toBe(`Changed: its steps; new: ${title}; no longer there: warm-up.`);
    expect(whatChanged({ ...now, world: 'x' }, lesson)).toBe('Changed: its machines and names.');
    expect(whatChanged(now, lesson)).toBe('');
    expect(whatChanged(null, lesson)).toBe('');
  });

  it('of an older lesson is played as far as it goes', async () => {
    const lab = played();
    input(lab, { type: 'open', terminal: 'term2' });
    input(lab, { type: 'keys', terminal: 'term2', keys: 'date\r' });
    const text = ofOlder(writeRecording(lab.recording)).replace('"type":"keys","terminal":"term2"', '"type":"keys","terminal":"gone"');
    const { recordings, kept } = shelf(text);
    const { lab: restored, notice } = await restore(lesson, recordings);
    expect(restored.recording.inputs).toHaveLength(2);
    expect(kept).toEqual([{ reason: 'older', text, next: writeRecording(restored.recording) }]);
    expect(notice).toMatchObject({ key: 'notice.newerPart', values: { time: '09:00:05' }, file: { text } });
  });

  it('of an older lesson that no longer plays is kept, and the lesson begins fresh', async () => {
    const text = ofOlder(noTerminal);
    const { recordings, kept } = shelf(text);
    const { lab, notice } = await restore(lesson, recordings);
    expect(lab.recording.inputs).toEqual([]);
    expect(kept).toEqual([{ reason: 'older', text }]);
    expect(notice?.key).toBe('notice.tooOld');
  });

  it('keeps its branches', async () => {
    const { recording } = played();
    const others = [{ ...recording, inputs: [], branch: { id: 2, parent: 1, forkedAt: 0 } }];
    const { lab } = await restore(lesson, shelf(writeRecording({ ...recording, others })).recordings);
    expect(lab.recording.others).toEqual(others);
  });

  it('cannot keep the page busy for ever', () => {
    const years = 900_000_000_000_000;
    const ping = readRecording(whole.replace('telnet', 'ping').replace(/"end":\d+/, `"end":${years}`))!;
    const { lab, complete } = playBack(lesson, ping, 2000)!;
    expect(complete).toBe(false);
    expect(lab.world.now).toBeLessThan(years);
    expect(playBack(lesson, { ...ping, inputs: [] })?.lab.world.now).toBe(years);
  });
});

describe('the text of a recording', () => {
  const good = readRecording(writeRecording(played().recording))!;

  it('is read back as it was', () => {
    expect(good).toEqual(played().recording);
  });

  it('is refused if anything in it cannot be', () => {
    const wrong = [
      { ...good, format: 'helo-world-recording/2' },
      { ...good, seed: 1.5 },
      { ...good, end: -1 },
      { ...good, end: 10 }, // before its last input
      { ...good, inputs: [{ at: 1, type: 'sing' }] },
      { ...good, inputs: [...good.inputs, { ...good.inputs[0]!, at: 0 }] },
      { ...good, end: 1e300 },
      { ...good, inputs: 'none' },
      { ...good, lesson: '../../secret' },
      { ...good, others: [{ ...good, end: 10 }] },
      { ...good, inputs: [{ at: 1, type: 'open', terminal: '__proto__' }] },
      { ...good, inputs: Array.from({ length: 65 }, (_, i) => ({ at: 1, type: 'open', terminal: `t${i}` })) },
      [good],
      null,
    ];
    for (const each of wrong) expect(readRecording(JSON.stringify(each))).toBeNull();
    expect(readRecording('[')).toBeNull();
    expect(readRecording(`${writeRecording(good)}${' '.repeat(8_000_000)}`)).toBeNull();
  });

  it('may hold more than is known, which is left out', () => {
    const text = writeRecording(good).replace('{', '{"__proto__":{"polluted":true},"mood":"fine",');
    expect(readRecording(text)).toEqual(good);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('the standing of a lesson', () => {
  it('is worked out from its recording', async () => {
    const standing = await standingOf(lesson, shelf(writeRecording(played().recording)).recordings);
    expect(standing).toEqual({ done: 1, current: lesson.steps[1]!.id });
  });

  it('is none without a recording, with an empty one and with a damaged one', async () => {
    const empty = writeRecording(freshLab(lesson).recording);
    for (const text of [null, empty, '{']) expect(await standingOf(lesson, shelf(text).recordings)).toBeNull();
  });
});
