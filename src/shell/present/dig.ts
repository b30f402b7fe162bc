// What dig 9.18 prints. Chosen differences from the real one: no COOKIE line, because the simulated
// servers send no cookies (RFC 7873), and records in the order of the zone, where BIND may turn them.

import { messageSize } from '../../engine/dns/wire';
import type { DnsFailure, DnsResponse, ResourceRecord } from '../../engine/dns/types';
import type { EpochMs } from '../../engine/kernel/calendar';
import { DIG_VERSION, type DigBanner, type DigLookup } from './dig-lookup';
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
  const banner = lookup.banner && display.command && !display.short ? bannerText(lookup.banner, context.servers) : '';
  if (typeof response === 'string') return presentFailure(response, context.address, lookup.port, lookup.tries, banner);
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

function bannerText({ args, countsServers, short }: DigBanner, servers: number): string {
  const found = countsServers ? `; (${servers} server${servers === 1 ? '' : 's'} found)\n` : '';
  return `\n; <<>> DiG ${DIG_VERSION} <<>>${args === '' ? '' : ` ${args}`}\n${found};; global options:${short ? ' +short' : ''} +cmd\n`;
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
    records.map((record) => recordLine(record, lookup.display)),
  );
}

/** An empty section is not shown; without comments a section is its lines only. */
function section({ display }: DigLookup, title: string, lines: string[]): string {
  if (lines.length === 0) return '';
  return display.comments ? `;; ${title} SECTION:\n${lines.join('')}\n` : lines.join('');
}

function footer({ server, port, tcp, edns }: DigLookup, response: DnsResponse, { address, milliseconds, epoch }: DigContext): string {
  return (
    `;; Query time: ${milliseconds} msec\n` +
    `;; SERVER: ${address}#${port}(${server ?? address}) (${tcp ? 'TCP' : 'UDP'})\n` +
    `;; WHEN: ${dateLine(epoch)}\n` +
    `;; MSG SIZE  rcvd: ${messageSize(response, edns)}\n\n`
  );
}
