// Whom a letter names as its readers (RFC 5322, 3.6.3). It is text for people: who gets the letter is
// decided by the envelope alone (RFC 5321, 2.3.1).

import type { Bytes } from '../kernel/bytes';
import { lower } from './ascii';
import { parseMessage } from './message';

const FIELDS = ['to', 'cc', 'bcc'];
const ADDRESS = /[^\s<>()[\]",:;@]+@[^\s<>()[\]",:;@]+/g;

/** Addresses in the To, Cc and Bcc fields of a letter (CR LF line ends), as written, each once. Display names and comments are no addresses. */
export function destinations(content: Bytes): Bytes[] {
  const named = parseMessage(content)
    .fields.filter(({ name }) => FIELDS.includes(lower(name)))
    .flatMap(({ value }) => addressesIn(value));
  return [...new Set(named)];
}

/** Addresses in the value of a field. Display names and comments are no addresses. */
export function addressesIn(value: Bytes): Bytes[] {
  return value.match(ADDRESS) ?? [];
}
