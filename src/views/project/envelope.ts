// The envelope and the letter as the server holds them at a moment (RFC 5321, 2.3.1). Rule: the
// envelope is what MAIL and RCPT said and the server accepted; the letter is what came after 354.
// They begin and end together, and nothing in the one is read from the other.

import type { Bytes } from '../../engine/kernel/bytes';
import type { Seq, TraceEventOf } from '../../engine/kernel/trace';
import type { ConversationEvent, Moment } from './conversations';

export interface ForwardPath {
  path: string;
  code: number;
  accepted: boolean;
  seq: Seq;
}

/** writing: content is coming. accepted: 250 after the dot; from here the server answers for it. later, refused: 4yz, 5yz after the dot. */
export type LetterStage = 'none' | 'writing' | 'accepted' | 'later' | 'refused';

export interface Transaction {
  reversePath: string;
  forwardPaths: ForwardPath[];
  stage: LetterStage;
  /** The letter so far, dot-stuffing removed. */
  content: Bytes;
  /** Reply to the dot. */
  code?: number;
  queueId?: string;
}

/**
 * The transaction in the server's hands, or the one it finished last. Null after the greeting, EHLO, HELO or RSET, and when the
 * conversation ended before the dot: what was not accepted is forgotten (4.1.1.10).
 */
export function transactionAt(moment: Moment): Transaction | null {
  const start = startOf(moment);
  if (start < 0) return null;
  const mail = moment.events[start] as TraceEventOf<'smtp.exchange'>;
  const transaction: Transaction = { reversePath: mail.path ?? '', forwardPaths: [], stage: 'none', content: '' };
  const content: Bytes[] = [];
  let ended = false;
  for (let i = start + 1; i < moment.count; i++) {
    const event = moment.events[i]!;
    if (event.type === 'smtp.content') content.push(event.content);
    else if (event.type === 'smtp.exchange') addExchange(transaction, event);
    else if (event.type === 'mail.accepted') transaction.queueId = event.queueId;
    if (endsConversation(event)) ended = true;
  }
  if (ended && transaction.code === undefined) return null;
  transaction.content = content.join('');
  return transaction;
}

/** Index of the MAIL that began the transaction; -1 if none has begun since the server last forgot everything. */
function startOf({ events, count }: Moment): number {
  for (let i = count - 1; i >= 0; i--) {
    const event = events[i]!;
    if (event.type !== 'smtp.exchange' || event.code >= 300) continue;
    if (event.verb === 'MAIL') return i;
    if (event.verb === 'EHLO' || event.verb === 'HELO' || event.verb === 'RSET') return -1;
  }
  return -1;
}

function endsConversation(event: ConversationEvent): boolean {
  if (event.type === 'smtp.exchange') return event.after === 'closed';
  return event.type === 'smtp.notice' || event.type === 'net.reset' || event.type === 'net.closed';
}

function addExchange(transaction: Transaction, event: TraceEventOf<'smtp.exchange'>): void {
  const { verb, code, seq, after } = event;
  if (verb === 'RCPT' && event.path !== undefined) {
    transaction.forwardPaths.push({ path: event.path, code, accepted: code < 300, seq });
  } else if ((verb === 'DATA' && code === 354) || after === 'chunks') {
    transaction.stage = 'writing';
  } else if (verb === 'END' || (verb === 'BDAT' && event.legal && after === 'ready')) {
    transaction.stage = code < 400 ? 'accepted' : code < 500 ? 'later' : 'refused';
    transaction.code = code;
  }
}
