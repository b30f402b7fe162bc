import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { enPage } from '../../src/messages/en-page';
import { en } from '../../src/messages/en';
import { t } from '../../src/messages/t';

const parts = import.meta.glob<Record<string, object>>('../../src/messages/en-*.ts', { eager: true });

describe('the catalogue', () => {
  it('gives a sentence with its blanks filled in', () => {
    expect(t('header.lesson', { number: 3 })).toBe('Lesson 3');
    expect(t('page.name')).toBe('HELO World');
  });

  it('leaves a blank without a value to be seen, and ignores what every object has', () => {
    expect(t('header.lesson')).toBe('Lesson {number}');
    expect(t('header.lesson', { toString: 'x' })).toBe('Lesson {number}');
  });

  it('has no key twice', () => {
    const keys = Object.values(parts).flatMap((part) => Object.keys(Object.entries(part).find(([name]) => /^en[A-Z]/.test(name))![1]));
    expect(keys.length).toBe(new Set(keys).size);
    expect(Object.keys(en).sort()).toEqual(keys.sort());
  });

  it('has nothing of the page that no page says', () => {
    const source = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|svelte)$/.test(name) && !name.startsWith('messages'))
      .map((name) => readFileSync(`src/${name}`, 'utf8'))
      .join('\n');
    // Keys that are put together are looked for by their head: `hint.${hint}`.
    const said = (key: string) => source.includes(`'${key}'`) || source.includes(`\`${key.slice(0, key.lastIndexOf('.'))}.\${`);
    expect(Object.keys(enPage).filter((key) => !said(key))).toEqual([]);
  });
});
