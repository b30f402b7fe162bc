// The names in a lesson follow from the seed, and from nothing else.

import { describe, expect, it } from 'vitest';
import { createLab, replay, settle, type } from '../../src/lab/lab';
import { loadLesson, withSeed } from '../../src/lesson/load';
import type { Lesson, LessonFiles } from '../../src/lesson/types';
import { AS_WRITTEN, instantiate, otherSeed } from '../../src/lesson/variants';
import { goodLesson } from './broken';

const PEOPLE = ['Ada', 'Zoe', 'Bram', 'Omar', 'Mei'].map((name) => ({ name, mailbox: name.toLowerCase() }));
const SEEDS = Array.from({ length: 200 }, (_, i) => i + 1);

/** What stands in lesson.md for this seed. */
function text(variants: unknown, template: string, seed: number): string {
  return filesOf({ 'variants.json': JSON.stringify(variants), 'lesson.md': template }, seed)['lesson.md'] ?? '';
}

function filesOf(files: LessonFiles, seed: number): LessonFiles {
  const named = instantiate(files, seed);
  if ('faults' in named) throw new Error(JSON.stringify(named.faults));
  return named.files;
}

describe('a placeholder', () => {
  it('is replaced in every file, wherever it stands', () => {
    const files = {
      'variants.json': '{ "host": ["mx1", "mail"], "friend": [{ "name": "Ada" }, { "name": "Zoe" }] }',
      'lesson.md': 'To {{friend.name}} at {{host}}, `{{host}}.lab.example`.',
      'world.json': '{ "{{host}}.lab.example": ["{{host}} A 192.0.2.1", {"a":{"b":{}}}] }',
      'miss.txt': '# {{friend.name}}\ntelnet {{host}}',
    };
    expect(filesOf(files, AS_WRITTEN)).toEqual({
      'lesson.md': 'To Ada at mx1, `mx1.lab.example`.',
      'world.json': '{ "mx1.lab.example": ["mx1 A 192.0.2.1", {"a":{"b":{}}}] }',
      'miss.txt': '# Ada\ntelnet mx1',
    });
  });

  it('in JSON is spelled as JSON spells it', () => {
    const files = { 'variants.json': '{ "word": ["say \\"no\\" \\\\o/", "yes"] }', 'world.json': '["{{word}}"]', 'lesson.md': '{{word}}' };
    const { 'world.json': world = '', 'lesson.md': prose } = filesOf(files, AS_WRITTEN);
    expect(JSON.parse(world)).toEqual(['say "no" \\o/']);
    expect(prose).toBe('say "no" \\o/');
  });

  it('stands for its text to the letter, and only once', () => {
    expect(text({ a: ['$& {{b}}', 'x'], b: ['y', 'z'] }, '{{a}} {{b}}', AS_WRITTEN)).toBe('$& {{b}} y');
  });
});

describe('a seed', () => {
  const two = { friend: PEOPLE, outside: ['partner.example', 'bakery.example', 'garage.test'] };
  const both = '{{friend.name}} {{friend.mailbox}} {{outside}}';

  it('gives the same names every time; the first gives those that were written', () => {
    expect(text(two, both, AS_WRITTEN)).toBe('Ada ada partner.example');
    for (const seed of SEEDS) expect(text(two, both, seed)).toBe(text(two, both, seed));
  });

  it('reaches every choice, about equally often', () => {
    const drawn = SEEDS.map((seed) => text(two, both, seed));
    for (const { name, mailbox } of PEOPLE) {
      const times = drawn.filter((line) => line.startsWith(`${name} ${mailbox} `)).length;
      expect(times).toBeGreaterThan(20);
      expect(times).toBeLessThan(60);
    }
    expect(new Set(drawn).size).toBe(PEOPLE.length * two.outside.length);
  });

  it('draws for each parameter as if there were no other', () => {
    const three = { hour: ['9', '10'], ...two, day: ['Monday', 'Tuesday'] };
    for (const seed of SEEDS) expect(text(three, `${both} {{hour}} {{day}}`, seed)).toContain(text(two, both, seed));
  });

  it('never draws one choice for two parameters that share a list', () => {
    const shared = { friend: PEOPLE, colleague: 'friend', stranger: 'friend' };
    const names = '{{friend.name}} {{colleague.name}} {{stranger.name}} {{friend.mailbox}} {{colleague.mailbox}} {{stranger.mailbox}}';
    expect(text(shared, names, AS_WRITTEN)).toBe('Ada Zoe Bram ada zoe bram');
    for (const seed of SEEDS) {
      const drawn = text(shared, names, seed).split(' ');
      expect(new Set(drawn).size).toBe(6);
      expect(drawn[0]).toBe(text(two, both, seed).split(' ')[0]);
    }
  });

  it('may use up a shared list, each time in another order', () => {
    const order = { first: ['mx1', 'mx2', 'mx3'], second: 'first', third: 'first' };
    expect(new Set(SEEDS.map((seed) => text(order, '{{first}} {{second}} {{third}}', seed))).size).toBe(6);
  });
});

describe('a lesson with variants', () => {
  const files: LessonFiles = Object.fromEntries(
    Object.entries(goodLesson()).map(([name, template]) => [
      name,
      template.replaceAll('mx.lab', '{{server}}.lab').replaceAll('mx A', '{{server}} A'),
    ]),
  );
  files['world.json'] = (files['world.json'] ?? '').replace('10 mx"', '10 {{server}}"');
  files['variants.json'] = '{ "server": ["mx", "mail", "post"] }';
  const written = load(files);
  const other = withSeed(written, otherSeed(written)!);

  it('is the same lesson to a recording, whatever the seed', () => {
    expect(other.variants?.seed).not.toBe(AS_WRITTEN);
    expect(other.world).not.toEqual(written.world);
    expect(other.hash).toBe(written.hash);
    expect(withSeed(other, AS_WRITTEN)).toEqual(written);
  });

  it('is another when its choices change', () => {
    expect(load({ ...files, 'variants.json': '{ "server": ["mx", "mail", "relay"] }' }).hash).not.toBe(written.hash);
    expect(load({ ...files, 'variants.json': '{"server":["mx","mail","post"]}' }).hash).toBe(written.hash);
  });

  it('is played with the names of the recording', () => {
    const lab = createLab(written, other.variants?.seed ?? 0);
    settle(lab);
    type(lab, 'main', `${other.solution.flatMap((line) => (line.type === 'line' ? [line.text] : []))[0]}\r`);
    settle(lab);
    expect(lab.lesson).toEqual(other);
    expect(lab.world.trace.some((event) => event.type === 'smtp.greeting')).toBe(true);
    expect(replay(written, lab.recording)).toEqual(lab);
  });

  it('without a variants.json does not vary', () => {
    const plain = load(goodLesson());
    expect(withSeed(plain, 7)).toBe(plain);
    expect(otherSeed(plain)).toBeNull();
  });

  it('that another seed breaks, says so there', () => {
    const miss = '{{line}}\n';
    const broken = { ...goodLesson(), 'miss.txt': miss, 'variants.json': '{ "line": ["hostname", "@wait"] }' };
    const lesson = load(broken);
    const seed = otherSeed(lesson)!;
    expect(() => createLab(lesson, seed)).toThrow(`The lesson has no variant ${seed}: miss.txt: line 1: There is no directive @wait`);
  });

  it('has another seed next that gives other names', () => {
    for (const seed of SEEDS.slice(0, 5)) {
      const next = otherSeed(withSeed(written, seed)) ?? 0;
      expect(next).toBeGreaterThan(seed);
      expect(withSeed(written, next).world).not.toEqual(withSeed(written, seed).world);
    }
  });
});

function load(files: LessonFiles): Lesson {
  const loaded = loadLesson('01-good', files);
  if ('faults' in loaded) throw new Error(JSON.stringify(loaded.faults));
  return loaded.lesson;
}
