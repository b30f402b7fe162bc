// A report about a letter to its sender (RFC 3461, 6; RFC 3462; RFC 3464): three parts, one for people, one for programs,
// and the letter or its header. Words and layout are those of Postfix.

import { CRLF, isAscii, type Bytes } from '../kernel/bytes';
import { dateDigits, type EpochMs } from '../kernel/calendar';
import type { ReportAction } from '../kernel/trace';
import { writeMailbox } from '../mail/mailbox';
import { headerLength } from '../mail/message';
import { returnPathField, traceDate } from '../mail/received';
import { explanation, SUBJECTS } from './report-words';
import { wrapped } from './wrap';

/** One recipient in a report. */
export interface ReportedRecipient {
  /** Whom the letter could, or could not, be given to. */
  finalRecipient: Bytes;
  /** `addr-type;address`, as the sender gave it. */
  originalRecipient?: Bytes;
  /** The forward-path that led to the final recipient, where that was an alias. */
  expandedFrom?: Bytes;
  status: string;
  diagnostic: Bytes;
  /** The server that answered, and what it said. */
  remote?: { exchanger: string; reply: Bytes };
}

export interface ReportFacts {
  action: ReportAction;
  /** Host that reports, and the name of its software (`''` for none). */
  host: string;
  product: string;
  /** Queue id of the letter. */
  about: string;
  /** Queue id of the report. */
  queueId: string;
  reversePath: Bytes;
  /** ENVID. */
  envelopeId?: Bytes;
  recipients: ReportedRecipient[];
  arrived: EpochMs;
  now: EpochMs;
  /** Until when the letter will be tried; for `delayed`. */
  retriedUntil: EpochMs;
  /** For the address of the sender of the report. */
  domain: string;
  /** The letter as accepted, and how much of it goes back. */
  content: Bytes;
  returns: 'FULL' | 'HDRS';
}

/** The report as a letter, with the Received field of the host that wrote it. CR LF line ends. */
export function reportContent(facts: ReportFacts): Bytes {
  const { host, product, about, queueId, reversePath, action, now, domain } = facts;
  const date = traceDate(now);
  const boundary = `${about}.${Math.floor(now / 1000)}/${host}`;
  const part = (lines: Bytes[]) => [`--${boundary}`, ...lines, ''];
  return [
    `Received: by ${host}${product === '' ? '' : ` (${product})`}`,
    `\tid ${queueId}; ${date}`,
    `Date: ${date}`,
    `From: Mail Delivery System <MAILER-DAEMON@${domain}>`,
    `Subject: ${SUBJECTS[action]}`,
    `To: ${writeMailbox(reversePath)}`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    `\tboundary="${boundary}"`,
    'Content-Transfer-Encoding: 8bit',
    `Message-Id: <${dateDigits(now)}.${queueId}@${host}>`,
    '',
    'This is a MIME-encapsulated message.',
    '',
    ...part(notification(facts)),
    ...part(deliveryStatus(facts)),
    ...part(returned(facts)),
    `--${boundary}--`,
    '',
  ].join(CRLF);
}

/** The part for people. */
function notification(facts: ReportFacts): Bytes[] {
  return [
    'Content-Description: Notification',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    ...explanation(facts),
    ...facts.recipients.flatMap((recipient) => {
      const { finalRecipient, expandedFrom, diagnostic } = recipient;
      const from = expandedFrom === undefined ? '' : ` (expanded from <${writeMailbox(expandedFrom)}>)`;
      return ['', ...wrapped(`<${writeMailbox(finalRecipient)}>${from}: ${diagnostic}`)];
    }),
  ];
}

/** The part for programs (RFC 3464, 2). */
function deliveryStatus(facts: ReportFacts): Bytes[] {
  const { host, product, about, reversePath, envelopeId, arrived } = facts;
  const postfix = product === 'Postfix';
  return [
    'Content-Description: Delivery report',
    'Content-Type: message/delivery-status',
    '',
    ...(envelopeId === undefined ? [] : [`Original-Envelope-Id: ${envelopeId}`]),
    `Reporting-MTA: dns; ${host}`,
    ...(postfix ? [`X-Postfix-Queue-ID: ${about}`, `X-Postfix-Sender: ${typed(reversePath)}`] : []),
    `Arrival-Date: ${traceDate(arrived)}`,
    ...facts.recipients.flatMap((recipient) => recipientFields(recipient, facts, postfix ? 'X-Postfix' : 'X-Local')),
  ];
}

function recipientFields(recipient: ReportedRecipient, { action, retriedUntil }: ReportFacts, local: string): Bytes[] {
  const { finalRecipient, originalRecipient, expandedFrom, status, diagnostic, remote } = recipient;
  const original = originalRecipient ?? `rfc822;${writeMailbox(expandedFrom ?? finalRecipient)}`;
  return [
    '',
    `Final-Recipient: ${typed(finalRecipient)}`,
    `Original-Recipient: ${original}`,
    `Action: ${action}`,
    `Status: ${status}`,
    ...(remote ? [`Remote-MTA: dns; ${remote.exchanger}`] : []),
    ...wrapped(`Diagnostic-Code: ${remote ? `smtp; ${remote.reply}` : `${local}; ${diagnostic}`}`),
    ...(action === 'delayed' ? [`Will-Retry-Until: ${traceDate(retriedUntil)}`] : []),
  ];
}

/** The letter, or its header. Only a failure brings the whole letter back (RFC 3461, 4.3). */
function returned({ action, content, returns, reversePath }: ReportFacts): Bytes[] {
  const whole = action === 'failed' && returns === 'FULL';
  const kind = action === 'failed' ? 'Undelivered ' : action === 'delayed' ? 'Delayed ' : '';
  const text = returnPathField(reversePath) + (whole ? content : content.slice(0, headerLength(content)));
  return [
    `Content-Description: ${kind}Message${whole ? '' : ' Headers'}`,
    `Content-Type: ${whole ? 'message/rfc822' : 'text/rfc822-headers'}`,
    'Content-Transfer-Encoding: 8bit',
    '',
    text.replace(/\r\n$/, ''),
  ];
}

/** An address with its type (RFC 3464, 2.3.1; RFC 6533, 3). */
function typed(mailbox: Bytes): Bytes {
  return `${isAscii(mailbox) ? 'rfc822' : 'utf-8'}; ${writeMailbox(mailbox)}`;
}
