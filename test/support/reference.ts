// The servers with which the dialogues of test/transcripts were recorded, as configurations of ours.

import { parseIso } from '../../src/engine/kernel/calendar';
import type { SmtpServer } from '../../src/engine/smtp/types';

export const RECORDED_IN = 2026;

const user = { used: 0 };

/** `mx1.campus.example` as Debian installs it. */
export const MAIL_EXCHANGER: SmtpServer = {
  hostname: 'mx1.campus.example',
  dialect: 'postfix-like',
  addresses: ['127.0.0.1'],
  localDomains: ['campus.example', 'mx1.campus.example'],
  users: { you: user, ada: user, cleo: user },
  aliases: { postmaster: ['you'], staff: ['you', 'ada'], gone: ['left-in-2020'] },
  epoch: parseIso(`${RECORDED_IN}-11-23T11:30:00Z`),
};

/** Server by service name, as in the heads of the dialogues. */
export const SERVICES: Readonly<Record<string, SmtpServer>> = {
  smtp: MAIL_EXCHANGER,
  'smtp-strict': {
    ...MAIL_EXCHANGER,
    strictness: { bracketsRequired: true, helloRequired: true },
    wording: { relayDenied: '554 5.7.1 <{path}>: Relay access denied' },
  },
  'smtp-normalize': { ...MAIL_EXCHANGER, strictness: { bareLf: 'normalize', refuseEarlyInput: true } },
  'smtp-reject': { ...MAIL_EXCHANGER, strictness: { bareLf: 'reject', refuseEarlyInput: true } },
  'smtp-small': { ...MAIL_EXCHANGER, limits: { messageOctets: 2000, idle: 3000, recipients: 3, errors: 3, junkCommands: 4 } },
  'smtp-inside': { ...MAIL_EXCHANGER, insideNetworks: ['127.0.0.0/8'], relayFor: 'inside' },
  'smtp-exim': { ...MAIL_EXCHANGER, hostname: 'old.campus.example', dialect: 'exim-like', limits: { messageOctets: 10_485_760 } },
};
