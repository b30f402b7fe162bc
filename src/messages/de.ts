// The catalogue in German, a chunk of its own. A sentence that is not here yet is said in English.

import { deCoach } from './de-coach';
import { deCompare } from './de-compare';
import { deForeign } from './de-foreign';
import { deGlass } from './de-glass';
import { deKeys } from './de-keys';
import { deMoves } from './de-moves';
import { deNames } from './de-names';
import { deOctets } from './de-octets';
import { deNotices } from './de-notices';
import { dePage } from './de-page';
import { deRecordings } from './de-recordings';
import { deTask } from './de-task';
import { deTime } from './de-time';
import { deWhatIf } from './de-what-if';
import { deWhy } from './de-why';
import type { Translation } from './t';

export const de: Translation = {
  ...dePage,
  ...deNotices,
  ...deRecordings,
  ...deGlass,
  ...deCoach,
  ...deTask,
  ...deTime,
  ...deKeys,
  ...deMoves,
  ...deNames,
  ...deOctets,
  ...deWhatIf,
  ...deWhy,
  ...deCompare,
  ...deForeign,
};
