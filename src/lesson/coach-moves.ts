// What became of letters, and what it shows: a letter given up (M22 to M25), a server that answers not now or not at all
// (M19, M29), reports (M51), and wishes about reports where nobody offered them (M52).

import type { TraceEventOf } from '../engine/kernel/trace';
import { addressesIn } from '../engine/mail/destinations';
import { parseMessage } from '../engine/mail/message';
import { contentOf } from './coach-letter';
import { domainOf, isDoubled } from './coach-names';
import type { Advice, Exchange, Trace } from './coach-trace';

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
