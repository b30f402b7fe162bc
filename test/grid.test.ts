// Every state x every verb, for each dialect, as one reviewed file: `grid/<dialect>.txt`. A change of
// a line there is a change of the protocol and wants a reason.

import { describe, expect, it } from 'vitest';
import { dialectNamed, dialectNames } from '../src/engine/smtp/dialects';
import { smtpMachine, type CommandVerb, type SmtpExchange } from '../src/engine/smtp/machine';
import type { SmtpServer } from '../src/engine/smtp/types';
import { MAIL_EXCHANGER } from './support/reference';
import { Conversation, type RecordedEvent } from './support/smtp';

type Exchange = Extract<RecordedEvent, { type: 'smtp.exchange' }>;

const HELO = 'HELO ws1.campus.example';
const EHLO = 'EHLO ws1.campus.example';

/** How a client gets a fresh session into each state. One state may be met in several situations. */
const situationsFor = (hello: string, chunking: boolean): Record<string, { state: string; lines: string[] }> => ({
  connected: { state: 'connected', lines: [] },
  'ready (HELO)': { state: 'ready', lines: [HELO] },
  ...(hello === EHLO ? { 'ready (EHLO)': { state: 'ready', lines: [EHLO] } } : {}),
  sender: { state: 'sender', lines: [hello, 'MAIL FROM:<bram@partner.example>'] },
  'sender (all refused)': {
    state: 'sender',
    lines: [hello, 'MAIL FROM:<bram@partner.example>', 'RCPT TO:<nobody@campus.example>'],
  },
  recipients: {
    state: 'recipients',
    lines: [hello, 'MAIL FROM:<bram@partner.example>', 'RCPT TO:<ada@campus.example>'],
  },
  content: {
    state: 'content',
    lines: [hello, 'MAIL FROM:<bram@partner.example>', 'RCPT TO:<ada@campus.example>', 'DATA', 'Subject: x', '', 'x'],
  },
  ...(chunking
    ? {
        chunks: {
          state: 'chunks',
          lines: [hello, 'MAIL FROM:<bram@partner.example>', 'RCPT TO:<ada@campus.example>', 'BDAT 0'],
        },
      }
    : {}),
});

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
  BDAT: 'BDAT 0',
  'BDAT LAST': 'BDAT 0 LAST',
  SEND: 'SEND FROM:<bram@partner.example>',
  SOML: 'SOML FROM:<bram@partner.example>',
  SAML: 'SAML FROM:<bram@partner.example>',
  TURN: 'TURN',
  XCLIENT: 'XCLIENT NAME=spike.example',
  XFORWARD: 'XFORWARD NAME=spike.example',
  'unknown verb': 'FOO',
  'header line': 'Subject: hello',
  'empty line': '',
  'lone dot': '.',
};

describe.each(dialectNames)('%s', (dialect) => {
  const server: SmtpServer = { ...MAIL_EXCHANGER, dialect };
  const { verbs, strictness } = dialectNamed(dialect);
  const machine = smtpMachine(strictness.helloRequired);
  const SITUATIONS = situationsFor(verbs.includes('EHLO') ? EHLO : HELO, verbs.includes('BDAT'));

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

  /** In content every line but the lone dot is text, whatever it says; one line of the grid says so. */
  const isText = (situation: string, verb: string) => SITUATIONS[situation]!.state === 'content' && verb !== 'lone dot';

  const cells = Object.keys(SITUATIONS).flatMap((situation) => Object.keys(FORMS).map((verb) => [situation, verb] as const));

  it('is the reviewed grid', async () => {
    const width = (texts: string[]) => Math.max(...texts.map((text) => text.length));
    const rows = cells
      .filter(([situation, verb]) => !isText(situation, verb))
      .map(([situation, verb]) => {
        const { code, enhanced, after, legal } = tried(situation, verb).exchange!;
        return [situation, verb, `${code} ${enhanced ?? '-'}`, after, legal ? 'legal' : 'not legal'];
      });
    const text = ['content', 'anything else', 'no reply', 'content', 'text of the letter'];
    const table = [['situation', 'verb', 'reply', 'state after', 'in the table?'], ...rows, text];
    const lines = table.map((row) =>
      row
        .map((cell, column) => cell.padEnd(width(table.map((other) => other[column]!))))
        .join(' | ')
        .trimEnd(),
    );
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`./grid/${dialect}.txt`);
  });

  it('has a form for every verb of the dialect and of the table', () => {
    const known = [...verbs, ...machine.states.flatMap((state) => machine.legal(state))];
    expect(known.filter((verb) => verb !== 'END' && verb !== 'LAST' && FORMS[verb] === undefined)).toEqual([]);
  });

  it('reaches every state that its verbs lead to', () => {
    const reached = cells.map(([situation, verb]) => tried(situation, verb).conversation.session.state);
    const led = machine.states.filter((state) => state !== 'chunks' || verbs.includes('BDAT'));
    expect(led.filter((state) => !reached.includes(state))).toEqual([]);
  });

  it.each(cells.filter((cell) => isText(...cell)))('%s, %s: is text of the letter', (situation, verb) => {
    const { conversation, reply, exchange } = tried(situation, verb);
    expect({ reply, exchange, state: conversation.session.state }).toEqual({ reply: '', exchange: undefined, state: 'content' });
    expect(conversation.say('.\r\n')).toMatch(/^250 /);
    expect(conversation.accepted[0]!.content.endsWith(`\r\nx\r\n${FORMS[verb]!}\r\n`)).toBe(true);
  });

  it.each(cells.filter((cell) => !isText(...cell)))('%s, %s: keeps the laws of the table', (situation, verb) => {
    const { conversation, exchange } = tried(situation, verb);
    const { before, after, legal, code } = exchange!;
    const said = exchange!.verb as SmtpExchange['type'];
    const type = legal && verb === 'BDAT LAST' ? 'LAST' : said;
    expect([before, after]).toEqual([SITUATIONS[situation]!.state, conversation.session.state]);
    expect(conversation.closed).toBe(after === 'closed');
    expect(legal).toBe((said === 'END' || verbs.includes(said as CommandVerb)) && machine.allows(before, said));
    if (legal && (code < 400 || type === 'END' || type === 'LAST')) expect(after).toBe(machine.target(before, type));
    else if (code >= 400) expect(after).toBe(before);
    else expect([code, after]).toEqual([221, 'closed']);
    if (!legal) expect([221, 500, 502, 503, 550, 554]).toContain(code);
    if (!legal && verbs.includes(said as CommandVerb)) expect([503, 554]).toContain(code);
  });
});
