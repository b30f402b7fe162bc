// How long a response is on the wire (RFC 1035, 4.1), because dig prints it. Names are compressed as much
// as BIND 9.18 compresses them: a name, or the end of one, that was written before in the same case is two
// octets. Of each name written only the whole and the part after its first label can be pointed at, and the
// last label alone never is. The names inside SRV data are not compressed (RFC 2782).

import { labelsOf } from './names';
import { textStrings } from './rdata';
import type { DnsResponse, ResourceRecord } from './types';

const HEADER = 12;
const TYPE_AND_CLASS = 4;
/** Type, class, TTL and length of the data. */
const RECORD_FIXED = 10;
/** RFC 6891, 6.1.2: an OPT record without options. */
const OPT = 11;
const POINTER = 2;
/** A pointer has 14 bits. */
const MAX_TARGET = 0x3fff;

/** Octets of the response, with the OPT record of EDNS if `edns`. */
export function messageSize(response: DnsResponse, edns: boolean): number {
  const writer = { offset: HEADER, seen: new Set<string>() };
  writeName(writer, response.question.name);
  writer.offset += TYPE_AND_CLASS;
  for (const record of [...response.answer, ...response.authority, ...response.additional]) {
    writeName(writer, record.name);
    writer.offset += RECORD_FIXED;
    writeData(writer, record);
  }
  return writer.offset + (edns ? OPT : 0);
}

interface Writer {
  offset: number;
  /** Names, and ends of names, that a pointer can reach. */
  seen: Set<string>;
}

function writeName(writer: Writer, name: string, compress = true): void {
  const labels = labelsOf(name);
  let offset = writer.offset;
  for (let i = 0; i < labels.length; i++) {
    const rest = JSON.stringify(labels.slice(i));
    if (compress && i < Math.max(labels.length - 1, 1) && writer.seen.has(rest)) {
      writer.offset = offset + POINTER;
      return;
    }
    if (i < 2 && offset <= MAX_TARGET) writer.seen.add(rest);
    offset += labels[i]!.length + 1;
  }
  writer.offset = offset + 1;
}

function writeData(writer: Writer, { type, data }: ResourceRecord): void {
  const fields = data.split(' ');
  const [first = '', second = ''] = fields;
  if (type === 'A') writer.offset += 4;
  else if (type === 'AAAA') writer.offset += 16;
  else if (type === 'TXT')
    writer.offset += textStrings(data).reduce((sum, text) => sum + 1 + text.replace(/\\(?:\d{3}|.)/g, '?').length, 0);
  else if (type === 'MX') {
    writer.offset += 2;
    writeName(writer, second);
  } else if (type === 'SRV') {
    writer.offset += 6;
    writeName(writer, fields.at(-1) ?? '', false);
  } else if (type === 'SOA') {
    writeName(writer, first);
    writeName(writer, second);
    writer.offset += 20;
  } else writeName(writer, first);
}
