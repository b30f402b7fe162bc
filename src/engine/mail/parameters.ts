// The argument of MAIL and RCPT: a keyword, a path, and esmtp-params (RFC 5321, 4.1.2); xtext (RFC 3461, 4).

import type { Bytes } from '../kernel/bytes';
import { lower, trimBlanks, upper, words } from './ascii';

/** One `KEYWORD=value` or `KEYWORD`. */
export interface Parameter {
  /** Upper case. */
  keyword: Bytes;
  /** Absent without "="; may be empty with it. */
  value?: Bytes;
  /** As received. */
  text: Bytes;
}

export interface PathArgument {
  /** The path as received, not yet parsed. */
  path: Bytes;
  parameters: Parameter[];
  /** True if blanks stood between the colon and the path (not permitted: 3.3). */
  spaced: boolean;
}

/** Takes apart `FROM:<path> params`; null if the keyword, its colon or the path is missing. */
export function parsePathArgument(argument: Bytes, keyword: 'FROM' | 'TO'): PathArgument | null {
  const prefix = `${keyword}:`;
  if (upper(argument.slice(0, prefix.length)) !== prefix) return null;
  const rest = argument.slice(prefix.length);
  const text = trimBlanks(rest);
  const length = pathLength(text);
  if (length === 0) return null;
  const parameters = words(text.slice(length)).map(parseParameter);
  return { path: text.slice(0, length), parameters, spaced: /^[ \t]/.test(rest) };
}

/** A path ends at the first blank outside quotes and brackets. */
function pathLength(text: Bytes): number {
  let quoted = false;
  let open = false;
  for (let i = 0; i < text.length; i++) {
    const octet = text[i];
    if (quoted && octet === '\\') i++;
    else if (octet === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (octet === '<') open = true;
    else if (octet === '>') open = false;
    else if (!open && (octet === ' ' || octet === '\t')) return i;
  }
  return text.length;
}

function parseParameter(text: Bytes): Parameter {
  const equals = text.indexOf('=');
  return equals < 0 ? { keyword: upper(text), text } : { keyword: upper(text.slice(0, equals)), value: text.slice(equals + 1), text };
}

/** Decodes xtext (`+2B` is "+"); null if the text is not xtext. A bare "=", which xtext does not permit, is let through, as servers do. */
export function decodeXtext(text: Bytes): Bytes | null {
  if (!/^(?:[!-*,-~]|\+[0-9A-F]{2})*$/.test(text)) return null;
  return text.replace(/\+([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** Octets as xtext: whatever is not printable ASCII, and "+" and "=", in hexadecimal (RFC 3461, 4). */
export function encodeXtext(bytes: Bytes): Bytes {
  return bytes.replace(/[^!-*,-<>-~]/g, (octet) => `+${octet.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

const NOTIFY = ['success', 'failure', 'delay'];

/** NOTIFY=NEVER, or a list of SUCCESS, FAILURE, DELAY (RFC 3461, 4.1), in upper case; null if it is neither. */
export function parseNotify(value: Bytes): string[] | null {
  const list = lower(value).split(',');
  const good = (list.length === 1 && list[0] === 'never') || list.every((item) => NOTIFY.includes(item));
  return good ? list.map(upper) : null;
}

/** ORCPT=addr-type;xtext (RFC 3461, 4.2) with the xtext decoded; null if it is malformed. */
export function parseOriginalRecipient(value: Bytes): Bytes | null {
  const match = /^([A-Za-z0-9-]+);(.*)$/.exec(value);
  const address = match && decodeXtext(match[2] ?? '');
  return match && address !== null ? `${match[1]};${address}` : null;
}
