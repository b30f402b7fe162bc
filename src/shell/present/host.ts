// What host 9.18 prints. `host NAME` asks for A, and if that went well for AAAA and MX of the name that
// the aliases lead to; every answer is printed as it comes.

import { parseName, reverseName, withoutDot } from '../../engine/dns/names';
import type { DnsResponse, Question, RecordType } from '../../engine/dns/types';
import { isIpv4 } from '../../engine/kernel/address';
import { RCODES, askedType, canonicalName, foreignOption, foreignType, presentTimeout, type Parsed } from './records';

/** A host command line. Plain data. */
export interface HostRequest {
  /** The name as host repeats it. */
  name: string;
  /** Name or address of the server to ask; null for the host's own resolver. */
  server: string | null;
  first: Question;
  /** True for `host NAME`: AAAA and MX follow. */
  further: boolean;
}

/** How often host sends a question before it gives up. */
const HOST_TRIES = 2;

const USAGE = `Usage: host [-t type] hostname [server]
       -t specifies the query type
       -T enables TCP/IP mode
       -R specifies number of retries for UDP packets
       -W specifies how long to wait for a reply
`;

const FLAGS = /^-[46TUswrin]+$/;
const FOREIGN = /^-[aACcdlmNvVD]/;

const PHRASES: Partial<Record<RecordType, string>> = {
  A: 'has address',
  AAAA: 'has IPv6 address',
  NS: 'name server',
  CNAME: 'is an alias for',
  PTR: 'domain name pointer',
  MX: 'mail is handled by',
  TXT: 'descriptive text',
};

/** Reads the words after `host`. An error text belongs on standard error. */
export function parseHost(args: string[]): Parsed<HostRequest> {
  let type: Question['type'] | null = null;
  let i = 0;
  // Options end at the first word that is none: in `host NAME -t MX` the server is called `-t`.
  for (; args[i]?.startsWith('-'); i++) {
    const word = args[i]!;
    const [letter, value] = [word.slice(0, 2), word.length > 2 ? word.slice(2) : args[i + 1]];
    if (FLAGS.test(word)) continue;
    if (FOREIGN.test(word)) return { error: foreignOption('host', letter), status: 1 };
    if (!['-t', '-R', '-W'].includes(letter) || value === undefined) return { error: USAGE, status: 1 };
    if (word.length === 2) i++;
    if (letter !== '-t') continue;
    const asked = askedType(value);
    if (!asked) return { error: `host: invalid type: ${value}\n\n`, status: 2 };
    if ('foreign' in asked) return { error: foreignType('host', asked.foreign), status: 1 };
    type = asked.type;
  }
  const [name, server = null] = args.slice(i);
  if (name === undefined) return { error: USAGE, status: 1 };
  const reverse = reverseName(name);
  if (reverse) {
    const shown = isIpv4(name) ? reverse : withoutDot(reverse);
    return { request: { name: shown, server, first: { name: reverse, type: 'PTR' }, further: false } };
  }
  const parsed = parseName(name);
  if ('fault' in parsed) return { error: `host: '${name}' is not a legal name (${parsed.fault})\n`, status: 1 };
  return { request: { name, server, first: { name: parsed.name, type: type ?? 'A' }, further: type === null } };
}

/** The question to ask after these responses, in order; null when there is none left. */
export function nextHostQuestion(request: HostRequest, responses: DnsResponse[]): Question | null {
  const [first] = responses;
  if (!first) return request.first;
  if (!request.further || first.status !== 'NOERROR') return null;
  const type = (['AAAA', 'MX'] as const)[responses.length - 1];
  return type ? { name: canonicalName(first), type } : null;
}

/**
 * The text for one response. `address` is the server's; `first` is true for the first response of the
 * command line. Exit status: 1 if any response was negative or none came, else 0.
 */
export function presentHost(
  request: HostRequest,
  response: DnsResponse | 'timeout',
  { address, first }: { address: string; first: boolean },
): string {
  if (response === 'timeout') return presentTimeout(address, 53, HOST_TRIES);
  const heading =
    first && request.server !== null ? `Using domain server:\nName: ${request.server}\nAddress: ${address}#53\nAliases: \n\n` : '';
  return heading + answerText(request, response);
}

function answerText({ name, first, further }: HostRequest, { question, status, answer }: DnsResponse): string {
  const asked = withoutDot(question.name);
  if (status !== 'NOERROR') {
    const shown = status === 'NXDOMAIN' && question.type === first.type ? name : asked;
    return `Host ${shown} not found: ${RCODES[status]}(${status})\n`;
  }
  if (answer.length === 0 && !further) return `${asked} has no ${question.type} record\n`;
  return answer
    .map((record) => `${withoutDot(record.name)} ${PHRASES[record.type] ?? `has ${record.type} record`} ${record.data}\n`)
    .join('');
}
