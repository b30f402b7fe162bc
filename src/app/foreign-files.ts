// Files from a disk become lesson folders. Nothing in them is believed: how many are looked at, how large they are and
// whether they are text is checked before anybody reads them, and what is wrong is a fault with the file's name.

import { fileFaults, isLesson } from '../lesson/folder';
import type { Fault, LessonFiles } from '../lesson/types';

/** Octets of one file. The longest there is has 20,000. */
export const LARGEST_FILE = 256 * 1024;
/** Files of one folder that are looked at. */
const MOST_FILES = 60;
/** Lessons that are opened at once. */
const MOST_LESSONS = 40;
/** Files of a dropped folder that are listed, and folders within it. */
const MOST_LISTED = 4000;
const DEEPEST = 2;

/** A file that was chosen or dropped. `path` begins with the folder, if there is one: `03-dots/world.json`. */
export interface Offered {
  path: string;
  /** The file as it is now. Rejects if it cannot be read any more. */
  file(): Promise<File>;
}

/** A lesson folder as it was read. */
export interface ReadFolder {
  /** As it is called on the disk; empty for files without a folder. */
  name: string;
  files: LessonFiles;
  /** Why files could not be read as what they are. */
  faults: Fault[];
}

/** Files from a chooser. */
export function chosen(files: readonly File[]): Offered[] {
  return files.map((file) => ({ path: file.webkitRelativePath || file.name, file: () => Promise.resolve(file) }));
}

/** What was dropped, folders and files; asked again, as it is on the disk by then. */
export async function dropped(entries: readonly FileSystemEntry[]): Promise<Offered[]> {
  const found: Offered[] = [];
  async function visit(entry: FileSystemEntry, above: string, depth: number): Promise<void> {
    const path = `${above}${entry.name}`;
    if (found.length >= MOST_LISTED) return;
    if (isFile(entry)) found.push({ path, file: () => new Promise((resolve, reject) => entry.file(resolve, reject)) });
    if (isFolder(entry) && depth < DEEPEST) for (const inner of await entriesOf(entry)) await visit(inner, `${path}/`, depth + 1);
  }
  for (const entry of entries) await visit(entry, '', 0);
  return found;
}

/**
 * The lessons in what was offered: a folder that is one, the folders in it that are, or files that are one together. Where
 * nothing looks like a lesson, that folder, so that the linter says what is missing. Rejects if a file cannot be read any more.
 */
export async function readFolders(offered: readonly Offered[]): Promise<ReadFolder[]> {
  const folders = new Map<string, Offered[]>();
  for (const each of offered) {
    const [path, name] = splitPath(each.path);
    if (!name.startsWith('.')) folders.set(path, [...(folders.get(path) ?? []), each]);
  }
  const outer = [...folders.keys()].filter((path) => !path.includes('/'));
  const inner = [...folders].filter(([path, files]) => path.split('/').length === 2 && areLesson(files)).map(([path]) => path);
  const alone = outer.filter((path) => areLesson(folders.get(path)!));
  const wanted = alone.length + inner.length > 0 ? [...alone, ...inner] : outer;
  const read: ReadFolder[] = [];
  for (const path of wanted.sort().slice(0, MOST_LESSONS)) read.push(await readFolder(path, folders.get(path)!));
  return read;
}

async function readFolder(path: string, offered: readonly Offered[]): Promise<ReadFolder> {
  const name = splitPath(path)[1];
  const faults: Fault[] = [];
  const files: [string, string][] = [];
  for (const { path: whole, file } of offered.slice(0, MOST_FILES)) {
    const called = splitPath(whole)[1];
    // What a lesson does not have is named, so that the linter can say so, but not read.
    const read = fileFaults(called).length > 0 ? { text: '' } : await textOf(await file());
    if ('text' in read) files.push([called, read.text]);
    else faults.push({ file: called, field: 'file', message: read.fault });
  }
  return { name, files: Object.fromEntries(files), faults };
}

/** The text of a file, or a sentence about why it has none that could belong to a lesson. */
async function textOf(file: File): Promise<{ text: string } | { fault: string }> {
  if (file.size > LARGEST_FILE) return { fault: `This file has ${file.size} octets; a lesson's has at most ${LARGEST_FILE}.` };
  const octets = await file.arrayBuffer();
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(octets) };
  } catch {
    return { fault: 'This is not text in UTF-8.' };
  }
}

const areLesson = (files: readonly Offered[]) => isLesson((name) => files.some(({ path }) => splitPath(path)[1] === name));

/** Folder and name: `lessons/03-dots` and `world.json`. A file without a folder has the folder ''. */
function splitPath(path: string): [folder: string, name: string] {
  const end = path.lastIndexOf('/');
  return [path.slice(0, Math.max(end, 0)), path.slice(end + 1)];
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** All entries of a folder; the browser gives them in portions. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (portion.length === 0 || all.length > MOST_LISTED) return all;
    all.push(...portion);
  }
}
