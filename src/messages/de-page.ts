// What the page itself says, in German.

import type { enPage } from './en-page';

export const dePage: Partial<Record<keyof typeof enPage, string>> = {};
