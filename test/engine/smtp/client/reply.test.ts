import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailLine, rcptLine, unsendable } from '../../../../src/engine/smtp/client-envelope';
import { offeredBy, takeReply } from '../../../../src/engine/smtp/client-reply';
import { decodeXtext, encodeXtext } from '../../../../src/engine/mail/parameters';
import { LETTER } from '../../../support/client';
import { octets } from '../../../support/smtp-input';

describe('a reply', () => {
  it.each([
    ['250 ok\r\n', { code: 250, lines: ['ok'] }],
    ['250\r\n', { code: 250, lines: [''] }],
    ['250 \r\n', { code: 250, lines: [''] }],
    ['250 ok\n', { code: 250, lines: ['ok'] }],
    ['250-a\r\n250\r\n', { code: 250, lines: ['a', ''] }],
    ['250 2.1.5\r\n', { code: 250, enhanced: '2.1.5', lines: [''] }],
    ['550-5.1.1 a\r\n550-5.1.1\r\n550 b\r\n', { code: 550, enhanced: '5.1.1', lines: ['a', '', 'b'] }],
    ['550 2.1.5 of another class\r\n', { code: 550, lines: ['2.1.5 of another class'] }],
    ['220 192.0.2.1 here\r\n', { code: 220, lines: ['192.0.2.1 here'] }],
    ['250 f\xc3\xbcr \xff\x1b\r\n', { code: 250, lines: ['für \ufffd\x1b'] }],
  ])('%j', (wire, facts) => {
    expect(takeReply(`xx${wire}354`, 2)).toEqual({ ...facts, wire });
    for (let i = 0; i < wire.length - 1; i++) expect(takeReply(wire.slice(0, i), 0)).toBeNull();
  });

  it.each(['', '25', '25x ok', '2500 ok', '250ok', ' 250 ok', '050 ok', '600 ok', '250-a\r\n251 b', '250-a\r\n', 'HTTP/1.1 200 OK'])(
    '%j is none',
    (line) => {
      expect(takeReply(`${line}\r\n`, 0)).toBe('malformed');
    },
  );
});

describe('what is offered', () => {
  it('is told by the lines after the first, whatever their letter case', () => {
    const lines = ['PIPELINING', 'Size 1000', 'dsn', 'AUTH=LOGIN', 'X Y  Z ', '', '__proto__', '8bitmime\t', 'f\u00fcr'];
    expect(offeredBy({ code: 250, lines })).toEqual({ SIZE: '1000', DSN: '', X: 'Y  Z', '8BITMIME': '' });
  });

  it.each([
    ['1000000', null],
    ['', null],
    ['0', null],
    ['many', null],
    ['24', '5.3.4'],
    ['25', null],
  ])('SIZE %s', (size, status) => {
    expect(unsendable(LETTER, { SIZE: size })?.status ?? null).toBe(status);
  });
});

describe('parameters', () => {
  it('travel as xtext, and come back', () => {
    fc.assert(
      fc.property(octets(40), (bytes) => {
        expect(encodeXtext(bytes)).toMatch(/^[!-~]*$/);
        expect(decodeXtext(encodeXtext(bytes))).toBe(bytes);
      }),
    );
    expect(encodeXtext('a+b=c d')).toBe('a+2Bb+3Dc+20d');
  });

  it('stand only where they are offered', () => {
    const recipient = { forwardPath: 'a b@x.example', notify: ['NEVER'], originalRecipient: 'rfc822;a@x.example' };
    expect(rcptLine(recipient, {})).toBe('RCPT TO:<"a b"@x.example>');
    expect(rcptLine(recipient, { DSN: '' })).toBe('RCPT TO:<"a b"@x.example> NOTIFY=NEVER ORCPT=rfc822;a@x.example');
    const utf8 = { ...LETTER, envelope: { ...LETTER.envelope, utf8: true } };
    expect(mailLine(utf8, { SMTPUTF8: '', SIZE: '' })).toBe('MAIL FROM:<ada@campus.example> SIZE=25 SMTPUTF8');
    expect(unsendable(utf8, {})).toBeNull();
    expect(unsendable({ ...utf8, content: 'Subject: \xc3\xbc\r\n\r\n' }, { '8BITMIME': '' })?.status).toBe('5.6.7');
  });
});
