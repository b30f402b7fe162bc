// Lessons from a disk: the linter's own sentences, what can be played, and nothing that throws.

import { describe, expect, it } from 'vitest';
import { checkFolders, type FolderNews } from '../../src/app/foreign-check';
import { freshLab } from '../../src/app/restore';
import { slugs } from '../../src/cli/read-lesson';
import { checkLessonFolder } from '../../src/lab/check';
import { otherSeed } from '../../src/lesson/variants';
import type { Fault, Lesson, LessonFiles } from '../../src/lesson/types';
import { brokenLessons, edited, goodLesson } from '../lesson/broken';

interface Outcome {
  lesson: Lesson | null;
  faults: Fault[];
  words: FolderNews[];
}

function check(files: LessonFiles, name = '01-good', faults: Fault[] = []): Outcome {
  const words = [...checkFolders([{ name, files, faults }], ['sandbox'])];
  const opened = words.find((word) => word.type === 'opened');
  const checked = words.find((word) => word.type === 'checked');
  return { lesson: opened?.lesson ?? null, faults: checked?.faults ?? [], words };
}

const good = goodLesson();
const world = JSON.parse(good['world.json']!) as { sites: Record<string, object>; zones: Record<string, string[]> };
const withWorld = (change: object) => ({ ...good, 'world.json': JSON.stringify({ ...world, ...change }) });

describe('a sound lesson', () => {
  it('can be played under a slug that no lesson of this page has', () => {
    const { lesson, faults } = check(good);
    expect(faults).toEqual([]);
    expect(lesson).toMatchObject({ slug: 'file--good', number: 1 });
    expect(freshLab(lesson!).recording.lesson).toBe('file--good');
    expect(slugs().filter((slug) => slug.startsWith('file-'))).toEqual([]);
  });

  it('can be told before it has been played, and says how far that is', () => {
    const { words } = check({
      ...good,
      'variants.json': '{"friend": ["Ada", "Mei"]}',
      'lesson.md': `${good['lesson.md']}\n\n{{friend}}\n`,
    });
    expect(words.map(({ type }) => type)).toEqual(['opened', ...Array.from({ length: 10 }, () => 'played'), 'checked']);
  });

  it('of any name can be played; the name is a fault', () => {
    const { lesson, faults } = check(good, 'My Lesson (2)');
    expect(lesson?.slug).toBe('file--my-lesson-2');
    expect(faults.map(({ file, field }) => [file, field])).toEqual([['My Lesson (2)', 'name']]);
  });

  it('may link to those it was opened with', () => {
    const linking = { ...good, 'lesson.md': good['lesson.md']!.replace('Well.', 'See [it](lesson:other).') };
    expect(check(linking).faults).toHaveLength(1);
    const words = [
      ...checkFolders(
        [linking, good].map((files, i) => ({ name: ['01-good', '02-other'][i]!, files, faults: [] })),
        ['sandbox'],
      ),
    ];
    expect(words.flatMap((word) => (word.type === 'checked' ? word.faults : []))).toEqual([]);
  });
});

describe('a broken lesson', () => {
  it.each(brokenLessons())('$name is told as `sim check` tells it', ({ edits }) => {
    const files = edited(good, edits);
    expect(check(files).faults.map(({ seed: _, ...fault }: Fault & { seed?: number }) => fault)).toEqual(
      expect.arrayContaining(checkLessonFolder('01-good', files, ['sandbox', 'good'])),
    );
  });

  it.each([
    ['solution-out-of-order.json', true],
    ['hint-missing.json', true],
    ['html-in-prose.json', true],
    ['link-outside.json', true],
    ['transcript-untrue.json', true],
    ['missing-field.json', false],
    ['foreign-address.json', false],
    ['same-step-twice.json', false],
    ['unknown-event.json', false],
    ['section-missing.json', false],
    ['option-in-one-language.json', true],
    ['not-json.json', false],
  ])('%s can be played: %s', (name, playable) => {
    const { edits } = brokenLessons().find((each) => each.name === name)!;
    const { lesson, faults } = check(edited(good, edits));
    expect(faults.length).toBeGreaterThan(0);
    expect(lesson !== null).toBe(playable);
    if (lesson) expect(freshLab(lesson).terminals).not.toEqual({});
  });

  it('whose files could not be read is not played, and the sentences stay', () => {
    const unread = { file: 'world.json', field: 'file', message: 'This is not text in UTF-8.' };
    expect(check(good, '01-good', [unread])).toMatchObject({ lesson: null, faults: [unread] });
  });

  it('whose variants cannot all be built is played as it was written', () => {
    const edits = [
      { file: 'world.json', find: '"dialect": "strict-teach"', replace: '"dialect": "{{dialect}}"' },
      { file: 'variants.json', text: '{"dialect": ["strict-teach", "no-such-server"]}' },
    ];
    const files = edited(good, edits);
    const { lesson, faults } = check(files);
    expect(faults[0]).toMatchObject({ file: 'world.json', seed: expect.any(Number) as number });
    for (let seed = 1; seed < 20; seed++) expect(freshLab(lesson!, seed).lesson.slug).toBe('file--good');
    expect(otherSeed(lesson!)).not.toBeNull();
  });
});

describe('a hostile lesson', () => {
  const deep = (open: string, close: string) => open.repeat(100_000) + close.repeat(100_000);

  it.each<[string, LessonFiles]>([
    ['deep JSON', { ...good, 'world.json': deep('[', ']') }],
    ['deep steps', { ...good, 'steps.json': deep('{"all":[', ']}') }],
    ['deep goals', { ...good, 'steps.json': `[{"id":"greeting","goal":${deep('[', ']')}}]` }],
    ['deep variants', { ...good, 'variants.json': deep('{"a":', '1}') }],
    ['deep quotes', { ...good, 'lesson.md': good['lesson.md']!.replace('Well.', '>'.repeat(20_000)) }],
    ['deep brackets', { ...good, 'lesson.md': good['lesson.md']!.replace('Well.', '['.repeat(5_000)) }],
    [
      'proto in the world',
      { ...good, 'world.json': good['world.json']!.replace('"hosts": {', '"hosts": { "__proto__": { "down": true },') },
    ],
    ['proto as a step', { ...good, 'steps.json': '[{"id": "__proto__"}]' }],
    ['proto as a section', { ...good, 'lesson.md': `${good['lesson.md']}\n## __proto__ Hello\n\nText.\n` }],
    ['proto as a file', { ...good, ...Object.fromEntries([['__proto__', '']]) }],
    ['proto as a terminal', withWorld({ terminals: [{ name: '__proto__', host: 'ws1.campus.example', user: 'you' }] })],
    ['nothing', {}],
    ['binary that is text', { 'lesson.md': '\u0000\u0001'.repeat(1000), 'world.json': '\u0000', 'steps.json': '\ufeff' }],
  ])('with %s gets sentences', (_, files) => {
    const { faults, words } = check(files);
    expect(words.at(-1)?.type).toBe('checked');
    for (const { file, field, message } of faults) expect([file, field, message].join('')).toMatch(/\S/);
    expect(({} as { down?: boolean }).down).toBeUndefined();
  });

  it('with aliases that go round in a circle plays to its end', () => {
    const [name, site] = Object.entries(world.sites)[0]!;
    const aliases = { one: ['two'], two: ['one', 'three'], three: ['three'] };
    const { words } = check(withWorld({ sites: { ...world.sites, [name]: { ...site, aliases } } }));
    expect(words.at(-1)?.type).toBe('checked');
  });

  it('that names somebody real is not played', () => {
    const { lesson, faults } = check(withWorld({ zones: { ...world.zones, 'example.org': ['@ 300 IN A 192.0.2.1'] } }));
    expect(lesson).toBeNull();
    expect(faults.map(({ file }) => file)).toContain('world.json');
  });

  it('does not keep the next one from being checked', () => {
    const folders = [{ ...good, 'lesson.md': '>'.repeat(20_000) }, good].map((files, i) => ({ name: `0${i + 1}-a`, files, faults: [] }));
    const words = [...checkFolders(folders, ['sandbox'])];
    expect(words.flatMap((word) => (word.type === 'checked' ? [word.faults.map(({ message }) => message)] : []))).toEqual([
      ['The check had to give up: something in it is nested too deeply.'],
      [],
    ]);
    expect(words.find((word) => word.type === 'opened' && word.index === 1)).toMatchObject({ lesson: { slug: 'file--a' } });
  });
});
