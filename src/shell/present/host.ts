// What host 9.18 prints. `host NAME` asks for A, and if that went well for AAAA and MX of the name that
// the aliases lead to; every answer is printed as it comes.

import { withoutDot } from '../../engine/dns/names';
import type { DnsFailure, DnsResponse, Question, RecordType } from '../../engine/dns/types';
import { isIpv4 } from '../../engine/kernel/address';
import { RCODES, askedType, foreignOption, foreignType, presentFailure, type Parsed } from './records';
import { reverseSearch, searchNames, shown, type Search } from './search';

export { nextQuestion as nextHostQuestion } from './search';

/** A host command line: what to ask (nextHostQuestion), whom, and how to show it. Plain data. */
export interface HostRequest extends Search {
  /** The name as host repeats it when it does not exist. */
  shownName: string;
  /** Name or address of the server to ask; null for the host's own resolver. */
  server: string | null;
}

/** How often host sends a question before it gives up, and how long it waits each time. Milliseconds. */
export const HOST_PATIENCE = { tries: 2, timeout: 5_000 };

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

/** Reads the words after `host`; `domains` is the host's search list. An error text belongs on standard error. */
export function parseHost(args: string[], domains: string[] = []): Parsed<HostRequest> {
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
  const reverse = reverseSearch(name);
  if (reverse) {
    // The real one shows the final dot of a reverse name for IPv4 only.
    const [reverseName = ''] = reverse.names;
    return { request: { ...reverse, shownName: isIpv4(name) ? reverseName : withoutDot(reverseName), server } };
  }
  const found = searchNames(name, domains);
  if ('fault' in found) return { error: `host: '${name}' is not a legal name (${found.fault})\n`, status: 1 };
  return { request: { names: found.names, type: type ?? 'A', then: type === null ? ['AAAA', 'MX'] : [], shownName: name, server } };
}

/**
 * The text for the last of the responses so far, empty while the search goes on; a failure as the last one
 * means that no answer came. `address` is the server's. Exit status: 0 if the last text shown was no error, else 1.
 */
export function presentHost(request: HostRequest, responses: (DnsResponse | DnsFailure)[], address: string): string {
  const failure = responses.find((response) => typeof response === 'string');
  const answered = responses.filter((response) => typeof response !== 'string');
  if (failure) return presentFailure(failure, address, 53, HOST_PATIENCE.tries);
  const texts = shown(request, answered);
  const last = texts.at(-1);
  if (!last) return '';
  const isFirst = texts.length === 1 && request.server !== null;
  const heading = isFirst ? `Using domain server:\nName: ${request.server}\nAddress: ${address}#53\nAliases: \n\n` : '';
  return heading + answerText(request, last);
}

function answerText({ shownName, names, type, then }: HostRequest, { question, status, answer }: DnsResponse): string {
  const asked = withoutDot(question.name);
  if (status !== 'NOERROR') {
    const isTyped = status === 'NXDOMAIN' && question.type === type && names.includes(question.name);
    return `Host ${isTyped ? shownName : asked} not found: ${RCODES[status]}(${status})\n`;
  }
  if (answer.length === 0 && then.length === 0) return `${asked} has no ${question.type} record\n`;
  return answer
    .map((record) => `${withoutDot(record.name)} ${PHRASES[record.type] ?? `has ${record.type} record`} ${record.data}\n`)
    .join('');
}
