// Why a letter waits, came back, or moved on: the causes in the trace, from what befell it back over its tries to the answer
// or the silence behind them, and to whoever sent it.

import type { Seq, TraceBody, TraceEvent, TraceEventOf } from '../../engine/kernel/trace';
import { carrierAt } from '../../engine/kernel/carriers';
import { causeOf } from './cause';
import type { Phrase } from './phrase';
import type { Rule } from './rfc';
import { shortName, showBytes, showText, withoutLineEnd } from './text';
import { isVerdict, type Verdict } from './verdict';
import type { WhyStep } from './why-steps';

/** What befalls a letter: a verdict, or that it is there, or that its sender is told. */
export type Move = Verdict | TraceEventOf<'mail.reported' | 'mail.delivered'>;

const smtp = (section: string): Rule => ({ rfc: 5321, section });

export const isMove = (event: TraceEvent): event is Move =>
  isVerdict(event) || event.type === 'mail.reported' || event.type === 'mail.delivered';

/** The rule behind what befell a letter, as a sentence, and where it stands. */
export function moveRule(event: Move): { because: Phrase; rule: Rule } {
  switch (event.type) {
    case 'mail.relayed':
      return { because: { key: 'because.move.relayed', values: { next: showText(event.exchanger) } }, rule: smtp('6.1') };
    case 'mail.delivered':
      return { because: { key: 'because.move.delivered' }, rule: smtp('4.4') };
    case 'mail.discarded':
      return { because: { key: 'because.move.discarded' }, rule: smtp('6.1') };
    case 'mail.reported':
      return event.action === 'delayed'
        ? { because: { key: 'because.move.warned' }, rule: { rfc: 3464, section: '2.3.3' } }
        : { because: { key: 'because.move.reported' }, rule: event.action === 'failed' ? smtp('6.1') : { rfc: 3461, section: '5.2' } };
    case 'mail.deferred':
      return event.exchanger === null
        ? { because: { key: 'because.move.unreached' }, rule: smtp('4.5.4.1') }
        : { because: { key: 'because.move.later' }, rule: smtp('4.2.1') };
    case 'mail.bounced':
      return bounceRule(event.status, event.exchanger);
  }
}

function bounceRule(status: string, exchanger: string | null): { because: Phrase; rule: Rule } {
  if (status === '4.4.7') return { because: { key: 'because.move.expired' }, rule: smtp('4.5.4.1') };
  if (status === '5.1.10') return { because: { key: 'because.move.nullMx' }, rule: { rfc: 7505, section: '3' } };
  if (status === '5.4.6') return { because: { key: 'because.move.loop' }, rule: smtp(exchanger === null ? '5.1' : '6.3') };
  if (exchanger !== null) return { because: { key: 'because.move.refused', values: { next: showText(exchanger) } }, rule: smtp('4.2.1') };
  if (status === '5.1.1') return { because: { key: 'because.move.noUser' }, rule: smtp('6.1') };
  return { because: { key: 'because.move.noWay' }, rule: smtp('5.1') };
}

/** What led there, the nearest first. Earlier tries are counted; the one before the last stands for them. */
export function moveSteps(trace: readonly TraceEvent[], event: Move): WhyStep[] {
  const steps: WhyStep[] = [];
  let tries = 0;
  let heard = false;
  let letter: string | undefined;
  for (let cause = causeOf(trace, event); cause; cause = causeOf(trace, cause)) {
    if (cause.type === 'mail.try') {
      letter ??= cause.queueId;
      // The host before had tries of its own.
      if (cause.queueId === letter) tries += 1;
      if (cause.queueId === letter && tries > 1) continue;
    }
    if (tries > 0 && OF_A_TRY.has(cause.type)) continue;
    if (cause.type === 'smtp.client') {
      if (!heard) steps.push(...heardStep(trace, cause));
      heard = true;
      continue;
    }
    steps.push(...stepOf(trace, cause));
  }
  if (tries > 1) steps.splice(lastTry(steps) + 1, 0, { key: tries === 2 ? 'why.triedOnce' : 'why.triedBefore', values: { n: tries - 1 } });
  return steps;
}

const lastTry = (steps: readonly WhyStep[]) => steps.findIndex(({ key }) => key === 'why.tried');

/** What is told of the last try only. */
const OF_A_TRY = new Set<TraceBody['type']>([
  'smtp.client',
  'net.failed',
  'net.connect',
  'mail.exchanger',
  'mail.route',
  'dns.answer',
  'mail.deferred',
]);

/** The reply that decided it; its row is the exchange on the side of the server that gave it. */
function heardStep(trace: readonly TraceEvent[], event: TraceEventOf<'smtp.client'>): WhyStep[] {
  const line = event.verb === 'END' ? '.' : showBytes(event.line, 80);
  const values = { code: event.code, reply: showText(event.lines[0] ?? '', 160), line };
  const seq = heardAt(trace, event);
  return [{ key: event.verb === 'GREETING' ? 'why.heardGreeting' : 'why.heard', values, seq }];
}

/** The exchange that a reply belongs to, or the greeting. Replies to commands sent ahead come together, so the causes do not tell them apart. */
function heardAt(trace: readonly TraceEvent[], { seq, connection, verb, line }: TraceEventOf<'smtp.client'>): Seq {
  for (let i = seq - 1; i >= 0; i--) {
    const event = trace[i]!;
    if (event.type === 'smtp.greeting' && event.connection === connection) return i;
    if (event.type !== 'smtp.exchange' || event.connection !== connection || event.verb !== verb) continue;
    if (withoutLineEnd(event.line).text === line) return i;
  }
  return seq;
}

type Says = { [T in TraceBody['type']]?: (event: TraceEventOf<T>, trace: readonly TraceEvent[]) => WhyStep[] };

const SAYS: Says = {
  'net.failed': ({ reason, seq }) => [{ key: `why.line.${reason}`, seq }],
  'net.connect': (event, trace) => {
    const carrier = carrierAt(trace, event.seq);
    return carrier ? [calledStep(carrier)] : [];
  },
  'mail.exchanger': (event, trace) => [...silence(trace, event), calledStep(event)],
  'mail.route': ({ domain, source, exchangers }) => [
    {
      key: `why.route.${source === 'relay host' ? 'relayHost' : source}`,
      values: { domain: showText(domain), exchangers: showText(exchangers.join(', ')) },
    },
  ],
  'dns.answer': ({ name, recordType, status }) =>
    status === 'NOERROR' ? [] : [{ key: 'why.named', values: { name: showText(name.replace(/\.$/, '')), type: recordType, status } }],
  'mail.try': ({ host, attempt }) => [{ key: 'why.tried', values: { host: shortName(showText(host)), attempt } }],
  'mail.deferred': (event) => [
    { key: 'why.deferred', values: { host: shortName(showText(event.host)), status: event.status }, seq: event.seq },
  ],
  'mail.bounced': (event) => [
    {
      key: 'why.bounced',
      values: { host: shortName(showText(event.host)), path: showBytes(event.forwardPath), status: event.status },
      seq: event.seq,
    },
  ],
  'mail.reported': ({ host, to }) => [{ key: 'why.reported', values: { host: shortName(showText(host)), to: showBytes(to) } }],
  'mail.accepted': ({ host, queueId, connection }) =>
    connection === null ? [] : [{ key: 'why.accepted', values: { host: shortName(showText(host)), queueId } }],
  'terminal.enter': ({ terminal, text }) => [{ key: 'why.typed', values: { terminal: showText(terminal), line: showText(text, 80) } }],
};

function stepOf(trace: readonly TraceEvent[], event: TraceEvent): WhyStep[] {
  return (SAYS[event.type] as ((event: TraceEvent, trace: readonly TraceEvent[]) => WhyStep[]) | undefined)?.(event, trace) ?? [];
}

const calledStep = ({ host, exchanger, address, seq }: TraceEventOf<'mail.exchanger'>): WhyStep => ({
  key: 'why.called',
  values: { host: shortName(showText(host)), next: showText(exchanger), address: showText(address) },
  // The connection begins with the event before.
  seq: seq - 1,
});

/** Where a try tired of waiting, the connection tells how that ended. */
function silence(trace: readonly TraceEvent[], { connection, seq }: TraceEventOf<'mail.exchanger'>): WhyStep[] {
  const end = trace.find((event) => event.seq > seq && event.type === 'net.failed' && event.connection === connection);
  return end ? [{ key: 'why.line.timeout', seq: end.seq }] : [];
}
