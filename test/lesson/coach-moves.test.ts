// The coach while letters move: each misconception is provoked in the lesson that answers it, and the case behind it is
// near and is not it.

import { describe, expect, it } from 'vitest';
import { findFolder } from '../../src/cli/read-lesson';
import { createLab } from '../../src/lab/lab';
import { playLine } from '../../src/lab/play-script';
import { coach } from '../../src/lesson/coach';
import { loadLesson } from '../../src/lesson/load';
import { parseScript } from '../../src/lesson/script';
import { deCoach } from '../../src/messages/de-coach';
import { enCoach } from '../../src/messages/en-coach';

/** What the coach says after these lines, typed in a lesson as it was written. */
function after(slug: string, lines: readonly string[]) {
  const { name, files } = findFolder(slug);
  const loaded = loadLesson(name, files);
  if ('faults' in loaded) throw new Error(JSON.stringify(loaded.faults));
  const lab = createLab(loaded.lesson, 1);
  for (const line of parseScript('test', lines.join('\n')).script) playLine(lab, 'main', line);
  return coach(lab.world.trace);
}

const TAKES = 'who-takes-mail';
const PATIENCE = 'patience';
const REPORT = 'failures-that-report';

const STRICT = 'ssh mx.partner.example';
const LENIENT = 'ssh smtp.isp.example';
const to = (address: string) => `echo hello | mail -s hello ${address}`;
const ADA = ['HELO ws', 'MAIL FROM:<you@partner.example>', 'RCPT TO:<ada@campus.example>', 'DATA', '.'];
const NOBODY = ['telnet smtp.campus.example 25', 'EHLO ws1', 'MAIL FROM:<you@campus.example>', 'RCPT TO:<nobody@partner.example>', 'DATA'];

type Case = readonly [lesson: string, lines: readonly string[], near: readonly string[]];

const CASES: Record<string, Case> = {
  'coach.M19': [
    PATIENCE,
    ['ssh smtp.campus.example', to('zoe@bigmail.example')],
    ['ssh smtp.campus.example', to('zoe@bigmail.example'), 'sleep 31m'],
  ],
  'coach.M20': [
    TAKES,
    ['dig MX campus.example', 'telnet mx1.campus.example 25', ...ADA],
    ['dig MX campus.example', 'telnet mx.partner.example 25', ...ADA.slice(0, 4), 'Subject: hi', ''],
  ],
  'coach.M21': [
    TAKES,
    ['dig MX campus.example', 'telnet mx2.campus.example 25'],
    ['dig MX campus.example', 'telnet mx1.campus.example 25', 'QUIT', 'telnet mx2.campus.example 25'],
  ],
  'coach.M22': [TAKES, [STRICT, to('post@a.broken.example')], [STRICT, to('post@e.broken.example')]],
  'coach.M22.lenient': [TAKES, [LENIENT, to('post@a.broken.example')], [LENIENT, to('post@b.broken.example')]],
  'coach.M22.zone': [
    TAKES,
    ['@zone b.broken.example: @ MX 10 post => @ MX 10 203.0.113.25.'],
    ['@zone b.broken.example: mail A 203.0.113.25 => mail A 203.0.113.26'],
  ],
  'coach.M23': [TAKES, [STRICT, to('post@b.broken.example')], [LENIENT, to('post@b.broken.example')]],
  'coach.M24': [TAKES, [STRICT, to('post@c.broken.example')], [STRICT, to('post@nowhere.broken.example')]],
  'coach.M24.answer': [TAKES, ['dig MX c.broken.example'], ['dig MX b.broken.example']],
  'coach.M24.zone': [
    TAKES,
    ['@zone b.broken.example: @ MX 10 post => @ MX 10 mail.b.broken.example'],
    ['@zone b.broken.example: @ MX 10 post => @ MX 10 mail.b.broken.example.'],
  ],
  'coach.M25': [
    TAKES,
    [STRICT, to('post@shop.example')],
    ['@zone shop.example: @ MX 20 203.0.113.140. => @ MX 5 mail', STRICT, to('post@shop.example')],
  ],
  'coach.M26': [TAKES, [STRICT, to('post@e.broken.example')], [STRICT, to('post@d.broken.example')]],
  'coach.M26.none': [TAKES, ['dig MX e.broken.example'], ['dig MX d.broken.example']],
  'coach.M29': [TAKES, ['telnet east.museum.example 25', '@sleep 3m'], ['telnet ws.partner.example 25', '@sleep 3m']],
  'coach.M29.queue': [
    PATIENCE,
    ['ssh smtp.campus.example', to('cleo@island.example')],
    ['ssh smtp.campus.example', to('nobody@club.example')],
  ],
  'coach.M51': [
    REPORT,
    [...NOBODY, 'From: Ada <ada@campus.example>', '', 'Hello.', '.'],
    [...NOBODY, 'From: You <YOU@campus.example>', '', 'Hello.', '.'],
  ],
  'coach.M52': [
    REPORT,
    ['telnet old.campus.example 25', 'EHLO ws1', 'MAIL FROM:<you@campus.example> RET=HDRS'],
    ['telnet old.campus.example 25', 'EHLO ws1', 'MAIL FROM:<you@campus.example> COLOUR=RED'],
  ],
};

const misconception = (key: string) => /^coach\.(M\d\d)/.exec(key)?.[1];

describe('the coach while letters move', () => {
  it.each(Object.entries(CASES))('%s', (key, [lesson, lines, near]) => {
    const advice = after(lesson, lines);
    expect(advice?.key).toBe(key);
    expect(advice?.id).toBe(misconception(key));
    const text = enCoach[advice!.key];
    for (const [, blank = ''] of text.matchAll(/\{(\w+)\}/g)) expect(advice!.values).toHaveProperty(blank);
    expect(misconception(after(lesson, near)?.key ?? '')).not.toBe(misconception(key));
  });

  it('knows nineteen to twenty-six, twenty-nine and the two about reports, in both languages', () => {
    const known = new Set(Object.keys(CASES).map(misconception));
    expect([...known]).toEqual(['M19', 'M20', 'M21', 'M22', 'M23', 'M24', 'M25', 'M26', 'M29', 'M51', 'M52']);
    for (const key of Object.keys(CASES)) expect(deCoach).toHaveProperty([key]);
  });

  it('compares no server with one that only other servers have talked to', () => {
    const mine = ['telnet mx.partner.example 25', 'HELO ws', 'MAIL FROM:<you@partner.example>'];
    expect(after(TAKES, [STRICT, to('ada@campus.example'), 'exit', ...mine])).toBeNull();
    expect(after(TAKES, ['telnet mx1.campus.example 25', ...mine.slice(1), 'QUIT', ...mine])?.key).toBe('coach.M15.words');
  });

  it('says nothing of what servers say to each other once a letter has arrived', () => {
    expect(after(TAKES, [STRICT, to('ada@campus.example')])).toBeNull();
  });
});
