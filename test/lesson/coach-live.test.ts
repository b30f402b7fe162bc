// The coach listens to real conversations: each misconception is provoked at a simulated server.

import { describe, expect, it } from 'vitest';
import { findFolder } from '../../src/cli/read-lesson';
import { createLab } from '../../src/lab/lab';
import { playLine } from '../../src/lab/play-script';
import { coach } from '../../src/lesson/coach';
import { loadLesson } from '../../src/lesson/load';
import { parseScript } from '../../src/lesson/script';
import { enCoach } from '../../src/messages/en-coach';

/** What the coach says after these lines, typed in lesson 2 (mx1 is strict, mx2 is lenient). */
function after(...lines: string[]): string | null {
  const { name, files } = findFolder('one-message-by-hand');
  const loaded = loadLesson(name, files);
  if ('faults' in loaded) throw new Error(JSON.stringify(loaded.faults));
  const lab = createLab(loaded.lesson, 1);
  for (const line of parseScript('test', lines.join('\n')).script) playLine(lab, 'main', line);
  return coach(lab.world.trace)?.key ?? null;
}

const MX1 = 'telnet mx1.campus.example 25';
const MX2 = 'telnet mx2.campus.example 25';
const HELLO = 'EHLO ws1.campus.example';
const MAIL = 'MAIL FROM:<you@campus.example>';
const RCPT = 'RCPT TO:<ada@campus.example>';
const LETTER = [MX1, HELLO, MAIL, RCPT, 'DATA'];

/** What is said after which lines; null: nothing. Behind each misconception of the catalogue stand cases that are near it and are not it. */
const CASES: readonly (readonly [string | null, readonly string[]])[] = [
  ['coach.M01', ['telnet mx1.campus.example']],
  [null, ['telnet ws1.campus.example 25']],
  ['coach.M02', [MX1, MAIL]],
  [null, [MX2, MAIL]],
  ['coach.M03', [MX1, HELLO, 'MAIL FROM:you@campus.example']],
  ['coach.M03.accepted', [MX2, HELLO, 'MAIL FROM:you@campus.example']],
  [null, [MX2, HELLO, MAIL]],
  ['coach.M03.open', [MX1, HELLO, MAIL, 'RCPT TO:<ada@campus.example']],
  ['coach.M03.inFront', [MX1, HELLO, MAIL, 'RCPT TO:Ada <ada@campus.example>']],
  ['coach.M03.keyword', [MX1, HELLO, 'MAIL <you@campus.example>']],
  ['coach.M15.refused', [MX2, HELLO, 'MAIL FROM:you@campus.example please']],
  ['coach.M04.before', [MX1, HELLO, 'MAIL FROM :<you@campus.example>']],
  ['coach.M04.refused', [MX1, HELLO, 'MAIL FROM: <you@campus.example>']],
  ['coach.M04.accepted', [MX2, HELLO, 'MAIL FROM: <you@campus.example>']],
  [null, [MX1, HELLO, MAIL]],
  ['coach.M05', [MX1, '@keys \\x1d', 'mode character', '@keys MAIX\\x7fL FROM:<you@campus.example>\\r']],
  ['coach.M05', [MX1, '@keys NOP\\x1b[DO\\r']],
  ['coach.M15.refused', [MX1, '@keys MAIL\\x7fX\\r']],
  [null, [MX1, '@keys NOOP \\x16\\x08\\r']],
  ['coach.M06', ['nc mx1.campus.example 25', 'NOOP']],
  [null, ['nc mx2.campus.example 25', 'NOOP']],
  [null, ['nc -C mx1.campus.example 25', 'NOOP']],
  ['coach.M07', [MX1, HELLO, MAIL, RCPT, 'DATA', 'Hello Ada', '@sleep 30s']],
  [null, [MX1, HELLO, MAIL, RCPT, 'DATA', 'Hello Ada', '@sleep 10s']],
  [null, [MX1, HELLO, '@sleep 30s']],
  ['coach.unfinished', [MX1, '@keys NOOP', '@sleep 30s']],
  ['coach.M08', [...LETTER, '. ']],
  ['coach.M08', [...LETTER, ' .']],
  ['coach.M08', [...LETTER, 'That is the end.', '@sleep 30s']],
  ['coach.M08', [...LETTER, '@keys .', '@keys  \\r']],
  [null, [...LETTER, 'That is the end.']],
  ['coach.M07', [...LETTER, 'That is. the end', '@sleep 30s']],
  ['coach.M09', [...LETTER, '.profile is a file']],
  [null, [...LETTER, '..profile is a file']],
  [null, [...LETTER, '.profile is a file', '', 'It begins with a dot.']],
  ['coach.M10', [...LETTER, 'Subject: lunch', 'At noon.', '.']],
  ['coach.M14', [...LETTER, 'Subject: lunch', '', 'At noon.', '.']],
  ['coach.M14', [...LETTER, 'Subject: lunch', '.']],
  ['coach.M11', [MX1, 'Subject: hi']],
  ['coach.M11', [MX2, 'From: you']],
  ['coach.M14', [...LETTER, 'Subject: hi', '', '.']],
  ['coach.M15.refused', [MX1, 'Subject']],
  ['coach.M12', [...LETTER, 'To: bram@partner.example', '', 'Who gets it?', '.']],
  ['coach.M14', [...LETTER, 'To: Ada <ADA@campus.example>', '', 'You do.', '.']],
  ['coach.M14', [...LETTER, 'Reply-To: bram@partner.example', '', 'To: bram@partner.example', '.']],
  ['coach.M13', [...LETTER, 'Bcc: bram@partner.example', '', 'A secret.', '.']],
  ['coach.M14', [MX1, HELLO, MAIL, RCPT, 'RCPT TO:<you@campus.example>', 'DATA', 'To: ada@campus.example', '', 'A real secret.', '.']],
  ['coach.M14', [MX1, HELLO, MAIL, RCPT, 'DATA', 'Hello Ada', '.']],
  [null, [MX1, HELLO, MAIL, RCPT, 'DATA', 'Hello Ada', '.', 'NOOP']],
  ['coach.M15.words', [MX1, 'NOOP', 'QUIT', MX2, 'NOOP']],
  [null, [MX1, 'NOOP', 'QUIT', MX1, 'NOOP']],
  ['coach.M15.refused', [MX1, 'FOO']],
  ['coach.M15.refused', [MX1, HELLO, MAIL, 'RCPT TO:<nobody@campus.example>']],
  ['coach.M16', ["printf 'EHLO ws1.campus.example\\nNOOP\\n' | nc -C mx1.campus.example 25"]],
  [null, ["printf 'EHLO ws1.campus.example\\n' | nc -C mx1.campus.example 25"]],
  ['coach.M17', [MX1, HELLO, HELLO]],
  [null, [MX1, HELLO, 'NOOP', HELLO]],
  [null, [MX1, 'HELO ws1.campus.example', HELLO]],
  ['coach.M18.again', [MX1, HELLO, MAIL, 'RCPT TO:<nobody@campus.example>', 'rcpt to:<nobody@campus.example>']],
  ['coach.M15.refused', [MX1, HELLO, MAIL, 'RCPT TO:<nobody@campus.example>', 'RCPT TO:<noone@campus.example>']],
  ['coach.order.envelope', [MX1, HELLO, RCPT, MAIL, 'RSET', RCPT]],
  ['coach.M18.later', [MX2, HELLO, MAIL, 'RCPT TO:<bram@partner.example>']],
  [null, [MX2, HELLO, MAIL, RCPT]],
  ['coach.order.envelope', [MX1, HELLO, 'DATA']],
  ['coach.order.recipient', [MX1, HELLO, MAIL, 'DATA']],
  ['coach.order.open', [MX1, HELLO, MAIL, MAIL]],
];

const misconception = (key: string | null) => (key === null ? null : (/^coach\.(M\d\d)/.exec(key)?.[1] ?? null));

describe('the coach in a conversation', () => {
  it.each(CASES)('%s: %j', (key, lines) => {
    expect(after(...lines)).toBe(key);
  });

  const CATALOGUE = Array.from({ length: 18 }, (_, i) => `M${String(i + 1).padStart(2, '0')}`);

  it.each(CATALOGUE)('%s is provoked, and a near case is not taken for it', (id) => {
    const last = CASES.map(([key]) => misconception(key)).lastIndexOf(id);
    expect(last, 'provoked').toBeGreaterThanOrEqual(0);
    expect(Object.keys(enCoach).some((key) => misconception(key) === id)).toBe(true);
    // The case behind differs from it in what matters, and hears something else or nothing.
    const provoking = CASES[last]![1];
    const [near, lines] = CASES[last + 1] ?? [];
    expect(misconception(near ?? null), 'near').not.toBe(id);
    expect(lines![0]!.split(' ')[0], 'begins alike').toBe(provoking[0]!.split(' ')[0]);
  });
});
