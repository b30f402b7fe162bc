// The languages of the page. English is always there; a translation is a chunk of its own, fetched when it is spoken.

import { language as spoken, speak, type Language, type Translation } from '../messages/t';

const TRANSLATIONS: Record<Exclude<Language, 'en'>, () => Promise<Translation>> = {
  de: async () => (await import('../messages/de')).de,
};

/** From now on the page speaks this language; English if the translation cannot be fetched. What it shows has to be made anew. */
export async function speakLanguage(language: Language): Promise<void> {
  try {
    speak(language, language === 'en' ? {} : await TRANSLATIONS[language]());
  } catch {
    speak('en', {});
  }
  document.documentElement.lang = spoken();
}
