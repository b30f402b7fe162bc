import { describe, expect, it, vi } from 'vitest';
import { readRecording, writeRecording } from '../../src/app/recording-text';
import { Session } from '../../src/app/session.svelte';
import { Recordings } from '../../src/app/storage';
import { catalogue, firstLesson } from './lessons';

const SLUG = catalogue.lessons[0]!.slug;

function memoryOnly(): Recordings {
  return new Recordings(
    () => Promise.reject(new Error('none')),
    () => undefined,
  );
}

async function begun(recordings = memoryOnly()) {
  const session = new Session(catalogue, recordings);
  await session.open(SLUG);
  const terminal = session.shown!.terminals[0]!.name;
  return { session, terminal };
}

describe('a session', () => {
  it('shows nothing until a lesson is open, and knows which it has', async () => {
    const session = new Session(catalogue, memoryOnly());
    expect(session.shown).toBeNull();
    expect(await session.open('nothing')).toBe(false);
    expect(session.shown).toBeNull();
    expect(await session.open(SLUG)).toBe(true);
    expect(session.shown?.view.lesson.slug).toBe(SLUG);
  });

  it('makes a new view for every change and lets one trace grow', async () => {
    const { session, terminal } = await begun();
    const before = session.shown!.view;
    session.type(terminal, 'd');
    const after = session.shown!.view;
    expect(after).not.toBe(before);
    expect(after.trace).toBe(before.trace);
    expect(after.count).toBeGreaterThan(before.count);
  });

  it('shows the newest conversation, or the chosen one until a new one begins', async () => {
    const { session, terminal } = await begun();
    expect(session.shown!.view.connection).toBeNull();
    session.type(terminal, 'telnet mx1.campus.example\r');
    session.wait(2000);
    const first = session.shown!.view.connection!;
    session.type(terminal, 'telnet mx1.campus.example 25\r');
    session.wait(2000);
    const second = session.shown!.view.connection!;
    expect(second).not.toBe(first);
    session.look(first);
    session.type(terminal, 'NOOP\r');
    session.wait(2000);
    expect(session.shown!.view.connection).toBe(first);
    session.type(terminal, 'QUIT\r');
    session.wait(2000);
    session.type(terminal, 'telnet mx2.campus.example 25\r');
    session.wait(2000);
    expect([first, second]).not.toContain(session.shown!.view.connection);
  });

  it('folds progress, predictions and hints', async () => {
    const { session, terminal } = await begun();
    const [step] = firstLesson.steps;
    session.predict(step!.id, step!.prediction!.options[0]!);
    session.hint(step!.id, 'look');
    session.type(terminal, 'telnet mx1.campus.example\r');
    session.wait(2000);
    expect(session.shown!.view.progress.steps[0]).toMatchObject({ predicted: step!.prediction!.options[0], hints: ['look'] });
    expect(session.shown!.view.progress.current).toBe(1);
  });

  it('makes a new view only when something happened or a second passed', async () => {
    const { session } = await begun();
    session.tick(1000); // what the start of a lab had still to do
    const before = session.shown;
    session.tick(10);
    expect(session.shown).toBe(before);
    session.tick(990);
    expect(session.shown).not.toBe(before);
    expect(session.shown!.view.now).toBe(2000);
  });

  it('jumps over a sleep that only time can end', async () => {
    const { session, terminal } = await begun();
    session.type(terminal, 'sleep 30m\r');
    const start = session.shown!.view.now;
    session.tick(16);
    expect(session.shown!.view.now).toBe(start + 30 * 60_000);
  });

  it('opens terminals with names of their own', async () => {
    const { session } = await begun();
    const count = session.shown!.terminals.length;
    const names = [session.openTerminal(), session.openTerminal()];
    expect(new Set(names).size).toBe(2);
    expect(session.shown!.terminals).toHaveLength(count + 2);
  });

  it('goes on where it was left, and restarts from nothing', async () => {
    const recordings = memoryOnly();
    const { session, terminal } = await begun(recordings);
    session.type(terminal, 'telnet mx1.campus.example\r');
    session.wait(2000);
    const { count, now } = session.shown!.view;
    session.close();
    expect(session.shown).toBeNull();

    const again = new Session(catalogue, recordings);
    await again.open(SLUG);
    expect(again.shown!.view).toMatchObject({ count, now });
    const { lab } = again.shown!;
    await again.restart();
    expect(again.shown!.view.progress.current).toBe(0);
    expect(again.shown!.view.now).toBe(0);
    expect(again.shown!.lab).not.toBe(lab);
  });

  it('restarts with other names, keeps them when it restarts again, and finds them when it is opened again', async () => {
    const recordings = memoryOnly();
    const { session } = await begun(recordings);
    const first = session.shown!.view.lesson;
    await session.restart('other');
    const { lesson } = session.shown!.view;
    expect(lesson.world).not.toEqual(first.world);
    expect(session.shown!.view.progress.current).toBe(0);
    await session.restart();
    expect(session.shown!.view.lesson).toEqual(lesson);
    session.close();

    const again = new Session(catalogue, recordings);
    await again.open(SLUG);
    expect(again.shown!.view.lesson).toEqual(lesson);
  });

  it('has no other names for a lesson without variants', async () => {
    const session = new Session(catalogue, memoryOnly());
    await session.open('sandbox');
    const { lesson } = session.shown!.view;
    await session.restart('other');
    expect(session.shown!.view.lesson).toEqual(lesson);
  });

  it('keeps a notice until there is a page to show it on, and until it is closed', async () => {
    const session = new Session(catalogue, memoryOnly());
    session.tell({ key: 'notice.storage' });
    await session.open(SLUG);
    expect(session.shown!.notice).toEqual({ key: 'notice.storage' });
    session.tell(null);
    expect(session.shown!.notice).toBeNull();
  });

  it('saves while somebody types on and on, not only in a pause', async () => {
    vi.useFakeTimers();
    try {
      const recordings = memoryOnly();
      const { session, terminal } = await begun(recordings);
      const save = vi.spyOn(recordings, 'save');
      for (let key = 0; key < 20; key++) {
        session.type(terminal, 'x');
        vi.advanceTimersByTime(100); // never half a second without a key
      }
      expect(save.mock.calls.length).toBeGreaterThanOrEqual(4);
      expect(readRecording(save.mock.lastCall![1])!.inputs.length).toBeGreaterThan(12);
    } finally {
      vi.useRealTimers();
    }
  });

  it('says so where a branch cannot be played any more, stays, and keeps it', async () => {
    const recordings = memoryOnly();
    const { session, terminal } = await begun(recordings);
    session.type(terminal, 'date\r');
    session.wait(2000);
    session.undo();
    session.type(terminal, 'hostname\r');
    session.close();
    const saved = readRecording((await recordings.peek(SLUG))!.text)!;
    const [left] = saved.others!;
    left!.inputs[0] = { at: 0, type: 'keys', terminal: 'older', keys: 'x' };
    await recordings.save(SLUG, writeRecording(saved));

    const again = new Session(catalogue, recordings);
    await again.open(SLUG);
    const before = again.shown!;
    expect(again.switchTo(left!.branch?.id ?? 1)).toBe(false);
    expect(again.shown!.notice).toMatchObject({ key: 'notice.branchTooOld', file: { name: `${SLUG}-recording.json` } });
    expect(again.shown!.view).toEqual(before.view);
    expect(again.shown!.time.branches).toHaveLength(2);
    again.save();
    expect(readRecording((await recordings.peek(SLUG))!.text)!.others).toEqual([left]);
  });
});
