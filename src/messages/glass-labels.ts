// The glass's sentences as one table, for pictures that are worked out without knowing any language.

import { enGlass, type GlassKey, type GlassLabels } from './en-glass';
import { t } from './t';

/** Every sentence of the glass in the language the page speaks, its `{names}` not filled in. */
export function glassLabels(): GlassLabels {
  return Object.fromEntries((Object.keys(enGlass) as GlassKey[]).map((key) => [key, t(key)])) as GlassLabels;
}
