// Records as text, in the one form that the trace has them in.

import type { RecordType, ResourceRecord } from './types';

/** `campus.example. 3600 IN MX 10 mx1.campus.example.` */
export function presentRecord({ name, ttl, type, data }: ResourceRecord): string {
  return `${name} ${ttl} IN ${type} ${data}`;
}

/** The record of a line that presentRecord wrote. */
export function readRecord(line: string): ResourceRecord {
  const [name = '', ttl = '', , type = '', ...data] = line.split(' ');
  return { name, ttl: Number(ttl), type: type as RecordType, data: data.join(' ') };
}
