// How host and nslookup go from a typed name to questions: the search list first, then what follows from
// the first answer that is not NXDOMAIN. Answers that only moved the search on are not printed.

import { parseName, reverseName, type NameFault } from '../../engine/dns/names';
import type { DnsResponse, Question } from '../../engine/dns/types';

/** Questions of a command line. Plain data. */
export interface Search {
  /** Absolute names to try, in this order. */
  names: string[];
  type: Question['type'];
  /** What is asked next of the name that was found and of its canonical name. */
  then: Question['type'][];
}

/**
 * Absolute names that a typed name may stand for: one with a dot inside is tried as it is and then under
 * each domain of the search list, one without the other way round (ndots:1); a final dot means no search.
 */
export function searchNames(text: string, domains: string[]): { names: string[] } | { fault: NameFault } {
  const plain = parseName(text);
  if ('fault' in plain) return plain;
  if (text.endsWith('.')) return { names: [plain.name] };
  const searched = domains.map((domain) => parseName(`${text}.${domain}`)).flatMap((parsed) => ('name' in parsed ? [parsed.name] : []));
  return { names: text.includes('.') ? [plain.name, ...searched] : [...searched, plain.name] };
}

/** The PTR question for an address; null if the text is none. */
export function reverseSearch(address: string): Search | null {
  const name = reverseName(address);
  return name === null ? null : { names: [name], type: 'PTR', then: [] };
}

/** The question to ask after these responses, in order; null when there is none left. */
export function nextQuestion({ names, type, then }: Search, responses: DnsResponse[]): Question | null {
  const tried = responses.findIndex(({ status }) => status !== 'NXDOMAIN');
  const found = responses[tried];
  if (!found) {
    const name = names[responses.length];
    return name === undefined ? null : { name, type };
  }
  const following = then[responses.length - tried - 1];
  return following && found.status === 'NOERROR' ? { name: canonicalName(found), type: following } : null;
}

/** The responses that are shown: those that came after the search, or the last of a search that found nothing. */
export function shown({ names }: Search, responses: DnsResponse[]): DnsResponse[] {
  const tried = responses.findIndex(({ status }) => status !== 'NXDOMAIN');
  return tried >= 0 ? responses.slice(tried) : responses.slice(names.length - 1);
}

/** The name that a chain of aliases in the answer leads to. */
function canonicalName({ question, answer }: DnsResponse): string {
  let name = question.name;
  for (const { name: owner, type, data } of answer) if (type === 'CNAME' && owner === name.toLowerCase()) name = data;
  return name;
}
