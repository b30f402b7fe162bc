import { describe, expect, it } from 'vitest';
import { enGlass } from '../../../src/messages/en-glass';
import { advanceLadder } from '../../../src/views/project/ladder';
import { advanceLetters, familyOf, originOf, waitingFor, type Letter } from '../../../src/views/project/letters';
import { advanceTimeline } from '../../../src/views/project/timeline';
import { HOUR, traceWith } from '../../support/moving-world';

const trace = traceWith([['bram@partner.example'], ['nobody@partner.example', 'staff@campus.example'], ['cleo@island.example']], HOUR / 2);
const letters = advanceLetters(null, trace, trace.length);
const from = (host: string) => letters.all.filter((letter) => letter.host.startsWith(host));
const short = ({ host, report, subject, forwardPaths }: Letter) => [host.split('.')[0], report, subject, ...forwardPaths];

describe('letters as hosts had them', () => {
  it('are one for each host, with their subject, and the reports', () => {
    expect(letters.all.map(short)).toEqual([
      ['smtp', null, 'Soup', 'bram@partner.example'],
      ['mx', null, 'Soup', 'bram@partner.example'],
      ['smtp', null, 'Soup', 'nobody@partner.example', 'staff@campus.example'],
      ['smtp', 'failed', 'Undelivered Mail Returned to Sender', 'you@campus.example'],
      ['smtp', null, 'Soup', 'cleo@island.example'],
    ]);
  });

  it('know where they come from', () => {
    const [carried] = from('mx');
    expect(originOf(letters, carried!)).toBe(from('smtp')[0]);
    const report = letters.all[3]!;
    expect(originOf(letters, report)).toBe(letters.all[2]);
    expect(familyOf(letters, letters.all[2]!).map(({ report: action }) => action)).toEqual([null, 'failed']);
  });

  it('wait for those who have not got theirs', () => {
    expect(letters.all.map(waitingFor)).toEqual([[], [], [], [], ['cleo@island.example']]);
  });

  it('are the same whether folded at once or event by event', () => {
    let fold: ReturnType<typeof advanceLetters> | null = null;
    for (let count = 0; count <= trace.length; count++) fold = advanceLetters(fold, trace, count);
    expect(fold!.all).toEqual(letters.all);
  });
});

describe('the ladder of people and of servers', () => {
  const ladder = advanceLadder(null, trace, trace.length, enGlass);

  it('hides what servers say to each other, and tells what came of it', () => {
    const moves = ladder.rows.filter(({ id }) => id.endsWith(':move')).map(({ text }) => text);
    expect(moves).toEqual([
      'smtp handed the letter for bram@partner.example to mx',
      'smtp gave up the letter for nobody@partner.example (5.1.1)',
      'smtp keeps the letter for cleo@island.example (4.4.1) and tries again in 29 min',
      'smtp keeps the letter for cleo@island.example (4.4.1) and tries again in 29 min',
    ]);
    expect(ladder.rows.filter(({ kind }) => kind === 'ends')).toHaveLength(1);
    expect(ladder.rows.some(({ text }) => text.includes('looked up partner.example'))).toBe(false);
  });

  it('shows the conversation of two servers alone when asked', () => {
    const [connection] = [...letters.hops.keys()];
    const alone = advanceLadder(null, trace, trace.length, enGlass, connection);
    expect(alone.rows.filter(({ kind }) => kind === 'client').map(({ text }) => text)).toEqual([
      'EHLO smtp.campus.example',
      'MAIL FROM:<you@campus.example> SIZE=347',
      'RCPT TO:<bram@partner.example>',
      'DATA',
      '.',
      'QUIT',
    ]);
    expect(alone.rows.every((row) => row.connection === connection || row.id.endsWith(':move'))).toBe(true);
    expect(alone.rows[0]!.text).toBe('connection 2 to mx.partner.example, port 25');
    expect(advanceLadder(alone, trace, trace.length, enGlass).rows).toEqual(ladder.rows);
  });
});

describe('the timeline', () => {
  it('marks tries and what came of them, and no line that servers said to each other', () => {
    const { marks } = advanceTimeline(null, trace, trace.length);
    const count = (kind: string) => marks.filter((mark) => mark.kind === kind).length;
    expect({ tries: count('try'), relays: count('relay'), deferrals: count('deferral') }).toEqual({ tries: 4, relays: 1, deferrals: 2 });
    expect({ bounces: count('bounce'), reports: count('report'), connections: count('connection') }).toEqual({
      bounces: 1,
      reports: 1,
      connections: 1,
    });
    expect(marks.some(({ who, kind }) => kind === 'ok' && who === 'mx')).toBe(false);
  });
});
