// What replies, and their absence, mean for the recipients. Rules: 5yz to a recipient's own RCPT, or to what stands for all, is
// final; everything else that is no success may be tried again, and so is silence after the whole letter was sent: the server
// may have it, so a duplicate is possible, a loss is not (RFC 5321, 4.5.3.2.6 and 6.1; RFC 1047).

import type { Bytes } from '../kernel/bytes';
import type { ReplyFacts } from '../kernel/trace';
import { offers } from './client-envelope';
import { isWished, type ClientVerb } from './client-machine';
import type { Awaited, ClientSession, Verdict } from './client-types';

/** In Postfix's words: what a reply is to; and what the client does while it waits for it. */
const DURING: Readonly<Record<ClientVerb, { request: string; doing: string }>> = {
  GREETING: { request: 'initial connection', doing: 'receiving the initial server greeting' },
  EHLO: { request: 'EHLO command', doing: 'performing the EHLO handshake' },
  HELO: { request: 'HELO command', doing: 'performing the HELO handshake' },
  MAIL: { request: 'MAIL FROM command', doing: 'sending MAIL FROM' },
  RCPT: { request: 'RCPT TO command', doing: 'sending RCPT TO' },
  DATA: { request: 'DATA command', doing: 'sending DATA command' },
  BDAT: { request: 'BDAT command', doing: 'sending message body' },
  END: { request: 'end of DATA command', doing: 'sending end of data -- message may be sent more than once' },
  QUIT: { request: 'QUIT command', doing: 'sending QUIT' },
};

export type Judgement = Omit<Verdict, 'forwardPath' | 'passedOnDsn'>;

/** What a reply says, if it is one that decides: anything but what was wished for, or the answer to the whole letter. */
export function judged({ verb, last }: Awaited, { code, enhanced, lines }: ReplyFacts): Judgement | null {
  const wished = isWished(verb, code);
  if (verb === 'QUIT' || (wished && !last)) return null;
  const kind = wished ? 'relayed' : code >= 500 ? 'failed' : 'deferred';
  const reply = enhanced === undefined ? { code, lines } : { code, enhanced, lines };
  const { request } = DURING[verb];
  if (!wished && code < 400) return { kind, reply, during: request, status: '4.5.0', trouble: 'unexpected reply' };
  return { kind, reply, during: request, status: enhanced ?? `${Math.floor(code / 100)}.0.0`, trouble: null };
}

/**
 * 552 is how RFC 821 spelled "too many recipients". Behind a recipient that was taken it means "not now" (RFC 5321, 4.5.3.1.10),
 * unless an enhanced code says what else it means.
 */
export function excused(judgement: Judgement): Judgement {
  const { reply } = judgement;
  if (reply?.code !== 552 || (reply.enhanced !== undefined && reply.enhanced !== '5.5.3')) return judgement;
  return { ...judgement, kind: 'deferred', status: '4.5.3' };
}

/** What it means that no reply came, or none that can be read. */
export function unanswered({ verb, last }: Awaited, trouble: 'lost connection' | 'timed out' | 'malformed reply'): Judgement {
  const { doing } = DURING[last ? 'END' : verb];
  return { kind: 'deferred', reply: null, during: doing, status: trouble === 'malformed reply' ? '4.5.0' : '4.4.2', trouble };
}

/** The verdict on one recipient. */
export function verdictOn({ offered }: ClientSession, forwardPath: Bytes, judgement: Judgement): Verdict {
  return { forwardPath, ...judgement, passedOnDsn: judgement.kind === 'relayed' && offers(offered, 'DSN') };
}
