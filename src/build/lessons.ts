// Puts the lessons into the page: `virtual:lessons` is a list of them with a way to fetch each, and every
// lesson is a chunk of its own. What only the linter reads (other right ways, near misses) is left out.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { entryOf } from '../lesson/entry';
import { loadLesson } from '../lesson/load';
import type { LessonFiles } from '../lesson/types';

const LIST = 'virtual:lessons';
const ONE = 'virtual:lesson/';
const FOR_THE_LINTER = ['also.txt', 'miss.txt'];

/** `root` holds the lesson folders. A faulty lesson is left out with a warning: the linter says more. */
export function lessons(root: string): Plugin {
  return {
    name: 'lessons',
    resolveId: (id) => (id === LIST || id.startsWith(ONE) ? `\0${id}` : null),
    load(id) {
      const watch = (path: string) => this.addWatchFile(path);
      if (id.startsWith(`\0${ONE}`)) {
        const folder = id.slice(ONE.length + 1);
        return `export default ${JSON.stringify({ folder, files: filesOf(join(root, folder), watch) })};`;
      }
      if (id !== `\0${LIST}`) return null;
      const listed = foldersIn(root).flatMap((folder) => {
        const loaded = loadLesson(folder, filesOf(join(root, folder), watch));
        if ('lesson' in loaded) return [{ folder, entry: entryOf(loaded.lesson) }];
        const [fault] = loaded.faults;
        this.warn(`lesson ${folder} is left out: ${fault?.file}: ${fault?.field}: ${fault?.message}`);
        return [];
      });
      return listModule(listed.sort((a, b) => a.entry.number - b.entry.number));
    },
  };
}

function listModule(listed: readonly { folder: string; entry: { slug: string } }[]): string {
  const fetchers = listed.map(({ folder, entry }) => `${JSON.stringify(entry.slug)}: () => import(${JSON.stringify(ONE + folder)})`);
  return `export const entries = ${JSON.stringify(listed.map(({ entry }) => entry))};\nexport const fetchers = {${fetchers.join(', ')}};`;
}

function foldersIn(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map(({ name }) => name);
}

function filesOf(folder: string, watch: (path: string) => void): LessonFiles {
  const names = readdirSync(folder).filter((name) => !FOR_THE_LINTER.includes(name) && !name.startsWith('.'));
  const paths = names.map((name) => [name, join(folder, name)] as const);
  for (const [, path] of paths) watch(path);
  return Object.fromEntries(paths.map(([name, path]) => [name, readFileSync(path, 'utf8')]));
}
