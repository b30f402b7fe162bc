// A very large public provider. Replies end in the session's name, which is what its support would ask for.
// After transcripts of the largest one: 250s, 354, goodbye, VRFY, the 503s, unrecognized commands, syntax errors,
// no such user, over quota. In its manner: chunks, relaying, sizes, recipients, addresses, hops, limits. The web addresses are
// invented, under a reserved name. Like the original, and against RFC 2034, 4, it refuses EHLO without a name with
// an enhanced code; unlike it, it does not hang up then.

import type { Dialect } from '../types';

export const bigmailLike: Dialect = {
  name: 'bigmail-like',
  verbs: ['HELO', 'EHLO', 'MAIL', 'RCPT', 'DATA', 'RSET', 'NOOP', 'QUIT', 'HELP', 'VRFY', 'BDAT'],
  refusedVerbs: {
    EXPN: 'notImplemented',
    ETRN: 'notImplemented',
    STARTTLS: 'notImplemented',
    AUTH: 'notImplemented',
  },
  extensions: ['SIZE', '8BITMIME', 'ENHANCEDSTATUSCODES', 'PIPELINING', 'CHUNKING', 'SMTPUTF8'],
  strictness: {
    helloRequired: true,
    bracketsRequired: true,
    exactPaths: true,
    senderNeedsDomain: true,
    recipientNeedsDomain: true,
    verifyNeedsDomain: false,
    refuseSpaceAfterColon: false,
    refuseLeadingSpace: true,
    stripsEighthBit: false,
    refuseQuitArgument: false,
    parametersNeedEhlo: false,
    helloNameChecked: false,
    lengthsChecked: true,
    utf8NeedsDeclaration: true,
    bareLf: 'normalize',
    refuseEarlyInput: false,
    verify: 'unread',
    expandsLists: false,
    helpTopics: false,
    refuseLongLines: true,
    hangUpOnForbidden: false,
  },
  limits: {
    messageOctets: 35_882_577,
    recipients: 100,
    commandOctets: 2048,
    errors: 10,
    junkCommands: 100,
    hops: 50,
    idle: 600_000,
  },
  countedErrors: ['unknownCommand', 'emptyLine', 'leadingSpace', 'badUtf8'],
  tooManyErrors: 'instead',
  sessionId: 'annnsinnnnnnnaaa.nn',
  trace: { product: '', queueId: 'annnsinnnnnnnaaa.nnn', unknownClient: '', deliveryHeaders: ['Delivered-To'] },
  wording: {
    greeting: '220 {hostname} ESMTP {id} - bigmail',
    hello: '250 {hostname} at your service, [{address}]',
    ok: '250 2.0.0 OK {id} - bigmail',
    reset: '250 2.1.5 Flushed {id} - bigmail',
    senderOk: '250 2.1.0 OK {id} - bigmail',
    recipientOk: '250 2.1.5 OK {id} - bigmail',
    startContent: '354 Go ahead {id} - bigmail',
    queued: '250 2.0.0 OK {queueId} - bigmail',
    chunkTaken: '250 2.0.0 OK {id} - bigmail',
    chunksQueued: '250 2.0.0 OK {queueId} - bigmail',
    goodbye: '221 2.0.0 closing connection {id} - bigmail',
    verified: "252 2.1.5 Send some mail, I'll try my best {id} - bigmail",
    help: '214 2.0.0 https://search.bigmail.example/?q=RFC+5321 {id} - bigmail',

    emptyLine: '502 5.5.1 Unrecognized command. {id} - bigmail',
    unknownCommand: '502 5.5.1 Unrecognized command. {id} - bigmail',
    leadingSpace: '502 5.5.1 Unrecognized command. {id} - bigmail',
    badUtf8: '502 5.5.1 Unrecognized command. {id} - bigmail',
    lineTooLong: '500 5.5.2 Line too long. {id} - bigmail',
    bareLf: '451 4.5.0 SMTP protocol violation, see RFC 5321 {id} - bigmail',
    earlyInput: '451 4.5.0 SMTP protocol violation, see RFC 5321 {id} - bigmail',
    notImplemented: '502 5.5.1 Unimplemented command. {id} - bigmail',

    needHello: '503 5.5.1 EHLO/HELO first. {id} - bigmail',
    nestedMail: '503 5.5.1 MAIL already given. {id} - bigmail',
    needMail: '503 5.5.1 MAIL first. {id} - bigmail',
    needRecipient: '503 5.5.1 MAIL first. {id} - bigmail',
    noRecipient: '503 5.5.1 RCPT first. {id} - bigmail',
    noValidRecipients: '503 5.5.1 RCPT first. {id} - bigmail',
    afterChunk: '503 5.5.1 BDAT already given. {id} - bigmail',

    pathSyntax: '555 5.5.2 Syntax error. {id} - bigmail',
    surplusArgument: '555 5.5.2 Syntax error. {id} - bigmail',
    chunkingOff: '502 5.5.1 Unimplemented command. {id} - bigmail',
    chunkSyntax: '555 5.5.2 Syntax error. {id} - bigmail',
    helloSyntax: '501 5.5.4 Empty HELO/EHLO argument not allowed. {id} - bigmail',
    badSender: '553 5.1.7 The sender address {argument} is not a valid\nRFC 5321 address. {id} - bigmail',
    badRecipient: '553 5.1.3 The recipient address {argument} is not a valid\nRFC 5321 address. {id} - bigmail',
    utf8Needed: '553 5.6.7 The address {argument} needs SMTPUTF8. {id} - bigmail',
    unsupportedOption: '555 5.5.2 Syntax error. {id} - bigmail',
    badSize: '555 5.5.2 Syntax error. {id} - bigmail',

    declaredTooBig:
      '552 5.3.4 Your message exceeded the size limits of this service. For more\ninformation, visit https://support.bigmail.example/?p=size {id} - bigmail',
    tooBig:
      '552 5.3.4 Your message exceeded the size limits of this service. For more\ninformation, visit https://support.bigmail.example/?p=size {id} - bigmail',
    chunkTooBig:
      '552 5.3.4 Your message exceeded the size limits of this service. For more\ninformation, visit https://support.bigmail.example/?p=size {id} - bigmail',
    tooManyRecipients: '452 4.5.3 Too many recipients: {limit} in one transaction. {id} - bigmail',
    tooManyHops: '554 5.4.6 Message exceeded 50 hops, this may indicate a mail loop. {id} - bigmail',
    relayDenied: '550 5.7.1 Relaying denied. {id} - bigmail',
    unknownUser:
      "550 5.1.1 The email account that you tried to reach does not exist. Please try\ndouble-checking the recipient's email address for typos or\nunnecessary spaces. For more information, go to\nhttps://support.bigmail.example/?p=NoSuchUser {id} - bigmail",
    mailboxFull:
      '452 4.2.2 The email account that you tried to reach is over quota. Please direct\nthe recipient to\nhttps://support.bigmail.example/?p=OverQuota {id} - bigmail',

    tooManyErrors: '502 5.5.1 Too many unrecognized commands, goodbye. {id} - bigmail',
    timeout: '451 4.4.2 Timeout - closing connection. {id} - bigmail',
    shuttingDown: '421 4.3.2 Service shutting down, try again later. {id} - bigmail',
  },
  pathFaults: {
    'no-brackets': { reply: 'pathSyntax' },
    'unclosed-bracket': { reply: 'pathSyntax' },
    'text-after-bracket': { reply: 'pathSyntax' },
    'null-path': { reply: 'pathSyntax' },
  },
};
