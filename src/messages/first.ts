// The English sentences of the first page, which come with it. Those of the lab come with the lab (whole.ts).

import { enKeys } from './en-keys';
import { enNotices } from './en-notices';
import { enPage } from './en-page';

export const first = { ...enPage, ...enNotices, ...enKeys } as const;
