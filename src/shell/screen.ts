// What a terminal shows, as a fold over the trace. The line under edit always stands after the last
// printed text; text printed meanwhile goes before it.

import type { Tone, TraceEvent } from '../engine/kernel/trace';

/** A run of text in one tone. */
export interface Span {
  text: string;
  tone: Tone;
}

export interface Screen {
  /** Printed lines, oldest first; the last one is open. Empty lines have no spans. */
  lines: readonly Line[];
  /** How many lines were there before these: with it every line has a number that stays. */
  dropped: number;
  /** The line under edit, after the last printed text. */
  edit: string;
  /** Place in `edit`, in code units. */
  cursor: number;
}

export type Line = readonly Span[];
type Draft = { lines: Line[]; dropped: number; edit: string; cursor: number };

/** The most lines kept. */
export const SCROLLBACK = 5000;

export function emptyScreen(): Screen {
  return { lines: [[]], dropped: 0, edit: '', cursor: 0 };
}

/** The screen of one terminal after more events. Gives the same object back if none of them concerns it. */
export function foldScreen(screen: Screen, events: readonly TraceEvent[], terminal: string): Screen {
  let next: Draft | null = null;
  for (const event of events) {
    if (!('terminal' in event) || event.terminal !== terminal) continue;
    next ??= { ...screen, lines: screen.lines.slice() };
    switch (event.type) {
      case 'terminal.print':
        print(next.lines, event.text, event.tone);
        break;
      case 'terminal.edit':
        next.edit = event.text;
        next.cursor = event.cursor;
        break;
      case 'terminal.enter':
        print(next.lines, `${event.text}\n`, 'typed');
        next.edit = '';
        next.cursor = 0;
        break;
      case 'terminal.clear':
        next.dropped += next.lines.length;
        next.lines = [[]];
        break;
      default:
    }
  }
  if (!next) return screen;
  const excess = Math.max(0, next.lines.length - SCROLLBACK);
  return { ...next, lines: next.lines.slice(excess), dropped: next.dropped + excess };
}

/** Appends to the last line. Finished lines are shared with the screen before. */
function print(lines: Line[], text: string, tone: Tone): void {
  const [first = '', ...more] = text.split('\n');
  lines[lines.length - 1] = extended(lines.at(-1) ?? [], first, tone);
  for (const part of more) lines.push(extended([], part, tone));
}

function extended(line: Line, text: string, tone: Tone): Line {
  const last = line.at(-1);
  if (text === '') return line;
  return last?.tone === tone ? [...line.slice(0, -1), { text: last.text + text, tone }] : [...line, { text, tone }];
}

/** The screen as plain text, lines separated by `\n`. */
export function screenText(screen: Screen): string {
  return screen.lines.map((line) => line.map((span) => span.text).join('')).join('\n') + screen.edit;
}
