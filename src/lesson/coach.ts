// The coach: reads the state and the last exchange, and says in one sentence what was received and what
// the server was waiting for. The rules are in the order in which they are tried; each answers one
// misconception of the catalogue (M..) or one common slip.

import { isCarried } from '../engine/kernel/carriers';
import type { SmtpState, TraceEvent, TraceEventOf } from '../engine/kernel/trace';
import { acceptedAdvice, lineAdvice, waitingAdvice } from './coach-letter';
import { bouncedAdvice, deferredAdvice, reportAdvice, silentAdvice, wishAdvice } from './coach-moves';
import { answerAdvice, clientAdvice, greetedAdvice, routeAdvice, zoneAdvice } from './coach-names';
import { bareLineFeed, octetsAdvice } from './coach-octets';
import { deferred, repeatedGreeting, repeatedRefusal } from './coach-replies';
import { connectOf, isOf, latest, short, type Advice, type CoachKey, type Exchange, type Trace } from './coach-trace';

/** What to say after the first `upTo` events (default: all); null if what happened speaks for itself. */
export function coach(trace: Trace, upTo = trace.length): Advice | null {
  for (let i = Math.min(upTo, trace.length) - 1; i >= 0; i--) {
    const event = trace[i];
    if (!event) return null;
    if (isAmongServers(trace, event)) continue;
    const advice = movedAdvice(event, trace);
    if (advice) return advice;
    switch (event.type) {
      case 'net.failed':
        return unopened(event, trace);
      case 'terminal.idle':
        return silence(event, trace);
      case 'mail.accepted':
        return clientAdvice(event, trace) ?? acceptedAdvice(event, trace);
      case 'smtp.exchange':
        return event.verb === 'END' ? taken(event, trace) : exchanged(event, trace);
      case 'smtp.content':
        return lineAdvice(event, trace);
      case 'net.bytes':
        // Something was sent after the last exchange: nothing can be said before it is answered.
        if (event.side === 'client') return null;
        break;
      case 'smtp.greeting':
        return greetedAdvice(event, trace);
      case 'smtp.notice':
      case 'net.connect':
      case 'shell.command':
        return null;
      default:
    }
  }
  return null;
}

/** The coach speaks to people: what servers say to each other, and letters they write themselves, are not its affair. */
function isAmongServers(trace: Trace, event: TraceEvent): boolean {
  if (!('connection' in event) || event.type === 'terminal.idle') return false;
  return event.connection === null || isCarried(trace, event.connection, event.seq + 1);
}

/** What became of letters and of questions about names; null if the event is about neither, or speaks for itself. */
function movedAdvice(event: TraceEvent, trace: Trace): Advice | null {
  switch (event.type) {
    case 'mail.bounced':
      return bouncedAdvice(event);
    case 'mail.deferred':
      return deferredAdvice(event);
    case 'mail.route':
      return routeAdvice(event);
    case 'mail.reported':
      return reportAdvice(event, trace);
    case 'dns.answer':
      return answerAdvice(event, trace);
    case 'lab.zone':
      return zoneAdvice(event);
    default:
      return null;
  }
}

/** M01: telnet without a port asks for the login service. M29: port 25 says nothing at all. */
function unopened(event: TraceEventOf<'net.failed'>, trace: Trace): Advice | null {
  const asked = connectOf(trace, event, event.connection);
  if (asked?.port !== 23) return silentAdvice(asked, event.reason);
  return { id: 'M01', key: 'coach.M01', values: { address: asked.to ?? asked.toAddress } };
}

/** M07, M08: no reply comes before the lone dot. Elsewhere: half a command gets no answer either. */
function silence(event: TraceEventOf<'terminal.idle'>, trace: Trace): Advice | null {
  const spoken = latest(trace, event, (earlier): earlier is Exchange | TraceEventOf<'smtp.greeting'> => {
    return isOf(earlier, 'smtp.exchange', event.connection) || isOf(earlier, 'smtp.greeting', event.connection);
  });
  if (!spoken) return null;
  const values = { host: spoken.host };
  if (spoken.type === 'smtp.exchange' && spoken.after === 'content') return waitingAdvice(spoken, event, trace);
  return event.unfinished > 0 ? { id: 'unfinished', key: 'coach.unfinished', values } : null;
}

function taken(end: Exchange, trace: Trace): Advice | null {
  if (end.code >= 300) return bareLineFeed(end) ?? deferred(end) ?? refused(end);
  const promise = latest(trace, end, (event): event is TraceEventOf<'mail.accepted'> => isOf(event, 'mail.accepted', end.connection));
  return promise ? (clientAdvice(promise, trace) ?? acceptedAdvice(promise, trace)) : null;
}

function exchanged(exchange: Exchange, trace: Trace): Advice | null {
  return (
    octetsAdvice(exchange) ??
    repeatedRefusal(exchange, trace) ??
    outOfOrder(exchange) ??
    wishAdvice(exchange) ??
    badPath(exchange) ??
    repeatedGreeting(exchange, trace) ??
    otherWords(exchange, trace) ??
    deferred(exchange) ??
    refused(exchange)
  );
}

/** DATA without a recipient may be answered with either (RFC 5321, 3.3). */
const OUT_OF_ORDER = [503, 554];

/** M02, and every other command that came too early or too late. */
function outOfOrder({ host, verb, code, legal, before }: Exchange): Advice | null {
  if (legal || !OUT_OF_ORDER.includes(code)) return null;
  const values = { host, verb };
  if (verb === 'MAIL' && before === 'connected') return { id: 'M02', key: 'coach.M02', values };
  const key = ORDER[verb === 'MAIL' && before !== 'ready' ? 'open' : before];
  return key ? { id: 'order', key, values } : null;
}

const ORDER: Partial<Record<SmtpState | 'open', CoachKey>> = {
  connected: 'coach.order.greeting',
  ready: 'coach.order.envelope',
  sender: 'coach.order.recipient',
  recipients: 'coach.order.open',
  open: 'coach.order.open',
};

const PATH_COMMAND = /^\s*(?:MAIL\s+FROM|RCPT\s+TO)(\s*):(\s*)(.*?)\s*$/i;
/** Replies to how the path was written; to a parameter, a size or a stranger there are others. */
const PATH_REASONS = ['pathSyntax', 'spaceAfterColon', 'badSender', 'badRecipient'];
const KEYWORDS: Partial<Record<string, string>> = { MAIL: 'MAIL FROM:', RCPT: 'RCPT TO:' };

/** M03 and M04: the path, its angle brackets, and blanks round the colon. */
function badPath({ host, verb, line, code, reason }: Exchange): Advice | null {
  const keyword = KEYWORDS[verb];
  if (keyword === undefined) return null;
  const values = { host, verb, keyword };
  const [, blankBefore, blankAfter, path = ''] = PATH_COMMAND.exec(line) ?? [];
  if (!PATH_REASONS.includes(reason)) {
    if (code >= 300) return null;
    if (!path.startsWith('<')) return { id: 'M03', key: 'coach.M03.accepted', values };
    return blankAfter ? { id: 'M04', key: 'coach.M04.accepted', values } : null;
  }
  if (path === '') return { id: 'M03', key: 'coach.M03.keyword', values };
  if (blankBefore) return { id: 'M04', key: 'coach.M04.before', values };
  if (!path.includes('<')) return { id: 'M03', key: 'coach.M03', values };
  if (!path.startsWith('<')) return { id: 'M03', key: 'coach.M03.inFront', values };
  if (blankAfter) return { id: 'M04', key: 'coach.M04.refused', values };
  return path.includes('>') ? null : { id: 'M03', key: 'coach.M03.open', values };
}

/** Verbs whose reply words differ for a reason that a program does read, or that change every time. */
const TELLING_WORDS = ['HELO', 'EHLO', 'END'];

/** M15: another server says the same in other words. Only once for each server and verb. */
function otherWords(exchange: Exchange, trace: Trace): Advice | null {
  const { host, verb, code } = exchange;
  if (TELLING_WORDS.includes(verb)) return null;
  let other: Exchange | null = null;
  for (let seq = 0; seq < exchange.seq; seq++) {
    const event = trace[seq]!;
    if (event.type !== 'smtp.exchange' || event.verb !== verb || event.code !== code) continue;
    if (isCarried(trace, event.connection, seq)) continue;
    if (event.host === host) return null;
    if (!other && words(event) !== words(exchange)) other = event;
  }
  if (!other) return null;
  return { id: 'M15', key: 'coach.M15.words', values: { host, verb: short(verb), code, other: other.host } };
}

/** A reply's words without the server's own name and the path it was given. */
function words({ host, lines, path }: Exchange): string {
  const text = lines.join('\n').replaceAll(host, '');
  return path ? text.replaceAll(path, '') : text;
}

/** M15: the first digit decides. */
function refused({ host, verb, code, after }: Exchange): Advice | null {
  if (code < 500 || after === 'closed') return null;
  return { id: 'M15', key: 'coach.M15.refused', values: { host, verb: verb === 'END' ? 'the dot' : short(verb), code } };
}
