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
  edit: string;
  cursor: number;
  /** The text printed last ended with a line feed. */
  atLineStart: boolean;
}

export function newPainter(): Painter {
  return { count: 0, last: undefined, edit: '', cursor: 0, atLineStart: true };
}

/**
 * Draws the first `count` events, of which the painter has drawn some; if those were others, or more, it begins anew. Returns the
 * painter afterwards and the text for xterm, `''` for nothing.
 */
export function paint(
  painter: Painter,
  trace: readonly TraceEvent[],
  count: number,
  terminal: string,
): { painter: Painter; output: string } {
  const from = continues(painter, trace, count) ? painter : newPainter();
  const next = { ...from, count, last: trace[count - 1] };
  let output = from.count === 0 ? RESET + SAVE : '';
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
