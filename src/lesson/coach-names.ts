// What shows how somebody thinks that names and numbers in the DNS lead a letter (M20 to M26). What a letter that was given
// up tells of it is in coach-moves.ts.

import { parseAddress } from '../engine/kernel/address';
import type { TraceEventOf } from '../engine/kernel/trace';
import { connectOf, latest, type Advice, type Trace } from './coach-trace';

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
  const asked = connectOf(trace, greeting, connection);
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
  const asked = connectOf(trace, accepted, accepted.connection);
  if (!asked || house(asked.from) === house(accepted.host)) return null;
  const domains = accepted.forwardPaths.map(domainOf);
  const sought = latest(trace, asked, (event): event is TraceEventOf<'dns.query'> => {
    return (
      event.type === 'dns.query' && event.asker === asked.from && event.recordType === 'MX' && domains.includes(withoutDot(event.name))
    );
  });
  return sought ? { id: 'M20', key: 'coach.M20', values: { client: asked.from, host: accepted.host } } : null;
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
export const isDoubled = (name: string) => /(?:^|\.)([^.]+(?:\.[^.]+)+)\.\1$/i.test(withoutDot(name));
const withoutDot = (name: string) => name.replace(/\.$/, '');
/** In lower case. */
export const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1).toLowerCase();
/** The domain that a machine belongs to, as far as its name tells. */
const house = (host: string) => host.split('.').slice(-2).join('.');
