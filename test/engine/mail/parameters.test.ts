import { describe, expect, it } from 'vitest';
import { decodeXtext, parseNotify, parseOriginalRecipient, parsePathArgument } from '../../../src/engine/mail/parameters';

const path = (argument: string, keyword: 'FROM' | 'TO' = 'FROM') => parsePathArgument(argument, keyword)?.path;

describe('the argument of MAIL and RCPT', () => {
  it.each(['', 'FROM', 'FROM:', 'FROM:  ', 'bram@partner.example', 'TO:<bram@partner.example>', 'FROM :<bram@partner.example>'])(
    '%j lacks something',
    (argument) => {
      expect(parsePathArgument(argument, 'FROM')).toBeNull();
    },
  );

  it('takes the keyword in any case', () => {
    expect(path('from:<a@b.example>')).toBe('<a@b.example>');
    expect(path('To:<a@b.example>', 'TO')).toBe('<a@b.example>');
  });

  it('notices a blank after the colon', () => {
    expect(parsePathArgument('FROM: <>', 'FROM')).toEqual({ path: '<>', parameters: [], spaced: true });
    expect(parsePathArgument('FROM:<>', 'FROM')).toEqual({ path: '<>', parameters: [], spaced: false });
  });

  it('ends the path at a blank, but not inside quotes or brackets', () => {
    expect(path('FROM:Bram <bram@partner.example>')).toBe('Bram');
    expect(path('FROM:"Bram" <bram@partner.example>')).toBe('"Bram"');
    expect(path('FROM:<"a b\\" > c"@partner.example> X')).toBe('<"a b\\" > c"@partner.example>');
    expect(path('FROM:<bram partner> X')).toBe('<bram partner>');
    expect(path('FROM:<bram@partner.example>SIZE=10')).toBe('<bram@partner.example>SIZE=10');
  });

  it('takes parameters apart', () => {
    expect(parsePathArgument('FROM:<>  size=10   SMTPUTF8 RET= x=a=b', 'FROM')?.parameters).toEqual([
      { keyword: 'SIZE', value: '10', text: 'size=10' },
      { keyword: 'SMTPUTF8', text: 'SMTPUTF8' },
      { keyword: 'RET', value: '', text: 'RET=' },
      { keyword: 'X', value: 'a=b', text: 'x=a=b' },
    ]);
  });
});

describe('values of RFC 3461', () => {
  it('decodes xtext', () => {
    expect(decodeXtext('a+2Bb+3D')).toBe('a+b=');
    for (const bad of ['a+b', 'a+2', 'a+2b', 'a b', 'a\x7f']) expect(decodeXtext(bad)).toBeNull();
  });

  it('reads NOTIFY', () => {
    expect(parseNotify('never')).toEqual(['NEVER']);
    expect(parseNotify('success,FAILURE,Delay')).toEqual(['SUCCESS', 'FAILURE', 'DELAY']);
    for (const bad of ['', 'ALWAYS', 'NEVER,SUCCESS', 'SUCCESS,']) expect(parseNotify(bad)).toBeNull();
  });

  it('reads ORCPT', () => {
    expect(parseOriginalRecipient('rfc822;ada+2Bx@campus.example')).toBe('rfc822;ada+x@campus.example');
    expect(parseOriginalRecipient('rfc822;')).toBe('rfc822;');
    for (const bad of ['', 'ada@campus.example', ';ada', 'rfc822;a+b']) expect(parseOriginalRecipient(bad)).toBeNull();
  });
});
