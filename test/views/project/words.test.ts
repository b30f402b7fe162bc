import { describe, expect, it } from 'vitest';
import { dialectNames, dialectNamed } from '../../../src/engine/smtp/dialects';
import { enGlass, type GlassKey } from '../../../src/messages/en-glass';
import { elapsed, fill, optionalLabel } from '../../../src/views/project/labels';
import { addressOf, meaningOf, ruleOf } from '../../../src/views/project/rfc';
import { shortName, showBytes, showText, withoutLineEnd } from '../../../src/views/project/text';
import { opening } from './traces';

describe('labels', () => {
  it('are filled, and a slip shows', () => {
    expect(fill('{a} and {b}', { a: 1 })).toBe('1 and {b}');
    expect(fill('{constructor}', {})).toBe('{constructor}');
    expect(optionalLabel(enGlass, 'enhanced.99.99')).toBeUndefined();
  });

  it('say time in the unit that fits', () => {
    const said = [0, 120, 999, 1200, 8040, 59_999, 90_000, 300_000, 7_200_000, 90_000_000].map((ms) => elapsed(ms, enGlass));
    expect(said).toEqual(['+0 ms', '+0.1 s', '+0.9 s', '+1.2 s', '+8 s', '+59 s', '+1.5 min', '+5 min', '+2 h', '+1 d']);
  });
});

describe('text from the wire', () => {
  it('is clipped between characters', () => {
    expect(showBytes('é'.repeat(3).replace(/é/g, '\xc3\xa9'), 3)).toBe('é…');
    expect(showText('a😀b', 2)).toBe('a…');
    expect(showBytes('short')).toBe('short');
  });

  it('loses its line end, whichever it is', () => {
    expect(['a\r\n', 'a\n', 'a\r', 'a'].map(withoutLineEnd)).toEqual([
      { text: 'a', bare: false },
      { text: 'a', bare: true },
      { text: 'a\r', bare: false },
      { text: 'a', bare: false },
    ]);
  });

  it('shortens names and leaves addresses', () => {
    expect(['mx1.campus.example', '192.0.2.25', '2001:db8::25', 'localhost'].map(shortName)).toEqual([
      'mx1',
      '192.0.2.25',
      '2001:db8::25',
      'localhost',
    ]);
  });
});

describe('the meaning of a reply', () => {
  const meaning = (code: number, enhanced?: string) => meaningOf({ code, ...(enhanced === undefined ? {} : { enhanced }) }, enGlass);

  it('is its first digit and its enhanced code', () => {
    expect(meaning(550, '5.1.1')).toEqual([
      { digits: '5yz', words: enGlass['digit.5'] },
      { digits: '5.1.1', words: enGlass['enhanced.1.1'] },
    ]);
    expect(meaning(354)[1]).toEqual({ digits: 'x5z', words: enGlass['class.5'] });
    expect(meaning(999, '9.9.9')).toEqual([]);
  });

  it('is known for every enhanced code that a dialect uses', () => {
    const used = dialectNames.flatMap((name) =>
      Object.values(dialectNamed(name).wording).map((text) => /^\d{3} [245]\.(\d+\.\d+) /.exec(text ?? '')?.[1]),
    );
    const unknown = used.filter((code) => code !== undefined && !Object.hasOwn(enGlass, `enhanced.${code}`));
    expect(unknown).toEqual([]);
    expect(used.filter((code) => code !== undefined).length).toBeGreaterThan(10);
  });

  it('comes with the section of the rule', () => {
    const rules = opening()
      .trace.map((event) => ruleOf(event)?.section)
      .filter((section) => section !== undefined);
    expect(rules).toEqual(['3.1', '4.1.1.1', '4.1.1.4', '4.1.1.2']);
    expect(addressOf({ rfc: 5321, section: '4.1.1.2' })).toBe('https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.2');
    const unknown = opening().say({
      verb: 'FOO',
      line: 'FOO\r\n',
      reply: '500 5.5.2 What?',
      before: 'sender',
      after: 'sender',
      legal: false,
    });
    expect(
      ruleOf(
        unknown.trace
          .slice()
          .reverse()
          .find((event) => event.type === 'smtp.exchange')!,
      ),
    ).toEqual({ rfc: 5321, section: '4.2.4' });
  });
});

describe('the catalogue', () => {
  it('has no empty sentence', () => {
    expect((Object.keys(enGlass) as GlassKey[]).filter((key) => enGlass[key].trim() === '')).toEqual([]);
  });
});
