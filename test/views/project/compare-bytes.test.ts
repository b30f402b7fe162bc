import { describe, expect, it } from 'vitest';
import { findFolder } from '../../../src/cli/read-lesson';
import { createLab } from '../../../src/lab/lab';
import { playLine } from '../../../src/lab/play-script';
import { loadLesson } from '../../../src/lesson/load';
import { compareLetter, LINES_COMPARED } from '../../../src/views/project/compare-bytes';

const OPENING = ['telnet mx1.campus.example 25', 'EHLO ws1.campus.example'];
const ENVELOPE = ['MAIL FROM:<you@campus.example>', 'RCPT TO:<ada@campus.example>', 'DATA'];

/** What is compared after these lines in lesson 3, as `sent > stored` and what it is. */
function comparison(...lines: string[]) {
  const { name, files } = findFolder('envelope-letter-and-bytes');
  const loaded = loadLesson(name, files);
  if ('faults' in loaded) throw new Error(JSON.stringify(loaded.faults));
  const lab = createLab(loaded.lesson, 1);
  for (const text of lines) playLine(lab, 'main', { type: 'line', text });
  return compareLetter(lab.world.trace, lab.world.trace.length);
}
const rows = (...lines: string[]) => comparison(...lines)?.lines.map(({ sent, stored, what }) => [sent, stored, what]);

describe('what was sent beside what was stored', () => {
  it('differs by the dots', () => {
    expect(rows(...OPENING, ...ENVELOPE, 'Subject: dots', '', '..', '...', 'no dot', '.one', '.')).toEqual([
      ['..', '.', 'dot'],
      ['...', '..', 'dot'],
      ['no dot', 'no dot', 'same'],
      ['.one', 'one', 'dot'],
      ['.', null, 'end'],
    ]);
  });

  it('is half a picture while the letter is being written', () => {
    expect(comparison(...OPENING, ...ENVELOPE, 'Subject: dots', '', '..')).toEqual({
      lines: [{ sent: '..', stored: null, what: 'same' }],
      more: 0,
      stored: false,
    });
    expect(comparison(...OPENING, ...ENVELOPE)?.lines).toEqual([]);
  });

  it('begins with the text, with and without a header and an empty line', () => {
    expect(rows(...OPENING, ...ENVELOPE, '', '..', '.')).toEqual([['..', '.', 'dot'], ['.', null, 'end']]); // prettier-ignore
    expect(rows(...OPENING, ...ENVELOPE, 'Subject: x', 'text', '.')).toEqual([['text', 'text', 'same'], ['.', null, 'end']]); // prettier-ignore
    expect(rows(...OPENING, ...ENVELOPE, 'Subject: x', '.')).toEqual([['.', null, 'end']]);
  });

  it('is about the letter begun last', () => {
    expect(rows(...OPENING, ...ENVELOPE, '', 'one', '.', ...ENVELOPE, '', 'two', '.', 'NOOP')?.[0]).toEqual(['two', 'two', 'same']);
    expect(comparison(...OPENING)).toBeNull();
  });

  it('is bounded', () => {
    const many = Array.from({ length: LINES_COMPARED + 7 }, (_, i) => `line ${i}`);
    const result = comparison(...OPENING, ...ENVELOPE, '', ...many, '.');
    expect(result?.more).toBe(7);
    expect(result?.lines).toHaveLength(LINES_COMPARED + 1);
  });
});
