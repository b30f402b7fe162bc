// Finds a sentence of the catalogue, in the language the page speaks, and fills in its `{names}`.

import type { en } from './en';
import { first } from './first';

export type MessageKey = keyof typeof en;
export type Values = Readonly<Record<string, string | number>>;
/** A catalogue in another language. What it does not have is said in English. */
export type Translation = Readonly<Partial<Record<MessageKey, string>>>;

/** Language tags, each with the language's own name for itself. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof LANGUAGES;

let spoken: Language = 'en';
let english: Translation = first;
let translated: Translation = {};

/** From now on these English sentences can be said too. */
export function learn(more: Translation): void {
  english = { ...english, ...more };
}

/** From now on every sentence is in this language. What is on the screen already has to be made anew. */
export function speak(language: Language, translation: Translation): void {
  spoken = language;
  translated = translation;
}

/** The language the page speaks. */
export function language(): Language {
  return spoken;
}

/** The sentence under `key`, with `{name}` replaced by `values.name`. A name without a value stays as it is, so that a slip shows. */
export function t(key: MessageKey, values: Values = {}): string {
  const sentence = translated[key] ?? english[key] ?? key;
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
}
