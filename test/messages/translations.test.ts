// The catalogue in other languages: what is there fits the English sentence, and what is not there is said in English.

import { afterEach, describe, expect, it } from 'vitest';
import { de } from '../../src/messages/de';
import { en } from '../../src/messages/en';
import { missingIn } from '../../src/messages/missing';
import { language, speak, t, type MessageKey } from '../../src/messages/t';

const blanks = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort();

afterEach(() => speak('en', {}));

describe.each([['German', de]])('the catalogue in %s', (_, translation) => {
  const keys = Object.keys(translation) as MessageKey[];

  it('has the blanks of each English sentence', () => {
    const wrong = keys.filter((key) => JSON.stringify(blanks(translation[key]!)) !== JSON.stringify(blanks(en[key])));
    expect(wrong).toEqual([]);
  });

  it('has no sentence that is empty, or that English has not', () => {
    expect(keys.filter((key) => translation[key] === '' || !Object.hasOwn(en, key))).toEqual([]);
  });

  it('tells which sentences are still missing', () => {
    expect(missingIn(translation)).toEqual(Object.keys(en).filter((key) => !Object.hasOwn(translation, key)));
    expect(missingIn({})).toEqual(Object.keys(en));
  });
});

describe('a page that speaks German', () => {
  it('says in German what there is, and the rest in English', () => {
    speak('de', { 'header.lesson': 'Lektion {number}' });
    expect(language()).toBe('de');
    expect(t('header.lesson', { number: 3 })).toBe('Lektion 3');
    expect(t('header.teach')).toBe(en['header.teach']);
  });

  it('can speak English again', () => {
    speak('de', de);
    expect(t('header.lessons')).toBe('Lektionen');
    speak('en', {});
    expect([language(), t('header.lessons')]).toEqual(['en', 'Lessons']);
  });
});
