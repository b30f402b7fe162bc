import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../src/engine/kernel/bytes';
import { dialectNamed, dialectNames } from '../../../src/engine/smtp/dialects';
import { reply, withLine, WORDING, type ReplyKey } from '../../../src/engine/smtp/replies';
import type { SmtpServer } from '../../../src/engine/smtp/types';
import { MAIL_EXCHANGER } from '../../support/reference';

const TEACHER: SmtpServer = { ...MAIL_EXCHANGER, dialect: 'strict-teach' };

describe('a reply', () => {
  it('has facts and octets', () => {
    expect(reply(MAIL_EXCHANGER, 'unknownUser', { path: 'nobody@campus.example' })).toEqual({
      key: 'unknownUser',
      code: 550,
      enhanced: '5.1.1',
      lines: ['<nobody@campus.example>: Recipient address rejected: User unknown in local recipient table'],
      wire: '550 5.1.1 <nobody@campus.example>: Recipient address rejected: User unknown in local recipient table\r\n',
    });
  });

  it('marks every line but the last as continued, each with the enhanced code', () => {
    expect(reply(TEACHER, 'mailbox', { mailbox: 'one' }, ['two', 'three']).wire).toBe(
      '250-2.1.5 one\r\n250-2.1.5 two\r\n250 2.1.5 three\r\n',
    );
    const wording = { goodbye: '221 2.0.0 Good\nbye' };
    expect(reply({ ...TEACHER, wording }, 'goodbye').wire).toBe('221-2.0.0 Good\r\n221 2.0.0 bye\r\n');
  });

  it('is worded by the service, else by the dialect, else by RFC 5321', () => {
    const wording = { relayDenied: '554 5.7.1 <{path}>: Relay access denied' };
    expect(reply({ ...MAIL_EXCHANGER, wording }, 'relayDenied', { path: 'a@b.example' }).code).toBe(554);
    expect(reply(MAIL_EXCHANGER, 'relayDenied', { path: 'a@b.example' }).code).toBe(454);
    expect(reply(TEACHER, 'relayDenied', { path: 'a@b.example' }).code).toBe(550);
  });

  it('can have a line more under the same codes', () => {
    const refused = reply(TEACHER, 'badSender', { why: 'why not' });
    expect(withLine(refused, 'and that was all').wire).toBe('501-5.1.7 Bad sender address: why not\r\n501 5.1.7 and that was all\r\n');
    expect(withLine(reply(TEACHER, 'hello'), 'more').lines).toEqual(['mx1.campus.example', 'more']);
  });

  it('takes nothing in a further line for the name of a value, nor for the end of a line', () => {
    expect(reply(TEACHER, 'mailbox', { mailbox: 'a' }, ['{hostname}\r\n250 b']).lines).toEqual(['a', '{hostname}??250 b']);
  });

  it('can be a bare code', () => {
    expect(reply({ ...TEACHER, wording: { ok: '250' } }, 'ok')).toMatchObject({ code: 250, lines: [''], wire: '250 \r\n' });
  });

  it('is never split or faked by a value', () => {
    const { wire } = reply(MAIL_EXCHANGER, 'unknownUser', { path: 'a\r\n250 2.0.0 Ok\x1b[2J{hostname}' });
    expect(wire).toMatch(/^550 5\.1\.1 <a\?\?250 2\.0\.0 Ok\?\[2J\{hostname\}>[^\r\n]*\r\n$/);
  });

  it('speaks UTF-8', () => {
    const path = encodeUtf8('jürgen@campus.example');
    expect(reply(MAIL_EXCHANGER, 'unknownUser', { path }).lines[0]).toContain('<jürgen@campus.example>');
    expect(reply(MAIL_EXCHANGER, 'unknownUser', { path: 'j\xfcrgen' }).lines[0]).toContain('<j?rgen>');
  });

  it('keeps its lines within 512 octets, and cuts no character in half', () => {
    for (let length = 430; length < 440; length++) {
      const { wire, lines } = reply(MAIL_EXCHANGER, 'unknownUser', { path: 'a'.repeat(length) + encodeUtf8('ü'.repeat(300)) });
      expect(wire.length).toBeLessThanOrEqual(512);
      expect(wire.length).toBeGreaterThan(508);
      expect(lines[0]).not.toContain('\ufffd');
    }
  });
});

/** Values that every reply to a command may name. */
const ALWAYS = ['hostname', 'id', 'client', 'address', 'argument'];

/** Values that a default wording leaves out. */
const SOMETIMES: Partial<Record<ReplyKey, string[]>> = {
  greeting: ['date'],
  hello: ['name'],
  chunkTaken: ['size'],
  chunksQueued: ['size', 'total', 'octets', 'queueId'],
  needRecipient: ['verb'],
  noRecipient: ['verb'],
  noValidRecipients: ['verb'],
  afterChunk: ['verb'],
  helloSyntax: ['verb'],
  helloName: ['verb'],
  unknownCommand: ['line'],
  notImplemented: ['line'],
  missingArgument: ['verb'],
  domainMissing: ['path'],
  unsupportedOption: ['keyword'],
  dsnDisabled: ['keyword'],
};

/** Dialects that refuse a name in EHLO with an enhanced code, as the servers do that they are like. */
const CODED_REFUSALS: readonly string[] = ['sendmail-like', 'exchange-like', 'bigmail-like'];

describe.each(dialectNames)('the wordings of %s', (name) => {
  const server: SmtpServer = { ...MAIL_EXCHANGER, dialect: name };
  const keys = Object.keys(WORDING) as ReplyKey[];

  it.each(keys)('%s: code and enhanced code agree', (key) => {
    const { code, enhanced, wire } = reply(server, key);
    expect(code).toBeGreaterThanOrEqual(200);
    expect(code).toBeLessThan(560);
    if (enhanced !== undefined) expect(enhanced[0]).toBe(String(code)[0]);
    expect(wire.length).toBeLessThanOrEqual(512);
  });

  it('gives the greeting, HELO and EHLO no enhanced code (RFC 2034, 4)', () => {
    const refusals = CODED_REFUSALS.includes(name) ? [] : (['helloSyntax', 'helloName'] as const);
    for (const key of ['greeting', 'hello', 'startContent', ...refusals] as const) expect(reply(server, key).enhanced).toBeUndefined();
  });

  it('uses the same values as the default wording, or fewer', () => {
    const values = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, value]) => value);
    for (const [key, text] of Object.entries(dialectNamed(name).wording)) {
      const known = [...ALWAYS, ...(SOMETIMES[key as ReplyKey] ?? []), ...values(WORDING[key as ReplyKey])];
      for (const value of values(text)) expect(known, key).toContain(value);
    }
  });
});

describe('dialectNamed', () => {
  it('names those there are if there is none of that name', () => {
    expect(() => dialectNamed('sendmail')).toThrow(/"sendmail"; there are strict-teach, postfix-like/);
  });
});
