// A translation that does not say everything: English stands in, sentence by sentence, and the linter tells where.

import { describe, expect, it } from 'vitest';
import { checkLessonFolder } from '../../src/lab/check';
import { untranslated } from '../../src/lesson/check';
import { loadLesson } from '../../src/lesson/load';
import type { LessonFiles, LessonProse } from '../../src/lesson/types';
import { goodLesson } from './broken';

const GERMAN = 'lesson.de.md';

function proseOf(files: LessonFiles): Record<string, LessonProse> {
  const loaded = loadLesson('01-good', files);
  if ('faults' in loaded) throw new Error(JSON.stringify(loaded.faults));
  return loaded.lesson.prose;
}

/** The good lesson, with some of its German taken out. */
function without(...texts: string[]): LessonFiles {
  const files = goodLesson();
  let german = files[GERMAN] ?? '';
  for (const text of texts) {
    expect(german).toContain(text);
    german = german.replace(text, '');
  }
  return { ...files, [GERMAN]: german };
}

describe('a translation', () => {
  it('that says everything lacks nothing', () => {
    expect(untranslated(goodLesson())).toEqual([]);
    expect(proseOf(goodLesson())['de']?.steps['greeting']?.title).toBe('Wer spricht zuerst?');
  });

  it.each([
    ['the title', 'title: Eine gute Lektion\n', 'title'],
    ['the intro', 'Vor dem ersten Schritt.', 'intro'],
    ['what to do', 'Verbinde dich mit `mx.lab.example`.', 'steps.greeting.body'],
    ['an option', '- `you` Du\n  > Du wartest.\n', 'steps.greeting.options.you'],
    ['an option’s feedback', '  > Du wartest.\n', 'steps.greeting.options.you.feedback'],
    ['a hint', '### Look\n\nAuf den Pfeil.\n\n', 'steps.greeting.look'],
    ['the words of a hint', 'Auf den Pfeil.\n\n', 'steps.greeting.look'],
  ])('may lack %s, which is then English', (_, text, field) => {
    const files = without(text);
    expect(untranslated(files)).toEqual([{ file: GERMAN, field, message: 'missing, English is shown' }]);
    const { en, de } = proseOf(files);
    const at = (prose: LessonProse | undefined) =>
      field.split('.').reduce((value: unknown, key) => (value as Record<string, unknown>)[key], prose);
    expect(at(de)).toEqual(at(en));
    expect(de?.steps['noop']?.title).toBe('Nichts');
    expect(checkLessonFolder('01-good', files, ['sandbox'])).toEqual([]);
  });

  it('may lack a whole step, or all but its title', () => {
    const files = goodLesson();
    const [head = ''] = (files[GERMAN] ?? '').split('## greeting');
    expect(untranslated({ ...files, [GERMAN]: head }).map(({ field }) => field)).toEqual(['steps.greeting', 'steps.noop', 'steps.leave']);
    const bare = proseOf({ ...files, [GERMAN]: `${head}\n## noop Nichts\n` });
    expect(bare['de']?.steps['noop']).toEqual({ ...bare['en']?.steps['noop'], title: 'Nichts' });
  });

  it('has no say in which steps there are', () => {
    const files = goodLesson();
    const faults = checkLessonFolder('01-good', { ...files, [GERMAN]: `${files[GERMAN]}\n## more Mehr\n\nUnd mehr.\n` }, ['sandbox']);
    expect(faults).toEqual([{ file: GERMAN, field: 'more', message: 'There is a section, but steps.json has no such step.' }]);
  });

  it('repeats no fault of the English sentence that stands in', () => {
    const files = without('Vor dem ersten Schritt.');
    const english = (files['lesson.md'] ?? '').replace('## greeting', 'At mail.google.com.\n\n## greeting');
    expect(checkLessonFolder('01-good', { ...files, 'lesson.md': english }, ['sandbox']).map(({ file }) => file)).toEqual(['lesson.md']);
  });
});
