import { describe, expect, it } from 'vitest';
import type { TraceBody, TraceEvent } from '../../../src/engine/kernel/trace';
import { newPainter, paint } from '../../../src/views/terminal/paint';

const ESC = '\x1b';
const HERE = 'term1';

function traceOf(...bodies: TraceBody[]): TraceEvent[] {
  return bodies.map((body, seq) => ({ seq, at: 0, ...body }));
}
const print = (text: string, tone: 'plain' | 'server' | 'note' = 'plain', terminal = HERE): TraceBody => ({
  type: 'terminal.print',
  terminal,
  text,
  tone,
});
const edit = (text: string, cursor = text.length): TraceBody => ({ type: 'terminal.edit', terminal: HERE, text, cursor });
const enter = (text: string): TraceBody => ({ type: 'terminal.enter', terminal: HERE, text });

function draw(trace: TraceEvent[]): string {
  return paint(newPainter(), trace, trace.length, HERE).output;
}

/** Just enough of a terminal to see what the output comes to: text, CR, LF, save, restore, erase below, and colours left out. */
function screenOf(output: string): { lines: string[]; row: number; column: number } {
  let lines = [''];
  let [row, column, savedRow, savedColumn] = [0, 0, 0, 0];
  const plain = output.replace(/\x1b\[[\d;?]*[hmc]/g, '').replace(/\x1bc/g, '');
  for (let i = 0; i < plain.length; i++) {
    const rest = plain.slice(i);
    if (rest.startsWith(`${ESC}7`)) [savedRow, savedColumn, i] = [row, column, i + 1];
    else if (rest.startsWith(`${ESC}8`)) [row, column, i] = [savedRow, savedColumn, i + 1];
    else if (rest.startsWith(`${ESC}[J`)) {
      lines = [...lines.slice(0, row), (lines[row] ?? '').slice(0, column)];
      i += 2;
    } else if (rest.startsWith(`${ESC}[H${ESC}[2J${ESC}[3J`)) {
      [lines, row, column, i] = [[''], 0, 0, i + 10];
    } else if (plain[i] === '\r') column = 0;
    else if (plain[i] === '\n') lines[(row += 1)] ??= '';
    else {
      const line = (lines[row] ?? '').padEnd(column);
      lines[row] = line.slice(0, column) + plain[i] + line.slice(column + 1);
      column += 1;
    }
  }
  return { lines, row, column };
}

describe('what xterm is told to draw', () => {
  it('is the line under edit after the last printed text, with the cursor in its place', () => {
    const trace = traceOf(print('$ '), edit('eco hi', 1), edit('echo hi', 2));
    expect(screenOf(draw(trace))).toEqual({ lines: ['$ echo hi'], row: 0, column: 4 });
  });

  it('puts text that arrives meanwhile before the line under edit', () => {
    const trace = traceOf(print('$ '), enter('telnet'), edit('QU', 1), print('220 hello\n', 'server'));
    expect(screenOf(draw(trace))).toEqual({ lines: ['$ telnet', '220 hello', 'QU'], row: 2, column: 1 });
  });

  it('forgets what was typed before when a shorter line replaces it', () => {
    const trace = traceOf(print('$ '), edit('a long line'), edit('ls'));
    expect(screenOf(draw(trace)).lines).toEqual(['$ ls']);
  });

  it('is empty after clear, but for the line under edit', () => {
    const trace = traceOf(print('much\nmore\n'), edit('abc'), { type: 'terminal.clear', terminal: HERE });
    expect(screenOf(draw(trace))).toEqual({ lines: ['abc'], row: 0, column: 3 });
  });

  it('is the same drawn at once or event by event', () => {
    const trace = traceOf(print('$ '), edit('h', 0), enter('hello'), print('world\n', 'note'), print('$ '), edit('x'));
    let painter = newPainter();
    let output = '';
    for (let count = 1; count <= trace.length; count++) {
      const drawn = paint(painter, trace, count, HERE);
      ({ painter } = drawn);
      output += drawn.output;
    }
    expect(screenOf(output)).toEqual(screenOf(draw(trace)));
    expect(screenOf(output).lines).toEqual(['$ hello', 'world', '$ x']);
  });

  it('leaves out what nobody would see: changes of a line that has changed again since', () => {
    const edits = Array.from({ length: 50 }, (_, i) => edit('x'.repeat(i + 1)));
    expect(draw(traceOf(print('$ '), ...edits))).toBe(draw(traceOf(print('$ '), edits.at(-1)!)));
  });

  it('begins anew when time goes back, or another way', () => {
    const trace = traceOf(print('$ '), enter('one'), print('1\n'), print('$ '), edit('tw'));
    const { painter } = paint(newPainter(), trace, trace.length, HERE);
    expect(paint(painter, trace, 3, HERE).output).toBe(paint(newPainter(), trace, 3, HERE).output);
    const other = [...trace.slice(0, 4), ...traceOf(edit('other')).map((event) => ({ ...event, seq: 4 })), ...traceOf(edit('others'))];
    expect(paint(painter, other, other.length, HERE).output).toBe(draw(other));
    expect(paint(painter, trace, trace.length, HERE).output).toBe('');
  });

  it('is nothing for what concerns other terminals', () => {
    const trace = traceOf(print('$ '), print('not here', 'plain', 'term2'), { type: 'net.open', connection: 1 });
    const { painter } = paint(newPainter(), trace, 1, HERE);
    expect(paint(painter, trace, trace.length, HERE).output).toBe('');
  });

  it('marks a reply that says no, wherever its line begins', () => {
    const red = (text: string) => `${ESC}[31m${text}${ESC}[m`;
    const out = draw(
      traceOf(
        print('250 fine\n550-no\n550 no\n', 'server'),
        print('5501 is not a code\n', 'server'),
        print('250 ', 'server'),
        print('550 x', 'server'),
      ),
    );
    expect(out).toContain(red('550-no'));
    expect(out).toContain(red('550 no'));
    expect(out).not.toContain(red('5501 is not a code'));
    expect(out).not.toContain(red('550 x'));
    expect(draw(traceOf(print('550 in a file\n')))).not.toContain(`${ESC}[31m`);
  });

  it('never hands on a control character, whatever an event holds', () => {
    const hostile = '\x1b]0;title\x07\x1b[2J\x9b31m\u202eevil\r\x08';
    const out = draw(traceOf(print(hostile), edit(hostile, 3), enter(hostile)));
    const own = out.replace(/\x1b(?:[78c]|\[(?:J|m|3[1-5]m|90m|\?2004h))/g, '').replace(/\r\n/g, '');
    expect(own).toMatch(/^[\x20-\x7e]*$/);
    expect(own).toContain('^[]0;title^G');
  });

  describe('of a long past', () => {
    const lines = Array.from({ length: 9 }, (_, i) => [
      print(`${i}a\n${i}b\n`),
      edit(`e${i}`),
      enter(`e${i}`),
      print('other\n', 'plain', 'term2'),
    ]).flat();
    const trace = traceOf(...lines);
    const whole = draw(trace);

    it('is its last lines', () => {
      const { painter, output } = paint({ ...newPainter(), count: 99 }, trace, trace.length, HERE, 4);
      expect(screenOf(output).lines).toEqual(['e7', '8a', '8b', 'e8', '']);
      expect(painter.start).toBeGreaterThan(0);
    });

    it('is all of it if it is shorter', () => {
      expect(paint({ ...newPainter(), count: 99 }, trace, trace.length, HERE, 40).output).toBe(whole);
    });

    it('is not drawn line by line up to a moment far ahead', () => {
      const early = paint(newPainter(), trace, 4, HERE, 4);
      expect(paint(early.painter, trace, trace.length, HERE, 4).output).toBe(
        paint({ ...newPainter(), count: 99 }, trace, trace.length, HERE, 4).output,
      );
      expect(paint(early.painter, trace, trace.length, HERE).painter.start).toBe(0);
    });

    it('goes on from there, and is whole again when all is wanted', () => {
      const some = paint({ ...newPainter(), count: 99 }, trace, trace.length - 4, HERE, 4);
      const on = paint(some.painter, trace, trace.length, HERE, 4);
      expect(screenOf(some.output + on.output).lines.slice(-4)).toEqual(['8a', '8b', 'e8', '']);
      expect(on.painter.start).toBe(some.painter.start);
      expect(paint(on.painter, trace, trace.length, HERE, 1).output).toBe('');
      const more = paint(on.painter, trace, trace.length, HERE, 8);
      expect(screenOf(more.output).lines.slice(-10)).toEqual(['6a', '6b', 'e6', '7a', '7b', 'e7', '8a', '8b', 'e8', '']);
      const all = paint(more.painter, trace, trace.length, HERE);
      expect(all).toMatchObject({ output: whole, painter: { start: 0 } });
    });
  });
});
