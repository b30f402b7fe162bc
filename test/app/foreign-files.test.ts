// Files from a disk: which of them are lessons, and which are not even read.

import { describe, expect, it } from 'vitest';
import { chosen, dropped, LARGEST_FILE, readFolders, type Offered } from '../../src/app/foreign-files';

function offered(files: Record<string, string | Uint8Array<ArrayBuffer>>): Offered[] {
  return Object.entries(files).map(([path, content]) => ({
    path,
    file: () => Promise.resolve(new File([content], path.split('/').at(-1)!)),
  }));
}

describe('what was chosen', () => {
  it('is a lesson if it is a folder with a lesson file', async () => {
    const read = await readFolders(offered({ '03-dots/lesson.md': 'a', '03-dots/world.json': '{}', '03-dots/.DS_Store': 'x' }));
    expect(read).toEqual([{ name: '03-dots', files: { 'lesson.md': 'a', 'world.json': '{}' }, faults: [] }]);
  });

  it('is every lesson in a folder of lessons, in order, and nothing deeper', async () => {
    const read = await readFolders(
      offered({
        'all/README.md': 'x',
        'all/02-b/lesson.md': 'b',
        'all/01-a/steps.json': '[]',
        'all/pictures/one.png': 'x',
        'all/more/03-c/lesson.md': 'c',
      }),
    );
    expect(read.map(({ name }) => name)).toEqual(['01-a', '02-b']);
  });

  it('is a lesson without a name if it is files', async () => {
    const files = chosen([new File(['a'], 'lesson.md'), new File(['{}'], 'world.json')]);
    expect(await readFolders(files)).toEqual([{ name: '', files: { 'lesson.md': 'a', 'world.json': '{}' }, faults: [] }]);
  });

  it('is handed to the linter if it looks like nothing, so that it says what is missing', async () => {
    expect(await readFolders(offered({ 'holiday/beach.jpg': 'x' }))).toEqual([{ name: 'holiday', files: { 'beach.jpg': '' }, faults: [] }]);
    expect(await readFolders([])).toEqual([]);
  });

  it('is what a folder of the browser says where there is one', () => {
    const file = new File(['a'], 'lesson.md');
    Object.defineProperty(file, 'webkitRelativePath', { value: '03-dots/lesson.md' });
    expect(chosen([file])[0]?.path).toBe('03-dots/lesson.md');
  });
});

describe('a file', () => {
  const only = async (path: string, content: string | Uint8Array<ArrayBuffer>) => (await readFolders(offered({ [path]: content })))[0]!;

  it('is not read if it is too large', async () => {
    let opened = false;
    const large = new File([], 'world.json');
    Object.defineProperty(large, 'size', { value: 50_000_000 });
    large.arrayBuffer = () => ((opened = true), Promise.resolve(new ArrayBuffer(0)));
    const [read] = await readFolders([{ path: '03-dots/world.json', file: () => Promise.resolve(large) }]);
    expect(read?.faults).toEqual([
      { file: 'world.json', field: 'file', message: `This file has 50000000 octets; a lesson's has at most ${LARGEST_FILE}.` },
    ]);
    expect(opened).toBe(false);
  });

  it('is read if it is as large as it may be', async () => {
    const read = await only('03-dots/lesson.md', 'x'.repeat(LARGEST_FILE));
    expect(read.faults).toEqual([]);
    expect(read.files['lesson.md']).toHaveLength(LARGEST_FILE);
  });

  it('is text, or a fault', async () => {
    const read = await only('03-dots/lesson.md', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0xff, 0xfe]));
    expect(read).toEqual({
      name: '03-dots',
      files: {},
      faults: [{ file: 'lesson.md', field: 'file', message: 'This is not text in UTF-8.' }],
    });
  });

  it('that a lesson does not have is named and not read', async () => {
    const read = await readFolders([
      ...offered({ '03-dots/lesson.md': 'a' }),
      { path: '03-dots/__proto__', file: () => Promise.reject(new Error('read')) },
    ]);
    expect(Object.entries(read[0]!.files)).toEqual([
      ['lesson.md', 'a'],
      ['__proto__', ''],
    ]);
  });

  it('that the browser does not give any more is no empty file', async () => {
    const gone = { path: '03-dots/lesson.md', file: () => Promise.reject(new DOMException('', 'NotReadableError')) };
    await expect(readFolders([gone])).rejects.toThrow(DOMException);
  });
});

describe('what was dropped', () => {
  it('is listed folder by folder, in the portions that the browser gives, and read as it is by then', async () => {
    let text = 'before';
    const files = ['lesson.md', 'world.json'].map((name) => entry(name, { file: (give) => give(new File([text], name)) }));
    const folder = entry('03-dots', { inner: [...files, entry('pictures', { inner: [entry('deep', { inner: files })] })] });
    const found = await dropped([folder]);
    expect(found.map(({ path }) => path)).toEqual(['03-dots/lesson.md', '03-dots/world.json']);
    text = 'after';
    expect((await readFolders(found))[0]?.files['lesson.md']).toBe('after');
  });
});

function entry(name: string, { inner, file }: { inner?: FileSystemEntry[]; file?: (give: (file: File) => void) => void }): FileSystemEntry {
  const rest = [...(inner ?? [])];
  const createReader = () => ({ readEntries: (give: (entries: FileSystemEntry[]) => void) => give(rest.splice(0, 1)) });
  return { name, isFile: file !== undefined, isDirectory: inner !== undefined, file, createReader } as unknown as FileSystemEntry;
}
