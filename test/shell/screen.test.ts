import { describe, expect, it } from 'vitest';
import { append, type TerminalEvent, type TraceEvent } from '../../src/engine/kernel/trace';
import { emptyScreen, foldScreen, screenText, SCROLLBACK } from '../../src/shell/screen';

type Draft = TerminalEvent extends infer T ? (T extends { terminal: string } ? Omit<T, 'terminal'> & { terminal?: string } : never) : never;

function traceOf(...drafts: Draft[]): TraceEvent[] {
  const trace: TraceEvent[] = [];
  for (const draft of drafts) append(trace, 0, { terminal: 't', ...draft } as TerminalEvent);
  return trace;
}

const print = (text: string): Draft => ({ type: 'terminal.print', text, tone: 'plain' });
const edit = (text: string, cursor = text.length): Draft => ({ type: 'terminal.edit', text, cursor });
const enter = (text: string): Draft => ({ type: 'terminal.enter', text });

const show = (...drafts: Draft[]) => screenText(foldScreen(emptyScreen(), traceOf(...drafts), 't'));

describe('the screen', () => {
  it.each<[Draft[], string]>([
    [[], ''],
    [[print('a\nb')], 'a\nb'],
    [[print('$ '), edit('ls')], '$ ls'],
    [[print('$ '), edit('ls'), enter('ls'), print('file\n'), print('$ ')], '$ ls\nfile\n$ '],
    [[edit('NOO'), print('421 bye\n')], '421 bye\nNOO'],
    [[edit('NOO'), print('421 bye\n'), enter('NOO')], '421 bye\nNOO\n'],
    [[print('old\n'), edit('x'), { type: 'terminal.clear' }], 'x'],
    [[{ ...print('elsewhere'), terminal: 'u' }], ''],
    [[{ type: 'terminal.login', host: 'ws1.campus.example', user: 'you' }], ''],
  ])('after %j', (drafts, text) => {
    expect(show(...drafts)).toBe(text);
  });

  it('keeps the place of the cursor', () => {
    expect(foldScreen(emptyScreen(), traceOf(edit('abc', 1)), 't')).toMatchObject({ edit: 'abc', cursor: 1 });
  });

  it('joins text of one tone and keeps tones apart', () => {
    const drafts: Draft[] = [print('a'), print('b'), { type: 'terminal.print', text: 'c\nd', tone: 'error' }];
    expect(foldScreen(emptyScreen(), traceOf(...drafts), 't').lines).toEqual([
      [
        { text: 'ab', tone: 'plain' },
        { text: 'c', tone: 'error' },
      ],
      [{ text: 'd', tone: 'error' }],
    ]);
  });

  it('is the same folded at once or in steps, and never changes an earlier one', () => {
    const trace = traceOf(print('a'), print('b\nc'), edit('x'), enter('xy'), print('d'));
    let screen = emptyScreen();
    const earlier: [object, string][] = [];
    for (const event of trace) {
      earlier.push([screen, JSON.stringify(screen)]);
      screen = foldScreen(screen, [event], 't');
    }
    expect(screen).toEqual(foldScreen(emptyScreen(), trace, 't'));
    for (const [before, text] of earlier) expect(JSON.stringify(before)).toBe(text);
  });

  it('is the same object if nothing concerns it', () => {
    const screen = emptyScreen();
    expect(foldScreen(screen, traceOf({ ...print('x'), terminal: 'u' }), 't')).toBe(screen);
  });

  it('numbers its lines for good, over what it forgets and over a cleared screen', () => {
    const number = (...drafts: Draft[]) => {
      const { lines, dropped } = foldScreen(emptyScreen(), traceOf(...drafts), 't');
      return dropped + lines.length;
    };
    const many = print('line\n'.repeat(SCROLLBACK + 10));
    expect(number(print('a\nb'))).toBe(2);
    expect(number(many, print('b'))).toBe(SCROLLBACK + 11);
    expect(number(many, { type: 'terminal.clear' }, print('$ '))).toBe(SCROLLBACK + 12);
  });

  it('forgets what is far above', () => {
    const { lines } = foldScreen(emptyScreen(), traceOf(print('line\n'.repeat(SCROLLBACK + 10)), print('end')), 't');
    expect(lines).toHaveLength(SCROLLBACK);
    expect(lines.at(-1)).toEqual([{ text: 'end', tone: 'plain' }]);
  });
});
