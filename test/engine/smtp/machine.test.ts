import { describe, expect, it } from 'vitest';
import { smtpMachine, type SmtpExchange } from '../../../src/engine/smtp/machine';

const after = (state: Parameters<ReturnType<typeof smtpMachine>['next']>[0], type: SmtpExchange['type'], code: number) =>
  smtpMachine(true).next(state, { type, code });

describe('the order of commands', () => {
  it('is one machine per kind of server', () => {
    expect(smtpMachine(true)).toBe(smtpMachine(true));
    expect(smtpMachine(true).states).toEqual(['connected', 'ready', 'sender', 'recipients', 'content', 'chunks', 'closed']);
  });

  it('differs only in whether mail may begin before HELO or EHLO', () => {
    for (const state of smtpMachine(true).states) {
      const extra = smtpMachine(false)
        .legal(state)
        .filter((verb) => !smtpMachine(true).legal(state).includes(verb));
      expect(extra).toEqual(state === 'connected' ? ['MAIL', 'ETRN'] : []);
    }
  });

  it('moves only on a positive reply', () => {
    expect(after('ready', 'MAIL', 250)).toBe('sender');
    expect(after('ready', 'MAIL', 501)).toBe('ready');
    expect(after('sender', 'RCPT', 250)).toBe('recipients');
    expect(after('sender', 'RCPT', 550)).toBe('sender');
    expect(after('recipients', 'RCPT', 452)).toBe('recipients');
    expect(after('recipients', 'DATA', 354)).toBe('content');
    expect(after('recipients', 'DATA', 501)).toBe('recipients');
    expect(after('sender', 'EHLO', 501)).toBe('sender');
    expect(after('ready', 'QUIT', 501)).toBe('ready');
  });

  it('ends the content whatever the reply', () => {
    for (const code of [250, 452, 554]) expect(after('content', 'END', code)).toBe('ready');
  });

  it('ends a letter in chunks with the last one, or with one that is refused', () => {
    expect(after('recipients', 'BDAT', 250)).toBe('chunks');
    expect(after('recipients', 'BDAT', 521)).toBe('recipients');
    expect(after('chunks', 'BDAT', 250)).toBe('chunks');
    for (const code of [250, 452, 552])
      expect([after('recipients', 'LAST', code), after('chunks', 'LAST', code)]).toEqual(['ready', 'ready']);
  });

  it('resets by RSET, HELO and EHLO', () => {
    for (const verb of ['RSET', 'HELO', 'EHLO'] as const) {
      expect(after('sender', verb, 250)).toBe('ready');
      expect(after('recipients', verb, 250)).toBe('ready');
      expect(after('chunks', verb, 250)).toBe('ready');
    }
    expect(after('connected', 'RSET', 250)).toBe('connected');
  });

  it('leads nowhere from closed, and only to the end from content', () => {
    expect(smtpMachine(true).legal('closed')).toEqual([]);
    expect(smtpMachine(true).legal('content')).toEqual(['END']);
  });

  it('allows at any time what RFC 5321, 4.1.4 allows at any time', () => {
    for (const state of ['connected', 'ready', 'sender', 'recipients', 'chunks'] as const) {
      expect(smtpMachine(true).legal(state)).toEqual(expect.arrayContaining(['NOOP', 'HELP', 'EXPN', 'VRFY', 'RSET', 'QUIT']));
    }
  });
});
