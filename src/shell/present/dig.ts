// What dig 9.18 prints. Chosen differences from the real one: no COOKIE line, because the simulated
// servers send no cookies (RFC 7873), and records in the order of the zone, where BIND may turn them.

import { messageSize } from '../../engine/dns/wire';
import type { DnsFailure, DnsResponse, ResourceRecord } from '../../engine/dns/types';
import type { EpochMs } from '../../engine/kernel/calendar';
import { bannerOf, type DigLookup } from './dig-lookup';
import { dateLine, presentFailure, questionLine, recordLine } from './records';

export { parseDig } from './dig-arguments';
export type { DigLookup, DigRequest } from './dig-lookup';

/** What dig knows besides the response. */
export interface DigContext {
  /** Address that was asked. */
  address: string;
  /** How many addresses the name after @ has; 1 for an address. */
  servers: number;
  /** Identifier of the query, 0..65535. */
  id: number;
  /** From the question to the answer. */
  milliseconds: number;
  /** When the answer came. */
  epoch: EpochMs;
}

/** The text of one look-up, with its line ends. Exit status: 0 for a response, 9 for a failure. */
export function presentDig(lookup: DigLookup, response: DnsResponse | DnsFailure, context: DigContext): string {
  const { display } = lookup;
  const banner = bannerOf(lookup, context.servers);
  if (typeof response === 'string') return presentFailure(response, context.address, lookup.port, lookup.tries, banner);
  if (lookup.question.type === 'AXFR') return banner + transferText(lookup, response, context);
  if (display.short) return display.answer ? response.answer.map(({ data }) => `${data}\n`).join('') : '';
  return [
    banner,
    display.comments ? header(lookup, response, context.id) : '',
    display.question ? section(lookup, 'QUESTION', [questionLine(response.question)]) : '',
    display.answer ? recordSection(lookup, 'ANSWER', response.answer) : '',
    display.authority ? recordSection(lookup, 'AUTHORITY', response.authority) : '',
    display.additional ? recordSection(lookup, 'ADDITIONAL', response.additional) : '',
    display.stats ? footer(lookup, response, context) : '',
  ].join('');
}

function header({ recurse, edns, dnssec }: DigLookup, response: DnsResponse, id: number): string {
  const { status, authoritative, recursionAvailable, answer, authority, additional } = response;
  const flags = ['qr', authoritative && 'aa', recurse && 'rd', recursionAvailable && 'ra'].filter((flag) => flag !== false).join(' ');
  const counts = `QUERY: 1, ANSWER: ${answer.length}, AUTHORITY: ${authority.length}, ADDITIONAL: ${additional.length + (edns ? 1 : 0)}`;
  const warning = recurse && !recursionAvailable ? ';; WARNING: recursion requested but not available\n' : '';
  const opt = edns ? `;; OPT PSEUDOSECTION:\n; EDNS: version: 0, flags:${dnssec ? ' do' : ''}; udp: 1232\n` : '';
  return `;; Got answer:\n;; ->>HEADER<<- opcode: QUERY, status: ${status}, id: ${id}\n;; flags: ${flags}; ${counts}\n${warning}\n${opt}`;
}

function recordSection(lookup: DigLookup, title: string, records: ResourceRecord[]): string {
  return section(
    lookup,
    title,
    records.map((record) => recordLine(record, lookup.display, lookup.question.class)),
  );
}

/** An empty section is not shown; without comments a section is its lines only. */
function section({ display }: DigLookup, title: string, lines: string[]): string {
  if (lines.length === 0) return '';
  return display.comments ? `;; ${title} SECTION:\n${lines.join('')}\n` : lines.join('');
}

/** A transfer has neither header nor sections, and a refused one does not say why. */
function transferText(lookup: DigLookup, response: DnsResponse, context: DigContext): string {
  const { answer } = response;
  if (answer.length === 0) return '; Transfer failed.\n';
  const lines = answer.map((record) => recordLine(record, lookup.display));
  const octets = messageSize(response, lookup.edns);
  const stats = `${origin(lookup, context)};; XFR size: ${answer.length} records (messages 1, bytes ${octets})\n\n`;
  return (lookup.display.answer ? lines.join('') : '') + (lookup.display.stats ? stats : '');
}

function footer(lookup: DigLookup, response: DnsResponse, context: DigContext): string {
  return `${origin(lookup, context)};; MSG SIZE  rcvd: ${messageSize(response, lookup.edns)}\n\n`;
}

/** How long it took, and from whom and when the answer came. */
function origin({ server, port, tcp }: DigLookup, { address, milliseconds, epoch }: DigContext): string {
  return (
    `;; Query time: ${milliseconds} msec\n` +
    `;; SERVER: ${address}#${port}(${server ?? address}) (${tcp ? 'TCP' : 'UDP'})\n` +
    `;; WHEN: ${dateLine(epoch)}\n`
  );
}
