// What a report says to people, as Postfix words it.

import type { ReportAction } from '../kernel/trace';

export const SUBJECTS: Readonly<Record<ReportAction, string>> = {
  failed: 'Undelivered Mail Returned to Sender',
  delayed: 'Delayed Mail (still being retried)',
  delivered: 'Successful Mail Delivery Report',
  relayed: 'Successful Mail Delivery Report',
  expanded: 'Successful Mail Delivery Report',
};

const FRAME = '#'.repeat(68);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The paragraphs above the list of recipients, with an empty line after each but the signature. */
export function explanation(facts: { action: ReportAction; host: string; arrived: number; now: number; retriedUntil: number }): string[] {
  const { action, host, arrived, now, retriedUntil } = facts;
  return [`This is the mail system at host ${host}.`, '', ...body(action, now - arrived, retriedUntil - arrived), '', signature];
}

const signature = '                   The mail system';

const help = [
  'For further assistance, please send mail to postmaster.',
  '',
  'If you do so, please include this problem report. You can',
  'delete your own text from the attached returned message.',
];

function body(action: ReportAction, waited: number, lifetime: number): string[] {
  switch (action) {
    case 'failed':
      return [
        "I'm sorry to have to inform you that your message could not",
        "be delivered to one or more recipients. It's attached below.",
        '',
        ...help,
      ];
    case 'delayed':
      return [
        FRAME,
        '# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #',
        FRAME,
        '',
        `Your message could not be delivered for more than ${Math.round(waited / HOUR)} hour(s).`,
        `It will be retried until it is ${Math.round(lifetime / DAY)} day(s) old.`,
        '',
        ...help,
      ];
    default:
      return [
        'Your message was successfully delivered to the destination(s)',
        'listed below. If the message was delivered to mailbox you will',
        'receive no further notifications. Otherwise you may still receive',
        'notifications of mail delivery errors from other systems.',
      ];
  }
}
