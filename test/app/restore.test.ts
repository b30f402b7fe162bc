import { describe, expect, it } from 'vitest';
import { standingOf } from '../../src/app/overview';
import { readRecording, writeRecording } from '../../src/app/recording-text';
import { freshLab, restore } from '../../src/app/restore';
import type { Recordings } from '../../src/app/storage';
import { input, runUntil } from '../../src/lab/lab';
import { catalogue } from './lessons';

const lesson = catalogue.lessons[0]!;

function shelf(text: string | null) {
  const kept: { reason: string; text: string }[] = [];
  const recordings = {
    load: () => Promise.resolve(text),
    keep: (_lesson: string, reason: string, old: string) => Promise.resolve(void kept.push({ reason, text: old })),
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

  it('of an older lesson is typed again into the new one, and kept', async () => {
    const text = whole.replace(lesson.hash, 'f'.repeat(64));
    const { recordings, kept } = shelf(text);
    const { lab, notice } = await restore(lesson, recordings);
    expect(lab.recording.inputs).toHaveLength(1);
    expect(lab.recording.lessonHash).toBe(lesson.hash);
    expect(kept).toEqual([{ reason: 'older', text }]);
    expect(notice).toMatchObject({ key: 'notice.newer', file: { text } });
  });

  it('of an older lesson that no longer plays is kept, and the lesson begins fresh', async () => {
    const text = noTerminal.replace(lesson.hash, 'f'.repeat(64));
    const { recordings, kept } = shelf(text);
    const { lab, notice } = await restore(lesson, recordings);
    expect(lab.recording.inputs).toEqual([]);
    expect(kept).toEqual([{ reason: 'older', text }]);
    expect(notice?.key).toBe('notice.tooOld');
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
    ];
    for (const each of wrong) expect(readRecording(JSON.stringify(each))).toBeNull();
    expect(readRecording('[')).toBeNull();
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
