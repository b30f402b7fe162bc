// The catalogue in English: every text of the interface under one flat key. A translation is another
// catalogue (de.ts and its parts) with some or all of the same keys.

import { enCoach } from './en-coach';
import { enGlass } from './en-glass';
import { enKeys } from './en-keys';
import { enPage } from './en-page';

export const en = { ...enPage, ...enGlass, ...enCoach, ...enKeys } as const;
