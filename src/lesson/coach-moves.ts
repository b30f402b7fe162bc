// What shows how somebody thinks that letters find their way: names and numbers in the DNS (M20 to M26), a server that
// answers not now or not at all (M19, M29), reports (M51), and wishes about reports where nobody offered them (M52).

import { parseAddress } from '../engine/kernel/address';
import type { TraceEventOf } from '../engine/kernel/trace';
import { addressesIn } from '../engine/mail/destinations';
import { parseMessage } from '../engine/mail/message';
import { isOf, latest, type Advice, type Exchange, type Trace } from './coach-trace';
import { contentOf } from './coach-letter';

/** A letter was given up. */
export function bouncedAdvice({ host, diagnostic, forwardPath }: TraceEventOf<'mail.bounced'>): Advice | null {
  const values = { host, domain: domainOf(forwardPath) };
  if (diagnostic.includes('loops back to myself')) return { id: 'M25', key: 'coach.M25', values };
  if (diagnostic.includes('to IP addresses')) return { id: 'M22', key: 'coach.M22', values };
  if (diagnostic.includes('is an alias (CNAME)')) return { id: 'M23', key: 'coach.M23', values };
  const [, name = ''] = /name=(\S+) /.exec(diagnostic) ?? [];
  return isDoubled(name) ? { id: 'M24', key: 'coach.M24', values: { ...values, name } } : null;
}

/** A letter waits. */
export function deferredAdvice({ host, exchanger, diagnostic }: TraceEventOf<'mail.deferred'>): Advice | null {
  if (exchanger !== null && /gr[ae]ylist/i.test(diagnostic)) return { id: 'M19', key: 'coach.M19', values: { host, exchanger } };
  return diagnostic.includes('Connection timed out') ? { id: 'M29', key: 'coach.M29.queue', values: { host } } : null;
}

/** A connection came to nothing. */
export function silentAdvice(asked: TraceEventOf<'net.connect'> | undefined, reason: string): Advice | null {
  if (asked?.port !== 25 || reason !== 'timeout') return null;
  return { id: 'M29', key: 'coach.M29', values: { address: asked.to ?? asked.toAddress } };
}

/** A way was found that the zone does not really give. */
export function routeAdvice({ host, domain, source, exchangers }: TraceEventOf<'mail.route'>): Advice | null {
  const values = { host, domain };
  if (source === 'implicit') return { id: 'M26', key: 'coach.M26', values };
  const isAddress = source === 'mx' && exchangers.some((exchanger) => parseAddress(exchanger.split(' ')[1] ?? '') !== null);
  return isAddress ? { id: 'M22', key: 'coach.M22.lenient', values } : null;
}

/** Somebody asked for exchangers with `dig` or the like. */
export function answerAdvice(answer: TraceEventOf<'dns.answer'>, trace: Trace): Advice | null {
  if (answer.recordType !== 'MX' || answer.status !== 'NOERROR' || !isLearners(answer, trace)) return null;
  const domain = withoutDot(answer.name);
  if (answer.answers.length === 0) return { id: 'M26', key: 'coach.M26.none', values: { domain } };
  const name = exchangersIn(answer.answers).find(({ exchanger }) => isDoubled(exchanger))?.exchanger;
  return name === undefined ? null : { id: 'M24', key: 'coach.M24.answer', values: { domain, name } };
}

/** A zone was saved. */
export function zoneAdvice({ apex, changed }: TraceEventOf<'lab.zone'>): Advice | null {
  const exchangers = exchangersIn(changed).map(({ exchanger }) => exchanger);
  const address = exchangers.find((exchanger) => parseAddress(exchanger) !== null);
  if (address !== undefined) return { id: 'M22', key: 'coach.M22.zone', values: { apex, address } };
  const name = exchangers.find(isDoubled);
  return name === undefined ? null : { id: 'M24', key: 'coach.M24.zone', values: { apex, name } };
}

/** A server has greeted: is it one that comes later in a list that the same machine has seen? */
export function greetedAdvice(greeting: TraceEventOf<'smtp.greeting'>, trace: Trace): Advice | null {
  const { host, connection } = greeting;
  const asked = latest(trace, greeting, (earlier): earlier is TraceEventOf<'net.connect'> => isOf(earlier, 'net.connect', connection));
  if (!asked) return null;
  const seen = latest(trace, asked, (earlier): earlier is TraceEventOf<'dns.answer'> => {
    return earlier.type === 'dns.answer' && earlier.recordType === 'MX' && earlier.asker === asked.from && names(earlier, host);
  });
  const exchangers = seen ? exchangersIn(seen.answers).sort((a, b) => a.preference - b.preference) : [];
  const [best] = exchangers;
  const preference = exchangers.find(({ exchanger }) => exchanger === host)?.preference;
  if (!seen || !best || preference === undefined || preference === best.preference) return null;
  const tried = trace.slice(seen.seq, asked.seq).some((event) => event.type === 'net.connect' && event.to === best.exchanger);
  return tried ? null : { id: 'M21', key: 'coach.M21', values: { host, preference, best: best.exchanger, lowest: best.preference } };
}

/** A letter was taken from a machine that found the exchanger by itself, in another house. */
export function clientAdvice(accepted: TraceEventOf<'mail.accepted'>, trace: Trace): Advice | null {
  const asked = latest(trace, accepted, (event): event is TraceEventOf<'net.connect'> => isOf(event, 'net.connect', accepted.connection));
  if (!asked || house(asked.from) === house(accepted.host)) return null;
  const domains = accepted.forwardPaths.map(domainOf);
  const sought = latest(trace, asked, (event): event is TraceEventOf<'dns.query'> => {
    return (
      event.type === 'dns.query' && event.asker === asked.from && event.recordType === 'MX' && domains.includes(withoutDot(event.name))
    );
  });
  return sought ? { id: 'M20', key: 'coach.M20', values: { client: asked.from, host: accepted.host } } : null;
}

/** A report was written to somebody else than the letter's From line says. */
export function reportAdvice({ host, about, to, action }: TraceEventOf<'mail.reported'>, trace: Trace): Advice | null {
  if (action !== 'failed') return null;
  const letter = trace.find((event) => event.type === 'mail.accepted' && event.host === host && event.queueId === about);
  if (letter?.type !== 'mail.accepted' || letter.connection === null) return null;
  const from = parseMessage(contentOf(letter, trace)).fields.find(({ name }) => name.toLowerCase() === 'from');
  const [author] = from ? addressesIn(from.value) : [];
  if (author === undefined || author.toLowerCase() === to.toLowerCase()) return null;
  return { id: 'M51', key: 'coach.M51', values: { host, to, author } };
}

const WISHES = /[ ](NOTIFY|ORCPT|RET|ENVID)(?==|\s|$)/i;

/** A wish about reports was refused because nobody had offered to fulfil it. */
export function wishAdvice({ host, line, code, reason }: Exchange): Advice | null {
  const [, wish] = WISHES.exec(line) ?? [];
  if (wish === undefined || code < 500 || (reason !== 'unsupportedOption' && reason !== 'dsnDisabled')) return null;
  return { id: 'M52', key: 'coach.M52', values: { host, wish: wish.toUpperCase(), code } };
}

/** A question that was typed, not one that a letter raised. */
function isLearners(answer: TraceEventOf<'dns.answer'>, trace: Trace): boolean {
  const query = latest(
    trace,
    answer,
    (event): event is TraceEventOf<'dns.query'> => event.type === 'dns.query' && event.query === answer.query,
  );
  if (!query?.recursionDesired || query.cause === undefined) return false;
  return !trace[query.cause]?.type.startsWith('mail.');
}

function names({ answers }: TraceEventOf<'dns.answer'>, host: string): boolean {
  return exchangersIn(answers).some(({ exchanger }) => exchanger === host);
}

/** What MX records say, from their lines. */
function exchangersIn(records: readonly string[]): { preference: number; exchanger: string }[] {
  return records.flatMap((record) => {
    const [, preference, exchanger] = /\sMX\s+(\d+)\s+(\S+)$/.exec(record) ?? [];
    return preference === undefined || exchanger === undefined
      ? []
      : [{ preference: Number(preference), exchanger: withoutDot(exchanger).toLowerCase() }];
  });
}

/** `mail.c.example.c.example`: the end of the name stands in it twice. */
const isDoubled = (name: string) => /(?:^|\.)([^.]+(?:\.[^.]+)+)\.\1$/i.test(withoutDot(name));
const withoutDot = (name: string) => name.replace(/\.$/, '');
const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1).toLowerCase();
/** The domain that a machine belongs to, as far as its name tells. */
const house = (host: string) => host.split('.').slice(-2).join('.');
