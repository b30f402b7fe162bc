// A server for learning: RFC 5321 to the letter, and replies that say what was wrong.

import type { Dialect } from '../types';

export const strictTeach: Dialect = {
  name: 'strict-teach',
  verbs: ['HELO', 'EHLO', 'MAIL', 'RCPT', 'DATA', 'RSET', 'NOOP', 'QUIT', 'VRFY', 'EXPN', 'HELP'],
  refusedVerbs: {},
  extensions: ['PIPELINING', 'SIZE', '8BITMIME', 'ENHANCEDSTATUSCODES', 'SMTPUTF8', 'HELP'],
  strictness: {
    helloRequired: true,
    bracketsRequired: true,
    exactPaths: true,
    refuseSpaceAfterColon: true,
    refuseLeadingSpace: true,
    refuseQuitArgument: true,
    parametersNeedEhlo: true,
    helloNameChecked: true,
    lengthsChecked: true,
    utf8NeedsDeclaration: true,
    bareLf: 'reject',
    refuseEarlyInput: true,
    verifyDiscloses: false,
    refuseLongLines: true,
    hangUpOnForbidden: false,
  },
  limits: {
    messageOctets: 10_485_760,
    recipients: 100,
    commandOctets: 512,
    errors: 20,
    junkCommands: 100,
    hops: 50,
    idle: 300_000,
  },
  trace: { product: 'HELO World', unknownClient: '', deliveryHeaders: [] },
  wording: {},
};
