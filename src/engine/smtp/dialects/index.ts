// All dialects. A new one is a data file and a line here.

import type { Dialect } from '../types';
import { bigmailLike } from './bigmail-like';
import { exchangeLike } from './exchange-like';
import { eximLike } from './exim-like';
import { nineteenNinetyLike } from './1990-like';
import { postfixLike } from './postfix-like';
import { sendmailLike } from './sendmail-like';
import { strictTeach } from './strict-teach';

const DIALECTS: readonly Dialect[] = [strictTeach, postfixLike, eximLike, sendmailLike, exchangeLike, bigmailLike, nineteenNinetyLike];

/** Names a service may give as its dialect. */
export const dialectNames: readonly string[] = DIALECTS.map(({ name }) => name);

/** The dialect of this name. Throws a RangeError for a name that no dialect has. */
export function dialectNamed(name: string): Dialect {
  const found = DIALECTS.find((dialect) => dialect.name === name);
  if (!found) throw new RangeError(`No SMTP dialect is named "${name}"; there are ${dialectNames.join(', ')}`);
  return found;
}
