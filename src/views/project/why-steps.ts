// The steps that led to a reply. Two ways lead back. The causes in the trace: octets, the line that was typed,
// the command that opened the connection. And the server's state, which earlier exchanges made: of those, the
// ones without which it would be another.

import type { ReplyKey } from '../../engine/smtp/replies';
import type { Seq, SmtpState, TraceBody, TraceEvent, TraceEventOf } from '../../engine/kernel/trace';
import type { ConversationEvent } from './conversations';
import type { Phrase } from './phrase';
import { shownVerb } from './smtp-diagram';
import { shortName, showBytes, showText, withoutLineEnd } from './text';

export interface WhyStep extends Phrase {
  /** The event with a row of its own that it tells of. */
  seq?: Seq;
}

export type Reply = TraceEventOf<'smtp.greeting' | 'smtp.exchange' | 'smtp.notice'>;

/** Octets of a line that are shown. */
export const SHOWN = 80;

/** What was sent, and who typed it where. */
export function sentSteps(trace: readonly TraceEvent[], event: Reply): WhyStep[] {
  if (event.reason === 'timeout') return [{ key: 'why.patience' }];
  if (event.type !== 'smtp.exchange') return [];
  const { text } = withoutLineEnd(event.line);
  const sent: WhyStep = text === '' ? { key: 'why.emptySent' } : { key: 'why.lineSent', values: { line: showBytes(text, SHOWN) } };
  const typed = causedBy(trace, event, 'terminal.enter');
  if (!typed) return [sent];
  const values = { terminal: showText(typed.terminal), line: showText(typed.text, SHOWN) };
  return [sent, { key: values.line === showBytes(text, SHOWN) ? 'why.typedSo' : 'why.typed', values }];
}

/** What some reasons come of besides. */
export function specialSteps(reason: string, past: readonly ConversationEvent[]): WhyStep[] {
  return SPECIAL[reason as ReplyKey]?.(past) ?? [];
}

const SPECIAL: Partial<Record<ReplyKey, (past: readonly ConversationEvent[]) => WhyStep[]>> = {
  needRecipient: refusedRecipients,
  noValidRecipients: refusedRecipients,
  bareLf(past) {
    const bare = past.find((event) => event.type === 'smtp.content' && /(?<!\r)\n/.test(event.wire));
    return bare ? [{ key: 'why.bareLine', seq: bare.seq }] : [];
  },
  tooManyErrors(past) {
    const n = past.filter((event) => event.type === 'smtp.exchange' && event.code >= 400).length;
    return n > 0 ? [{ key: 'why.errors', values: { n } }] : [];
  },
};

/** Who was refused since the transaction began, the latest first. */
function refusedRecipients(past: readonly ConversationEvent[]): WhyStep[] {
  const steps: WhyStep[] = [];
  for (let i = past.length - 1; i >= 0; i--) {
    const event = past[i]!;
    if (event.type !== 'smtp.exchange') continue;
    const { verb, code, after, seq, path = '' } = event;
    if (verb === 'MAIL' && after === 'sender') break;
    if (verb === 'RCPT' && code >= 400) steps.push({ key: 'why.recipientRefused', values: { path: showText(path, SHOWN), code }, seq });
  }
  return steps;
}

/** The state the server was in, and the exchanges that led there; those that led in a circle are left out. */
export function stateSteps(event: Reply, past: readonly ConversationEvent[]): WhyStep[] {
  if (event.type === 'smtp.greeting') return [];
  const host = shortName(showText(event.host));
  const way: { state: SmtpState; step: WhyStep }[] = [];
  for (const earlier of past) {
    const arrived = arrivalOf(earlier, host);
    if (!arrived) continue;
    const again = way.findIndex(({ state }) => state === arrived.state);
    if (again >= 0) way.length = again + 1;
    else way.push(arrived);
  }
  const state = event.type === 'smtp.exchange' ? event.before : event.state;
  return [{ key: 'why.state', values: { host, state } }, ...way.reverse().map(({ step }) => step)];
}

function arrivalOf(event: ConversationEvent, host: string): { state: SmtpState; step: WhyStep } | undefined {
  const { seq } = event;
  if (event.type === 'smtp.greeting') return { state: 'connected', step: { key: 'why.greeted', values: { host, code: event.code }, seq } };
  if (event.type !== 'smtp.exchange' || event.before === event.after) return undefined;
  const { verb, code, before, after } = event;
  return { state: after, step: { key: 'why.moved', values: { verb: showText(shownVerb(verb), SHOWN), code, before, after }, seq } };
}

/** The connection, and the command that opened it. */
export function connectSteps(trace: readonly TraceEvent[], event: Reply): WhyStep[] {
  const connect = trace.find(
    (each): each is TraceEventOf<'net.connect'> => each.type === 'net.connect' && each.connection === event.connection,
  );
  if (!connect) return [];
  const values = { from: shortName(showText(connect.from)), to: shortName(showText(connect.to ?? connect.toAddress)), port: connect.port };
  const connected: WhyStep = { key: 'why.connected', values, seq: connect.seq };
  const command = causedBy(trace, connect, 'shell.command');
  return command ? [connected, { key: 'why.began', values: { line: showText(command.line, SHOWN) } }] : [connected];
}

/** The nearest event of this type among the causes of `event`. */
function causedBy<T extends TraceBody['type']>(trace: readonly TraceEvent[], event: TraceEvent, type: T): TraceEventOf<T> | undefined {
  for (let at = event.cause; at !== undefined; at = trace[at]?.cause) if (trace[at]?.type === type) return trace[at] as TraceEventOf<T>;
  return undefined;
}
