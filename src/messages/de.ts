// The catalogue in German. A sentence that is not here yet is said in English.

import type { Translation } from './t';
import { dePage } from './de-page';

export const de: Translation = { ...dePage };
