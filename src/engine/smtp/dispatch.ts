// One command line: what verb it is, whether it may come now, and what is done about it.

import { decodeUtf8, isUtf8, type Bytes } from '../kernel/bytes';
import { printable, trimBlanks, upper } from '../mail/ascii';
import type { Line } from '../mail/lines';
import { COMMANDS } from './commands';
import { chunkFault } from './commands/bdat';
import { smtpMachine, type CommandVerb } from './machine';
import { outOfOrder } from './order';
import { scripted } from './scripted';
import { sevenBit } from './seven-bit';
import { answer, type Outcome, type Turn } from './turn';

/** A command line as this server understands it. */
export interface Command {
  /** Upper case; `''` for an empty line. */
  verb: string;
  /** True if the machine has this verb in this state. */
  legal: boolean;
  /** It moves no mail: too many of these are errors. */
  junk: boolean;
  outcome: Outcome;
}

/** Carries out one line. `early` is true if more octets have come behind it. */
export function dispatch(turn: Turn, received: Line, early: boolean): Command {
  const { strictness, limits, dialect } = turn.settings;
  const line = strictness.stripsEighthBit ? { ...received, text: sevenBit(received.text) } : received;
  const { verb, argument } = parseCommand(strictness.refuseLongLines ? line.text : line.text.slice(0, limits.commandOctets));
  const known = dialect.verbs.find((candidate) => candidate === verb);
  const legal = known !== undefined && smtpMachine(strictness.helloRequired).allows(turn.session.state, known);
  const junk = known !== undefined && COMMANDS[known].junk === true;
  const outcome =
    malformed(turn, line) ?? unwelcome(turn, verb, known, early) ?? run(turn, { known, verb, line: line.text, argument, legal });
  return { verb: decodeUtf8(printable(verb)), legal, junk, outcome };
}

interface Parsed {
  known: CommandVerb | undefined;
  verb: Bytes;
  line: Bytes;
  argument: Bytes;
  legal: boolean;
}

function run(turn: Turn, { known, verb, line, argument, legal }: Parsed): Outcome {
  const { refusedVerbs } = turn.settings.dialect;
  if (known === undefined)
    return answer(turn, (Object.hasOwn(refusedVerbs, verb) && refusedVerbs[verb]) || 'unknownCommand', { verb, line });
  const fault = known === 'BDAT' ? chunkFault(turn, argument) : null;
  if (fault) return fault;
  if (legal) return scripted(turn, known, argument) ?? COMMANDS[known].run(turn, argument);
  return answer(turn, outOfOrder(turn.settings.strictness.helloRequired, turn.session, known), { verb });
}

/** Verb (upper case) and argument (without blanks at either end) of a command line. */
export function parseCommand(text: Bytes): { verb: Bytes; argument: Bytes } {
  const [, verb = '', argument = ''] = /^[ \t]*([^ \t\r]*)([^]*)$/.exec(text) ?? [];
  return { verb: upper(verb), argument: trimBlanks(argument) };
}

/** The answer to a line that is no command line; null if it is one. */
function malformed(turn: Turn, { wire, text, end }: Line): Outcome | null {
  const { strictness, limits } = turn.settings;
  if (strictness.bareLf === 'reject' && end === 'lf') return { ...answer(turn, 'bareLf'), hangUp: true };
  if (strictness.refuseLongLines && wire.length > limits.commandOctets) return answer(turn, 'lineTooLong', { limit: limits.commandOctets });
  if (!isUtf8(text)) return answer(turn, 'badUtf8');
  if (trimBlanks(text) === '') return answer(turn, 'emptyLine');
  return strictness.refuseLeadingSpace && /^[ \t]/.test(text) ? answer(turn, 'leadingSpace') : null;
}

/** The answer to a client that does not keep to SMTP, with which the server hangs up; null if it does. */
function unwelcome(turn: Turn, verb: Bytes, known: CommandVerb | undefined, early: boolean): Outcome | null {
  const { strictness, dialect } = turn.settings;
  const unknown = !known && !Object.hasOwn(dialect.refusedVerbs, verb);
  if (strictness.hangUpOnForbidden && unknown && isForbidden(verb)) return { ...answer(turn, 'forbidden'), hangUp: true };
  if (strictness.refuseEarlyInput && early && !mayGoOn(turn, known)) return { ...answer(turn, 'earlyInput'), hangUp: true };
  return null;
}

/** A header field, a web request, a pasted prompt. */
function isForbidden(verb: Bytes): boolean {
  return /^[!-9;-~]+:/.test(verb) || /^[^A-Z]/.test(verb) || ['GET', 'POST', 'CONNECT'].includes(verb);
}

/** True if the client may send more before it has read the reply (RFC 2920, 3.1). */
function mayGoOn({ session, settings }: Turn, known: CommandVerb | undefined): boolean {
  const last = known !== undefined && COMMANDS[known].last;
  return session.extended && settings.offered.includes('PIPELINING') && !last;
}
