// Replies to a client that breaks the protocol, as against one that asks for what it may not have.

import type { ReplyKey } from '../replies';

/** For servers that count these errors and no others. */
export const PROTOCOL_ERRORS: readonly ReplyKey[] = [
  'emptyLine',
  'unknownCommand',
  'leadingSpace',
  'badUtf8',
  'lineTooLong',
  'notImplemented',
  'notAdvertised',
  'needHello',
  'nestedMail',
  'needMail',
  'needRecipient',
  'noRecipient',
  'noValidRecipients',
  'afterChunk',
  'transactionOpen',
  'etrnNeedsHello',
  'pathSyntax',
  'surplusArgument',
  'missingArgument',
  'chunkingOff',
  'chunkSyntax',
  'helloSyntax',
  'helloName',
  'spaceAfterColon',
  'badSender',
  'badRecipient',
  'unsupportedOption',
  'badSize',
  'badReturn',
  'badEnvelopeId',
  'badNotify',
  'badOriginalRecipient',
];
