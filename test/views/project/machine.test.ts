import { describe, expect, it } from 'vitest';
import type { TraceBody } from '../../../src/engine/kernel/trace';
import { createLab } from '../../../src/lab/lab';
import { playLine } from '../../../src/lab/play-script';
import { loadLesson } from '../../../src/lesson/load';
import { hideText, withoutWords, wordless } from '../../../src/views/project/machine';
import { foldScreen, emptyScreen, screenText } from '../../../src/shell/screen';
import { findFolder } from '../../../src/cli/read-lesson';
import { traceOf } from '../../lesson/events';

describe('the words of replies', () => {
  it.each([
    ['250 OK\n', '250 ····\n'],
    ['250-mx1.campus.example\n250-SIZE 10\n250 HELP\n', '250-····\n250-····\n250 ····\n'],
    ['550 5.1.1 <nobody@campus.example>: no such user here\n', '550 5.1.1 ····\n'],
    ['250 2.0.0\n', '250 2.0.0\n'],
    ['250 \n', '250 \n'],
    ['250 5.1.10x is a word', '250 ····'],
    ['no reply at all\n', '····\n'],
    ['\n', '\n'],
  ])('%j', (text, hidden) => {
    expect(hideText(text)).toBe(hidden);
  });

  const lab = () => {
    const { name, files } = findFolder('three-digits');
    const loaded = loadLesson(name, files);
    if ('faults' in loaded) throw new Error(JSON.stringify(loaded.faults));
    const played = createLab(loaded.lesson, 1);
    const lines = [
      'telnet mx1.campus.example 25',
      'EHLO ws1.campus.example',
      'MAIL FROM:<you@campus.example>',
      'RCPT TO:<nobody@campus.example>',
    ];
    for (const text of lines) playLine(played, 'main', { type: 'line', text });
    return played;
  };

  it('are gone from terminal and conversation, and all else is as it was', () => {
    const { trace } = lab().world;
    const seen = trace.map(withoutWords);
    expect(screenText(foldScreen(emptyScreen(), seen, 'main'))).toMatch(
      /\n220 ····\nEHLO ws1\.campus\.example\n(250-····\n)+250 ····\nMAIL FROM:<you@campus\.example>\n250 2\.1\.0 ····\nRCPT TO:<nobody@campus\.example>\n550 5\.1\.1 ····\n/,
    );
    seen.forEach((event, i) => {
      const original = trace[i]!;
      expect({ ...event, lines: null, wire: null, bytes: null, text: null }).toEqual({
        ...original,
        lines: null,
        wire: null,
        bytes: null,
        text: null,
      });
      if (event.type === 'smtp.exchange' && original.type === 'smtp.exchange') expect(event.lines.length).toBe(original.lines.length);
    });
    const sentBy = (events: typeof seen, side: string) =>
      events.flatMap((event) => (event.type === 'net.bytes' && event.side === side ? [event.bytes] : [])).join('');
    expect(sentBy(seen, 'client')).toBe(sentBy(trace, 'client'));
    expect(sentBy(seen, 'server')).toBe(
      seen.flatMap((event) => ('wire' in event && event.type !== 'smtp.content' ? [event.wire] : [])).join(''),
    );
  });

  it('are taken out once: what was made stays the same', () => {
    const { trace } = lab().world;
    const first = wordless(null, trace, 5);
    const early = [...first.trace];
    const later = wordless(first, trace, trace.length);
    expect(later.trace.slice(0, 5).every((event, i) => event === early[i])).toBe(true);
    expect(later.trace).toEqual(trace.map(withoutWords));
    expect(later.trace.some((event, i) => event === trace[i])).toBe(false);
    expect(wordless(later, [...trace], 3).trace).toHaveLength(3);
  });

  it('are all that is taken from a notice; what has none stays itself', () => {
    const notice: TraceBody = {
      type: 'smtp.notice',
      connection: 1,
      host: 'mx',
      wire: '421 mx bye\r\n',
      state: 'ready',
      code: 421,
      lines: ['mx bye'],
      reason: 'timeout',
    };
    const [event, other] = traceOf(notice, { type: 'net.open', connection: 1 });
    expect(withoutWords(event!)).toMatchObject({ code: 421, lines: ['····'], wire: '421 \xc2\xb7\xc2\xb7\xc2\xb7\xc2\xb7\r\n' });
    expect(withoutWords(other!)).toBe(other);
  });
});
