import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextKey } from '../../src/shell/keys';
import { edit, type Editor } from '../../src/shell/line-editor';

const empty = (): Editor => ({ edit: { text: '', cursor: 0 }, browsing: null, killed: '' });

function play(raw: string, history: string[] = [], from: Editor = empty()): Editor {
  let editor = from;
  let rest = raw;
  for (let next = nextKey(rest); rest !== '' && next; next = nextKey(rest)) {
    rest = rest.slice(next.length);
    editor = edit(editor, next.key, history);
  }
  return editor;
}

/** The line with `|` where the cursor is. */
const shown = ({ edit: { text, cursor } }: Editor) => `${text.slice(0, cursor)}|${text.slice(cursor)}`;

const [LEFT, RIGHT, UP, DOWN, HOME, END, DELETE] = ['\x1b[D', '\x1b[C', '\x1b[A', '\x1b[B', '\x1b[H', '\x1b[F', '\x1b[3~'];
const [WORD_LEFT, WORD_RIGHT] = ['\x1b[1;5D', '\x1b[1;5C'];

describe('editing at the prompt', () => {
  it.each([
    ['abc', 'abc|'],
    [`abc${LEFT}x`, 'abx|c'],
    [`abc${LEFT}${LEFT}${LEFT}${LEFT}`, '|abc'],
    [`abc${RIGHT}`, 'abc|'],
    [`abc${HOME}x${END}y`, 'xabcy|'],
    [`abc\x01x\x05y`, 'xabcy|'],
    [`abc\x02\x02\x06`, 'ab|c'],
    [`abc\x7f`, 'ab|'],
    [`abc${HOME}\x7f`, '|abc'],
    [`abc${HOME}${DELETE}`, '|bc'],
    [`abc${HOME}\x04`, '|bc'],
    [`abc${DELETE}`, 'abc|'],
    [`dig  campus.example MX${WORD_LEFT}${WORD_LEFT}`, 'dig  campus.|example MX'],
    [`dig  campus${HOME}${WORD_RIGHT}${WORD_RIGHT}`, 'dig  campus|'],
    [`a b\x1bbx\x1bfy`, 'a xby|'],
    [`rm a b\x17`, 'rm a |'],
    [`mail you@campus.example  \x17`, 'mail |'],
    [`abc${LEFT}\x15`, '|c'],
    [`abc${LEFT}${LEFT}\x0b`, 'a|'],
    [`abc\x15x\x19`, 'xabc|'],
    [`one two\x01\x1bd\x05\x19`, ' twoone|'],
    [`ab\x14`, 'ba|'],
    [`abc${LEFT}\x14`, 'acb|'],
    [`a\x01\x14`, '|a'],
    [`\x14`, '|'],
  ])('%j', (raw, line) => {
    expect(shown(play(raw))).toBe(line);
  });

  it.each([
    ['文字', '文|字'],
    ['a😀', 'a|😀'],
    ['ae\u0301', 'a|e\u0301'],
    ['x👩‍🚀', 'x|👩‍🚀'],
    ['x👍🏽', 'x|👍🏽'],
    ['🇬🇧🇮🇪', '🇬🇧|🇮🇪'],
    ['\u0301', '|\u0301'],
  ])('passes one thing of %j at a time', (text, line) => {
    const moved = play(LEFT, [], play(text));
    expect(shown(moved)).toBe(line);
    expect(shown(play(RIGHT, [], moved))).toBe(`${text}|`);
    expect(shown(play('\x7f', [], play(text)))).toBe(line.slice(0, line.indexOf('|') + 1));
  });

  it('keeps the line that was being typed while it walks through the history', () => {
    const history = ['first', 'second'];
    const at = (raw: string) => shown(play(raw, history));
    expect(at(`dra${UP}`)).toBe('second|');
    expect(at(`dra${UP}${UP}${UP}`)).toBe('first|');
    expect(at(`dra${UP}${UP}${DOWN}`)).toBe('second|');
    expect(at(`dra${UP}${UP}${DOWN}${DOWN}`)).toBe('dra|');
    expect(at(`dra${DOWN}ft`)).toBe('draft|');
    expect(at(`\x10\x10\x0e!`)).toBe('second!|');
  });

  it('never loses the cursor', () => {
    const key = fc.constantFrom(
      LEFT,
      RIGHT,
      UP,
      DOWN,
      HOME,
      END,
      DELETE,
      WORD_LEFT,
      WORD_RIGHT,
      '\x7f',
      '\x14',
      '\x15',
      '\x17',
      '\x19',
      '\x0b',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(key, fc.string({ unit: 'grapheme' }))), (parts) => {
        let editor = empty();
        for (const part of parts) {
          editor = play(part, ['one', 'zwei 文'], editor);
          const { text, cursor } = editor.edit;
          expect(cursor).toBeGreaterThanOrEqual(0);
          expect(cursor).toBeLessThanOrEqual(text.length);
          expect(/[\ud800-\udbff]$/.test(text.slice(0, cursor))).toBe(false);
        }
      }),
    );
  });
});
