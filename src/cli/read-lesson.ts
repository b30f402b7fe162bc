// Lesson folders on disk.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isLesson, slugOf } from '../lesson/folder';
import type { LessonFiles } from '../lesson/types';
import { UserFault } from './fault';

/** Where the lessons of this program lie. */
const LESSONS = fileURLToPath(new URL('../../lessons', import.meta.url));

/** The name of a lesson's folder and its files. */
export interface Folder {
  name: string;
  /** As the person called it. */
  path: string;
  files: LessonFiles;
}

/** The folder of a lesson given as slug, number, folder name or path. Throws a UserFault if there is none. */
export function findFolder(wanted: string): Folder {
  const names = lessonNames();
  const name = names.find(
    (candidate) => candidate === wanted || slugOf(candidate) === wanted || numberOf(candidate) === wanted.replace(/^0+/, ''),
  );
  if (name !== undefined) return readFolder(join(LESSONS, name));
  if (isFolder(wanted)) return readFolder(wanted);
  throw new UserFault(`There is no lesson "${wanted}"; there are ${names.map(slugOf).join(', ')}, and any folder that holds one.`);
}

/** The lessons in some folders, each of which is one or holds some; without folders those of this program. */
export function findFolders(paths: readonly string[]): Folder[] {
  return (paths.length > 0 ? paths : [LESSONS]).flatMap((path) => {
    if (!isFolder(path)) throw new UserFault(`There is no folder "${path}".`);
    const inner = readdirSync(path)
      .sort()
      .map((name) => join(path, name))
      .filter((candidate) => isFolder(candidate) && holdsLesson(candidate));
    return holdsLesson(path) || inner.length === 0 ? [readFolder(path)] : inner.map(readFolder);
  });
}

/** Slugs of this program's lessons. */
export function slugs(): string[] {
  return lessonNames().map(slugOf);
}

const numberOf = (folder: string) => /^0*(\d+)-/.exec(folder)?.[1];

function lessonNames(): string[] {
  return existsSync(LESSONS)
    ? readdirSync(LESSONS)
        .filter((name) => isFolder(join(LESSONS, name)))
        .sort()
    : [];
}

function readFolder(path: string): Folder {
  const names = readdirSync(path).filter((name) => !name.startsWith('.') && statSync(join(path, name)).isFile());
  const files = Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(path, name), 'utf8')]));
  return { name: basename(resolve(path)), path, files };
}

const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory();
const holdsLesson = (path: string) => isLesson((name) => existsSync(join(path, name)));
