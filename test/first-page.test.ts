// The first page loads what it shows and no more: the lab, what reads lessons and the terminal come later.

import { describe, expect, it } from 'vitest';
import { first } from '../src/messages/first';
import { reachOf, staticImports } from './support/rules/reach';

const { files, packages } = reachOf('src/main.ts');
const KEY = /\bt\((?:'([\w.]+)'|`([\w.]+)\.\$\{)/g;

describe('the first page', () => {
  it('does without the lab', () => {
    expect(files.map(({ path }) => path)).toContain('src/views/StartPage.svelte');
    expect(files.filter(({ path }) => /^src\/(engine|shell|lesson|lab)\/(?!entry)/.test(path)).map(({ path }) => path)).toEqual([]);
  });

  it('does without what reads lessons and what draws a terminal', () => {
    expect([...packages].filter((name) => /^(marked|valibot|@xterm|@noble|@xstate)/.test(name))).toEqual([]);
  });

  it('has every sentence that it says', () => {
    const said = files.flatMap(({ text }) => [...text.matchAll(KEY)].map(([, key, head]) => key ?? `${head}.`));
    expect(said.length).toBeGreaterThan(30);
    expect(
      said.filter((key) => !Object.keys(first).some((known) => known === key || (key.endsWith('.') && known.startsWith(key)))),
    ).toEqual([]);
  });
});

describe('what is loaded with a module', () => {
  it.each([
    ["import './a.css';", ['./a.css']],
    ["import A, { type B } from './a';", ['./a']],
    ["export { a } from './a';", ['./a']],
    ["import type { B } from './a';", []],
    ["import { type B, type C } from './a';", []],
    ["export type { B } from './a';", []],
    ["const a = () => import('./a');", []],
  ])('%s', (text, expected) => {
    expect(staticImports({ path: 'src/a.ts', text })).toEqual(expected);
  });

  it('is more than itself', () => {
    expect(reachOf('src/app/language.ts').files.map(({ path }) => path)).toContain('src/messages/en-page.ts');
    expect([...reachOf('src/views/terminal/xterm.ts').packages]).toContain('@xterm/xterm');
  });
});
