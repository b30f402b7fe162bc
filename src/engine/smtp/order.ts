// What a server says to a command that is out of order (RFC 5321, 4.1.4). That it is, the machine has said.

import { smtpMachine, type CommandVerb } from './machine';
import type { ReplyKey } from './replies';
import type { SmtpSession } from './types';

/** The reply to a command that the state of the session does not allow. */
export function outOfOrder(helloRequired: boolean, { state, envelope }: SmtpSession, verb: CommandVerb): ReplyKey {
  const unnamed = state === 'connected' && !smtpMachine(helloRequired).allows(state, 'MAIL');
  if (verb === 'ETRN') return unnamed ? 'etrnNeedsHello' : 'transactionOpen';
  if (unnamed) return 'needHello';
  if (state === 'chunks' && (verb === 'RCPT' || verb === 'DATA')) return 'afterChunk';
  if (verb === 'MAIL') return 'nestedMail';
  if (verb === 'RCPT') return 'needMail';
  if (state !== 'sender') return 'needRecipient';
  return envelope?.refused ? 'noValidRecipients' : 'noRecipient'; // 3.3 names 503 and 554
}
