// The English sentences of the first page, which come with it. Those of the lab come with the lab (whole.ts).

import { enKeys } from './en-keys';
import { enPage } from './en-page';
import { enRecordings } from './en-recordings';

export const first = { ...enPage, ...enRecordings, ...enKeys } as const;
