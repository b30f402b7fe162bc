// Trace events of one terminal as what xterm is told to draw. Everything xterm ever gets is made here:
// text that is safe to show, colours, and the few movements that redraw the line under edit, which
// stands after the last printed text (shell/screen.ts shows the same without xterm).

import type { Tone, TraceEvent } from '../../engine/kernel/trace';
import { visibleText } from '../../engine/kernel/visible';
import { refusalIn } from './refusal';
import { continues, type Folded } from '../project/fold';

/** Ask for pasted text in brackets, so that the shell can tell it from typing; and start with a clean screen. */
const RESET = '\x1bc\x1b[?2004h';
/** Where the line under edit begins. */
const SAVE = '\x1b7';
const TO_EDIT = '\x1b8';
const ERASE_BELOW = '\x1b[J';
const CLEAR = '\x1b[H\x1b[2J\x1b[3J';
const PLAIN = '\x1b[m';

const COLOUR: Record<Tone, string> = {
  plain: '',
  prompt: '\x1b[32m',
  typed: '\x1b[34m',
  server: '\x1b[35m',
  error: '\x1b[31m',
  note: '\x1b[90m',
};

export interface Painter extends Folded {
  /** What was printed before this event is not on the screen; 0 if all of it is. */
  start: number;
  edit: string;
  cursor: number;
  /** The text printed last ended with a line feed. */
  atLineStart: boolean;
}

export function newPainter(): Painter {
  return { start: 0, count: 0, last: undefined, edit: '', cursor: 0, atLineStart: true };
}

/**
 * Draws the first `count` events, of which the painter has drawn some. If those were others, or more, or not the last `lines`
 * lines, it begins anew with these. Returns the painter afterwards and the text for xterm, `''` for nothing.
 */
export function paint(
  painter: Painter,
  trace: readonly TraceEvent[],
  count: number,
  terminal: string,
  lines = Infinity,
): { painter: Painter; output: string } {
  const start = startOfLines(trace, count, terminal, lines);
  const reaches = painter.start <= start && start <= painter.count;
  const goesOn = reaches && continues(painter, trace, count);
  const from = goesOn ? painter : { ...newPainter(), start, count: start };
  const next = { ...from, count, last: trace[count - 1] };
  let output = from.count === from.start ? RESET + SAVE : '';
  // Of many changes of the line under edit only the last one is ever seen.
  let stale = false;
  for (let i = from.count; i < count; i++) {
    const event = trace[i]!;
    if (!('terminal' in event) || event.terminal !== terminal) continue;
    switch (event.type) {
      case 'terminal.print':
        output += TO_EDIT + ERASE_BELOW + coloured(event.text, event.tone, next.atLineStart) + SAVE;
        next.atLineStart = event.text === '' ? next.atLineStart : event.text.endsWith('\n');
        stale = true;
        break;
      case 'terminal.edit':
        next.edit = event.text;
        next.cursor = event.cursor;
        stale = true;
        break;
      case 'terminal.enter':
        next.edit = '';
        next.cursor = 0;
        next.atLineStart = true;
        output += `${TO_EDIT}${ERASE_BELOW}${coloured(event.text, 'typed', false)}\r\n${SAVE}`;
        stale = false;
        break;
      case 'terminal.clear':
        next.atLineStart = true;
        output += CLEAR + SAVE;
        stale = true;
        break;
      default:
    }
  }
  if (stale) output += TO_EDIT + ERASE_BELOW + edited(next);
  return { painter: next, output };
}

/** Index of the event with which the last `lines` lines of a terminal begin; 0 if there are no more. */
function startOfLines(trace: readonly TraceEvent[], count: number, terminal: string, lines: number): number {
  let found = 0;
  for (let i = count - 1; i >= 0 && lines < Infinity; i--) {
    const event = trace[i]!;
    const ended = 'terminal' in event && event.terminal === terminal ? linesEndedBy(event) : 0;
    if (ended > 0 && found >= lines) return i + 1;
    found += ended;
  }
  return 0;
}

/** Lines ended by an event, if after it a new one begins. */
function linesEndedBy(event: TraceEvent): number {
  if (event.type === 'terminal.enter') return 1;
  return event.type === 'terminal.print' && event.text.endsWith('\n') ? event.text.split('\n').length - 1 : 0;
}

/** The line under edit, and once more up to the cursor, which thereby stands where it should, however the line wraps. */
function edited({ edit, cursor }: Painter): string {
  if (edit === '') return '';
  const whole = coloured(edit, 'typed', false);
  return cursor === edit.length ? whole : whole + TO_EDIT + coloured(edit.slice(0, cursor), 'typed', false);
}

function coloured(text: string, tone: Tone, atLineStart: boolean): string {
  return text
    .split('\n')
    .map((line, i) => {
      const refused = tone === 'server' && (i > 0 || atLineStart) && refusalIn(line) !== null;
      const colour = COLOUR[refused ? 'error' : tone];
      const safe = visibleText(line, '\t');
      return colour === '' || safe === '' ? safe : colour + safe + PLAIN;
    })
    .join('\r\n');
}
