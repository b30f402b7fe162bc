// What was made of a reply: several lines of a yes taken for something else (M17), a 5 asked again, a 4 taken for an end (M18).

import { exchangeBefore, short, type Advice, type Exchange, type Trace } from './coach-trace';

/** EHLO once more, straight after it was answered with yes in several lines. */
export function repeatedGreeting(exchange: Exchange, trace: Trace): Advice | null {
  const { host, verb, code } = exchange;
  if (verb !== 'EHLO' || code >= 300) return null;
  const before = exchangeBefore(trace, exchange);
  if (before?.verb !== 'EHLO' || before.code >= 300 || before.lines.length < 2) return null;
  return { id: 'M17', key: 'coach.M17', values: { host, code: before.code, lines: before.lines.length } };
}

/** The very same line, refused for good once more. */
export function repeatedRefusal(exchange: Exchange, trace: Trace): Advice | null {
  const { host, verb, code, line, after } = exchange;
  if (code < 500 || after === 'closed') return null;
  const before = exchangeBefore(trace, exchange);
  if (before?.code !== code || before.before !== exchange.before || plain(before.line) !== plain(line)) return null;
  return { id: 'M18', key: 'coach.M18.again', values: { host, verb: short(verb), code } };
}

const plain = (line: string) => line.trim().toLowerCase();

const MAIL_VERBS = ['MAIL', 'RCPT', 'DATA', 'END'];

/** Not now. */
export function deferred({ host, verb, code, after }: Exchange): Advice | null {
  if (code < 400 || code >= 500 || after === 'closed' || !MAIL_VERBS.includes(verb)) return null;
  return { id: 'M18', key: 'coach.M18.later', values: { host, verb: verb === 'END' ? 'the dot' : verb, code } };
}
