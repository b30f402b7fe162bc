// Every field of every trace event that a goal may name, and what it holds: the compiler keeps this
// table equal to the trace, and the lesson check reads it.

import type { TraceBody } from '../engine/kernel/trace';

/** A list of words is a field that holds one of them. */
export type FieldKind = 'text' | 'number' | 'flag' | 'texts' | readonly string[];

type Named<T extends TraceBody['type']> = Extract<TraceBody, { type: T }>;
type FieldTable = { [T in TraceBody['type']]: Record<Exclude<keyof Named<T>, 'type'>, FieldKind> };

const TEXT = 'text';
const NUMBER = 'number';
const FLAG = 'flag';
const TEXTS = 'texts';
const SIDE = ['client', 'server'] as const;
const STATE = ['connected', 'ready', 'sender', 'recipients', 'content', 'chunks', 'closed'] as const;
const CLIENT_STATE = ['connecting', 'greeted', 'ready', 'envelope', 'content', 'leaving', 'closed'] as const;
const ACTION = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;
const OUTCOME = ['reply', 'unreachable', 'lost'] as const;
const STATUS = ['NOERROR', 'NXDOMAIN', 'SERVFAIL', 'REFUSED', 'timeout', 'closed', 'unreachable'] as const;
const CACHED = ['answer', 'referral', 'nodata', 'nxdomain'] as const;
const TONE = ['plain', 'prompt', 'typed', 'server', 'error', 'note'] as const;

const reply = { code: NUMBER, enhanced: TEXT, lines: TEXTS, wire: TEXT, reason: TEXT } as const;
const smtp = { connection: NUMBER, host: TEXT } as const;
const letter = { host: TEXT, queueId: TEXT } as const;
const lookup = { query: NUMBER, asker: TEXT, server: TEXT, name: TEXT, recordType: TEXT } as const;

export const EVENT_FIELDS: FieldTable = {
  'terminal.print': { terminal: TEXT, text: TEXT, tone: TONE },
  'terminal.edit': { terminal: TEXT, text: TEXT, cursor: NUMBER },
  'terminal.enter': { terminal: TEXT, text: TEXT },
  'terminal.clear': { terminal: TEXT },
  'terminal.login': { terminal: TEXT, host: TEXT, user: TEXT },
  'terminal.idle': { terminal: TEXT, connection: NUMBER, unfinished: NUMBER, after: NUMBER },
  'shell.command': { terminal: TEXT, host: TEXT, user: TEXT, line: TEXT, name: TEXT },
  'shell.exit': { terminal: TEXT, name: TEXT, status: NUMBER },
  'net.connect': { connection: NUMBER, from: TEXT, fromAddress: TEXT, to: TEXT, toAddress: TEXT, port: NUMBER },
  'net.retry': { connection: NUMBER, attempt: NUMBER },
  'net.open': { connection: NUMBER },
  'net.failed': { connection: NUMBER, reason: ['refused', 'unreachable', 'timeout'] },
  'net.bytes': { connection: NUMBER, side: SIDE, bytes: TEXT, arrives: NUMBER },
  'net.finish': { connection: NUMBER, side: SIDE },
  'net.reset': { connection: NUMBER, side: SIDE },
  'net.severed': { connection: NUMBER, side: SIDE, how: ['silence', 'reset'] },
  'host.down': { host: TEXT },
  'host.up': { host: TEXT },
  'net.closed': { connection: NUMBER },
  'net.ping': { from: TEXT, toAddress: TEXT, number: NUMBER, outcome: OUTCOME, milliseconds: NUMBER },
  'dns.query': { ...lookup, to: TEXT, recursionDesired: FLAG },
  'dns.answer': { ...lookup, status: STATUS, authoritative: FLAG, answers: TEXTS, authority: TEXTS },
  'dns.cached': { host: TEXT, name: TEXT, recordType: TEXT, outcome: CACHED, records: TEXTS, expires: NUMBER },
  'smtp.greeting': { ...smtp, ...reply, dialect: TEXT, helloRequired: FLAG },
  'smtp.exchange': { ...smtp, ...reply, verb: TEXT, line: TEXT, legal: FLAG, before: STATE, after: STATE, path: TEXT },
  'smtp.content': { ...smtp, wire: TEXT, content: TEXT },
  'smtp.notice': { ...smtp, ...reply, state: STATE },
  'smtp.client': {
    ...smtp,
    verb: TEXT,
    line: TEXT,
    wire: TEXT,
    code: NUMBER,
    enhanced: TEXT,
    lines: TEXTS,
    path: TEXT,
    before: CLIENT_STATE,
    after: CLIENT_STATE,
  },
  'mail.accepted': { ...smtp, queueId: TEXT, reversePath: TEXT, forwardPaths: TEXTS, octets: NUMBER },
  'mail.delivered': {
    host: TEXT,
    queueId: TEXT,
    forwardPath: TEXT,
    site: TEXT,
    user: TEXT,
    mailbox: TEXT,
    uid: NUMBER,
    octets: NUMBER,
    header: TEXT,
    body: TEXT,
    destinations: TEXTS,
  },
  'mail.discarded': { host: TEXT, queueId: TEXT, forwardPath: TEXT, reason: TEXT },
  'mail.read': { host: TEXT, site: TEXT, user: TEXT, uid: NUMBER },
  'mail.deleted': { host: TEXT, site: TEXT, user: TEXT, uid: NUMBER },
  'mail.expanded': { ...letter, forwardPath: TEXT, into: TEXTS },
  'mail.queued': { ...letter, forwardPaths: TEXTS, nextTry: NUMBER, expires: NUMBER },
  'mail.try': { ...letter, transfer: NUMBER, domain: TEXT, forwardPaths: TEXTS, attempt: NUMBER },
  'mail.route': { ...letter, transfer: NUMBER, domain: TEXT, source: ['mx', 'implicit', 'literal', 'relay host'], exchangers: TEXTS },
  'mail.exchanger': { ...letter, transfer: NUMBER, exchanger: TEXT, address: TEXT, connection: NUMBER },
  'mail.relayed': {
    ...letter,
    transfer: NUMBER,
    forwardPath: TEXT,
    exchanger: TEXT,
    address: TEXT,
    connection: NUMBER,
    reply: TEXT,
  },
  'mail.deferred': {
    ...letter,
    transfer: NUMBER,
    forwardPath: TEXT,
    status: TEXT,
    diagnostic: TEXT,
    exchanger: TEXT,
    attempt: NUMBER,
    nextTry: NUMBER,
  },
  'mail.bounced': { ...letter, forwardPath: TEXT, status: TEXT, diagnostic: TEXT, exchanger: TEXT, report: TEXT },
  'mail.reported': { ...letter, about: TEXT, to: TEXT, action: ACTION, forwardPaths: TEXTS },
  'mail.flushed': { host: TEXT, queueIds: TEXTS },
  'lesson.predicted': { step: TEXT, option: TEXT },
  'lesson.answered': { step: TEXT, item: TEXT, value: TEXT, right: FLAG },
  'lesson.hinted': { step: TEXT, hint: ['look', 'rule', 'show'] },
  'lesson.trial': { step: TEXT, first: NUMBER, factor: NUMBER, longest: NUMBER, lifetime: NUMBER, outages: NUMBER },
  'lesson.outage': { step: TEXT, number: NUMBER, wait: NUMBER, tries: NUMBER },
  'lesson.judged': { step: TEXT, soon: NUMBER, middle: NUMBER, triesADay: NUMBER, givenUpAfter: NUMBER },
  'lesson.stopped': { step: TEXT, after: NUMBER },
  'lab.dialect': { host: TEXT, dialect: TEXT },
  'lab.fault': { host: TEXT, kind: TEXT, mended: FLAG },
  'lab.zone': { apex: TEXT, host: TEXT, text: TEXT, changed: TEXTS, removed: TEXTS },
};

/** What was typed or shown, by event and field. A goal looks at what came of it, so that any right way passes. */
export const TYPED: readonly string[] = ['terminal.print', 'terminal.edit', 'terminal.enter', 'shell.command.line', 'lab.zone.text'];
