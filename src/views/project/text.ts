// Text from the wire is hostile until shown otherwise: it is clipped before it is made visible, so
// that a line of a million octets costs no more than a short one.

import { withoutDot } from '../../engine/dns/names';
import type { Bytes } from '../../engine/kernel/bytes';
import { visible, visibleText } from '../../engine/kernel/visible';

/** What fits into one row many times over; a row is cut by its width, this only bounds the work. */
const ROW_LIMIT = 400;

const ELLIPSIS = '…';

/** Octets as safe text of one line, at most `limit` octets of them, with an ellipsis where something was cut. */
export function showBytes(bytes: Bytes, limit = ROW_LIMIT): string {
  if (bytes.length <= limit) return visible(bytes);
  let end = limit;
  // Not in the middle of a UTF-8 sequence (at most three octets follow the first).
  while (end > limit - 3 && (bytes.charCodeAt(end) & 0xc0) === 0x80) end--;
  return visible(bytes.slice(0, end)) + ELLIPSIS;
}

/** The same for characters. */
export function showText(text: string, limit = ROW_LIMIT): string {
  if (text.length <= limit) return visibleText(text);
  const high = text.charCodeAt(limit - 1);
  return visibleText(text.slice(0, high >= 0xd800 && high < 0xdc00 ? limit - 1 : limit)) + ELLIPSIS;
}

/** A line without its line end, and whether that was a line feed alone (RFC 5321, 2.3.8). */
export function withoutLineEnd(line: Bytes): { text: Bytes; bare: boolean } {
  if (line.endsWith('\r\n')) return { text: line.slice(0, -2), bare: false };
  if (line.endsWith('\n')) return { text: line.slice(0, -1), bare: true };
  return { text: line, bare: false };
}

/** A domain name as people write it, without the final dot. */
export function showName(name: string): string {
  return showText(withoutDot(name));
}

/** First label of a host name; an address stays whole. */
export function shortName(host: string): string {
  return /^[\d.]+$|:/.test(host) ? host : (host.split('.')[0] ?? host);
}
