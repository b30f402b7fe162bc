// What must hold for any octets from any client, however they are cut. Seeds are fixed: a run is repeatable.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smtpMachine } from '../../../src/engine/smtp/machine';
import { dialectNamed, dialectNames } from '../../../src/engine/smtp/dialects';
import { expire, receive } from '../../../src/engine/smtp/session';
import type { SmtpServer, SmtpSession } from '../../../src/engine/smtp/types';
import { byteByByte, cutAt } from '../../support/feed';
import { splitReplies } from '../../support/loose';
import { MAIL_EXCHANGER } from '../../support/reference';
import { Conversation, type RecordedEvent } from '../../support/smtp';
import { clientOctets, cuts, letter, octets } from '../../support/smtp-input';

const RUNS = { seed: 20240115, numRuns: 400 };

/** Small limits, so that random clients reach them. */
const SMALL = { messageOctets: 400, recipients: 3, errors: 6, junkCommands: 4, commandOctets: 512 };

const SERVERS: [string, SmtpServer][] = dialectNames.flatMap((dialect): [string, SmtpServer][] => [
  [dialect, { ...MAIL_EXCHANGER, dialect }],
  [`${dialect}, small limits`, { ...MAIL_EXCHANGER, dialect, limits: SMALL }],
  [`${dialect}, bare LF refused`, { ...MAIL_EXCHANGER, dialect, strictness: { bareLf: 'reject' } }],
  [`${dialect}, bare LF normalised`, { ...MAIL_EXCHANGER, dialect, strictness: { bareLf: 'normalize' }, limits: { errors: 100 } }],
]);

/** A refusal of early input is about what has arrived already, so only without it may cutting not matter. */
const patient = (server: SmtpServer): SmtpServer => ({ ...server, strictness: { ...server.strictness, refuseEarlyInput: false } });

const heardBy = (server: SmtpServer, pieces: string[]) => {
  const conversation = new Conversation(server);
  conversation.say(...pieces);
  return conversation;
};

/** Content is told as it comes; pieces that follow one another are one here. */
function merged(events: readonly RecordedEvent[]): RecordedEvent[] {
  const all: RecordedEvent[] = [];
  for (const event of events) {
    const last = all.at(-1);
    if (last?.type !== 'smtp.content' || event.type !== 'smtp.content') all.push(event);
    else all.splice(-1, 1, { ...last, wire: last.wire + event.wire, content: last.content + event.content });
  }
  return all;
}

/** Where the octets after a piece begin. */
function after(input: string, piece: string, from: number): number {
  const at = input.indexOf(piece, from);
  expect(at).toBeGreaterThanOrEqual(from);
  return at + piece.length;
}

const outcome = ({ session, heard, closed, events, accepted }: Conversation) => ({
  session,
  heard,
  closed,
  events: merged(events),
  accepted,
});

describe.each(SERVERS)('%s', (_, server) => {
  it('answers the same however the octets are cut', () => {
    const check = (input: string, places: number[]) => {
      const whole = outcome(heardBy(patient(server), [input]));
      expect(outcome(heardBy(patient(server), byteByByte(input)))).toEqual(whole);
      expect(outcome(heardBy(patient(server), cutAt(input, places)))).toEqual(whole);
    };
    fc.assert(fc.property(fc.oneof({ weight: 5, arbitrary: clientOctets }, octets(200)), cuts, check), RUNS);
  });

  it('is always in a state of the table, and its state is data', () => {
    const check = (input: string, places: number[]) => {
      const plain = new Conversation(server);
      const copied = new Conversation(server);
      for (const piece of cutAt(input, places)) {
        copied.session = structuredClone(JSON.parse(JSON.stringify(copied.session)) as SmtpSession);
        plain.say(piece);
        copied.say(piece);
        expect(smtpMachine(true).states).toContain(plain.session.state);
        expect(copied.session).toEqual(plain.session);
      }
      expect(outcome(copied)).toEqual(outcome(plain));
    };
    fc.assert(fc.property(clientOctets, cuts, check), RUNS);
  });

  it('sends nothing but replies: lines of three digits, one code each, no control octets', () => {
    const check = (input: string, places: number[]) => {
      const { heard, events } = heardBy(server, cutAt(input, places));
      expect(heard).toMatch(/^(\d{3}[ -][^\x00-\x1f\x7f]*\r\n)+$/);
      for (const reply of splitReplies(heard)) {
        expect(new Set(reply.map((line) => line.slice(0, 3))).size).toBe(1);
        expect(reply.map((line) => line[3])).toEqual([...reply.slice(1).map(() => '-'), ' ']);
        expect(Number(reply[0]!.slice(0, 3))).toSatisfy((code: number) => code >= 200 && code < 560);
      }
      const wires = events.flatMap((event) => ('wire' in event && event.type !== 'smtp.content' ? [event.wire] : []));
      expect(wires.join('')).toBe(heard);
    };
    fc.assert(fc.property(clientOctets, cuts, check), RUNS);
  });

  it('answers each command once, and tells what it said', () => {
    const check = (input: string) => {
      const { heard, events } = heardBy(server, [input]);
      const replies = events.filter((event) => event.type !== 'smtp.content' && event.type !== 'mail.accepted');
      expect(splitReplies(heard)).toHaveLength(replies.length);
      for (const [index, event] of replies.entries()) {
        const reply = splitReplies(heard)[index]!;
        if (!('lines' in event)) continue;
        const prefix = event.enhanced === undefined ? '' : `${event.enhanced} `;
        expect(reply.map((line) => line.slice(4).replace(prefix, ''))).toHaveLength(event.lines.length);
        expect(reply[0]!.slice(0, 3)).toBe(String(event.code));
        if (event.enhanced !== undefined) expect(event.enhanced[0]).toBe(String(event.code)[0]);
      }
    };
    fc.assert(fc.property(clientOctets, check), RUNS);
  });

  it('accounts for every octet once and in order', () => {
    const check = (input: string, places: number[]) => {
      const { events, session, closed } = heardBy(server, cutAt(input, places));
      const consumed = events.map((event) =>
        event.type === 'smtp.exchange' ? event.line : event.type === 'smtp.content' ? event.wire : '',
      );
      const { line, octets } = session.chunk ?? { line: { wire: '' }, octets: '' };
      const held = consumed.join('') + line.wire + (octets ?? '') + session.buffer;
      // A chunk over the limit is read and forgotten: what is told then has a gap.
      if (/BDAT \d{3}/i.test(input)) consumed.reduce((at, piece) => after(input, piece, at), 0);
      else expect(held).toBe(closed ? input.slice(0, consumed.join('').length) : input);
    };
    fc.assert(fc.property(clientOctets, cuts, check), RUNS);
  });

  it('says and does nothing after it hung up', () => {
    // A chunk that was announced is waited for.
    const ending = `${'x'.repeat(500)}\r\n.\r\nQUIT\r\n`;
    const check = (input: string, more: string) => {
      const conversation = heardBy(server, [`${input}${ending}`, ending]);
      expect(conversation.closed).toBe(true);
      expect(conversation.session.state).toBe('closed');
      expect(conversation.effects.at(-1)).toEqual({ type: 'close' });
      expect(receive(conversation.session, `${more}\r\nQUIT\r\n`, 0, server).effects).toEqual([]);
      expect(expire(conversation.session, 1e12, server).effects).toEqual([]);
    };
    fc.assert(fc.property(clientOctets, clientOctets, check), RUNS);
  });

  it('tires of waiting in every state, says so and hangs up', () => {
    const check = (input: string) => {
      const conversation = heardBy(server, [input]);
      if (conversation.closed) return;
      expect(conversation.session.deadline).toBeGreaterThan(conversation.now);
      const said = conversation.wait(86_400_000);
      // 421 is the rule (4.5.3.2.7); some great servers say 451.
      expect(said).toMatch(/^4[25]1[ -]/);
      expect(conversation).toMatchObject({ closed: true, session: { state: 'closed' } });
    };
    fc.assert(fc.property(clientOctets, check), RUNS);
  });

  it('keeps a letter as it was sent', () => {
    const roomy: SmtpServer = { ...server, limits: { ...server.limits, messageOctets: 1_000_000 } };
    const { verbs, strictness } = dialectNamed(server.dialect);
    const hello = verbs.includes('EHLO') ? ['EHLO ws1.campus.example', ' BODY=8BITMIME'] : ['HELO ws1.campus.example', ''];
    const check = (drawn: string, places: number[]) => {
      const content = strictness.stripsEighthBit ? drawn.replace(/[\x80-\xff]/g, '\xfc') : drawn;
      const left = strictness.stripsEighthBit ? content.replaceAll('\xfc', '|') : content;
      const stuffed = content.split('\r\n').map((text) => (text.startsWith('.') ? `.${text}` : text));
      const talk = `${hello[0]}\r\nMAIL FROM:<bram@partner.example>${hello[1]}\r\nRCPT TO:<ada@campus.example>\r\nDATA\r\n`;
      const conversation = heardBy(roomy, talk.split(/(?<=\n)/));
      conversation.say(...cutAt(`${stuffed.join('\r\n')}.\r\n`, places));
      expect(conversation.accepted).toHaveLength(1);
      const [, received, kept] = /^(Received: .*\r\n(?:[\t ].*\r\n)*)([^]*)$/.exec(conversation.accepted[0]!.content)!;
      expect(received).toContain('for <ada@campus.example>');
      expect(kept).toBe(left);
      const told = merged(conversation.events).filter((event) => event.type === 'smtp.content');
      expect(told).toEqual([{ type: 'smtp.content', wire: stuffed.join('\r\n'), content: left }]);
    };
    fc.assert(fc.property(letter, cuts, check), RUNS);
  });
});

describe.each(dialectNames)('%s, where a bare LF ends no letter', (dialect) => {
  const server: SmtpServer = { ...MAIL_EXCHANGER, dialect, strictness: { bareLf: 'normalize' } };
  const opening = ['EHLO a.example\r\n', 'MAIL FROM:<>\r\n', 'RCPT TO:<ada@campus.example>\r\n', 'DATA\r\n'];
  const fragments = fc.array(fc.constantFrom('\r\n', '\r\n', '\n', '\r', '.', '.', 'x'), { maxLength: 30 }).map((parts) => parts.join(''));

  it('ends content at the first CR LF . CR LF and nowhere else (RFC 5321, 4.1.1.4)', () => {
    const check = (input: string, places: number[]) => {
      const conversation = heardBy(server, opening);
      conversation.say(...cutAt(input, places));
      // The line end before the dot may be the one of DATA.
      const end = `\r\n${input}`.indexOf('\r\n.\r\n');
      const told = merged(conversation.events).find((event) => event.type === 'smtp.content');
      const wire = told?.type === 'smtp.content' ? told.wire : '';
      if (end < 0) expect([wire + conversation.session.buffer, conversation.session.state]).toEqual([input, 'content']);
      else
        expect([wire, conversation.events.some((event) => event.type === 'smtp.exchange' && event.verb === 'END')]).toEqual([
          input.slice(0, end),
          true,
        ]);
    };
    fc.assert(fc.property(fragments, cuts, check), { ...RUNS, numRuns: 2000 });
  });
});
