// The data of each record type, from the words of a master file to the one presentation form that the
// whole world uses: names absolute and lower case, addresses canonical, strings quoted.

import { encodeUtf8 } from '../kernel/bytes';
import { canonicalAddress, isIpv4, isIpv6 } from '../kernel/address';
import { parseName } from './names';
import type { Word } from './tokens';
import type { RecordType } from './types';

/** Thrown inside this folder only; `parseZone` turns it into a fault with a line number. */
export class DataFault extends Error {}

type Field = (word: Word, origin: string) => string;

const FIELDS: Record<Exclude<RecordType, 'TXT'>, [string, Field][]> = {
  A: [['IPv4 address', addressOf(isIpv4)]],
  AAAA: [['IPv6 address', addressOf(isIpv6)]],
  MX: [
    ['preference', numberUpTo(0xffff)],
    ['mail exchanger', nameOf],
  ],
  CNAME: [['canonical name', nameOf]],
  NS: [['name server', nameOf]],
  PTR: [['name', nameOf]],
  SRV: [
    ['priority', numberUpTo(0xffff)],
    ['weight', numberUpTo(0xffff)],
    ['port', numberUpTo(0xffff)],
    ['target', nameOf],
  ],
  SOA: [
    ['primary name server', nameOf],
    ['mailbox of the person responsible', nameOf],
    ['serial', numberUpTo(0xffff_ffff)],
    ['refresh', seconds],
    ['retry', seconds],
    ['expire', seconds],
    ['minimum', seconds],
  ],
};

export const RECORD_TYPES = [...Object.keys(FIELDS), 'TXT'] as RecordType[];

/** The record type of a word in any case; null if this world has no such records. */
export function recordType(text: string): RecordType | null {
  return RECORD_TYPES.find((type) => type === text.toUpperCase()) ?? null;
}

/** Presentation form of a record's data. Throws a DataFault with a sentence if the words do not fit the type. */
export function parseData(type: RecordType, words: Word[], origin: string): string {
  if (type === 'TXT') return textData(words);
  const fields = FIELDS[type];
  if (words.length !== fields.length) {
    const wanted = fields.map(([label]) => label).join(', ');
    throw new DataFault(
      `${type} takes ${wanted}; found ${words.length === 0 ? 'nothing' : words.map(({ text }) => `"${text}"`).join(' ')}`,
    );
  }
  return fields.map(([label, field], i) => inField(`${type}: ${label}`, field, words[i]!, origin)).join(' ');
}

/** The strings of a TXT record, still escaped. */
export function textStrings(data: string): string[] {
  return Array.from(data.matchAll(/"((?:\\.|[^"\\])*)"/g), (match) => match[1] ?? '');
}

/** Seconds of a TTL: a number, or BIND's units as in `1h30m`. Null if the text is neither or passes 2^31 - 1 (RFC 2181, 8). */
export function parseTtl(text: string): number | null {
  if (!/^(?:\d+|(?:\d+[wdhms])+)$/i.test(text)) return null;
  const unit: Record<string, number> = { w: 604_800, d: 86_400, h: 3600, m: 60, s: 1 };
  const parts = text.toLowerCase().matchAll(/(\d+)([wdhms]?)/g);
  let sum = 0;
  for (const [, count, letter] of parts) sum += Number(count) * (unit[letter ?? ''] ?? 1);
  return sum <= 0x7fff_ffff ? sum : null;
}

function inField(label: string, field: Field, word: Word, origin: string): string {
  try {
    return field(word, origin);
  } catch (fault) {
    if (fault instanceof DataFault) throw new DataFault(`${label}: "${word.text}" ${fault.message}`);
    throw fault;
  }
}

function addressOf(isRight: (text: string) => boolean): Field {
  return ({ text }) => {
    const address = isRight(text) ? canonicalAddress(text) : null;
    if (address === null) throw new DataFault('is no such address');
    return address;
  };
}

function numberUpTo(most: number): Field {
  return ({ text }) => {
    if (!/^\d{1,10}$/.test(text) || Number(text) > most) throw new DataFault(`is not a number from 0 to ${most}`);
    return String(Number(text));
  };
}

function seconds({ text }: Word): string {
  const ttl = parseTtl(text);
  if (ttl === null) throw new DataFault('is not a time in seconds');
  return String(ttl);
}

function nameOf({ text, quoted }: Word, origin: string): string {
  if (quoted) throw new DataFault('is quoted, but a name is not');
  const parsed = parseName(text, origin);
  if ('fault' in parsed) throw new DataFault(`is not a domain name (${parsed.fault})`);
  return parsed.name.toLowerCase();
}

/** RFC 1035, 3.3.14: one or more strings of at most 255 octets. */
function textData(words: Word[]): string {
  if (words.length === 0) throw new DataFault('TXT takes one or more strings; found nothing');
  return words.map(({ text }) => `"${characterString(text)}"`).join(' ');
}

function characterString(text: string): string {
  let octets = '';
  for (const [part, decimal, plain] of text.matchAll(/\\(?:(\d{3})|([^]))|[^\\]+/gu)) {
    if (Number(decimal) > 255) throw new DataFault(`TXT: "${part}" is no octet`);
    octets += decimal === undefined ? encodeUtf8(plain ?? part) : String.fromCharCode(Number(decimal));
  }
  if (octets.length > 255) throw new DataFault(`TXT: a string has ${octets.length} octets; 255 is the most, so cut it into several`);
  return octets.replace(/[^]/g, (octet) => {
    if (octet < ' ' || octet > '~') return `\\${String(octet.charCodeAt(0)).padStart(3, '0')}`;
    return octet === '"' || octet === '\\' ? `\\${octet}` : octet;
  });
}
