import { en } from './en';
import type { MessageKey, Translation } from './t';

/** The keys that a translation does not have, in the order of the catalogue. */
export function missingIn(translation: Translation): MessageKey[] {
  return (Object.keys(en) as MessageKey[]).filter((key) => !Object.hasOwn(translation, key));
}
