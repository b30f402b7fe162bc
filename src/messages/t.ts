// Finds a sentence of the catalogue and fills in its `{names}`.

import { en } from './en';

export type MessageKey = keyof typeof en;
export type Values = Readonly<Record<string, string | number>>;

/** The sentence under `key`, with `{name}` replaced by `values.name`. A name without a value stays as it is, so that a slip shows. */
export function t(key: MessageKey, values: Values = {}): string {
  return en[key].replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
}
