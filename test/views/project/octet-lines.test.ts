import { describe, expect, it } from 'vitest';
import { advanceConversations } from '../../../src/views/project/conversations';
import { dumpOf, nextSpoken, OCTETS_SHOWN, type Dump } from '../../../src/views/project/octet-lines';
import { accepted, opening, recipients, Scribe, writing } from './traces';

const dump = ({ trace, connection }: Scribe, selected: number | null = null) =>
  dumpOf(advanceConversations(null, trace, trace.length), trace, selected, connection);
const text = (shown: Dump | null) =>
  shown?.groups.map(({ kind, lines }) => [
    kind,
    ...lines.map(({ wire }) => wire.map(({ octet }) => String.fromCharCode(octet ?? 0)).join('')),
  ]);

describe('the octets to show', () => {
  it('are those of the latest exchange, command and reply', () => {
    expect(dump(new Scribe().connect())).toBeNull();
    expect(text(dump(opening()))).toEqual([
      ['command', 'MAIL FROM:<you@campus.example>\r\n'],
      ['reply', '250 2.1.0 Ok\r\n'],
    ]);
    expect(text(dump(new Scribe().connect().open()))).toEqual([['reply', '220 mx1.campus.example ESMTP\r\n']]);
  });

  it('are those of the selected event, each line of a reply by itself', () => {
    const scribe = recipients();
    const ehlo = scribe.trace.find((event) => event.type === 'smtp.exchange')!;
    expect(text(dump(scribe, ehlo.seq))![1]!.slice(1, 3)).toEqual(['250-mx1.campus.example\r\n', '250-PIPELINING\r\n']);
  });

  it('are those that the server has made nothing of yet', () => {
    expect(text(dump(opening().send('RCPT TO:<ada').send('\x08')))).toEqual([['waiting', 'RCPT TO:<ada\x08']]);
    expect(text(dump(opening().send('NOOP\r\n')))).toEqual([['travelling', 'NOOP\r\n']]);
    const first = opening();
    const mail = first.trace.find((event) => event.type === 'smtp.exchange' && event.verb === 'MAIL')!;
    expect(text(dump(first.send('RCPT'), mail.seq))![0]![0]).toBe('command');
  });

  it('are both sides of a letter, a dot less where one was doubled', () => {
    const [group] = dump(writing())!.groups;
    const dotted = group!.lines.filter(({ wire }) => wire.some(({ purpose }) => purpose === 'stuffed'));
    expect(dotted).toHaveLength(1);
    expect(dotted[0]!.stored!.map(({ octet }) => String.fromCharCode(octet ?? 95)).join('')).toBe('_.dot\r\n');
    expect(dump(accepted())!.groups[0]!.kind).toBe('end');
  });

  it('take a dot in the middle of a line for what it is', () => {
    const scribe = recipients().say({ verb: 'DATA', line: 'DATA\r\n', reply: '354 Go', before: 'recipients', after: 'content' });
    scribe.content('Version 1');
    scribe.add({ type: 'smtp.content', connection: 1, host: scribe.host, wire: '.2\r\n', content: '.2\r\n' });
    expect(dump(scribe)!.groups[0]!.lines[0]!.wire[0]!.purpose).toBe('text');
  });

  it('know base64 by what the letter said before', () => {
    const scribe = recipients().say({ verb: 'DATA', line: 'DATA\r\n', reply: '354 Go', before: 'recipients', after: 'content' });
    scribe.content('Content-Transfer-Encoding: base64\r\n\r\n').content('QUJD\r\n');
    expect(dump(scribe)!.groups[0]!.lines[0]!.wire[0]).toMatchObject({ purpose: 'base64', together: 'ABC' });
  });

  it('are reached one event after the other', () => {
    const scribe = recipients();
    const index = advanceConversations(null, scribe.trace, scribe.trace.length);
    const from = (selected: number | null, step: 1 | -1) => nextSpoken(index, scribe.trace, selected, 1, step);
    const lines = scribe.trace.filter((event) => event.type === 'smtp.greeting' || event.type === 'smtp.exchange').map(({ seq }) => seq);
    expect(from(null, -1)).toBe(lines.at(-2));
    expect(from(null, 1)).toBeNull();
    expect(from(lines[0]!, 1)).toBe(lines[1]);
    expect(from(lines[0]!, -1)).toBeNull();
  });

  it('are counted where they are too many', () => {
    const scribe = opening().send('x'.repeat(OCTETS_SHOWN + 5));
    expect(dump(scribe)!.groups[0]).toMatchObject({ octets: OCTETS_SHOWN + 5, more: 5 });
  });
});
