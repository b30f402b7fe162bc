// The catalogue in English: every text of the interface under one flat key. A translation is another
// catalogue with the same keys.

import { enCoach } from './en-coach';
import { enGlass } from './en-glass';
import { enPage } from './en-page';

export const en = { ...enPage, ...enGlass, ...enCoach } as const;
