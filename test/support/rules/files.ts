// The files that the rules look at.

import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

export interface SourceFile {
  /** From the top folder, with slashes: `src/engine/world.ts`. */
  path: string;
  text: string;
}

/** All files below a folder of the project, or only those with one of these extensions (`.ts`). Sorted by path. */
export function filesIn(folder: string, ...extensions: string[]): SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && (extensions.length === 0 || extensions.includes(extname(entry.name))))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: path.split(sep).join('/'), text: readFileSync(path, 'utf8') }));
}

/** The script of a component, or all of any other file. */
export function scriptOf({ path, text }: SourceFile): string {
  if (!path.endsWith('.svelte')) return text;
  return [...text.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map((match) => match[1]).join('\n');
}
