import { describe, expect, it } from 'vitest';
import type { TraceBody, TraceEvent } from '../../src/engine/kernel/trace';
import { ChangeFault, whatIf, type Change } from '../../src/lab/what-if';
import { enGlass } from '../../src/messages/en-glass';
import { aligned, comparisonOf, countDifferences } from '../../src/views/project/what-if';
import type { Row } from '../../src/views/project/row';
import { HOUR, labWith, movingLesson } from '../support/moving-world';

const lab = labWith([['bram@partner.example'], ['cleo@island.example']], 6 * HOUR);
const { recording } = lab;
const lesson = movingLesson();
const play = (change: Change, at = 0, until = recording.end) => whatIf(lesson, recording, at, change, until);
const has = (trace: readonly TraceEvent[], type: TraceBody['type'], host: string) =>
  trace.some((event) => event.type === type && 'host' in event && event.host === host);

describe('what if', () => {
  it('plays the recording as it was, and leaves it alone', () => {
    const before = JSON.stringify(recording);
    const { as, changed, shared } = play({ type: 'power', host: 'mail.island.example', on: true });
    expect(as).toEqual(lab.world.trace);
    expect(changed.slice(0, shared)).toEqual(as.slice(0, shared));
    expect(JSON.stringify(recording)).toBe(before);
  });

  it('turns a machine on: the letter arrives', () => {
    const { as, changed } = play({ type: 'power', host: 'mail.island.example', on: true }, HOUR);
    expect([as, changed].map((trace) => has(trace, 'mail.delivered', 'mail.island.example'))).toEqual([false, true]);
  });

  it('turns a machine off: the letter waits', () => {
    const { as, changed } = play({ type: 'power', host: 'mx.partner.example', on: false });
    expect([as, changed].map((trace) => has(trace, 'mail.delivered', 'mx.partner.example'))).toEqual([true, false]);
  });

  it('changes a zone: the letter goes elsewhere', () => {
    const text = '$ORIGIN partner.example.\n$TTL 3600\n@ MX 10 mail.island.example.\nmx A 198.51.100.130\n';
    const { changed } = play({ type: 'zone', apex: 'partner.example', text });
    expect(has(changed, 'mail.delivered', 'mx.partner.example')).toBe(false);
  });

  it('says why a change cannot be made', () => {
    expect(() => play({ type: 'dialect', host: 'smtp.campus.example', dialect: 'none' })).toThrow(ChangeFault);
    expect(() => play({ type: 'zone', apex: 'partner.example', text: '@ MX ten mx\n' })).toThrow(/line 1/);
    expect(() => play({ type: 'power', host: 'nowhere.example', on: false })).toThrow(ChangeFault);
  });

  it('goes on further than the recording, with the change and without', () => {
    const { as, changed } = play({ type: 'dialect', host: 'mx.partner.example', dialect: 'exim-like' }, 0, recording.end + HOUR);
    expect(as.at(-1)!.at).toBeGreaterThan(recording.end);
    expect(changed.at(-1)!.at).toBeGreaterThan(recording.end);
  });
});

describe('the two side by side', () => {
  const { as, changed } = play({ type: 'dialect', host: 'mx.partner.example', dialect: 'exim-like' });
  const { conversations, moves } = comparisonOf(as, changed, enGlass);

  it('are compared conversation by conversation', () => {
    const [own, partner, ...island] = conversations;
    expect(own).toMatchObject({ from: 'ws1', to: 'smtp', carried: false, in: 'both' });
    expect(countDifferences(own!.rows)).toBe(0);
    expect(partner).toMatchObject({ from: 'smtp', to: 'mx', carried: true, in: 'both' });
    expect(countDifferences(partner!.rows)).toBeGreaterThan(0);
    expect(island.map(({ nth, rows }) => [nth, countDifferences(rows)])).toEqual([1, 2, 3, 4, 5].map((nth) => [nth, 0]));
    expect(countDifferences(moves)).toBe(0);
  });

  it('say once what both have, and mark what one has', () => {
    const rows = conversations[1]!.rows;
    const texts = (side: string) => rows.filter((row) => row.in === side).map(({ row }) => row.text);
    expect(texts('both')).toContain('EHLO smtp.campus.example');
    expect(texts('as')[0]).toMatch(/Postfix/);
    expect(texts('changed')[0]).toMatch(/Exim/);
  });

  it('have a conversation that only one of them had', () => {
    const off = play({ type: 'power', host: 'mail.island.example', on: true });
    const island = comparisonOf(off.as, off.changed, enGlass).conversations.filter(({ to }) => to === 'mail');
    expect(island.map((each) => each.in)).toEqual(['both', 'as', 'as', 'as', 'as']);
  });

  it('are aligned so that as many rows as can be stand for both', () => {
    const rows = (text: string) => [...text].map((letter): Row => ({ ...conversations[0]!.rows[0]!.row, id: letter, text: letter }));
    const shown = (a: string, b: string) =>
      aligned(rows(a), rows(b)).map((each) => `${{ both: ' ', as: '-', changed: '+' }[each.in]}${each.row.text}`);
    expect(shown('abcd', 'axcd')).toEqual([' a', '-b', '+x', ' c', ' d']);
    expect(shown('', 'ab')).toEqual(['+a', '+b']);
    expect(shown('ab', '')).toEqual(['-a', '-b']);
  });
});
