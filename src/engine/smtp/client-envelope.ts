// What a client says of a letter with MAIL and RCPT. Rule: it uses an extension only if the server offered it
// (RFC 5321, 2.2.1), and a letter that needs one that was not offered is not sent at all.

import { isAscii, type Bytes } from '../kernel/bytes';
import { writeMailbox } from '../mail/mailbox';
import { headerLength } from '../mail/message';
import { encodeXtext } from '../mail/parameters';
import type { ClientLetter } from './client-types';
import type { ExtensionKeyword, Recipient } from './types';

/** EHLO keywords with their parameters. */
type Offered = Readonly<Record<string, Bytes>>;

/** True if the server offered this extension. */
export function offers(offered: Offered, keyword: ExtensionKeyword): boolean {
  return Object.hasOwn(offered, keyword);
}

/** Why this server cannot have the letter, with the status code of RFC 3463; null if it can. */
export function unsendable(letter: ClientLetter, offered: Offered): { status: string; trouble: string } | null {
  const { content } = letter;
  const limit = sizeLimit(offered);
  if (content.length > limit)
    return { status: '5.3.4', trouble: `the letter has ${content.length} octets and the server takes ${limit} at most` };
  if (needsUtf8(letter) && !offers(offered, 'SMTPUTF8')) return { status: '5.6.7', trouble: 'the server does not offer SMTPUTF8' };
  if (!isAscii(content) && !offers(offered, '8BITMIME'))
    return { status: '5.6.3', trouble: 'the letter has octets above 127 and the server does not offer 8BITMIME' };
  return null;
}

/** SIZE without a number, or with 0, says that there is no fixed limit (RFC 1870, 4). */
function sizeLimit(offered: Offered): number {
  return (offers(offered, 'SIZE') && /^\d{1,20}$/.test(offered.SIZE ?? '') && Number(offered.SIZE)) || Infinity;
}

/** An address beyond ASCII, or a header beyond ASCII in a letter that came as SMTPUTF8 (RFC 6531, 3.4 and 3.6). */
function needsUtf8({ envelope, content }: ClientLetter): boolean {
  const { reversePath, recipients, utf8 } = envelope;
  if (![reversePath, ...recipients.map(({ forwardPath }) => forwardPath)].every(isAscii)) return true;
  return utf8 && !isAscii(content.slice(0, headerLength(content)));
}

/** MAIL, without its line end. */
export function mailLine(letter: ClientLetter, offered: Offered): Bytes {
  const { envelope, content } = letter;
  const { reversePath, utf8, returnContent, envelopeId } = envelope;
  const words = [`MAIL FROM:<${writeMailbox(reversePath)}>`];
  if (offers(offered, 'SIZE')) words.push(`SIZE=${content.length}`);
  if (offers(offered, '8BITMIME') && !isAscii(content)) words.push('BODY=8BITMIME');
  if (offers(offered, 'SMTPUTF8') && (utf8 || needsUtf8(letter))) words.push('SMTPUTF8');
  if (offers(offered, 'DSN') && returnContent !== undefined) words.push(`RET=${returnContent}`);
  if (offers(offered, 'DSN') && envelopeId !== undefined) words.push(`ENVID=${encodeXtext(envelopeId)}`);
  return words.join(' ');
}

/** RCPT, without its line end. */
export function rcptLine({ forwardPath, notify, originalRecipient }: Recipient, offered: Offered): Bytes {
  const words = [`RCPT TO:<${writeMailbox(forwardPath)}>`];
  if (offers(offered, 'DSN') && notify !== undefined) words.push(`NOTIFY=${notify.join(',')}`);
  if (offers(offered, 'DSN') && originalRecipient !== undefined) {
    const [, type = '', address = ''] = /^([^;]*);([^]*)$/.exec(originalRecipient) ?? [];
    words.push(`ORCPT=${type};${encodeXtext(address)}`);
  }
  return words.join(' ');
}
