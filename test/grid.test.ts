// Every state x every verb, for each dialect, as one reviewed file: `grid/<dialect>.txt`. A change of
// a line there is a change of the protocol and wants a reason.

import { describe, expect, it } from 'vitest';
import { dialectNamed, dialectNames } from '../src/engine/smtp/dialects';
import { smtpMachine } from '../src/engine/smtp/machine';
import type { SmtpServer } from '../src/engine/smtp/types';
import { MAIL_EXCHANGER } from './support/reference';
import { Conversation, type RecordedEvent } from './support/smtp';

type Exchange = Extract<RecordedEvent, { type: 'smtp.exchange' }>;

/** How a client gets a fresh session into each state. One state may be met in several situations. */
const SITUATIONS: Record<string, { state: string; lines: string[] }> = {
  connected: { state: 'connected', lines: [] },
  'ready (HELO)': { state: 'ready', lines: ['HELO ws1.campus.example'] },
  'ready (EHLO)': { state: 'ready', lines: ['EHLO ws1.campus.example'] },
  sender: { state: 'sender', lines: ['EHLO ws1.campus.example', 'MAIL FROM:<bram@partner.example>'] },
  'sender (all refused)': {
    state: 'sender',
    lines: ['EHLO ws1.campus.example', 'MAIL FROM:<bram@partner.example>', 'RCPT TO:<nobody@campus.example>'],
  },
  recipients: {
    state: 'recipients',
    lines: ['EHLO ws1.campus.example', 'MAIL FROM:<bram@partner.example>', 'RCPT TO:<ada@campus.example>'],
  },
  content: {
    state: 'content',
    lines: ['EHLO ws1.campus.example', 'MAIL FROM:<bram@partner.example>', 'RCPT TO:<ada@campus.example>', 'DATA', 'Subject: x', '', 'x'],
  },
};

/** Each verb in a well-formed, typical form. */
const FORMS: Record<string, string> = {
  HELO: 'HELO ws1.campus.example',
  EHLO: 'EHLO ws1.campus.example',
  MAIL: 'MAIL FROM:<bram@partner.example>',
  RCPT: 'RCPT TO:<ada@campus.example>',
  DATA: 'DATA',
  RSET: 'RSET',
  NOOP: 'NOOP',
  QUIT: 'QUIT',
  VRFY: 'VRFY ada',
  EXPN: 'EXPN staff',
  HELP: 'HELP',
  ETRN: 'ETRN campus.example',
  STARTTLS: 'STARTTLS',
  AUTH: 'AUTH PLAIN',
  BDAT: 'BDAT 0 LAST',
  XCLIENT: 'XCLIENT NAME=spike.example',
  XFORWARD: 'XFORWARD NAME=spike.example',
  'unknown verb': 'FOO',
  'header line': 'Subject: hello',
  'empty line': '',
  'lone dot': '.',
};

describe.each(dialectNames)('%s', (dialect) => {
  const server: SmtpServer = { ...MAIL_EXCHANGER, dialect };
  const machine = smtpMachine(dialectNamed(dialect).strictness.helloRequired);

  function tried(situation: string, verb: string) {
    const { state, lines } = SITUATIONS[situation]!;
    const conversation = new Conversation(server);
    for (const line of lines) conversation.say(`${line}\r\n`);
    expect(conversation.session.state, situation).toBe(state);
    const before = conversation.events.length;
    const reply = conversation.say(`${FORMS[verb]!}\r\n`);
    const exchange = conversation.events.slice(before).find((event): event is Exchange => event.type === 'smtp.exchange');
    return { conversation, reply, exchange };
  }

  const cells = Object.keys(SITUATIONS).flatMap((situation) => Object.keys(FORMS).map((verb) => [situation, verb] as const));

  it('is the reviewed grid', async () => {
    const width = (texts: string[]) => Math.max(...texts.map((text) => text.length));
    const rows = cells.map(([situation, verb]) => {
      const { conversation, exchange } = tried(situation, verb);
      const reply = exchange ? `${exchange.code} ${exchange.enhanced ?? '-'}` : 'no reply';
      return [situation, verb, reply, conversation.session.state, exchange ? (exchange.legal ? 'legal' : 'not legal') : 'content'];
    });
    const table = [['situation', 'verb', 'reply', 'state after', 'in the table?'], ...rows];
    const text = table.map((row) =>
      row
        .map((cell, column) => cell.padEnd(width(table.map((other) => other[column]!))))
        .join(' | ')
        .trimEnd(),
    );
    await expect(`${text.join('\n')}\n`).toMatchFileSnapshot(`./grid/${dialect}.txt`);
  });

  it('has a form for every verb of the dialect and of the table', () => {
    const known = [...dialectNamed(dialect).verbs, ...machine.states.flatMap((state) => machine.legal(state))];
    expect(known.filter((verb) => verb !== 'END' && FORMS[verb] === undefined)).toEqual([]);
  });

  it('reaches every state', () => {
    const reached = cells.map(([situation, verb]) => tried(situation, verb).conversation.session.state);
    expect(machine.states.filter((state) => !reached.includes(state))).toEqual([]);
  });

  it.each(cells)('%s, %s: keeps the laws of the table', (situation, verb) => {
    const { conversation, reply, exchange } = tried(situation, verb);
    if (SITUATIONS[situation]!.state === 'content' && verb !== 'lone dot') {
      expect(reply).toBe('');
      expect(conversation.session.state).toBe('content');
      return;
    }
    expect(exchange!.before).toBe(SITUATIONS[situation]!.state);
    expect(exchange!.after).toBe(conversation.session.state);
    expect(exchange!.legal).toBe(machine.allows(exchange!.before, exchange!.verb as never));
    if (!exchange!.legal && !conversation.closed) {
      expect([500, 502, 503, 550, 554]).toContain(exchange!.code);
      expect(exchange!.after).toBe(exchange!.before);
    }
    if (exchange!.code >= 400 && exchange!.verb !== 'END' && !conversation.closed) expect(exchange!.after).toBe(exchange!.before);
    if (exchange!.code < 400 && exchange!.legal) expect(exchange!.after).toBe(machine.target(exchange!.before, exchange!.verb as never));
    expect(conversation.closed).toBe(exchange!.code === 221 || exchange!.code === 421);
  });
});
