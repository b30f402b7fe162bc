import { describe, expect, it } from 'vitest';
import { annotate, parseTranscript } from './transcript';

const parse = (...lines: string[]) => parseTranscript('x.txt', lines.join('\n') + '\n');

describe('parseTranscript', () => {
  it('reads head, steps and stored letter', () => {
    const read = parse(
      '# title: A title: with a colon',
      '# service: smtp-small',
      '# quiet: 1.5',
      'S: 220 hello',
      'C: EHLO x',
      'S: 250-a',
      'S: 250 b',
      'C: QUIT ',
      'S: 221 Bye',
      'S-CLOSE',
      'DELIVERED ada',
      'D: Subject: é',
      'D:',
      'D!: 0d0a',
    );
    expect(read).toMatchObject({ title: 'A title: with a colon', service: 'smtp-small', quiet: 1500 });
    expect(read.steps).toEqual([
      { line: 0, does: 'connect', lines: [], expected: '220 hello\r\n', serverCloses: false },
      { line: 5, does: 'send', lines: ['EHLO x\r\n'], expected: '250-a\r\n250 b\r\n', serverCloses: false },
      { line: 8, does: 'send', lines: ['QUIT \r\n'], expected: '221 Bye\r\n', serverCloses: true },
    ]);
    expect(read.delivered).toEqual({ ada: 'Subject: \xc3\xa9\r\n\r\n\r\n' });
  });

  it('gathers what goes out in one write', () => {
    const read = parse('C+: a', 'C\\n+:', 'C!+: 00ff', 'C\\n: .', 'S\\n: x', 'S~: y');
    expect(read.steps[1]).toEqual({
      line: 4,
      does: 'send',
      lines: ['a\r\n', '\n', '\0\xff', '.\n'],
      expected: 'x\ny',
      serverCloses: false,
    });
  });

  it('hands lines that nobody waited for to the WAIT or CLOSE after them', () => {
    const read = parse('C+: a', 'CLOSE', 'WAIT', 'S: 421 x', 'TLS');
    expect(read.steps.slice(1).map((step) => [step.does, step.lines, step.expected])).toEqual([
      ['close', ['a\r\n'], ''],
      ['wait', [], '421 x\r\n'],
      ['tls', [], ''],
    ]);
  });

  it.each([
    ['X: y', 'x.txt:1: cannot read line: X: y'],
    ['D: text', 'x.txt:1: no DELIVERED before it: D: text'],
    ['C!: 0', 'x.txt:1: not hexadecimal: C!: 0'],
    ['C+: a\nS: 250', 'x.txt:2: the client has not finished its write: S: 250'],
  ])('refuses %j', (text, message) => {
    expect(() => parse(text)).toThrow(new SyntaxError(message));
  });
});

describe('annotate', () => {
  it('marks the line and says why', () => {
    expect(annotate(parse('S: 220 x', 'C: a', 'S: 250 b'), [{ line: 2, text: ['expected 250', 'got 500'] }])).toBe(
      '   S: 220 x\n>> C: a\n      | expected 250\n      | got 500\n   S: 250 b',
    );
  });
});
