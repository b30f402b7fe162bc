// Domain names in presentation form (RFC 1035, 5.1): labels joined by dots, `\.` is a dot inside a label
// and `\DDD` an octet. An absolute name ends with a dot. Case is kept and ignored (RFC 4343): whoever
// compares names lowers them first.

import { encodeUtf8, type Bytes } from '../kernel/bytes';
import { parseAddress } from '../kernel/address';

/** What BIND calls the ways in which a text is no domain name. */
export type NameFault = 'empty label' | 'label too long' | 'ran out of space' | 'bad escape';
export type ParsedName = { name: string } | { fault: NameFault };

const MAX_LABEL = 63;
/** RFC 1035, 2.3.4: octets of a name on the wire, with a length octet per label and the root's zero. */
const MAX_NAME = 255;

/** Reads a name and makes it absolute: without a final dot it is relative to `origin` (an absolute name), `@` is the origin. */
export function parseName(text: string, origin = '.'): ParsedName {
  if (text === '@') return { name: origin };
  if (text === '.') return { name: '.' };
  const labels = splitLabels(text);
  if (!labels) return { fault: 'bad escape' };
  const absolute = labels.at(-1) === '';
  if (absolute) labels.pop();
  if (labels.length === 0 || labels.includes('')) return { fault: 'empty label' };
  if (labels.some((label) => label.length > MAX_LABEL)) return { fault: 'label too long' };
  const own = labels.map((label) => label.replace(/[^]/g, presentOctet) + '.').join('');
  const name = absolute || origin === '.' ? own : own + origin;
  return wireLength(name) > MAX_NAME ? { fault: 'ran out of space' } : { name };
}

/** The labels of an absolute name, as octets. The root has none. */
export function labelsOf(name: string): Bytes[] {
  return (splitLabels(name) ?? []).filter((label) => label !== '');
}

/** The name and everything above it, up to the root: `a.example.`, `example.`, `.` */
export function ancestors(name: string): string[] {
  const labels = name === '.' ? [] : (name.match(/(?:\\.|[^.\\])+\./g) ?? []);
  return [...labels.map((_, i) => labels.slice(i).join('')), '.'];
}

/** True if the name is the apex or lies below it. Both lower case. */
export function isWithin(name: string, apex: string): boolean {
  return ancestors(name).includes(apex);
}

/** A name as programs show it: without the final dot, except the root. */
export function withoutDot(name: string): string {
  return name === '.' ? name : name.replace(/\.$/, '');
}

/** The name under which an address has its PTR record (RFC 1035, 3.5; RFC 3596, 2.5); null if the text is no address. */
export function reverseName(address: string): string | null {
  const parsed = parseAddress(address);
  if (!parsed) return null;
  if (parsed.version === 4) return `${[...parsed.octets].reverse().join('.')}.in-addr.arpa.`;
  const nibbles = parsed.octets.flatMap((octet) => [octet >> 4, octet & 15]);
  return `${nibbles
    .reverse()
    .map((nibble) => nibble.toString(16))
    .join('.')}.ip6.arpa.`;
}

/** Octets of an uncompressed name on the wire. */
export function wireLength(name: string): number {
  return labelsOf(name).reduce((sum, label) => sum + label.length + 1, 1);
}

/** Splits at unescaped dots and undoes the escapes; null if an escape is broken. */
function splitLabels(text: string): Bytes[] | null {
  const labels = [''];
  const parts = /\\(?:(\d{3})|([^\d]))|\\|\.|[^.\\]+/gu;
  for (const [part, decimal, plain] of text.matchAll(parts)) {
    if (part === '.') labels.push('');
    else if (part === '\\' || Number(decimal) > 255) return null;
    else labels[labels.length - 1] += decimal === undefined ? encodeUtf8(plain ?? part) : String.fromCharCode(Number(decimal));
  }
  return labels;
}

function presentOctet(octet: string): string {
  if (octet < '!' || octet > '~') return `\\${String(octet.charCodeAt(0)).padStart(3, '0')}`;
  return '.\\";()@$'.includes(octet) ? `\\${octet}` : octet;
}
