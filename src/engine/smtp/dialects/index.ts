// All dialects. A new one is a data file and a line here.

import type { Dialect } from '../types';
import { postfixLike } from './postfix-like';
import { strictTeach } from './strict-teach';

const DIALECTS: readonly Dialect[] = [strictTeach, postfixLike];

/** Names a service may give as its dialect. */
export const dialectNames: readonly string[] = DIALECTS.map(({ name }) => name);

/** The dialect of this name. Throws a RangeError for a name that no dialect has. */
export function dialectNamed(name: string): Dialect {
  const found = DIALECTS.find((dialect) => dialect.name === name);
  if (!found) throw new RangeError(`No SMTP dialect is named "${name}"; there are ${dialectNames.join(', ')}`);
  return found;
}
