import { describe, expect, it } from 'vitest';
import { traceHash } from '../../src/lab/digest';
import { createLab, input, replay, runUntil, settle, sleepingUntil, type } from '../../src/lab/lab';
import type { Lab } from '../../src/lab/types';
import type { TraceEventOf } from '../../src/engine/kernel/trace';
import { foldScreen, emptyScreen, screenText } from '../../src/shell/screen';
import { labLesson } from '../support/lab-lesson';

const fresh = (seed = 1) => createLab(labLesson(), seed);

function enter(lab: Lab, ...lines: string[]): Lab {
  for (const line of lines) {
    type(lab, 'ws1', `${line}\r`);
    settle(lab);
  }
  return lab;
}

const screen = (lab: Lab) => screenText(foldScreen(emptyScreen(), lab.world.trace, 'ws1'));
const idles = (lab: Lab) => lab.world.trace.filter((event): event is TraceEventOf<'terminal.idle'> => event.type === 'terminal.idle');

describe('a lab', () => {
  it('holds a conversation from the first key to the mailbox', () => {
    const lab = enter(fresh(), 'telnet mx1.campus.example 25', 'EHLO ws1.campus.example', 'MAIL FROM:<you@campus.example>');
    enter(lab, 'RCPT TO:<ada@campus.example>', 'DATA', 'Subject: hi', '', '..dot', '.', 'QUIT');
    expect(screen(lab)).toMatch(/Trying 192\.0\.2\.25\.\.\.\nConnected to mx1\.campus\.example\.\nEscape character is '\^\]'\.\n220 /);
    expect(screen(lab)).toMatch(/221 2\.0\.0 Bye\nConnection closed by foreign host\.\nyou@ws1:~\$ $/);
    const [letter] = lab.world.sites['campus']!.mailboxes['ada']!.messages;
    expect(letter?.content).toMatch(/^Return-Path: <you@campus\.example>\r\n/);
    expect(letter?.content.endsWith('Subject: hi\r\n\r\n.dot\r\n')).toBe(true);
  });

  it('gives the same trace when its recording is replayed', () => {
    const lab = enter(fresh(7), 'telnet mx1.campus.example 25', 'EHLO x.example');
    type(lab, 'ws1', 'NO');
    runUntil(lab, lab.world.now + 12_345);
    type(lab, 'ws1', 'OP\rQUIT\r');
    input(lab, { type: 'predict', step: 's', option: 'o' });
    settle(lab);
    const again = replay(lab.lesson, JSON.parse(JSON.stringify(lab.recording)));
    expect(traceHash(again.world.trace)).toBe(traceHash(lab.world.trace));
    expect(again).toEqual(lab);
  });

  it('switches a server’s dialect, and replays that at its instant', () => {
    const lab = enter(fresh(), 'telnet mx1.campus.example 25');
    input(lab, { type: 'dialect', host: 'mx1.campus.example', dialect: 'strict-teach' });
    enter(lab, 'MAIL FROM:<you@campus.example>', 'QUIT', 'telnet mx1.campus.example 25', 'MAIL FROM:<you@campus.example>');
    const answers = lab.world.trace.flatMap((event) => (event.type === 'smtp.exchange' ? event.code : []));
    expect(answers).toEqual([250, 221, 503]);
    const again = replay(lab.lesson, JSON.parse(JSON.stringify(lab.recording)));
    expect(traceHash(again.world.trace)).toBe(traceHash(lab.world.trace));
  });

  it('leaves the servers of a lesson with steps as they are', () => {
    const step = { id: 's', goal: { all: [] }, task: null, panel: null, prediction: null, challenge: false, show: [] };
    const lab = createLab({ ...labLesson(), steps: [step] }, 1);
    expect(() => input(lab, { type: 'dialect', host: 'mx1.campus.example', dialect: 'strict-teach' })).toThrow(RangeError);
    expect(lab.recording.inputs).toEqual([]);
  });

  it('traces what was answered back to what was typed', () => {
    const { world } = enter(fresh(), 'telnet mx1.campus.example 25', 'NOOP');
    const chain: string[] = [];
    for (let event = world.trace.find(({ type }) => type === 'smtp.exchange'); event;) {
      chain.push(event.type);
      event = event.cause === undefined ? undefined : world.trace[event.cause];
    }
    expect(chain).toEqual(['smtp.exchange', 'net.bytes', 'terminal.enter']);
    const begun = world.trace.find(({ type }) => type === 'net.connect');
    expect(world.trace[begun!.cause!]).toMatchObject({ type: 'shell.command', line: 'telnet mx1.campus.example 25' });
  });

  it('is the same however often the clock was looked at on the way', () => {
    const [patient, restless] = [fresh(), fresh()];
    for (const lab of [patient, restless]) type(lab, 'ws1', 'telnet mx1.campus.example 25\r');
    runUntil(patient, 400_000);
    for (let at = 0; at <= 400_000; at += 16) runUntil(restless, at);
    runUntil(restless, 400_000);
    expect(traceHash(restless.world.trace)).toBe(traceHash(patient.world.trace));
  });

  it('lets only sleep make time fly', () => {
    const lab = fresh();
    type(lab, 'ws1', 'sleep 30m\r');
    expect(sleepingUntil(lab)).toBe(30 * 60_000);
    settle(lab);
    expect(lab.world.now).toBe(30 * 60_000);
    expect(sleepingUntil(lab)).toBeNull();
  });

  it('comes to rest although a ping never does', () => {
    const lab = enter(fresh(), 'ping mx1.campus.example');
    expect(lab.world.now).toBeLessThanOrEqual(15 * 60_000);
    type(lab, 'ws1', '\x03');
    expect(screen(lab)).toMatch(/\^C\n--- mx1\.campus\.example ping statistics ---/);
  });

  it('refuses a terminal it does not have', () => {
    for (const name of ['moon', 'constructor']) expect(() => type(fresh(), name, 'x')).toThrow(`there is no terminal "${name}"`);
  });

  it('opens a second terminal, recorded like any input', () => {
    const lab = fresh();
    input(lab, { type: 'open', terminal: 'ws1-2' });
    type(lab, 'ws1-2', 'hostname\r');
    settle(lab);
    expect(screenText(foldScreen(emptyScreen(), lab.world.trace, 'ws1-2'))).toContain('ws1');
    expect(replay(lab.lesson, lab.recording)).toEqual(lab);
  });
});

describe('silence', () => {
  it('is told once, twenty seconds after the last key, with the octets that wait for a line end', () => {
    const lab = enter(fresh(), 'telnet mx1.campus.example 25');
    const begun = lab.world.now;
    type(lab, 'ws1', 'NOOP');
    runUntil(lab, begun + 19_999);
    expect(idles(lab)).toEqual([]);
    runUntil(lab, begun + 100_000);
    expect(idles(lab)).toMatchObject([{ at: begun + 20_000, unfinished: 4, after: 20_000 }]);
    type(lab, 'ws1', '\r');
    runUntil(lab, begun + 200_000);
    expect(idles(lab)).toMatchObject([{}, { unfinished: 0 }]);
  });

  it('does not count at a prompt', () => {
    const lab = fresh();
    runUntil(lab, 100_000);
    expect(idles(lab)).toEqual([]);
  });
});
