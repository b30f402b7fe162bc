import { describe, expect, it } from 'vitest';
import { Session } from '../../src/app/session.svelte';
import { Recordings } from '../../src/app/storage';
import { traceHash } from '../../src/lab/digest';
import { emptyScreen, foldScreen, screenText } from '../../src/shell/screen';
import { catalogue } from './lessons';

const SLUG = 'one-message-by-hand';

const memoryOnly = () =>
  new Recordings(
    () => Promise.reject(new Error('none')),
    () => undefined,
  );

async function begun(recordings = memoryOnly()): Promise<Session> {
  const session = new Session(catalogue, recordings);
  await session.open(SLUG);
  return session;
}

/** Types lines with a second before each. */
function enter(session: Session, ...lines: string[]): void {
  const terminal = session.shown!.terminals[0]!.name;
  for (const line of lines) {
    session.tick(1000);
    for (const key of `${line}\r`) session.type(terminal, key);
    session.tick(1000);
  }
}

const CALL = ['telnet mx1.campus.example 25', 'EHLO ws1.campus.example'];
const ENVELOPE = ['DATA', 'MAIL FROM:<you@campus.example>', 'RCPT TO:<nobody@campus.example>'];

async function inTheMiddle(): Promise<Session> {
  const session = await begun();
  enter(session, ...CALL, ...ENVELOPE);
  return session;
}

const screen = ({ shown }: Session) => screenText(foldScreen(emptyScreen(), shown!.view.trace.slice(0, shown!.view.count), 'main'));
const done = ({ shown }: Session) => shown!.view.progress.steps.filter((step) => step.done !== null).length;
const allEvents = ({ shown }: Session) => shown!.view.trace.slice(0, shown!.time.count);

describe('looking at a past moment', () => {
  it('shows what was there then, and changes nothing', async () => {
    const session = await inTheMiddle();
    const { trace, now, count } = session.shown!.view;
    const hash = traceHash(trace);
    const ticks = done(session);
    const early = trace.find((event) => event.type === 'smtp.exchange' && event.verb === 'DATA')!.at;
    session.seek(early - 1);
    expect(session.shown!.time).toMatchObject({ looking: early - 1, now, count });
    expect(session.shown!.view.now).toBe(early - 1);
    expect(screen(session).trimEnd().endsWith('DATA')).toBe(true);
    expect(done(session)).toBeLessThan(ticks);
    for (let at = 0; at < now; at += 777) session.seek(at);
    session.seek(null);
    expect(session.shown!.time.looking).toBeNull();
    expect(session.shown!.view).toMatchObject({ now, count });
    expect(done(session)).toBe(ticks);
    expect(traceHash(session.shown!.view.trace)).toBe(hash);
  });

  it('stops time, and nothing can be done there', async () => {
    const session = await inTheMiddle();
    const { now, count } = session.shown!.view;
    session.seek(1500);
    expect(session.rate).toBe(0);
    expect(session.type(session.shown!.terminals[0]!.name, 'x')).toBe(false);
    session.wait(30_000);
    session.predict('hello', 'one');
    session.seek(null);
    expect(session.shown!.view).toMatchObject({ now, count });
    expect(session.rate).toBe(1);
    expect(session.type(session.shown!.terminals[0]!.name, 'x')).toBe(true);
  });

  it('shows the terminals and the conversation of then', async () => {
    const session = await begun();
    enter(session, 'telnet mx1.campus.example 25');
    const first = session.shown!.view.connection;
    const before = session.shown!.view.now;
    enter(session, 'QUIT', 'telnet mx2.campus.example 25');
    session.openTerminal();
    expect(session.shown!.terminals).toHaveLength(2);
    session.look(first!);
    expect(session.shown!.view.connection).toBe(first);
    session.look(first! + 1);
    session.seek(before);
    expect(session.shown!.view.connection).toBe(first);
    expect(session.shown!.terminals).toHaveLength(1);
    session.seek(0);
    expect(session.shown!.view.connection).toBeNull();
  });

  it('is never after now nor before the beginning', async () => {
    const session = await inTheMiddle();
    session.seek(session.shown!.time.now);
    expect(session.shown!.time.looking).toBeNull();
    session.seek(-5);
    expect(session.shown!.time.looking).toBe(0);
  });

  it('can be played again from there, silences cut short, up to now', async () => {
    const session = await begun();
    enter(session, ...CALL);
    session.wait(3_600_000);
    const { now } = session.shown!.time;
    session.seek(500);
    session.pause(false);
    expect(session.rate).toBe(1);
    let frames = 0;
    while (session.shown!.time.looking !== null && frames < 10_000) {
      session.tick(16);
      frames += 1;
    }
    expect(frames).toBeLessThan(1_000);
    expect(session.shown!.view.now).toBe(now);
    expect(session.shown!.time.playing).toBe(false);
  });
});

describe('going on from a past moment', () => {
  it('leaves a branch behind, which can be returned to', async () => {
    const session = await inTheMiddle();
    const before = traceHash(allEvents(session));
    const { now } = session.shown!.time;
    const greeted = session.shown!.view.trace.find((event) => event.type === 'smtp.exchange' && event.verb === 'EHLO')!.at + 500;
    session.seek(greeted);
    session.continueHere();
    expect(session.shown!.time).toMatchObject({ looking: null, now: greeted, branch: 2 });
    enter(session, 'NOOP');
    expect(screen(session)).not.toContain('MAIL FROM');
    expect(screen(session)).toContain('NOOP\n250');
    const other = traceHash(allEvents(session));
    session.switchTo(1);
    expect(session.shown!.time).toMatchObject({ now, branch: 1 });
    expect(traceHash(allEvents(session))).toBe(before);
    session.switchTo(2);
    expect(traceHash(allEvents(session))).toBe(other);
  });

  it('does nothing at now', async () => {
    const session = await inTheMiddle();
    const { shown } = session;
    session.continueHere();
    expect(session.shown).toBe(shown);
  });

  it('is found again with all its branches when the lesson is opened once more', async () => {
    const recordings = memoryOnly();
    const session = await begun(recordings);
    enter(session, ...CALL, ...ENVELOPE);
    const before = traceHash(allEvents(session));
    session.seek(3_000);
    session.continueHere();
    enter(session, 'NOOP');
    session.close();
    const again = await begun(recordings);
    expect(again.shown!.time.branch).toBe(2);
    expect(screen(again)).toContain('NOOP');
    again.switchTo(1);
    expect(traceHash(allEvents(again))).toBe(before);
  });
});

describe('undo', () => {
  it('takes back the last line with its answer, and redo does it again', async () => {
    const session = await inTheMiddle();
    const whole = traceHash(allEvents(session));
    session.undo();
    expect(screen(session)).not.toContain('nobody');
    expect(screen(session)).toContain('MAIL FROM:<you@campus.example>\n250');
    session.undo();
    expect(screen(session)).not.toContain('MAIL FROM');
    expect(session.shown!.time).toMatchObject({ canUndo: true, canRedo: true });
    expect(session.shown!.time.branches).toHaveLength(2);
    session.redo();
    session.redo();
    expect(traceHash(allEvents(session))).toBe(whole);
    expect(session.shown!.time).toMatchObject({ canRedo: false, branch: 1 });
    expect(session.shown!.time.branches).toHaveLength(1);
  });

  it('stops at the beginning, and redo where something else was done', async () => {
    const session = await begun();
    session.undo();
    expect(session.shown!.time.canUndo).toBe(false);
    enter(session, 'date', 'hostname');
    session.undo();
    enter(session, 'whoami');
    expect(session.shown!.time.canRedo).toBe(false);
    session.redo();
    expect(screen(session)).toContain('whoami');
    expect(session.shown!.time.branches).toHaveLength(2);
  });

  it('keeps the page where it is: it is the same lab', async () => {
    const session = await inTheMiddle();
    const { lab } = session.shown!;
    session.undo();
    expect(session.shown!.lab).toBe(lab);
    await session.restart();
    expect(session.shown!.lab).not.toBe(lab);
    expect(session.shown!.time.branches).toHaveLength(1);
  });
});

describe('pace', () => {
  it('is one, more, or none', async () => {
    const session = await begun();
    expect(session.rate).toBe(1);
    session.setPace(100);
    expect(session.rate).toBe(100);
    session.pause(true);
    expect(session.rate).toBe(0);
    session.pause(false);
    expect(session.rate).toBe(100);
  });

  it('can be one thing on the wire at a time', async () => {
    const session = await begun();
    enter(session, ...CALL);
    session.pause(true);
    const terminal = session.shown!.terminals[0]!.name;
    session.type(terminal, 'NOOP\r');
    expect(screen(session).trimEnd().endsWith('NOOP')).toBe(true);
    const ladder: string[] = [];
    for (let count = session.shown!.view.count; session.step(); count = session.shown!.view.count) {
      ladder.push(
        session
          .shown!.view.trace.slice(count)
          .map(({ type }) => type)
          .join(' '),
      );
    }
    expect(ladder).toEqual(['smtp.exchange net.bytes', 'terminal.print']);
    expect(screen(session).trimEnd()).toMatch(/NOOP\n250 .*$/);
    expect(session.shown!.time.paused).toBe(true);
  });

  it('steps through the past from event to event, and ends at now', async () => {
    const session = await inTheMiddle();
    session.seek(0);
    let steps = 0;
    let { now } = session.shown!.view;
    while (session.shown!.time.looking !== null) {
      session.step();
      expect(session.shown!.view.now).toBeGreaterThan(now);
      ({ now } = session.shown!.view);
      steps += 1;
    }
    expect(steps).toBeGreaterThan(15);
    expect(session.shown!.time.paused).toBe(false);
  });
});
