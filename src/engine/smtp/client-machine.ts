// The client's side of the order of commands: where the replies it has read have led it. Rules: a reply moves the state only
// if it is the one wished for; LEAVE comes once every recipient has its verdict and nothing is awaited; LOST, a connection that
// is of no use any more, ends the session in any state. Replies to commands sent ahead (RFC 2920) may still come in a state
// that the first of them did not lead out of.

import { defineMachine, type Arrow, type Machine } from '../kernel/machine';
import type { SmtpClientState } from '../kernel/trace';

/** What a reply answers. GREETING is what the server says first, END the lone dot. */
export type ClientVerb = 'GREETING' | 'EHLO' | 'HELO' | 'MAIL' | 'RCPT' | 'DATA' | 'BDAT' | 'END' | 'QUIT';

/** A reply: what it is to, and its code. LEAVE and LOST have none. */
export interface ClientEvent {
  type: ClientVerb | 'LEAVE' | 'LOST';
  code?: number;
}

type ClientArrow = Arrow<SmtpClientState, ClientEvent>;

const on = (digit: 2 | 3, to: SmtpClientState): ClientArrow => ({ to, when: ({ code = 0 }) => Math.floor(code / 100) === digit });
const stay: ClientArrow = {};
const lost = { LOST: { to: 'closed' } } as const;
const end = { LEAVE: { to: 'leaving' }, ...lost } as const;

export const clientMachine: Machine<SmtpClientState, ClientEvent> = defineMachine<SmtpClientState, ClientEvent>({
  id: 'smtp-client',
  initial: 'connecting',
  states: {
    connecting: { GREETING: on(2, 'greeted'), ...end },
    greeted: { EHLO: on(2, 'ready'), HELO: on(2, 'ready'), ...end },
    ready: { MAIL: on(2, 'envelope'), RCPT: stay, DATA: on(3, 'content'), BDAT: stay, ...end },
    envelope: { RCPT: stay, DATA: on(3, 'content'), BDAT: on(2, 'content'), ...end },
    content: { BDAT: stay, END: stay, ...end },
    leaving: { QUIT: { to: 'closed' }, ...lost },
    closed: {},
  },
});

/** True for a reply that is the one wished for. */
export function isWished(verb: ClientVerb, code: number): boolean {
  return Math.floor(code / 100) === (verb === 'DATA' ? 3 : 2);
}
