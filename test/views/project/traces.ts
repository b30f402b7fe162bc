// Hand-made traces for the projections: a small scribe that writes what a world would.

import { append, type ReplyGiven, type SmtpState, type TraceBody, type TraceEvent } from '../../../src/engine/kernel/trace';

export interface Said {
  verb: string;
  line: string;
  reply: string;
  before: SmtpState;
  after: SmtpState;
  legal?: boolean;
  path?: string;
  reason?: string;
}

export class Scribe {
  readonly trace: TraceEvent[] = [];
  at = 0;
  connection = 1;
  host = 'mx1.campus.example';

  add(body: TraceBody): number {
    return append(this.trace, this.at, body);
  }

  wait(milliseconds: number): this {
    this.at += milliseconds;
    return this;
  }

  connect(to = this.host): this {
    const { connection } = this;
    this.host = to;
    this.add({
      type: 'net.connect',
      connection,
      from: 'ws1.campus.example',
      fromAddress: '192.0.2.10',
      to,
      toAddress: '192.0.2.25',
      port: 25,
    });
    return this;
  }

  open(dialect = 'strict-teach'): this {
    const { connection, host } = this;
    this.wait(20).add({ type: 'net.open', connection });
    const wire = `220 ${host} ESMTP\r\n`;
    this.wait(1).add({
      type: 'smtp.greeting',
      connection,
      host,
      dialect,
      helloRequired: dialect === 'strict-teach',
      wire,
      ...facts(wire, 'greeting'),
    });
    return this;
  }

  /** Client octets on the wire. */
  send(bytes: string): this {
    this.add({ type: 'net.bytes', connection: this.connection, side: 'client', bytes, arrives: this.at + 5 });
    return this;
  }

  say({ verb, line, reply, before, after, legal = true, path, reason = 'ok' }: Said): this {
    const { connection, host } = this;
    this.send(line).wait(5);
    const wire = reply.replace(/\n/g, '\r\n') + '\r\n';
    const mailbox = path === undefined ? {} : { path };
    this.add({ type: 'smtp.exchange', connection, host, verb, line, wire, legal, before, after, ...mailbox, ...facts(wire, reason) });
    this.add({ type: 'net.bytes', connection, side: 'server', bytes: wire, arrives: this.at + 5 });
    return this.wait(5);
  }

  content(wire: string): this {
    const { connection, host } = this;
    this.send(wire).wait(5);
    this.add({ type: 'smtp.content', connection, host, wire, content: wire.replace(/(^|\n)\./g, '$1') });
    return this;
  }

  notice(wire: string, state: SmtpState): this {
    const { connection, host } = this;
    this.add({ type: 'smtp.notice', connection, host, wire, state, ...facts(wire, 'timeout') });
    return this;
  }
}

/** Reply lines as facts: `250 2.1.0 Ok`. */
function facts(wire: string, reason: string): ReplyGiven {
  const lines = wire.trimEnd().split('\r\n');
  const enhanced = /^\d{3}[ -]([245]\.\d+\.\d+) /.exec(lines[0]!)?.[1];
  const texts = lines.map((line) => line.slice(4).replace(/^[245]\.\d+\.\d+ /, ''));
  return { code: Number(wire.slice(0, 3)), lines: texts, reason, ...(enhanced === undefined ? {} : { enhanced }) };
}

const EHLO = ['250-mx1.campus.example', '250-PIPELINING', '250-SIZE 10485760', '250-ENHANCEDSTATUSCODES', '250 8BITMIME'].join('\n');

/** Knocking, greeting, DATA too soon, a sender. Ends in state `sender`. */
export function opening(): Scribe {
  const scribe = new Scribe();
  scribe.add({ type: 'terminal.login', terminal: 'main', host: 'ws1.campus.example', user: 'you' });
  scribe.wait(900).add({
    type: 'dns.query',
    query: 1,
    asker: 'ws1.campus.example',
    server: 'ns.campus.example',
    to: 'ns.campus.example',
    name: 'mx1.campus.example',
    recordType: 'A',
    recursionDesired: true,
  });
  scribe.wait(4).add({
    type: 'dns.answer',
    query: 1,
    asker: 'ws1.campus.example',
    server: 'ns.campus.example',
    name: 'mx1.campus.example',
    recordType: 'A',
    status: 'NOERROR',
    authoritative: true,
    answers: ['mx1.campus.example. 3600 IN A 192.0.2.25'],
    authority: [],
  });
  return scribe
    .connect()
    .open()
    .wait(1200)
    .say({ verb: 'EHLO', line: 'EHLO ws1.campus.example\r\n', reply: EHLO, before: 'connected', after: 'ready' })
    .wait(8000)
    .say({ verb: 'DATA', line: 'DATA\r\n', reply: '503 5.5.1 Error: need MAIL command', before: 'ready', after: 'ready', legal: false })
    .wait(5000)
    .say({
      verb: 'MAIL',
      line: 'MAIL FROM:<you@campus.example>\r\n',
      reply: '250 2.1.0 Ok',
      before: 'ready',
      after: 'sender',
      path: 'you@campus.example',
    })
    .wait(11_000);
}

/** A refused, a postponed and an accepted recipient. Ends in state `recipients`. */
export function recipients(): Scribe {
  return opening()
    .say({
      verb: 'RCPT',
      line: 'RCPT TO:<nobody@campus.example>\r\n',
      reply: '550 5.1.1 <nobody@campus.example>: Recipient address rejected: User unknown in local recipient table',
      before: 'sender',
      after: 'sender',
      path: 'nobody@campus.example',
    })
    .wait(4000)
    .say({
      verb: 'RCPT',
      line: 'RCPT TO:<full@campus.example>\r\n',
      reply: '452 4.2.2 <full@campus.example>: Mailbox is full',
      before: 'sender',
      after: 'sender',
      path: 'full@campus.example',
    })
    .wait(2000)
    .say({
      verb: 'RCPT',
      line: 'RCPT TO:<ada@campus.example>\r\n',
      reply: '250 2.1.5 Ok',
      before: 'sender',
      after: 'recipients',
      path: 'ada@campus.example',
    });
}

export const LETTER =
  'Subject: first\r\nFrom: The Dean <dean@campus.example>\r\nX-Long: folded\r\n  over two lines\r\n\r\nHello Ada,\r\n..dot\r\nsee you.\r\n';

/** The letter is being written. Ends in state `content`. */
export function writing(): Scribe {
  return recipients()
    .wait(3000)
    .say({ verb: 'DATA', line: 'DATA\r\n', reply: '354 End data with <CR><LF>.<CR><LF>', before: 'recipients', after: 'content' })
    .wait(2500)
    .content(LETTER);
}

/** The whole conversation, accepted, ended with QUIT. */
export function accepted(): Scribe {
  const scribe = writing()
    .wait(900)
    .say({ verb: 'END', line: '.\r\n', reply: '250 2.0.0 Ok: queued as 4RkX2b1zQz', before: 'content', after: 'ready' });
  const paths = { reversePath: 'you@campus.example', forwardPaths: ['ada@campus.example'] };
  scribe.add({ type: 'mail.accepted', host: scribe.host, connection: scribe.connection, queueId: '4RkX2b1zQz', octets: 310, ...paths });
  return scribe;
}

/** QUIT, and TCP's four steps. */
export function goodbye(scribe: Scribe): Scribe {
  const { connection } = scribe;
  scribe.wait(1500).say({ verb: 'QUIT', line: 'QUIT\r\n', reply: '221 2.0.0 Bye', before: 'ready', after: 'closed' });
  scribe.add({ type: 'net.finish', connection, side: 'server' });
  scribe.wait(5).add({ type: 'net.finish', connection, side: 'client' });
  scribe.wait(5).add({ type: 'net.closed', connection });
  return scribe;
}

const HOSTILE = '<img src=x onerror=alert(1)> \x1b[2J\x1b]52;c;AAAA\x07 \xe2\x80\xaegpj.exe \x9b31m \xff';

/** A letter and a conversation that try everything: markup, escapes, overrides, long lines, thousands of fields. */
export function hostile(): Scribe {
  const fields = Array.from({ length: 5000 }, (_, i) => `X-${i}: ${HOSTILE}\r\n`).join('');
  return recipients()
    .say({
      verb: 'FOO',
      line: `FOO ${HOSTILE}\r\n`,
      reply: `500 5.5.2 ${HOSTILE}`,
      before: 'recipients',
      after: 'recipients',
      legal: false,
    })
    .say({ verb: 'DATA', line: 'DATA\r\n', reply: '354 Go', before: 'recipients', after: 'content' })
    .content(`Subject: ${HOSTILE}\r\nX-Wide: ${'w'.repeat(10_000)}\r\n${fields}\r\n${HOSTILE}\r\n${'é'.repeat(5000)}\r\n`);
}
