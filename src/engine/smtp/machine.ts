// The order of commands (RFC 5321, 4.1.4). This table decides what is legal (503), is what HELP reads, and
// is what the state diagram is drawn from. Rules: a verb moves the state only if its reply was positive;
// END (the lone dot) always ends the content, and so does LAST: BDAT with the last chunk, or with one that was refused
// (RFC 3030, 2); the loss of the connection ends a session in any state and is no event of the table.

import { defineMachine, type Arrow, type Machine } from '../kernel/machine';
import type { SmtpState } from '../kernel/trace';

export type CommandVerb =
  'HELO' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'BDAT' | 'RSET' | 'NOOP' | 'QUIT' | 'VRFY' | 'EXPN' | 'HELP' | 'ETRN';

/** An exchange: a verb (END and LAST are the end of content) and the code of its reply. */
export interface SmtpExchange {
  type: CommandVerb | 'END' | 'LAST';
  code: number;
}

type SmtpArrow = Arrow<SmtpState, SmtpExchange>;

const positive = ({ code }: SmtpExchange) => code < 400;
const to = (state: SmtpState): SmtpArrow => ({ to: state, when: positive });
const stay: SmtpArrow = {};

const hello = { EHLO: to('ready'), HELO: to('ready') };
const anyTime = { NOOP: stay, HELP: stay, VRFY: stay, EXPN: stay };
const quit = { QUIT: to('closed') };
/** What begins work between transactions. */
const begin = { MAIL: to('sender'), ETRN: stay };
/** What ends a letter in chunks. */
const last = { LAST: { to: 'ready' } } as const;
/** What ends an open transaction without mail. */
const abort = { RSET: to('ready'), ...hello };

function table(helloRequired: boolean): Machine<SmtpState, SmtpExchange> {
  return defineMachine<SmtpState, SmtpExchange>({
    id: 'smtp',
    initial: 'connected',
    states: {
      connected: { ...hello, ...(helloRequired ? {} : begin), RSET: stay, ...anyTime, ...quit },
      ready: { ...begin, ...hello, RSET: stay, ...anyTime, ...quit },
      sender: { RCPT: to('recipients'), ...abort, ...anyTime, ...quit },
      recipients: { RCPT: stay, DATA: to('content'), BDAT: to('chunks'), ...last, ...abort, ...anyTime, ...quit },
      content: { END: { to: 'ready' } },
      chunks: { BDAT: stay, ...last, ...abort, ...anyTime, ...quit },
      closed: {},
    },
  });
}

const strict = table(true);
const lenient = table(false);

/** The machine of a server that insists on HELO or EHLO before mail, or of one that does not. */
export function smtpMachine(helloRequired: boolean): Machine<SmtpState, SmtpExchange> {
  return helloRequired ? strict : lenient;
}
