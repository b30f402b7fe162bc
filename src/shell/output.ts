// What reaches the screen. Text goes to the trace with its controls made visible; the line under edit goes
// there whenever it looks different from before.

import type { Bytes } from '../engine/kernel/bytes';
import type { Tone } from '../engine/kernel/trace';
import { visible, visibleText } from '../engine/kernel/visible';
import { record } from '../engine/world';
import type { World } from '../engine/world-types';
import { homeOf } from './files';
import type { EditLine, Login, Terminal } from './types';

const SHOWN_AS_IS = '\n\t';

/** Where this terminal is. */
export function here(terminal: Terminal): Login {
  return terminal.logins[terminal.logins.length - 1]!;
}

/** Shows text. Line feed and tab act; every other control is made visible. */
export function print(terminal: Terminal, world: World, text: string, tone: Tone = 'plain'): void {
  releaseHeld(terminal, world);
  emit(terminal, world, visibleText(text, SHOWN_AS_IS), tone);
}

/** Shows octets from a wire or a file. CR LF is a line end; a CR alone and octets that are no text are made visible. */
export function printBytes(terminal: Terminal, world: World, bytes: Bytes, tone: Tone = 'plain'): void {
  const all = terminal.heldOutput + bytes;
  const held = heldLength(all);
  terminal.heldOutput = all.slice(all.length - held);
  emit(terminal, world, showable(all.slice(0, all.length - held)), tone);
}

/** Shows what waited for more octets that will not come now. */
export function releaseHeld(terminal: Terminal, world: World): void {
  const { heldOutput } = terminal;
  terminal.heldOutput = '';
  emit(terminal, world, showable(heldOutput), 'plain');
}

/** Shows `you@ws1:~$ `. The line under edit stands behind it. */
export function showPrompt(terminal: Terminal, world: World): void {
  print(terminal, world, prompt(here(terminal)), 'prompt');
}

/** The edited line became printed text with a line end. */
export function enterLine(terminal: Terminal, world: World, suffix = ''): void {
  releaseHeld(terminal, world);
  const text = visibleText(terminal.edit.text, '\t') + suffix;
  terminal.cause = record(world, { type: 'terminal.enter', terminal: terminal.name, text });
  terminal.edit = { text: '', cursor: 0 };
  terminal.shown = { text: '', cursor: 0 };
  terminal.browsing = null;
}

/** Records the line under edit if it looks different from what was last recorded. */
export function showEdit(terminal: Terminal, world: World): void {
  const { text, cursor } = terminal.edit;
  const shown: EditLine = { text: visibleText(text, '\t'), cursor: visibleText(text.slice(0, cursor), '\t').length };
  if (shown.text === terminal.shown.text && shown.cursor === terminal.shown.cursor) return;
  terminal.shown = shown;
  record(world, { type: 'terminal.edit', terminal: terminal.name, ...shown });
}

function prompt({ host, user, directory }: Login): string {
  const home = homeOf(user);
  const place = directory === home || directory.startsWith(`${home}/`) ? `~${directory.slice(home.length)}` : directory;
  return `${user}@${host.split('.')[0]}:${place}${user === 'root' ? '#' : '$'} `;
}

function emit(terminal: Terminal, world: World, text: string, tone: Tone): void {
  if (text !== '') record(world, { type: 'terminal.print', terminal: terminal.name, text, tone });
}

const showable = (bytes: Bytes) => visible(bytes.replaceAll('\r\n', '\n'), SHOWN_AS_IS);

/** How many octets at the end may still become something else: a CR, or the head of a UTF-8 sequence. */
function heldLength(bytes: Bytes): number {
  if (bytes.endsWith('\r')) return 1;
  for (let n = 1; n <= Math.min(3, bytes.length); n++) {
    const code = bytes.charCodeAt(bytes.length - n);
    if (code >= 0xc0) return n < (code >= 0xf0 ? 4 : code >= 0xe0 ? 3 : 2) && code < 0xf8 ? n : 0;
    if (code < 0x80) return 0;
  }
  return 0;
}
