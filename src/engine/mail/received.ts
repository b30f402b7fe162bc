// Trace information (RFC 5321, 4.4): what each server writes above a letter.

import { CRLF, type Bytes } from '../kernel/bytes';
import { formatDateTime, type EpochMs } from '../kernel/calendar';
import { printable } from './ascii';
import { addressLiteral } from './domain';
import { writeMailbox } from './mailbox';

export interface Stamp {
  /** From-domain: the name the client gave with HELO or EHLO; null if it gave none. */
  helloName: Bytes | null;
  /** TCP-info: what the server knows of the client; the name may be `''`. */
  client: { name: string; address: string };
  /** By-domain. */
  by: string;
  /** The server's software, as a comment; `''` for none. */
  product: string;
  /** With: SMTP, ESMTP or UTF8SMTP (RFC 3848, RFC 6531). */
  protocol: 'SMTP' | 'ESMTP' | 'UTF8SMTP';
  queueId: string;
  /** For: exactly one path or none, so that no recipient learns of another (7.2). */
  forwardPath: Bytes | null;
  date: EpochMs;
}

/** The Received field, folded, with its line ends. */
export function receivedField(stamp: Stamp): Bytes {
  const { client, product, forwardPath, date } = stamp;
  const literal = addressLiteral(client.address);
  const known = client.name === '' ? literal : `${client.name} ${literal}`;
  const from = `from ${printable(stamp.helloName ?? (client.name || literal))} (${known})`;
  const by = `by ${stamp.by}${product === '' ? '' : ` (${product})`} with ${stamp.protocol} id ${stamp.queueId}`;
  const recipient = forwardPath === null ? '' : `${CRLF}\tfor <${writeMailbox(forwardPath)}>`;
  const day = forwardPath === null ? `${CRLF}\t` : ' ';
  return `Received: ${from}${CRLF}\t${by}${recipient};${day}${traceDate(date)}${CRLF}`;
}

/** The Return-Path field with its line end: the reverse-path, `<>` for the null one. */
export function returnPathField(reversePath: Bytes): Bytes {
  return `Return-Path: <${writeMailbox(reversePath)}>${CRLF}`;
}

/** A date-time with the zone's name as a comment: `Mon, 15 Jan 2024 09:00:00 +0000 (UTC)`. */
export function traceDate(date: EpochMs): string {
  return `${formatDateTime(date)} (UTC)`;
}
