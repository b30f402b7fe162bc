// Editing a line at the prompt, as readline does it. Pure: a line and a key in, a line out. Keys that
// mean more than editing (Enter, Tab, ^C, ^D on an empty line, ^L) are the terminal's business.

import { after, before } from './clusters';
import type { Key, KeyName } from './keys';
import type { EditLine, Terminal } from './types';

export type Editor = Pick<Terminal, 'edit' | 'browsing' | 'killed'>;

type Action = (editor: Editor, history: readonly string[]) => Editor;

/** The editor after a key. A key that edits nothing gives the same editor back. */
export function edit(editor: Editor, key: Key, history: readonly string[]): Editor {
  if (key.type === 'text') return { ...editor, edit: insert(editor.edit, key.text) };
  return BINDINGS[key.name]?.(editor, history) ?? editor;
}

/** The line with `text` put in at the cursor. */
export function insert({ text, cursor }: EditLine, added: string): EditLine {
  return { text: text.slice(0, cursor) + added + text.slice(cursor), cursor: cursor + added.length };
}

const move =
  (to: (line: EditLine) => number): Action =>
  (editor) => ({ ...editor, edit: { text: editor.edit.text, cursor: to(editor.edit) } });

/** Removes what lies between the cursor and another place. */
function cutTo(editor: Editor, to: number, keep: boolean): Editor {
  const { text, cursor } = editor.edit;
  const [from, end] = to < cursor ? [to, cursor] : [cursor, to];
  const line = { text: text.slice(0, from) + text.slice(end), cursor: from };
  return { ...editor, edit: line, killed: keep && from < end ? text.slice(from, end) : editor.killed };
}

const kill =
  (to: (line: EditLine) => number): Action =>
  (editor) =>
    cutTo(editor, to(editor.edit), true);
const remove =
  (to: (line: EditLine) => number): Action =>
  (editor) =>
    cutTo(editor, to(editor.edit), false);

const WORD = /[\p{L}\p{N}\p{M}]/u;
const BLANK = /\s/u;

/** Back over what does not match, then over what does. */
function backOver({ text, cursor }: EditLine, inWord: (character: string) => boolean): number {
  let at = cursor;
  while (at > 0 && !inWord(text.slice(before(text, at), at))) at = before(text, at);
  while (at > 0 && inWord(text.slice(before(text, at), at))) at = before(text, at);
  return at;
}

const isWord = (character: string) => WORD.test(character);
const start = () => 0;
const end = ({ text }: EditLine) => text.length;
const left = ({ text, cursor }: EditLine) => before(text, cursor);
const right = ({ text, cursor }: EditLine) => after(text, cursor);
const wordLeft = (line: EditLine) => backOver(line, isWord);
const blankLeft = (line: EditLine) => backOver(line, (character) => !BLANK.test(character));

function wordRight({ text, cursor }: EditLine): number {
  let at = cursor;
  while (at < text.length && !isWord(text.slice(at, after(text, at)))) at = after(text, at);
  while (at < text.length && isWord(text.slice(at, after(text, at)))) at = after(text, at);
  return at;
}

/** ^T: exchanges the two things around the cursor, or the last two at the end of the line. */
function transpose(editor: Editor): Editor {
  const { text, cursor } = editor.edit;
  const middle = cursor === text.length ? before(text, cursor) : cursor;
  const from = before(text, middle);
  const until = after(text, middle);
  if (middle === 0) return editor;
  const swapped = text.slice(0, from) + text.slice(middle, until) + text.slice(from, middle) + text.slice(until);
  return { ...editor, edit: { text: swapped, cursor: until } };
}

/** Steps through the history; the line that was being typed is kept as the newest entry. */
function browse(editor: Editor, history: readonly string[], by: number): Editor {
  const { index, draft } = editor.browsing ?? { index: history.length, draft: editor.edit.text };
  const next = index + by;
  if (next < 0 || next > history.length) return editor;
  const text = history[next] ?? draft;
  return { ...editor, edit: { text, cursor: text.length }, browsing: next === history.length ? null : { index: next, draft } };
}

const older: Action = (editor, history) => browse(editor, history, -1);
const newer: Action = (editor, history) => browse(editor, history, 1);
const yank: Action = (editor) => ({ ...editor, edit: insert(editor.edit, editor.killed) });

const BINDINGS: Partial<Record<KeyName, Action>> = {
  left: move(left),
  'ctrl-b': move(left),
  right: move(right),
  'ctrl-f': move(right),
  home: move(start),
  'ctrl-a': move(start),
  end: move(end),
  'ctrl-e': move(end),
  wordLeft: move(wordLeft),
  'alt-b': move(wordLeft),
  wordRight: move(wordRight),
  'alt-f': move(wordRight),
  backspace: remove(left),
  delete: remove(right),
  'ctrl-d': remove(right),
  'ctrl-u': kill(start),
  'ctrl-k': kill(end),
  'ctrl-w': kill(blankLeft),
  'alt-d': kill(wordRight),
  'ctrl-y': yank,
  'ctrl-t': transpose,
  up: older,
  'ctrl-p': older,
  down: newer,
  'ctrl-n': newer,
};
