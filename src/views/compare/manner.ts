import { en } from '../../messages/en';
import { t, type MessageKey } from '../../messages/t';

/** What a dialect is like, in a few words; nothing for one that the catalogue does not know. */
export function mannerOf(dialect: string): string {
  const key = `dialect.${dialect}`;
  return Object.hasOwn(en, key) ? t(key as MessageKey) : '';
}
