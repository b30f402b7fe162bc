// The catalogue in English: every text of the interface under one flat key. A translation is another
// catalogue (de.ts and its parts) with some or all of the same keys.

import { enCoach } from './en-coach';
import { enCompare } from './en-compare';
import { enGlass } from './en-glass';
import { enKeys } from './en-keys';
import { enOctets } from './en-octets';
import { enPage } from './en-page';
import { enRecordings } from './en-recordings';
import { enTask } from './en-task';
import { enTime } from './en-time';
import { enWhy } from './en-why';

export const en = {
  ...enPage,
  ...enRecordings,
  ...enGlass,
  ...enCoach,
  ...enTask,
  ...enTime,
  ...enKeys,
  ...enOctets,
  ...enWhy,
  ...enCompare,
} as const;
