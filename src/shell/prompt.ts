// Keys at the prompt: editing, and the keys that mean more than that.

import { record } from '../engine/world';
import type { World } from '../engine/world-types';
import { complete } from './completion';
import { runLine } from './jobs';
import { nextKey, type Key } from './keys';
import { edit, insert } from './line-editor';
import { enterLine, here, print, releaseHeld, showPrompt } from './output';
import type { Terminal } from './types';

/** Plays the next typed key; false if it is not complete yet. */
export function readPromptKey(terminal: Terminal, world: World): boolean {
  const next = nextKey(terminal.typeAhead);
  if (!next) return false;
  terminal.typeAhead = terminal.typeAhead.slice(next.length);
  const { tabbed } = terminal;
  terminal.tabbed = false;
  if (!special(terminal, world, next.key, tabbed)) {
    Object.assign(terminal, edit(terminal, next.key, here(terminal).history));
  }
  return true;
}

/** Does what a key means beyond editing; false if it means nothing beyond. */
function special(terminal: Terminal, world: World, key: Key, tabbed: boolean): boolean {
  const name = key.type === 'key' ? key.name : null;
  const { text } = terminal.edit;
  if (name === 'enter') {
    enterLine(terminal, world);
    runLine(terminal, text, world);
  } else if (name === 'ctrl-c') {
    enterLine(terminal, world, '^C');
    terminal.lastStatus = 130;
    showPrompt(terminal, world);
  } else if (name === 'ctrl-d' && text === '') {
    enterLine(terminal, world);
    runLine(terminal, 'exit', world);
  } else if (name === 'ctrl-l') {
    releaseHeld(terminal, world);
    record(world, { type: 'terminal.clear', terminal: terminal.name });
    showPrompt(terminal, world);
  } else if (name === 'tab') {
    tab(terminal, world, tabbed);
  } else {
    return false;
  }
  return true;
}

/** Completes as far as all candidates agree; a second Tab lists them. */
function tab(terminal: Terminal, world: World, again: boolean): void {
  const { added, candidates } = complete(terminal.edit, here(terminal), world);
  if (added !== '') {
    terminal.edit = insert(terminal.edit, added);
  } else if (candidates.length > 1 && again) {
    print(terminal, world, `${terminal.edit.text}\n`, 'typed');
    print(terminal, world, `${candidates.join('  ')}\n`);
    showPrompt(terminal, world);
  } else {
    terminal.tabbed = candidates.length > 1;
  }
}
