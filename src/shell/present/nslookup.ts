// What nslookup 9.18 prints when it is given a name on the command line. `nslookup NAME` asks for A and
// then, if that went well, for AAAA of the name that the aliases lead to.

import { withoutDot } from '../../engine/dns/names';
import type { DnsFailure, DnsResponse, Question, RecordType, ResourceRecord } from '../../engine/dns/types';
import { askedType, foreignOption, foreignType, presentFailure, type Parsed } from './records';
import { nextQuestion, reverseSearch, searchNames, shown, type Search } from './search';

export { nextQuestion as nextNslookupQuestion } from './search';

/** An nslookup command line: what to ask (nextNslookupQuestion), whom, and how to show it. Plain data. */
export interface NslookupRequest extends Search {
  /** The name as nslookup repeats it when it does not exist. */
  shownName: string;
  /** Name or address of the server to ask; null for the host's own resolver. */
  server: string | null;
  /** True if the command line names the type: then every answer has a heading. */
  typeGiven: boolean;
  /** Text for standard output before the first answer. */
  warnings: string;
}

/** How often nslookup sends a question before it gives up, and how long it waits each time. Milliseconds. */
export const NSLOOKUP_PATIENCE = { tries: 3, timeout: 5_000 };

const PHRASES: Record<Exclude<RecordType, 'SOA'>, string> = {
  A: 'internet address = ',
  AAAA: 'has AAAA address ',
  NS: 'nameserver = ',
  CNAME: 'canonical name = ',
  PTR: 'name = ',
  MX: 'mail exchanger = ',
  TXT: 'text = ',
  SRV: 'service = ',
};

const TYPE_OPTION = /^-(?:type|ty|querytype|query|qu|q)=(.*)$/i;

/** Reads the words after `nslookup`; `domains` is the host's search list. An error text belongs on standard error. */
export function parseNslookup(args: string[], domains: string[] = []): Parsed<NslookupRequest> {
  let type: Question['type'] | null = null;
  let warnings = '';
  const words: string[] = [];
  for (const word of args) {
    const option = TYPE_OPTION.exec(word)?.[1];
    if (option === undefined) {
      if (word.startsWith('-')) return { error: foreignOption('nslookup', word), status: 1 };
      words.push(word);
      continue;
    }
    const asked = askedType(option);
    if (asked && 'foreign' in asked) return { error: foreignType('nslookup', asked.foreign), status: 1 };
    if (!asked) warnings += `unknown query type: ${option}\n`;
    // A type after the name comes too late for it.
    else if (words.length === 0) type = asked.type;
  }
  const [name, server = null] = words;
  if (name === undefined) return { error: 'nslookup: the simulated one needs a name: nslookup NAME [SERVER]\n', status: 1 };
  const reverse = reverseSearch(name);
  const common = { server, typeGiven: type !== null, warnings };
  if (reverse) return { request: { ...reverse, ...common, shownName: withoutDot(reverse.names[0] ?? '') } };
  const found = searchNames(name, domains);
  if ('fault' in found) return { error: `nslookup: '${name}' is not a legal name (${found.fault})\n`, status: 1 };
  const then: Question['type'][] = type === null ? ['AAAA'] : [];
  return { request: { names: found.names, type: type ?? 'A', then, ...common, shownName: name } };
}

/**
 * The text for the last of the responses so far, empty while the search goes on; a failure as the last one
 * means that no answer came. `address` is the server's. After the last question the text ends with an
 * empty line. Exit status: 0 if the last text shown was no error, else 1.
 */
export function presentNslookup(request: NslookupRequest, responses: (DnsResponse | DnsFailure)[], address: string): string {
  const failure = responses.find((response) => typeof response === 'string');
  const answered = responses.filter((response) => typeof response !== 'string');
  if (failure) return `${presentFailure(failure, address, 53, NSLOOKUP_PATIENCE.tries)}\n`;
  const texts = shown(request, answered);
  const last = texts.at(-1);
  if (!last) return '';
  const end = nextQuestion(request, answered) ? '' : '\n';
  const earlierEmpty = texts.slice(0, -1).every(({ answer }) => answer.length === 0);
  return heading(request, last, address) + body(request, last, earlierEmpty) + end;
}

/** True for answers that stand under a heading of their own. */
function isHeaded({ typeGiven }: NslookupRequest, { question }: DnsResponse): boolean {
  return typeGiven || question.type === 'A';
}

function heading(request: NslookupRequest, response: DnsResponse, address: string): string {
  return isHeaded(request, response) ? `Server:\t\t${request.server ?? address}\nAddress:\t${address}#53\n\n` : '';
}

function body(request: NslookupRequest, response: DnsResponse, earlierEmpty: boolean): string {
  const { question, status, authoritative, answer, authority, additional } = response;
  if (status !== 'NOERROR')
    return `** server can't find ${status === 'NXDOMAIN' ? request.shownName : withoutDot(question.name)}: ${status}\n`;
  const { type } = question;
  let text = !authoritative && isHeaded(request, response) ? 'Non-authoritative answer:\n' : '';
  if (answer.length > 0) text += answer.map(answerLine).join('');
  else if (request.typeGiven || (type === 'AAAA' && earlierEmpty)) text += `*** Can't find ${withoutDot(question.name)}: No answer\n`;
  if (authoritative || type === 'A' || type === 'AAAA') return text;
  return `${text}\nAuthoritative answers can be found from:\n${[...authority, ...additional].map(otherLine).join('')}`;
}

function answerLine(record: ResourceRecord): string {
  const isAddress = record.type === 'A' || record.type === 'AAAA';
  return isAddress ? `Name:\t${withoutDot(record.name)}\nAddress: ${record.data}\n` : otherLine(record);
}

function otherLine({ name, type, data }: ResourceRecord): string {
  if (type !== 'SOA') return `${withoutDot(name)}\t${PHRASES[type]}${data}\n`;
  const [origin = '', mailbox = '', ...times] = data.split(' ');
  const labels = ['serial', 'refresh', 'retry', 'expire', 'minimum'];
  const rest = labels.map((label, i) => `\t${label} = ${times[i]}\n`).join('');
  return `${withoutDot(name)}\n\torigin = ${withoutDot(origin)}\n\tmail addr = ${withoutDot(mailbox)}\n${rest}`;
}
