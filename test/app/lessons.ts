// The lessons of this repository for tests of the page, read as the build reads them.

import { readdirSync, readFileSync } from 'node:fs';
import { readCatalogue, type Catalogue } from '../../src/app/lessons';

const ROOT = new URL('../../lessons/', import.meta.url);

export function lessonFiles(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const folder of readdirSync(ROOT, { withFileTypes: true })) {
    if (!folder.isDirectory()) continue;
    const path = new URL(`${folder.name}/`, ROOT);
    for (const name of readdirSync(path)) files[`/lessons/${folder.name}/${name}`] = readFileSync(new URL(name, path), 'utf8');
  }
  return files;
}

export const catalogue: Catalogue = readCatalogue(lessonFiles());
