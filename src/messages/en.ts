// The catalogue in English: every text of the interface under one flat key. A translation is another
// catalogue (de.ts and its parts) with some or all of the same keys.

import { enCoach } from './en-coach';
import { enCompare } from './en-compare';
import { enForeign } from './en-foreign';
import { enGlass } from './en-glass';
import { enMoves } from './en-moves';
import { enNames } from './en-names';
import { enOctets } from './en-octets';
import { enRecordings } from './en-recordings';
import { enTask } from './en-task';
import { enTime } from './en-time';
import { enWhatIf } from './en-what-if';
import { enWhy } from './en-why';
import { first } from './first';

export const en = {
  ...first,
  ...enRecordings,
  ...enGlass,
  ...enCoach,
  ...enTask,
  ...enTime,
  ...enMoves,
  ...enNames,
  ...enOctets,
  ...enWhatIf,
  ...enWhy,
  ...enCompare,
  ...enForeign,
} as const;
