// Mailboxes (RFC 5321, 4.1.2). Inside the program a mailbox is `local-part@domain` with the local part
// unquoted: all quoted forms are equivalent. A domain holds no "@", so the last one divides the two.

import { isUtf8, type Bytes } from '../kernel/bytes';
import { isDomain, literalAddress } from './domain';

/** 4.5.3.1.1, octets. */
export const LOCAL_PART_OCTETS = 64;

const ATEXT = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\x80-\\xff-]";
const DOT_STRING = new RegExp(`^${ATEXT}+(?:\\.${ATEXT}+)*$`);
/** What servers put up with: dots anywhere. */
const LENIENT_DOT_STRING = new RegExp(`^(?:${ATEXT}|\\.)+$`);
const QUOTED_STRING = /^"(?:[ !#-[\]-~\x80-\xff]|\\[ -~])*"$/;

/** The local part with quotes and backslashes taken off; null if it is neither Dot-string nor Quoted-string. */
export function parseLocalPart(text: Bytes, exact: boolean): Bytes | null {
  if (!isUtf8(text)) return null;
  if (QUOTED_STRING.test(text)) return text.slice(1, -1).replace(/\\(.)/g, '$1');
  return (exact ? DOT_STRING : LENIENT_DOT_STRING).test(text) ? text : null;
}

/** The domain or address literal as given; null if it is neither. */
export function parseDomain(text: Bytes, exact: boolean): Bytes | null {
  return isDomain(text, exact) || literalAddress(text) !== null ? text : null;
}

/** Where the local part ends in `local@domain`; -1 if there is no domain. Quoted strings may hold an "@". */
export function atSign(text: Bytes): number {
  const quoted = /^"(?:[^"\\]|\\.)*"/.exec(text)?.[0].length ?? 0;
  return text.indexOf('@', quoted);
}

/** Local part and domain of a canonical mailbox; the domain is null where there is none (`postmaster`). */
export function splitMailbox(mailbox: Bytes): { localPart: Bytes; domain: Bytes | null } {
  const at = mailbox.lastIndexOf('@');
  return at < 0 ? { localPart: mailbox, domain: null } : { localPart: mailbox.slice(0, at), domain: mailbox.slice(at + 1) };
}

/** The mailbox as it is written in a path or a header field, with the least quoting (4.1.2). */
export function writeMailbox(mailbox: Bytes): Bytes {
  const { localPart, domain } = splitMailbox(mailbox);
  const written = DOT_STRING.test(localPart) ? localPart : `"${localPart.replace(/["\\]/g, '\\$&')}"`;
  return mailbox === '' ? '' : domain === null ? written : `${written}@${domain}`;
}
