// Parameters of MAIL and RCPT (RFC 5321, 4.1.1.11). Rule: a parameter is taken only if the extension it
// belongs to was offered; any other gets 555.

import type { Bytes } from '../../kernel/bytes';
import { upper } from '../../mail/ascii';
import { decodeXtext, parseNotify, parseOriginalRecipient, type PathArgument } from '../../mail/parameters';
import type { ReplyKey } from '../replies';
import { answer, type Outcome, type Turn } from '../turn';
import type { Envelope, ExtensionKeyword, Recipient } from '../types';

/** Reads one parameter's value into `into`; returns the reply to a bad one. */
interface Reader<Into> {
  extension: ExtensionKeyword;
  read: (into: Into, value: Bytes | undefined) => ReplyKey | null;
}

/** Parameters of MAIL: RFC 1870, RFC 6152, RFC 6531, RFC 3461. */
export const MAIL_PARAMETERS: Readonly<Record<string, Reader<Envelope>>> = {
  SIZE: {
    extension: 'SIZE',
    read(envelope, value) {
      if (value === undefined || !/^\d{1,20}$/.test(value)) return 'badSize';
      envelope.declaredOctets = Number(value);
      return null;
    },
  },
  BODY: {
    extension: '8BITMIME',
    read(envelope, value = '') {
      const body = upper(value);
      if (body !== '7BIT' && body !== '8BITMIME') return 'unsupportedOption';
      envelope.body = body;
      return null;
    },
  },
  SMTPUTF8: {
    extension: 'SMTPUTF8',
    read(envelope, value) {
      envelope.utf8 = true;
      return value === undefined ? null : 'unsupportedOption';
    },
  },
  RET: {
    extension: 'DSN',
    read(envelope, value) {
      const content = upper(value ?? '');
      if (value === undefined) return 'unsupportedOption';
      if (envelope.returnContent !== undefined || (content !== 'FULL' && content !== 'HDRS')) return 'badReturn';
      envelope.returnContent = content;
      return null;
    },
  },
  ENVID: {
    extension: 'DSN',
    read(envelope, value) {
      if (value === undefined) return 'unsupportedOption';
      const id = decodeXtext(value);
      if (envelope.envelopeId !== undefined || id === null || id === '') return 'badEnvelopeId';
      envelope.envelopeId = id;
      return null;
    },
  },
};

/** Parameters of RCPT: RFC 3461. */
export const RCPT_PARAMETERS: Readonly<Record<string, Reader<Recipient>>> = {
  NOTIFY: {
    extension: 'DSN',
    read(recipient, value) {
      if (value === undefined) return 'unsupportedOption';
      const notify = parseNotify(value);
      if (recipient.notify || !notify) return 'badNotify';
      recipient.notify = notify;
      return null;
    },
  },
  ORCPT: {
    extension: 'DSN',
    read(recipient, value) {
      if (value === undefined) return 'unsupportedOption';
      const original = parseOriginalRecipient(value);
      if (recipient.originalRecipient !== undefined || original === null) return 'badOriginalRecipient';
      recipient.originalRecipient = original;
      return null;
    },
  },
};

/** Reads all parameters into `into`; the reply to the first bad one, or null. */
export function readParameters<Into>(
  turn: Turn,
  { path, parameters }: PathArgument,
  readers: Readonly<Record<string, Reader<Into>>>,
  into: Into,
): Outcome | null {
  for (const { keyword, value, text } of parameters) {
    const reader = Object.hasOwn(readers, keyword) ? readers[keyword] : undefined;
    const fault = reader ? (extensionFault(turn, reader.extension) ?? reader.read(into, value)) : 'unsupportedOption';
    if (fault) return answer(turn, fault, { argument: path, keyword, option: text });
  }
  return null;
}

function extensionFault({ session, settings }: Turn, extension: ExtensionKeyword): ReplyKey | null {
  const { offered, dialect, strictness } = settings;
  if (strictness.parametersNeedEhlo && !session.extended) return 'unsupportedOption';
  if (offered.includes(extension)) return null;
  return extension === 'DSN' && dialect.extensions.includes('DSN') ? 'dsnDisabled' : 'unsupportedOption';
}
