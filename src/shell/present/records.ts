// What dig, host and nslookup share: how they are asked, and how BIND lays out records as text.

import { MONTHS, WEEKDAYS, civil, clock, type EpochMs } from '../../engine/kernel/calendar';
import type { DnsFailure, Question, ResourceRecord, Status } from '../../engine/dns/types';
import { RECORD_TYPES, recordType } from '../../engine/dns/rdata';
import { multilineSoa } from './multiline';

/** A command line understood, or what the program says instead, with its exit status. */
export type Parsed<Request> = { request: Request } | { error: string; status: number };

/** RFC 1035, 4.1.1. */
export const RCODES: Record<Status, number> = { NOERROR: 0, SERVFAIL: 2, NXDOMAIN: 3, REFUSED: 5 };

/** Types that exist on the real Internet and that a world has no records of. */
const FOREIGN_TYPES =
  'AFSDB AXFR CAA CDNSKEY CDS CERT DNAME DNSKEY DS HINFO HTTPS IXFR LOC NAPTR NSEC NSEC3 RP RRSIG SSHFP SVCB TLSA URI'.split(' ');

export type AskedType = Question['type'];

/** A type as typed: one that can be asked for, a real one that no world has, or no type at all (null). */
export function askedType(text: string): { type: AskedType } | { foreign: string } | null {
  const upper = text.toUpperCase();
  const type = upper === 'ANY' ? upper : recordType(upper);
  if (type) return { type };
  return FOREIGN_TYPES.includes(upper) ? { foreign: upper } : null;
}

/** What a program says to a real type that no world has. */
export function foreignType(program: string, type: string): string {
  return `${program}: ${type} works on a real machine; the simulated Internet has ${RECORD_TYPES.join(', ')} and ANY.\n`;
}

/** What a program says to an option of the real one that it does not have. */
export function foreignOption(program: string, option: string): string {
  return `${program}: ${option} works on a real machine; this simulated ${program} does not have it.\n`;
}

/** What each of the programs says when the name server that was asked for has no address. */
export function noSuchServer(program: string, server: string): string {
  return `${program}: couldn't get address for '${server}': not found\n`;
}

const FAILURES: Readonly<Record<DnsFailure, string>> = {
  timeout: 'timed out',
  closed: 'connection refused',
  unreachable: 'host unreachable',
};

/** What becomes of one try. */
export function communicationsError(failure: DnsFailure, address: string, port: number): string {
  return `;; communications error to ${address}#${port}: ${FAILURES[failure]}\n`;
}

/** One line per try, then the end of it; `banner` stands between. */
export function presentFailure(failure: DnsFailure, address: string, port: number, tries: number, banner = ''): string {
  return communicationsError(failure, address, port).repeat(tries) + banner + ';; no servers could be reached\n';
}

interface Shown {
  ttl: boolean;
  class: boolean;
  multiline: boolean;
}

/** A record as dig shows it; a column left out moves the others to the left. With +multiline type and data stand closer. */
export function recordLine({ name, ttl, type, data }: ResourceRecord, show: Shown, inClass = 'IN'): string {
  if (show.multiline) {
    const cells = [show.ttl && String(ttl), show.class && inClass].flatMap((text) => (text === false ? [] : [{ text, column: 24 }]));
    const shownData = type === 'SOA' ? multilineSoa(data) : data;
    return layOut([{ text: name, column: 0 }, ...cells, { text: type, column: 32 }, { text: shownData, column: 32 }]);
  }
  const shift = (show.ttl ? 0 : 8) + (show.class ? 0 : 8);
  const cells: Cell[] = [{ text: name, column: 0 }];
  if (show.ttl) cells.push({ text: String(ttl), column: 24 });
  if (show.class) cells.push({ text: inClass, column: show.ttl ? 32 : 24 });
  cells.push({ text: type, column: 40 - shift }, { text: data, column: 48 - shift });
  return layOut(cells);
}

/** A question as dig shows it. */
export function questionLine(question: Question): string {
  // The semicolon does not count: dig prints it before it counts columns.
  return `;${layOut([
    { text: question.name, column: 0 },
    { text: question.class ?? 'IN', column: 32 },
    { text: question.type, column: 40 },
  ])}`;
}

/** `Mon Nov 23 11:41:15 UTC 2026` */
export function dateLine(epoch: EpochMs): string {
  const t = civil(epoch);
  return `${WEEKDAYS[t.weekday]} ${MONTHS[t.month - 1]} ${String(t.day).padStart(2, '0')} ${clock(t)} UTC ${t.year}`;
}

interface Cell {
  text: string;
  column: number;
}

const TAB = 8;

/** Cells at their columns with as many tabs as that takes; one blank at least, where a cell before is too long. */
function layOut(cells: Cell[]): string {
  let line = '';
  let at = 0;
  for (const { text, column } of cells) {
    if (line !== '') {
      const to = Math.max(column, at + 1);
      const tabs = Math.floor(to / TAB) - Math.floor(at / TAB);
      const reached = tabs > 0 ? Math.floor(to / TAB) * TAB : at;
      line += '\t'.repeat(tabs) + ' '.repeat(to - reached);
      at = to;
    }
    line += text;
    at += text.length;
  }
  return `${line}\n`;
}
