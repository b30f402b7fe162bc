// What a server of the time of RFC 821 made of octets: TCP carries 7-bit characters there, the high-order bit zero.

import type { Bytes } from '../kernel/bytes';

/** The octets with their eighth bit cleared: `\xfc`, a ü of Latin-1, becomes `|`. */
export function sevenBit(bytes: Bytes): Bytes {
  return bytes.replace(/[\x80-\xff]/g, (octet) => String.fromCharCode(octet.charCodeAt(0) & 0x7f));
}
