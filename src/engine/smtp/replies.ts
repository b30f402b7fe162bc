// The only place where reply codes are spelled (RFC 5321, 4.2; RFC 3463 for the enhanced codes). A dialect
// or a service may word a reply otherwise. Rules: a value from outside can never add a line to a reply, and
// an enhanced code is sent only where the dialect offers ENHANCEDSTATUSCODES (RFC 2034).

import { CRLF, decodeUtf8, encodeUtf8, isUtf8, type Bytes } from '../kernel/bytes';
import type { ReplyFacts } from '../kernel/trace';
import { printable } from '../mail/ascii';
import { dialectNamed } from './dialects';
import type { SmtpServer } from './types';

/** Default wordings: `code [enhanced] text`, `{name}` filled in, `\n` between lines. */
export const WORDING = {
  greeting: '220 {hostname} ESMTP ready',
  hello: '250 {hostname}',
  ok: '250 2.0.0 OK',
  reset: '250 2.0.0 OK',
  senderOk: '250 2.1.0 Sender OK',
  recipientOk: '250 2.1.5 Recipient OK',
  startContent: '354 Start mail input; end with <CRLF>.<CRLF>',
  queued: '250 2.0.0 OK: queued as {queueId}',
  chunkTaken: '250 2.0.0 OK: {size} octets',
  chunksQueued: '250 2.0.0 OK: {octets} octets queued as {queueId}',
  goodbye: '221 2.0.0 {hostname} closing the connection',
  verified: '252 2.0.0 Cannot VRFY user, but will accept message and attempt delivery',
  mailbox: '250 2.1.5 {mailbox}',
  help: '214 2.0.0 Commands: {verbs}\nIn order now: {now}\nHELP and a command tells how to write it.',
  helpTopic: '214 2.0.0 Syntax: {usage}\n{purpose}',

  emptyLine: '500 5.5.2 Empty line: a command was expected',
  unknownCommand: '500 5.5.1 Command not recognized: {verb}',
  leadingSpace: '500 5.5.2 A command begins with its verb, not with a blank',
  badUtf8: '500 5.5.2 These octets are not text: neither ASCII nor UTF-8',
  lineTooLong: '500 5.5.2 Line too long: {limit} octets at most, with <CRLF>',
  bareLf: '550 5.5.2 {hostname} bare <LF> received: every line ends with <CR><LF>',
  earlyInput: '554 5.5.0 SMTP synchronization error: wait for the reply before you go on',
  forbidden: '221 2.7.0 This is a mail server. Goodbye.',
  notImplemented: '502 5.5.1 Command not implemented',
  notAuthorized: '550 5.7.0 Not authorized',
  authenticationOff: '503 5.5.1 Authentication is not enabled',
  notAdvertised: '503 5.5.1 {verb} is not offered here',

  needHello: '503 5.5.1 Bad sequence of commands: send EHLO or HELO first',
  nestedMail: '503 5.5.1 Bad sequence of commands: a sender is already given',
  needMail: '503 5.5.1 Bad sequence of commands: send MAIL first',
  needRecipient: '503 5.5.1 Bad sequence of commands: send MAIL and RCPT first',
  noRecipient: '503 5.5.1 Bad sequence of commands: send RCPT first',
  noValidRecipients: '554 5.5.1 No valid recipients',
  afterChunk: '503 5.5.1 Bad sequence of commands: {verb} after BDAT',
  transactionOpen: '503 Bad sequence of commands: a mail transaction is open',
  etrnNeedsHello: '503 Bad sequence of commands: send EHLO or HELO first',

  pathSyntax: '501 5.5.4 Syntax: {usage}',
  surplusArgument: '501 5.5.4 Syntax: {usage}',
  chunkingOff: '521 5.5.1 Command not implemented: {verb}',
  chunkSyntax: '521 5.5.4 Syntax: {usage}',
  missingArgument: '501 5.5.4 Syntax: {usage}',
  helloSyntax: '501 Syntax: {usage}',
  helloName: '501 {argument} is neither a domain nor an address literal',
  etrnSyntax: '501 Syntax: {usage}',
  etrnDomain: '501 {argument} is not a domain',
  spaceAfterColon: '501 5.5.4 No blank may stand after the colon. Syntax: {usage}',
  badSender: '501 5.1.7 Bad sender address: {why}',
  badRecipient: '501 5.1.3 Bad recipient address: {why}',
  domainMissing: '501 5.5.4 The {role} address {argument} needs a domain',
  utf8Needed: '553 5.6.7 A non-ASCII address needs the parameter SMTPUTF8',
  unsupportedOption: '555 5.5.4 Unsupported parameter: {option}',
  badSize: '501 5.5.4 SIZE needs a number of octets',
  badReturn: '501 5.5.4 RET needs FULL or HDRS',
  badEnvelopeId: '501 5.5.4 ENVID needs xtext',
  badNotify: '501 5.5.4 NOTIFY needs NEVER, or a list of SUCCESS, FAILURE, DELAY',
  badOriginalRecipient: '501 5.5.4 ORCPT needs addr-type;xtext',
  dsnDisabled: '501 5.7.1 DSN support is disabled',
  helpUnknown: '504 5.5.4 No help for {argument}',

  declaredTooBig: '552 5.3.4 Message size exceeds the limit of {limit} octets',
  tooBig: '552 5.3.4 Too much mail data: the limit is {limit} octets',
  chunkTooBig: '552 5.3.4 Message size exceeds the limit of {limit} octets',
  tooManyRecipients: '452 4.5.3 Too many recipients: {limit} at most in one transaction',
  tooManyHops: '554 5.4.6 Too many Received fields: this letter is going round in circles',
  relayDenied: '550 5.7.1 <{path}>: relaying denied',
  accessRefused: '554 5.7.1 <{path}>: Access denied',
  greylisted: '450 4.2.0 <{path}>: Recipient address rejected: Greylisted, try again later',
  scripted: '451 4.3.0 Try again later',
  unknownUser: '550 5.1.1 <{path}>: no such user here',
  mailboxFull: '452 4.2.2 <{path}>: mailbox full',
  noMatch: '550 5.1.1 {argument} matches nothing here',
  listNotUser: '550 5.1.1 {argument} is a mailing list, not a user',
  userNotList: '550 5.1.1 {argument} is a user, not a mailing list',
  listRefused: '252 2.0.0 Cannot EXPN list, but will accept message and attempt delivery',
  etrnRefused: '459 <{argument}>: service unavailable',

  tooManyErrors: '421 4.7.0 {hostname} Too many errors, closing the connection',
  timeout: '421 4.4.2 {hostname} Timeout, closing the connection',
  shuttingDown: '421 4.3.2 {hostname} Service shutting down, closing the connection',
} as const;

export type ReplyKey = keyof typeof WORDING;

/** A reply as facts and as octets for the wire. */
export interface Reply extends ReplyFacts {
  key: ReplyKey;
  wire: Bytes;
}

/** 4.5.3.1.5, octets of a reply line with its line end. */
const LINE_OCTETS = 512;

/**
 * A reply in the server's wording. `values` fill `{name}`; `{hostname}` is always there. `more` are
 * further lines after those of the wording.
 */
export function reply(server: SmtpServer, key: ReplyKey, values: Record<string, Bytes | number> = {}, more: readonly string[] = []): Reply {
  const dialect = dialectNamed(server.dialect);
  const wording = server.wording?.[key] ?? dialect.wording[key] ?? WORDING[key];
  const [, code = '', enhanced, text = ''] = /^(\d{3})(?: (\d\.\d{1,3}\.\d{1,3}))? ?([^]*)$/.exec(wording) ?? [];
  const known: Record<string, Bytes | number> = { hostname: server.hostname, ...values };
  const fill = (line: string) => encodeUtf8(line).replace(/\{(\w+)\}/g, (all, name: string) => oneLine(String(known[name] ?? all)));
  const lines = [...text.split('\n').map(fill), ...more.map((line) => oneLine(encodeUtf8(line)))];
  const offered = enhanced !== undefined && dialect.extensions.includes('ENHANCEDSTATUSCODES');
  return { key, ...composed(Number(code), offered ? enhanced : undefined, lines) };
}

/** The reply with one line more, under the same codes. */
export function withLine({ key, code, enhanced, lines }: Reply, line: string): Reply {
  return { key, ...composed(code, enhanced, [...lines, line].map(encodeUtf8)) };
}

function composed(code: number, enhanced: string | undefined, texts: readonly Bytes[]): Omit<Reply, 'key'> {
  const prefix = enhanced === undefined ? '' : `${enhanced} `;
  const lines = texts.map((text) => cut(text, LINE_OCTETS - `${code} ${prefix}${CRLF}`.length));
  const wire = lines.map((line, i) => `${code}${i < lines.length - 1 ? '-' : ' '}${prefix}${line}${CRLF}`).join('');
  return { code, ...(enhanced === undefined ? {} : { enhanced }), lines: lines.map(decodeUtf8), wire };
}

/** Octets from outside made fit for a reply: no controls, and nothing that is not UTF-8 (RFC 6531, 3.7.4). */
function oneLine(value: Bytes): Bytes {
  return printable(isUtf8(value) ? value : value.replace(/[\x80-\xff]/g, '?'));
}

/** At most `octets` octets, never half a character. */
function cut(line: Bytes, octets: number): Bytes {
  return line.length <= octets ? line : line.slice(0, octets).replace(/[\xc0-\xff][\x80-\xbf]*$/, '');
}
