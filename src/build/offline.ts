// Builds the worker that makes the page work offline, after everything else, with a list of all files that
// came out, those of public/ included, but not the schemas, which only editors read. A file whose name does not say its
// version has its hash in the list.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin, type ResolvedConfig } from 'vite';

const WORKER = 'worker.js';

export interface PageFile {
  url: string;
  /** Null if another content would have another name. */
  revision: string | null;
}

/** `entry` is the source of the worker; it finds the list as `__FILES__`. */
export function offline(entry: string): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'offline',
    apply: 'build',
    configResolved: (resolved) => void (config = resolved),
    closeBundle: async () => {
      const { outDir, assetsDir, target } = config.build;
      const folder = resolve(config.root, outDir);
      await build({
        configFile: false,
        root: config.root,
        publicDir: false,
        logLevel: 'warn',
        define: { __FILES__: JSON.stringify(filesIn(folder, `${assetsDir}/`)) },
        build: {
          target,
          outDir,
          emptyOutDir: false,
          rolldownOptions: { input: entry, output: { format: 'iife', entryFileNames: WORKER } },
        },
      });
    },
  };
}

/** All files below a folder, by their address in the page. Names below `hashed` hold a hash of the content. */
export function filesIn(folder: string, hashed: string): PageFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name !== WORKER && statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !name.startsWith('schema/'))
    .sort()
    .map((url) => ({ url, revision: url.startsWith(hashed) ? null : hash(join(folder, url)) }));
}

function hash(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 20);
}
