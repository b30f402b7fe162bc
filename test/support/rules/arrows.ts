// Which part of the house may import which: arrows point down, over any number of levels, never up and
// never sideways. A folder that stands in no table is a fault, so that a new one gets its place here.

import { posix } from 'node:path';
import ts from 'typescript';
import { scriptOf, type SourceFile } from './files';

/** The arrows of one level, by folder below src/; the longer ones follow from them. */
const ARROWS: Record<string, string[]> = {
  page: ['views', 'app'],
  build: ['lesson'],
  worker: [],
  views: ['app', 'views/project'],
  'views/project': ['lab', 'messages'],
  app: ['lab', 'messages'],
  cli: ['lab', 'messages'],
  lab: ['lesson', 'shell'],
  lesson: ['engine', 'messages'],
  shell: ['engine'],
  messages: [],
  engine: ['engine/world'], // whoever may import the engine may import all of it
  // The queue hands letters over by SMTP, and keeps them with their envelopes as SMTP has them.
  'engine/world': ['engine/mta', 'engine/mua', 'engine/smtp', 'engine/pop3', 'engine/imap'],
  'engine/mta': ['engine/smtp', 'engine/net'],
  'engine/mua': ['engine/mail', 'engine/dns', 'engine/net'],
  // A protocol sees octets and the time, never a connection: no arrow to net.
  'engine/smtp': ['engine/mail', 'engine/dns'],
  'engine/pop3': ['engine/mail', 'engine/dns'],
  'engine/imap': ['engine/mail', 'engine/dns'],
  'engine/mail': ['engine/kernel'],
  'engine/dns': ['engine/kernel'],
  'engine/net': ['engine/kernel'],
  'engine/kernel': [],
};

/** Packages that only some files may import, by the start of their name. */
const PACKAGES: { name: string; only: RegExp }[] = [
  { name: '@xstate/fsm', only: /^src\/engine\/kernel\/machine\.ts$/ },
  { name: '@xterm/', only: /^src\/views\/terminal\// },
  { name: 'svelte', only: /^src\/(views|app)\/|^src\/(main\.ts|App\.svelte)$/ },
  { name: 'dns-packet', only: /^src\/cli\// },
  { name: 'workbox-', only: /^src\/worker\// },
  { name: 'node:', only: /^src\/(cli|build)\// },
];

/** The part of the house that a file below src/ belongs to, as named in the arrows; undefined if it has no place. */
function partOf(path: string): string | undefined {
  const [top = 'page', inner] = path.split('/').slice(1, -1);
  // Files at the top of the engine put its parts together, as the folder engine/world does.
  const part = top === 'engine' ? `engine/${inner ?? 'world'}` : top === 'views' && inner === 'project' ? 'views/project' : top;
  return Object.hasOwn(ARROWS, part) ? part : undefined;
}

/** True if arrows lead from one part down to another. */
export function mayImport(from: string, to: string): boolean {
  return from === to || (ARROWS[from] ?? []).some((below) => mayImport(below, to));
}

/** One sentence for each import of a file below src/ that points up, sideways, or at a package that is not for it. */
export function wrongImports(file: SourceFile): string[] {
  const from = partOf(file.path);
  if (from === undefined) return [`${file.path}: this folder has no place among the arrows`];
  return importsOf(file).flatMap((target) => {
    if (!target.startsWith('.')) {
      const reserved = PACKAGES.find(({ name, only }) => target.startsWith(name) && !only.test(file.path));
      return reserved ? [`${file.path}: may not import ${target}`] : [];
    }
    const path = posix.join(posix.dirname(file.path), target);
    if (!path.startsWith('src/')) return [`${file.path}: imports ${target}, which is outside src`];
    const to = partOf(path);
    return to !== undefined && mayImport(from, to) ? [] : [`${file.path}: ${from} may not import ${to ?? path} (${target})`];
  });
}

/** Module names as written in imports, exports, dynamic imports and import types. */
function importsOf(file: SourceFile): string[] {
  return ts.preProcessFile(scriptOf(file), true, true).importedFiles.map(({ fileName }) => fileName);
}
