// What travelled was no command as SMTP has them: correcting keys in it (M05), half a line end (M06), a line of
// a letter (M11), or more than one command at a time (M16).

import { short, type Advice, type Exchange } from './coach-trace';

export function octetsAdvice(exchange: Exchange): Advice | null {
  return sentAhead(exchange) ?? bareLineFeed(exchange) ?? correctingKeys(exchange) ?? headerField(exchange);
}

function sentAhead({ host, reason }: Exchange): Advice | null {
  return reason === 'earlyInput' ? { id: 'M16', key: 'coach.M16', values: { host } } : null;
}

/** Also for a letter that held one. */
export function bareLineFeed({ host, reason }: Exchange): Advice | null {
  return reason === 'bareLf' ? { id: 'M06', key: 'coach.M06', values: { host } } : null;
}

/** Backspace and Delete as terminals send them, and ESC, with which cursor keys begin. */
const KEY = /[\b\x7f\x1b]/;

function correctingKeys({ host, line, code }: Exchange): Advice | null {
  const key = KEY.exec(line)?.[0];
  if (key === undefined || code < 500) return null;
  const octet = key.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
  return { id: 'M05', key: 'coach.M05', values: { host, octet } };
}

const FIELD = /^[ \t]*([A-Za-z][A-Za-z0-9-]*)[ \t]*:/;
const VERB = /^(?:HELO|EHLO|MAIL|RCPT|DATA|RSET|NOOP|QUIT|HELP|VRFY|EXPN)$/i;
/** Where the letter's lines are commands that nobody knows. */
const UNKNOWN = ['unknownCommand', 'forbidden'];

function headerField({ host, line, reason }: Exchange): Advice | null {
  const name = FIELD.exec(line)?.[1];
  if (name === undefined || VERB.test(name) || !UNKNOWN.includes(reason)) return null;
  return { id: 'M11', key: 'coach.M11', values: { host, field: `${short(name)}:` } };
}
