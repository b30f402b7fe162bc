// Finds a sentence of the catalogue, in the language the page speaks, and fills in its `{names}`.

import { en } from './en';

export type MessageKey = keyof typeof en;
export type Values = Readonly<Record<string, string | number>>;
/** A catalogue in another language. What it does not have is said in English. */
export type Translation = Readonly<Partial<Record<MessageKey, string>>>;

/** Language tags, each with the language's own name for itself. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof LANGUAGES;

let spoken: Language = 'en';
let sentences: Readonly<Record<MessageKey, string>> = en;

/** From now on every sentence is in this language. What is on the screen already has to be made anew. */
export function speak(language: Language, translation: Translation): void {
  spoken = language;
  sentences = { ...en, ...translation };
}

/** The language the page speaks. */
export function language(): Language {
  return spoken;
}

/** The sentence under `key`, with `{name}` replaced by `values.name`. A name without a value stays as it is, so that a slip shows. */
export function t(key: MessageKey, values: Values = {}): string {
  return sentences[key].replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
}

/** The keys that a translation does not have, in the order of the catalogue. */
export function missingIn(translation: Translation): MessageKey[] {
  return (Object.keys(en) as MessageKey[]).filter((key) => !Object.hasOwn(translation, key));
}
