// How each command is written and what it is for: the text of 501 replies and of HELP.

import type { CommandVerb } from '../machine';

export const USAGE: Readonly<Record<CommandVerb, { usage: string; purpose: string }>> = {
  HELO: { usage: 'HELO hostname', purpose: 'Says who you are, as in 1982. RFC 5321, 4.1.1.1' },
  EHLO: { usage: 'EHLO hostname', purpose: 'Says who you are and asks what the server can do. RFC 5321, 4.1.1.1' },
  MAIL: { usage: 'MAIL FROM:<address>', purpose: 'Begins a letter; the address is told if it cannot be delivered. RFC 5321, 4.1.1.2' },
  RCPT: { usage: 'RCPT TO:<address>', purpose: 'Names one recipient; repeat it for more. RFC 5321, 4.1.1.3' },
  DATA: { usage: 'DATA', purpose: 'Asks to send the letter itself; a dot alone on a line ends it. RFC 5321, 4.1.1.4' },
  BDAT: { usage: 'BDAT count [LAST]', purpose: 'Hands over so many octets of the letter. RFC 3030, 2' },
  RSET: { usage: 'RSET', purpose: 'Forgets the letter begun. RFC 5321, 4.1.1.5' },
  NOOP: { usage: 'NOOP', purpose: 'Does nothing; the reply shows that the server is there. RFC 5321, 4.1.1.9' },
  QUIT: { usage: 'QUIT', purpose: 'Ends the session. RFC 5321, 4.1.1.10' },
  VRFY: { usage: 'VRFY address', purpose: 'Asks whether a mailbox exists. RFC 5321, 4.1.1.6' },
  EXPN: { usage: 'EXPN list', purpose: 'Asks who is on a mailing list. RFC 5321, 4.1.1.7' },
  HELP: { usage: 'HELP [command]', purpose: 'Lists the commands, or explains one. RFC 5321, 4.1.1.8' },
  ETRN: { usage: 'ETRN domain', purpose: 'Asks for the mail that waits for a domain. RFC 1985' },
};
